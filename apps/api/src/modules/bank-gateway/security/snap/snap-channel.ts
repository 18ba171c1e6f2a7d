import { Injectable } from '@nestjs/common';
import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../../platform/context';
import { AddressGate } from '../address-gate';
import { BankDirectory, type BankProfile } from '../../registry';
import { SnapAdmission } from './snap-admission';
import { SnapAuthenticator, type VerifiedSnapCall } from './snap-authenticator';
import { SnapRefusal, type AnsweringService } from './snap-refusal';
import { snapServiceAt } from './snap-services';

/** An authenticated call: who calls, and what the log will keep of it. */
export interface SnapCall extends VerifiedSnapCall {
  readonly bank: BankProfile;
  readonly startedAt: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    snapCall?: SnapCall;
  }
}

/**
 * The SNAP BI door: address, headers, token, timestamp, signature over the raw bytes, then the bank's own address list
 * and rate, the external id, and only then the body.
 */
@Injectable()
export class SnapChannel {
  constructor(
    private readonly gate: AddressGate,
    private readonly authenticator: SnapAuthenticator,
    private readonly directory: BankDirectory,
    private readonly admission: SnapAdmission,
  ) {}

  /** @throws SnapRefusal, Problem */
  async authenticate(request: FastifyRequest): Promise<Actor & { kind: 'BANK' }> {
    const startedAt = performance.now();
    const ip = request.clientAddress;
    await this.gate.count(ip);
    this.gate.admit(ip, this.directory.fresh() ?? (await this.directory.read()));
    const service = snapServiceAt(request.url);
    const verified = await this.verify(request, service);
    const bank = await this.directory.bankById(verified.partner.bankId);
    if (bank === null) throw new SnapRefusal('unauthorized', { detail: 'Signature' });
    request.snapCall = { ...verified, bank, startedAt };
    if (!bank.addresses.includes(ip)) throw new SnapRefusal('featureNotAllowed', { detail: 'Address' });
    const { partner, externalId, timestamp } = verified;
    await this.admission.admit({ bank, partnerId: partner.id, service, externalId, timestamp });
    if (request.bodyProblem !== undefined) throw new SnapRefusal('badRequest');
    return { kind: 'BANK', id: bank.id, code: bank.code, keyId: null };
  }

  /** A token is asked for with the partner's own key; everything else carries a token. */
  private verify(request: FastifyRequest, service: AnsweringService): Promise<VerifiedSnapCall> {
    return service === SNAP_SERVICES.accessTokenB2b
      ? this.authenticator.verifyTokenRequest(request)
      : this.authenticator.verify(request);
  }
}

/** The call that the guard has let in. @throws Error on a route that declares no SNAP signature */
export function snapCallOf(request: FastifyRequest): SnapCall {
  if (request.snapCall === undefined)
    throw new Error('no SNAP call: the route is not declared as signed by SNAP');
  return request.snapCall;
}
