import { Injectable } from '@nestjs/common';
import {
  parseSnapTimestamp,
  snapStringToSign,
  accessTokenStringToSign,
  verifyAccessToken,
  verifyAsymmetric,
  verifySymmetric,
  withinWindow,
  type AsymmetricParts,
} from '@tirtapay/bank-protocol';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../../platform/clock';
import { readSnapHeaders, readSnapTokenHeaders, type SnapHeaders } from './snap-headers';
import { SnapPartnerDirectory, type SnapPartner } from './snap-partner-directory';
import { SnapRefusal } from './snap-refusal';
import { SnapTokens } from './snap-tokens';

/** A call whose signature was right. */
export interface VerifiedSnapCall {
  readonly partner: SnapPartner;
  readonly timestamp: string;
  readonly externalId: string | null;
  /** For the request log; the access token is shortened in it. */
  readonly stringToSign: string;
}

const EMPTY = Buffer.alloc(0);
/** The most that is ever agreed on with a partner. */
const WIDEST_TOLERANCE = 900_000;
/** Checked in place of the secret a stranger does not have. */
const DECOY_SECRET = 'no partner has this secret';
const SHOWN_TOKEN_LETTERS = 8;

/**
 * Who signed a SNAP call. Mode is an agreement with the partner, never a choice of the caller: a symmetric partner
 * needs its token, and for an asymmetric one any token is wrong. A partner nobody knows is refused in the words, and
 * after the work, of one that is known: what is agreed with a partner is held against a call only once it is proven to
 * be the partner's.
 */
@Injectable()
export class SnapAuthenticator {
  constructor(
    private readonly partners: SnapPartnerDirectory,
    private readonly tokens: SnapTokens,
    private readonly clock: Clock,
  ) {}

  /** Headers, token, timestamp, signature, in this order. @throws SnapRefusal */
  async verify(request: FastifyRequest): Promise<VerifiedSnapCall> {
    const headers = readSnapHeaders(request.headers);
    const partner = await this.partners.byPartnerId(headers.partnerId);
    await this.checkToken(headers, partner);
    this.checkTimestamp(headers.timestamp, WIDEST_TOLERANCE);
    const parts = {
      method: request.method,
      endpointUrl: request.raw.url ?? '',
      timestamp: headers.timestamp,
      rawBody: request.rawBody ?? EMPTY,
    };
    const verified =
      headers.token === null
        ? await this.verifiesAsymmetric(partner, parts, headers.signature)
        : this.verifiesSymmetric(partner, { ...parts, accessToken: headers.token }, headers.signature);
    if (partner === null || !verified) throw wrongSignature();
    const { timestamp, externalId, token } = headers;
    this.checkTimestamp(timestamp, partner.toleranceMilliseconds);
    return { partner, timestamp, externalId, stringToSign: shownString(parts, token) };
  }

  /** Service 73: `clientKey|timestamp` under one of the partner's registered keys. @throws SnapRefusal */
  async verifyTokenRequest(request: FastifyRequest): Promise<VerifiedSnapCall> {
    const { clientKey, timestamp, signature } = readSnapTokenHeaders(request.headers);
    const partner = await this.partners.byClientKey(clientKey);
    this.checkTimestamp(timestamp, WIDEST_TOLERANCE);
    const keys = partner?.publicKeys ?? (await this.partners.decoyKeys());
    const verified = verifyAccessToken(keys, { clientKey, timestamp }, signature) >= 0;
    if (partner === null || !verified) throw wrongSignature();
    this.checkTimestamp(timestamp, partner.toleranceMilliseconds);
    const stringToSign = accessTokenStringToSign({ clientKey, timestamp });
    return { partner, timestamp, externalId: null, stringToSign };
  }

  private async checkToken({ token }: SnapHeaders, partner: SnapPartner | null): Promise<void> {
    // Without one the signature decides, and it is wrong for whoever has to have one.
    if (token === null) return;
    const genuine = await this.tokens.belongsTo(token, partner);
    if (!genuine || partner?.mode !== 'SYMMETRIC') throw new SnapRefusal('invalidToken');
  }

  private checkTimestamp(timestamp: string, tolerance: number): void {
    const sentAt = parseSnapTimestamp(timestamp);
    if (sentAt === null || !withinWindow(sentAt, this.clock.now(), tolerance))
      throw new SnapRefusal('unauthorized', { detail: 'Timestamp' });
  }

  private verifiesSymmetric(
    partner: SnapPartner | null,
    parts: AsymmetricParts & { readonly accessToken: string },
    signature: string,
  ): boolean {
    const now = this.clock.now();
    const live = (partner?.secrets ?? []).filter(({ validUntil }) => validUntil === null || validUntil > now);
    const secrets = live.length === 0 ? [DECOY_SECRET] : live.map(({ secret }) => secret);
    return verifySymmetric(secrets, parts, signature) >= 0 && live.length > 0;
  }

  private async verifiesAsymmetric(
    partner: SnapPartner | null,
    parts: AsymmetricParts,
    signature: string,
  ): Promise<boolean> {
    const agreed = partner?.mode === 'ASYMMETRIC';
    const keys = agreed ? partner.publicKeys : await this.partners.decoyKeys();
    return verifyAsymmetric(keys, parts, signature) >= 0 && agreed;
  }
}

function wrongSignature(): SnapRefusal {
  return new SnapRefusal('unauthorized', { detail: 'Signature' });
}

/** As the standard composes it, with only the beginning of the token: a log must not hold what opens a door. */
function shownString(parts: AsymmetricParts, token: string | null): string {
  return token === null
    ? snapStringToSign('asymmetric', parts)
    : snapStringToSign('symmetric', { ...parts, accessToken: `${token.slice(0, SHOWN_TOKEN_LETTERS)}...` });
}
