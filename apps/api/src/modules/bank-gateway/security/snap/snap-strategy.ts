import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Credentials, strategyOf } from '../../../../platform/access';
import type { Actor } from '../../../../platform/context';
import { SnapChannel } from './snap-channel';

/** Partners of banks by SNAP BI: access token and signature over the raw bytes. */
@Injectable()
export class SnapStrategy extends strategyOf('SNAP') {
  constructor(
    credentials: Credentials,
    private readonly channel: SnapChannel,
  ) {
    super(credentials);
  }

  validate(request: FastifyRequest): Promise<Actor> {
    return this.channel.authenticate(request);
  }
}
