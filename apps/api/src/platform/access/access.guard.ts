import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentContext, type Actor } from '../context';
import { Problem } from '../problem';
import { ACCESS, type Access } from './access.decorators';
import { Credentials, type Credential } from './credentials';

type StaffAccess = Access & { kind: 'SIGNED_IN' | 'PERMISSION' };

/** Default-deny: a route that declares no access is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: Credentials,
  ) {}

  canActivate(execution: ExecutionContext): boolean | Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, execution.getHandler());
    if (access === undefined) throw new Problem('auth.forbidden');
    switch (access.kind) {
      case 'PUBLIC':
        return true;
      case 'BANK':
      case 'SNAP':
        return this.admit(access.kind, execution);
      case 'PARTNER':
        return this.admitPartnerOrStaff(access, execution);
      case 'SIGNED_IN':
      case 'PERMISSION':
        return this.admitStaff(access, execution);
    }
  }

  /** Who sends a key is judged by it; without one, a session is asked for where staff may call as well. */
  private admitPartnerOrStaff(
    access: Access & { kind: 'PARTNER' },
    execution: ExecutionContext,
  ): Promise<boolean> {
    const { headers } = execution.switchToHttp().getRequest<FastifyRequest>();
    const { permission } = access;
    if (permission === undefined || headers['x-api-key'] !== undefined)
      return this.admit('PARTNER', execution);
    return this.admitStaff({ kind: 'PERMISSION', permission }, execution);
  }

  private async admitStaff(access: StaffAccess, execution: ExecutionContext): Promise<boolean> {
    assertMay(access, await this.authenticate('STAFF', execution));
    return true;
  }

  private async admit(credential: Credential, execution: ExecutionContext): Promise<boolean> {
    await this.authenticate(credential, execution);
    return true;
  }

  private async authenticate(credential: Credential, execution: ExecutionContext): Promise<Actor> {
    const http = execution.switchToHttp();
    const actor = await this.credentials.verify(
      credential,
      http.getRequest<FastifyRequest>(),
      http.getResponse<FastifyReply>(),
    );
    const context = currentContext();
    if (context !== undefined) context.actor = actor;
    return actor;
  }
}

/** @throws Problem auth.forbidden, auth.password_change_required, auth.two_step_required */
function assertMay(access: StaffAccess, actor: Actor): void {
  if (actor.kind !== 'USER') throw new Problem('auth.forbidden');
  if (access.kind === 'SIGNED_IN') return;
  if (actor.mustChangePassword === true) throw new Problem('auth.password_change_required');
  if (actor.mustSetUpTwoStep === true) throw new Problem('auth.two_step_required');
  if (!actor.permissions.has(access.permission)) throw new Problem('auth.forbidden');
}
