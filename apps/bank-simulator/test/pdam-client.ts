import { generateKeyPairSync, randomInt } from 'node:crypto';
import { formatRfc3339, signAccessToken, signAsymmetric, signSymmetric } from '@tirtapay/bank-protocol';
import { PDAM_PARTNER } from '../src';

export interface HostAnswer {
  readonly status: number;
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is bent for a test of a refusal; undefined removes a header. */
export interface Bend {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent in place of the body that was signed. */
  readonly sent?: string;
  readonly mode?: 'SYMMETRIC' | 'ASYMMETRIC';
  readonly timeoutMs?: number;
}

const METHODS: Readonly<Record<string, string>> = {
  'transfer-va/update-va': 'PUT',
  'transfer-va/update-status': 'PUT',
  'transfer-va/delete-va': 'DELETE',
};

const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The biller as a caller of the bank's SNAP host. */
export class PdamClient {
  private accessToken: string | null = null;

  constructor(
    private readonly bankUrl: string,
    private readonly now: () => number,
  ) {}

  get publicKeyPem(): string {
    return KEYS.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  async token(bend: Bend = {}): Promise<HostAnswer> {
    const timestamp = formatRfc3339(this.now());
    const { clientKey } = PDAM_PARTNER;
    return this.send('POST', '/snap/v1.0/access-token/b2b', '{"grantType":"client_credentials"}', {
      'x-timestamp': timestamp,
      'x-client-key': clientKey,
      'x-signature': signAccessToken(KEYS.privateKey, { clientKey, timestamp }),
      ...bend.headers,
    });
  }

  async call(service: string, body: object, bend: Bend = {}): Promise<HostAnswer> {
    const endpointUrl = `/snap/v1.0/${service}`;
    const method = bend.method ?? METHODS[service] ?? 'POST';
    const text = JSON.stringify(body);
    const parts = { method, endpointUrl, timestamp: formatRfc3339(this.now()), rawBody: Buffer.from(text) };
    const headers = {
      'x-timestamp': parts.timestamp,
      'x-partner-id': PDAM_PARTNER.partnerId,
      'x-external-id': String(randomInt(1e12)),
      'channel-id': '95051',
    };
    if (bend.mode === 'ASYMMETRIC') {
      const signature = signAsymmetric(KEYS.privateKey, parts);
      return this.send(method, endpointUrl, bend.sent ?? text, {
        ...headers,
        'x-signature': signature,
        ...bend.headers,
      });
    }
    this.accessToken ??= String((await this.token()).body.accessToken);
    const { accessToken } = this;
    const signature = signSymmetric(PDAM_PARTNER.secret, { ...parts, accessToken });
    const authorization = `Bearer ${accessToken}`;
    return this.send(
      method,
      endpointUrl,
      bend.sent ?? text,
      { ...headers, authorization, 'x-signature': signature, ...bend.headers },
      bend.timeoutMs,
    );
  }

  /** After the bank has forgotten it. */
  forgetToken(): void {
    this.accessToken = null;
  }

  private async send(
    method: string,
    target: string,
    body: string,
    headers: Readonly<Record<string, string | undefined>>,
    timeoutMs = 5_000,
  ): Promise<HostAnswer> {
    const given: Readonly<Record<string, string | undefined>> = {
      'content-type': 'application/json',
      ...headers,
    };
    const response = await fetch(this.bankUrl + target, {
      method,
      headers: Object.entries(given).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      ),
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    const code = String(answer.responseCode);
    // The status line must say what the code says.
    expect(code.slice(0, 3)).toBe(String(response.status));
    const data = (answer.virtualAccountData ?? {}) as Record<string, unknown>;
    return { status: response.status, code, body: answer, data };
  }
}
