import { Injectable } from '@nestjs/common';
import type { SnapService } from '@tirtapay/bank-protocol';
import type { FastifyRequest } from 'fastify';
import { currentContext } from '../../../../platform/context';
import { AddressGate } from '../address-gate';
import { BankDirectory, type BankProfile } from '../../registry';
import { SnapAdmission } from './snap-admission';
import { SnapAuthenticator, type VerifiedSnapCall } from './snap-authenticator';
import { SnapRefusal } from './snap-refusal';

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
  authenticate(request: FastifyRequest, service: SnapService): Promise<SnapCall> {
    return this.enter(request, service, () => this.authenticator.verify(request));
  }

  /** @throws SnapRefusal, Problem */
  authenticateTokenRequest(request: FastifyRequest, service: SnapService): Promise<SnapCall> {
    return this.enter(request, service, () => this.authenticator.verifyTokenRequest(request));
  }

  private async enter(
    request: FastifyRequest,
    service: SnapService,
    verify: () => Promise<VerifiedSnapCall>,
  ): Promise<SnapCall> {
    const startedAt = performance.now();
    const ip = request.clientAddress;
    await this.gate.admit(ip);
    const verified = await verify();
    const bank = await this.directory.bankById(verified.partner.bankId);
    if (bank === null) throw new SnapRefusal('unauthorized', { detail: 'Signature' });
    const call: SnapCall = { ...verified, bank, startedAt };
    request.snapCall = call;
    if (!bank.addresses.includes(ip)) throw new SnapRefusal('featureNotAllowed', { detail: 'Address' });
    const { partner, externalId, timestamp } = verified;
    await this.admission.admit({ bank, partnerId: partner.id, service, externalId, timestamp });
    const context = currentContext();
    if (context !== undefined) context.actor = { kind: 'BANK', id: bank.id, code: bank.code, keyId: null };
    if (request.bodyProblem !== undefined) throw new SnapRefusal('badRequest');
    return call;
  }
}
