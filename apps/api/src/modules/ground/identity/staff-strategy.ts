import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Credentials, strategyOf } from '../../../platform/access';
import { personActedFor, type Actor } from '../../../platform/context';
import { Problem } from '../../../platform/problem';
import { SessionAuthenticator } from './session-authenticator';

const BEARER = /^Bearer ([A-Za-z0-9._-]{1,4096})$/;

/** Members of staff: a bearer token, believed while its session lives. */
@Injectable()
export class StaffStrategy extends strategyOf('STAFF') {
  constructor(
    credentials: Credentials,
    private readonly sessions: SessionAuthenticator,
  ) {
    super(credentials);
  }

  /** @throws Problem auth.unauthenticated, auth.session_ended */
  validate(request: FastifyRequest): Promise<Actor> {
    const personId = personActedFor();
    // What was asked for earlier is only ever read.
    if (personId !== undefined && request.method === 'GET') return this.sessions.actingFor(personId);
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new Problem('auth.unauthenticated');
    return this.sessions.authenticate(token);
  }
}
