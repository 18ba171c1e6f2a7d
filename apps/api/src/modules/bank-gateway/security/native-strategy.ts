import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Credentials, strategyOf } from '../../../platform/access';
import type { Actor } from '../../../platform/context';
import { NativeChannel } from './native-channel';

/** Banks by the native protocol: key, timestamp, nonce and HMAC over the raw bytes. */
@Injectable()
export class NativeStrategy extends strategyOf('BANK') {
  constructor(
    credentials: Credentials,
    private readonly channel: NativeChannel,
  ) {
    super(credentials);
  }

  validate(request: FastifyRequest): Promise<Actor> {
    return this.channel.authenticate('BANK', request);
  }
}
