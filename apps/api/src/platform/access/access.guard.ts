import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { currentContext, type Actor } from '../context';
import { Problem } from '../problem';
import { ACCESS, type Access, type Signatory } from './access.decorators';

/** Turns a bearer token into a member of staff, or refuses. Implemented by the identity module. */
export abstract class StaffAuthenticator {
  abstract authenticate(token: string): Promise<Actor & { kind: 'USER' }>;
}

/** Verifies the signature of a call by the protocol of its signatory, or refuses. Implemented by bank-gateway. */
export abstract class SignedCallAuthenticator {
  abstract authenticate(signatory: Signatory, request: FastifyRequest): Promise<Actor>;
}

const BEARER = /^Bearer ([A-Za-z0-9._-]{1,4096})$/;

/** Default-deny: a route that declares no access is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly staff: StaffAuthenticator,
    private readonly signed: SignedCallAuthenticator,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, execution.getHandler());
    if (access === undefined) throw new Problem('auth.forbidden');
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    switch (access.kind) {
      case 'PUBLIC':
        return true;
      case 'BANK':
      case 'SNAP':
        this.actAs(await this.signed.authenticate(access.kind, request));
        return true;
      case 'SIGNED_IN':
      case 'PERMISSION': {
        const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
        if (token === undefined) throw new Problem('auth.unauthenticated');
        const actor = await this.staff.authenticate(token);
        this.actAs(actor);
        if (access.kind === 'SIGNED_IN') return true;
        if (actor.mustChangePassword === true) throw new Problem('auth.password_change_required');
        if (!actor.permissions.has(access.permission)) throw new Problem('auth.forbidden');
        return true;
      }
    }
  }

  private actAs(actor: Actor): void {
    const context = currentContext();
    if (context !== undefined) context.actor = actor;
  }
}
