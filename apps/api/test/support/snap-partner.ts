import {
  rsaPrivateKey,
  signAccessToken,
  signAsymmetric,
  signSymmetric,
  type SignatureEncoding,
} from '@tirtapay/bank-protocol';
import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { SnapPartnerDirectory } from '../../src/modules/bank-gateway/security';
import { Vault } from '../../src/platform/security';
import type { TestBank } from './factory';
import type { TestApp } from './test-app';

export const SNAP = {
  token: '/api/snap/v1.0/access-token/b2b',
  inquiry: '/api/snap/v1.0/transfer-va/inquiry',
  payment: '/api/snap/v1.0/transfer-va/payment',
  status: '/api/snap/v1.0/transfer-va/status',
  notify: '/api/snap/v1.0/qr/qr-mpm-notify',
} as const;

export interface SnapAnswered {
  readonly status: number;
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** `virtualAccountData`, when there is any. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly headers: Headers;
}

/** What is signed, or what is sent: a test of a refusal makes the two differ. */
export interface SnapParts {
  readonly method?: string;
  readonly path?: string;
  readonly token?: string | null;
  readonly timestamp?: string;
  readonly body?: string;
  readonly signature?: string;
  readonly encoding?: SignatureEncoding;
  /** Undefined removes a header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

const PREFIX = '13501';
let keys: { privateKey: KeyObject; publicPem: string } | undefined;

/** One RSA pair for the whole test file: making one takes a while. */
export function testRsaKeys(): { privateKey: KeyObject; publicPem: string } {
  if (keys !== undefined) return keys;
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  keys = {
    privateKey: rsaPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    publicPem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  return keys;
}

/** A bank's SNAP side: signs as registered, unless a test bends it. */
export class TestSnapPartner {
  private cached: { token: string; since: number } | undefined;

  constructor(
    private readonly app: Pick<TestApp, 'url' | 'clock'>,
    readonly bank: TestBank,
    readonly rowId: number,
    readonly partnerId: string,
    readonly mode: 'SYMMETRIC' | 'ASYMMETRIC',
    readonly secret: string,
  ) {}

  now(offset = 0): string {
    return this.app.clock.text(this.app.clock.now() + offset);
  }

  account(customerNo: string): { partnerServiceId: string; customerNo: string; virtualAccountNo: string } {
    const partnerServiceId = PREFIX.padStart(8);
    return { partnerServiceId, customerNo, virtualAccountNo: partnerServiceId + customerNo };
  }

  async token(): Promise<string> {
    const now = this.app.clock.now();
    if (this.cached !== undefined && now < this.cached.since + 600_000 && now >= this.cached.since)
      return this.cached.token;
    const answer = await this.askToken();
    if (answer.code !== '2007300') throw new Error(`no token: ${answer.text}`);
    this.cached = { token: String(answer.body.accessToken), since: now };
    return this.cached.token;
  }

  askToken(signed: SnapParts = {}, sent: SnapParts = {}): Promise<SnapAnswered> {
    const timestamp = signed.timestamp ?? this.now();
    const signature =
      sent.signature ??
      signAccessToken(testRsaKeys().privateKey, { clientKey: this.partnerId, timestamp }, signed.encoding);
    return this.fetch(
      sent.method ?? 'POST',
      sent.path ?? SNAP.token,
      sent.body ?? signed.body ?? '{"grantType":"client_credentials"}',
      {
        'content-type': 'application/json',
        'X-CLIENT-KEY': this.partnerId,
        'X-TIMESTAMP': sent.timestamp ?? timestamp,
        'X-SIGNATURE': signature,
        ...sent.headers,
      },
    );
  }

  post(path: string, content: unknown, sent: SnapParts = {}): Promise<SnapAnswered> {
    return this.send({ path, body: typeof content === 'string' ? content : JSON.stringify(content) }, sent);
  }

  /** Signs `signed`, sends it with `sent` changed. */
  async send(signed: SnapParts, sent: SnapParts = {}): Promise<SnapAnswered> {
    const { method = 'POST', path = SNAP.inquiry, body = '{}', timestamp = this.now() } = signed;
    const token = signed.token === undefined ? await this.ownToken() : signed.token;
    const parts = { method, endpointUrl: path, timestamp, rawBody: Buffer.from(body) };
    const signature =
      sent.signature ??
      (token === null
        ? signAsymmetric(testRsaKeys().privateKey, parts, signed.encoding)
        : signSymmetric(this.secret, { ...parts, accessToken: token }, signed.encoding));
    const sentToken = sent.token === undefined ? token : sent.token;
    return this.fetch(sent.method ?? method, sent.path ?? path, sent.body ?? body, {
      'content-type': 'application/json',
      ...(sentToken === null ? {} : { authorization: `Bearer ${sentToken}` }),
      'X-TIMESTAMP': sent.timestamp ?? timestamp,
      'X-SIGNATURE': signature,
      'X-PARTNER-ID': this.partnerId,
      'X-EXTERNAL-ID': randomUUID(),
      'CHANNEL-ID': '95231',
      ...signed.headers,
      ...sent.headers,
    });
  }

  private async ownToken(): Promise<string | null> {
    return this.mode === 'SYMMETRIC' ? this.token() : null;
  }

  private async fetch(
    method: string,
    path: string,
    body: string,
    headers: Readonly<Record<string, string | undefined>>,
  ): Promise<SnapAnswered> {
    const sent = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    );
    const response = await fetch(this.app.url + path, {
      method,
      headers: sent,
      ...(method === 'GET' ? {} : { body: Buffer.from(body) }),
    });
    const text = await response.text();
    const parsed = JSON.parse(text) as Record<string, unknown>;
    return {
      status: response.status,
      code: String(parsed.responseCode),
      body: parsed,
      data: (parsed.virtualAccountData ?? {}) as Record<string, unknown>,
      text,
      headers: response.headers,
    };
  }
}

let counter = 0;

/** A SNAP credential of the bank, with the key of this test file registered. */
export async function snapPartner(
  app: TestApp,
  bank: TestBank,
  wishes: { readonly mode?: 'SYMMETRIC' | 'ASYMMETRIC'; readonly tolerance?: number } = {},
): Promise<TestSnapPartner> {
  const { mode = 'SYMMETRIC', tolerance = 300 } = wishes;
  const partnerId = `test-snap-${String((counter += 1))}`;
  const secret = `snap secret of ${partnerId} for this test only`;
  const { id } = await app.database.one<{ id: number }>(
    "SELECT nextval(pg_get_serial_sequence('snap_partner', 'id'))::int AS id",
  );
  const sealed =
    mode === 'SYMMETRIC'
      ? app.get(Vault).seal(secret, { table: 'snap_partner', column: 'secret_enc', id })
      : null;
  await app.database.query(
    `INSERT INTO snap_partner (id, bank_id, client_key, partner_id, channel_id, partner_service_id, mode, secret_enc, public_keys,
       timestamp_tolerance_seconds)
     VALUES ($1, $2, $3, $3, '95231', $4, $5, $6, $7, $8)`,
    [id, bank.id, partnerId, PREFIX.padStart(8), mode, sealed, [testRsaKeys().publicPem], tolerance],
  );
  app.get(SnapPartnerDirectory).forget();
  return new TestSnapPartner(app, bank, id, partnerId, mode, secret);
}
