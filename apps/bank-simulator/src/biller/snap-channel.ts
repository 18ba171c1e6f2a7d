import { randomInt } from 'node:crypto';
import {
  formatRfc3339,
  SNAP_SERVICES,
  signAccessToken,
  signAsymmetric,
  signSymmetric,
  snapStringToSign,
} from '@tirtapay/bank-protocol';
import { z } from 'zod';
import type { BankKeys } from '../bank-keys';
import type { BankProfile } from '../bank-profile';
import type { BankCall, CallLog } from '../books/call-log';
import type { Mishap } from '../native-channel';
import { fetchFor, reasonOf } from './delivery';
import { readSnapCode } from './snap-answers';

export interface SnapChannelOptions {
  readonly apiUrl: string;
  readonly keys: BankKeys;
  readonly calls: CallLog;
  readonly now: () => number;
  readonly timeoutMs?: number;
  readonly signsWrongly: () => boolean;
}

/** The biller's services (payment-standards §1.1), under its own base path. */
export const BILLER_SERVICES = {
  [SNAP_SERVICES.accessTokenB2b]: '/api/snap/v1.0/access-token/b2b',
  [SNAP_SERVICES.vaInquiry]: '/api/snap/v1.0/transfer-va/inquiry',
  [SNAP_SERVICES.vaPayment]: '/api/snap/v1.0/transfer-va/payment',
  [SNAP_SERVICES.vaStatus]: '/api/snap/v1.0/transfer-va/status',
  [SNAP_SERVICES.qrNotify]: '/api/snap/v1.0/qr/qr-mpm-notify',
} as const;

export type BillerService = keyof typeof BILLER_SERVICES;

interface SnapMessage {
  readonly operation: string;
  readonly method: string;
  readonly target: string;
  readonly body: Buffer;
  readonly mishap: Mishap;
  /** Overrides the X-EXTERNAL-ID, to play a bank that uses one twice. */
  readonly externalId?: string;
}

const tokenAnswer = z.object({ accessToken: z.string().min(1) });
const SHOWN_TOKEN = 24;
const TIMEOUT_MS = 30_000;
/** The life is 900 s; renewed a minute before it ends. */
const TOKEN_LIFE_MS = 840_000;

/** The sandbox bank's line to the biller in the national standard: tokens, both signature modes, one log line a call. */
export class SnapChannel {
  private readonly tokens = new Map<string, { readonly value: string; readonly until: number }>();

  constructor(private readonly options: SnapChannelOptions) {}

  /** One call of a service; a token the biller has forgotten is fetched anew once. */
  call(bank: BankProfile, service: BillerService, body: object, mishap: Mishap = {}): Promise<BankCall> {
    const message = {
      operation: `snap-${service}`,
      method: 'POST',
      target: BILLER_SERVICES[service],
      body: Buffer.from(JSON.stringify(body), 'utf8'),
      mishap,
    };
    return this.send(bank, message);
  }

  async send(bank: BankProfile, message: SnapMessage): Promise<BankCall> {
    const first = await this.attempt(bank, message);
    if (!/^401\d\d(?:01|03)$/.test(first.response_code ?? '') || bank.snap.mode === 'ASYMMETRIC')
      return first;
    this.tokens.delete(bank.id);
    return this.attempt(bank, message);
  }

  private async attempt(bank: BankProfile, message: SnapMessage): Promise<BankCall> {
    const { snap } = bank;
    const { method, target, body } = message;
    const timestamp = formatRfc3339(this.options.now(), 420);
    const parts = { method, endpointUrl: target, timestamp, rawBody: body };
    const common = {
      'x-timestamp': timestamp,
      'x-partner-id': snap.partnerId,
      // Digits only: the portal still says "numeric".
      'x-external-id': message.externalId ?? `${String(this.options.now())}${String(randomInt(1e6, 1e7))}`,
      'channel-id': snap.channelId,
    };
    if (snap.mode === 'ASYMMETRIC') {
      const signature = this.written(signAsymmetric(this.options.keys.privateKey, parts), message.mishap);
      const text = snapStringToSign('asymmetric', parts);
      return this.post(bank, message, text, { ...common, 'x-signature': signature });
    }
    const accessToken = await this.token(bank);
    if (typeof accessToken !== 'string') return accessToken;
    const signed = { ...parts, accessToken };
    // A token opens the biller's door for fifteen minutes: the log keeps its beginning only.
    const shown = `:${accessToken.slice(0, SHOWN_TOKEN)}…:`;
    return this.post(
      bank,
      message,
      snapStringToSign('symmetric', signed).replace(`:${accessToken}:`, shown),
      {
        ...common,
        authorization: `Bearer ${accessToken}`,
        'x-signature': this.written(signSymmetric(snap.secret ?? '', signed), message.mishap),
      },
    );
  }

  /** A token, or the call that did not bring one. */
  private async token(bank: BankProfile): Promise<string | BankCall> {
    const known = this.tokens.get(bank.id);
    if (known && known.until > this.options.now()) return known.value;
    const { clientKey } = bank.snap;
    const timestamp = formatRfc3339(this.options.now(), 420);
    const signature = signAccessToken(this.options.keys.privateKey, { clientKey, timestamp });
    const message = {
      operation: `snap-${SNAP_SERVICES.accessTokenB2b}`,
      method: 'POST',
      target: BILLER_SERVICES[SNAP_SERVICES.accessTokenB2b],
      body: Buffer.from('{"grantType":"client_credentials"}', 'utf8'),
      mishap: {},
    };
    const call = await this.post(bank, message, `${clientKey}|${timestamp}`, {
      'x-timestamp': timestamp,
      'x-signature': this.written(signature, {}),
      'x-client-key': clientKey,
    });
    const answer = tokenAnswer.safeParse(parsed(call.response_body));
    if (call.status !== 200 || !answer.success) return call;
    const { accessToken } = answer.data;
    this.tokens.set(bank.id, { value: accessToken, until: this.options.now() + TOKEN_LIFE_MS });
    return accessToken;
  }

  /** Another first character: right length, right alphabet, wrong signature. */
  private written(signature: string, mishap: Mishap): string {
    if (mishap.badSignature !== true && !this.options.signsWrongly()) return signature;
    return `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  }

  private async post(
    bank: BankProfile,
    { operation, method, target, body, mishap }: SnapMessage,
    stringToSign: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<BankCall> {
    const at = this.options.now();
    const started = performance.now();
    const { delivery = 'NORMAL' } = mishap;
    const outcome = await fetchFor(delivery)(this.options.apiUrl.replace(/\/$/, '') + target, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS),
    }).then(
      async (response) => ({ status: response.status, text: await response.text(), failure: null }),
      (error: unknown) => ({ status: null, text: null, failure: reasonOf(error) }),
    );
    const wrong = mishap.badSignature === true || this.options.signsWrongly();
    return this.options.calls.add({
      at: formatRfc3339(at),
      direction: 'OUT',
      protocol: 'SNAP',
      bank: bank.id,
      operation,
      method,
      target,
      request_body: body.toString('utf8'),
      string_to_sign: stringToSign,
      signature: headers['x-signature'] ?? null,
      status: outcome.status,
      response_code: readSnapCode(parsed(outcome.text)),
      response_body: outcome.text,
      verdict: null,
      string_to_verify: null,
      answer_signature: null,
      elapsed_ms: Math.round(performance.now() - started),
      failure: outcome.failure,
      fault: wrong ? 'bad-signature' : delivery === 'NORMAL' ? null : delivery.toLowerCase(),
    });
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
