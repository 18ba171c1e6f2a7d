import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Passport } from 'passport';
import type { Actor } from '../context';
import { Problem } from '../problem';
import type { Signatory } from './access.decorators';

/** What proves who calls: the session of a member of staff, or a signature. */
export type Credential = 'STAFF' | Signatory;

type Middleware = (request: FastifyRequest, reply: FastifyReply, next: (error: unknown) => void) => void;

/**
 * One passport strategy for each credential. The registry belongs to the application: the one passport shares between
 * all of a process would hand the calls of one application to the strategies of another.
 */
@Injectable()
export class Credentials {
  readonly passport = new Passport();

  /** @throws what the strategy refuses with */
  verify(credential: Credential, request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    return new Promise((resolve, reject) => {
      const decide = (refusal: Error | null, actor?: Actor | false | null) => {
        if (refusal !== null) reject(refusal);
        else if (actor) resolve(actor);
        else reject(new Problem('auth.unauthenticated'));
      };
      // By name, never by instance: passport makes a copy for the call, so that calls at the same time keep apart.
      const middleware = this.passport.authenticate(credential, { session: false }, decide) as Middleware;
      middleware(request, reply, reject);
    });
  }
}
