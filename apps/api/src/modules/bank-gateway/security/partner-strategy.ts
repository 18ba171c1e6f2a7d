import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Credentials, strategyOf } from '../../../platform/access';
import type { Actor } from '../../../platform/context';
import { NativeChannel } from './native-channel';

/** Partners that sell, by the same protocol as banks, with keys of a scope of their own. */
@Injectable()
export class PartnerStrategy extends strategyOf('PARTNER') {
  constructor(
    credentials: Credentials,
    private readonly channel: NativeChannel,
  ) {
    super(credentials);
  }

  validate(request: FastifyRequest): Promise<Actor> {
    return this.channel.authenticate('PARTNER', request);
  }
}
