import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SignedCallAuthenticator, type Signatory } from '../../../platform/access';
import type { Actor } from '../../../platform/context';
import { NativeChannel } from './native-channel';
import { SnapChannel } from './snap/snap-channel';

/** Which door verifies whose signature. */
@Injectable()
export class SignedCalls extends SignedCallAuthenticator {
  constructor(
    private readonly native: NativeChannel,
    private readonly snap: SnapChannel,
  ) {
    super();
  }

  authenticate(signatory: Signatory, request: FastifyRequest): Promise<Actor> {
    switch (signatory) {
      case 'BANK':
        return this.native.authenticate(request);
      case 'SNAP':
        return this.snap.authenticate(request);
    }
  }
}
