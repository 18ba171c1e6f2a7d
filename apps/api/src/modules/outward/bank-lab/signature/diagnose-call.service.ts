import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { BankDirectory } from '../../../bank-gateway/registry';
import { SnapPartnerDirectory, type SnapPartner } from '../../../bank-gateway/security';
import { SnapTokens } from '../../../bank-gateway/security';
import { diagnoseNative, type NativeClaim } from './native-diagnosis';
import { problem, type SignatureDiagnosis } from './signature-problem';
import { diagnoseSnap, isTokenRequest, type SnapClaim } from './snap-diagnosis';

/** A diagnosis, and whose credential was named; null when it is no live one. */
export interface DiagnosedCall {
  readonly owner: { readonly bankId: number; readonly nativeKeyId: number | null } | null;
  readonly diagnosis: SignatureDiagnosis;
}

/** Holds a call against the live credentials, as the doors do, and says everything that is wrong with it. */
@Injectable()
export class DiagnoseCall {
  constructor(
    private readonly directory: BankDirectory,
    private readonly partners: SnapPartnerDirectory,
    private readonly tokens: SnapTokens,
    private readonly clock: Clock,
  ) {}

  async native(keyId: string, claim: NativeClaim): Promise<DiagnosedCall> {
    const credential = await this.directory.credential(keyId);
    const now = this.clock.now();
    if (credential?.caller.kind !== 'BANK') return { owner: null, diagnosis: diagnoseNative(claim, [], now) };
    const { previous, secret, caller, id } = credential;
    const live = previous !== null && previous.validUntil > now ? [secret, previous.secret] : [secret];
    return {
      owner: { bankId: caller.id, nativeKeyId: id },
      diagnosis: diagnoseNative(claim, live, now),
    };
  }

  /** `name` is X-PARTNER-ID of a transaction or X-CLIENT-KEY of a token request. */
  async snap(name: string, claim: SnapClaim): Promise<DiagnosedCall> {
    const partner = (await this.partners.byPartnerId(name)) ?? (await this.partners.byClientKey(name));
    const now = this.clock.now();
    if (partner === null) return { owner: null, diagnosis: diagnoseSnap(claim, null, now) };
    const secrets = partner.secrets
      .filter(({ validUntil }) => validUntil === null || validUntil > now)
      .map(({ secret }) => secret);
    const diagnosis = diagnoseSnap(claim, { ...partner, secrets }, now);
    const worthless = await this.tokenIsWorthless(claim, partner);
    return {
      owner: { bankId: partner.bankId, nativeKeyId: null },
      diagnosis: worthless ? { ...diagnosis, problems: [WORTHLESS, ...diagnosis.problems] } : diagnosis,
    };
  }

  private async tokenIsWorthless(claim: SnapClaim, partner: SnapPartner): Promise<boolean> {
    if (partner.mode !== 'SYMMETRIC' || claim.accessToken === '' || isTokenRequest(claim)) return false;
    return !(await this.tokens.belongsTo(claim.accessToken, partner));
  }
}

const WORTHLESS = problem(
  'TOKEN',
  'Access token ini bukan milik mitra, atau sudah lewat 15 menit. Minta token baru (layanan 73).',
  'The access token is not this partner’s, or is older than 15 minutes. Ask for a new one (service 73).',
);
