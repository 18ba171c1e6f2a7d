import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import {
  accessTokenStringToSign,
  bearerToken,
  parseSnapTimestamp,
  snapStringToSign,
  verifyAccessToken,
  verifyAsymmetric,
  verifySymmetric,
  withinWindow,
  type SnapService,
} from '@tirtapay/bank-protocol';
import { PDAM_PARTNER, type PartnerKey } from './partner';
import { Refusal } from './refusal';

/** A call to the host, as it came off the wire. */
export interface HostCall {
  readonly bank: string;
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const TOKEN_LIFE_MS = 900_000;
const KEPT_EXTERNAL_IDS_MS = 172_800_000;

/** Who may call the host: headers, token, time, signature, then the external id, in this order. */
export class Admission {
  private readonly tokens = new Map<string, number>();
  private readonly externalIds = new Map<string, number>();

  constructor(
    private readonly partnerKey: PartnerKey,
    private readonly now: () => number,
  ) {}

  /** Service 73. Throws Refusal. */
  issueToken({ headers }: HostCall): string {
    const timestamp = required(headers, 'X-TIMESTAMP');
    const signature = required(headers, 'X-SIGNATURE');
    const clientKey = required(headers, 'X-CLIENT-KEY');
    this.requireTimely(timestamp);
    if (clientKey !== PDAM_PARTNER.clientKey) throw new Refusal('unauthorized', 'Unknown Client');
    const publicKey = this.partnerKey.get();
    const verified =
      publicKey === null || verifyAccessToken([publicKey], { clientKey, timestamp }, signature) === 0;
    if (!verified) throw new Refusal('unauthorized', 'Signature');
    const token = randomBytes(32).toString('base64url');
    this.tokens.set(token, this.now() + TOKEN_LIFE_MS);
    return token;
  }

  /** Every other service. Throws Refusal. */
  admit(call: HostCall, service: SnapService): void {
    const { headers } = call;
    const timestamp = required(headers, 'X-TIMESTAMP');
    const signature = required(headers, 'X-SIGNATURE');
    const partnerId = required(headers, 'X-PARTNER-ID');
    const externalId = required(headers, 'X-EXTERNAL-ID');
    if (!/^\d{1,36}$/.test(externalId)) throw new Refusal('invalidFieldFormat', 'X-EXTERNAL-ID');
    if (!/^\d{1,5}$/.test(required(headers, 'CHANNEL-ID')))
      throw new Refusal('invalidFieldFormat', 'CHANNEL-ID');
    if (!/^application\/json\s*(;|$)/i.test(required(headers, 'Content-Type')))
      throw new Refusal('invalidFieldFormat', 'Content-Type');
    const accessToken = this.tokenOf(headers);
    this.requireTimely(timestamp);
    if (partnerId !== PDAM_PARTNER.partnerId) throw new Refusal('unauthorized', 'Unknown Partner');
    if (!this.isSigned(call, timestamp, signature, accessToken))
      throw new Refusal('unauthorized', 'Signature');
    this.requireFresh(`${call.bank} ${service} ${timestamp.slice(0, 10)} ${externalId}`);
  }

  /** Makes the host forget every token it gave out. */
  forgetTokens(): void {
    this.tokens.clear();
  }

  private isSigned(
    call: HostCall,
    timestamp: string,
    signature: string,
    accessToken: string | null,
  ): boolean {
    const parts = { method: call.method, endpointUrl: call.target, timestamp, rawBody: call.body };
    if (accessToken !== null)
      return verifySymmetric([PDAM_PARTNER.secret], { ...parts, accessToken }, signature) === 0;
    const publicKey = this.partnerKey.get();
    if (publicKey === null) throw new Refusal('unauthorized', 'No Public Key Registered');
    return verifyAsymmetric([publicKey], parts, signature) === 0;
  }

  /** Null in the mode without token. */
  private tokenOf({ authorization }: IncomingHttpHeaders): string | null {
    if (authorization === undefined) return null;
    const token = bearerToken(authorization) ?? '';
    if ((this.tokens.get(token) ?? 0) <= this.now()) throw new Refusal('invalidToken');
    return token;
  }

  private requireTimely(timestamp: string): void {
    const at = parseSnapTimestamp(timestamp);
    if (at === null || !withinWindow(at, this.now())) throw new Refusal('unauthorized', 'Timestamp');
  }

  private requireFresh(key: string): void {
    const now = this.now();
    for (const [seen, at] of this.externalIds) {
      if (at > now - KEPT_EXTERNAL_IDS_MS) break;
      this.externalIds.delete(seen);
    }
    if (this.externalIds.has(key)) throw new Refusal('conflict');
    this.externalIds.set(key, now);
  }
}

/** What the caller had to sign, for the log; null when it cannot be composed. */
export function expectedText({ method, target, headers, body }: HostCall): string | null {
  const timestamp = headerOf(headers, 'X-TIMESTAMP');
  const clientKey = headerOf(headers, 'X-CLIENT-KEY');
  const token = bearerToken(headers.authorization);
  try {
    if (clientKey !== '') return accessTokenStringToSign({ clientKey, timestamp });
    const parts = { method, endpointUrl: target, timestamp, rawBody: body };
    return token === null
      ? snapStringToSign('asymmetric', parts)
      : snapStringToSign('symmetric', { ...parts, accessToken: token });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' ? value : '';
}

function required(headers: IncomingHttpHeaders, name: string): string {
  const value = headerOf(headers, name);
  if (value === '') throw new Refusal('invalidMandatoryField', name);
  return value;
}
