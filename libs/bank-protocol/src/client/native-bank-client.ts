import { randomUUID } from 'node:crypto';
import {
  NATIVE_HEADERS,
  nativeStringToSign,
  responseStringToSign,
  signNative,
  verifyNativeResponse,
} from '../native';
import { formatRfc3339 } from '../timestamp';
import type { NotificationBody, ProcessBody, ReversalBody, VerifyBody } from './request-bodies';

/** Paths of the native bank API (bank-api.md, "Endpoints"). */
export const NATIVE_PATHS = {
  verify: '/api/v1/payment/verify',
  process: '/api/v1/payment/process',
  status: '/api/v1/payment/status',
  receipt: '/api/v1/payment/receipt',
  reversal: '/api/v1/payment/reversal',
  notification: '/api/webhook/payment-notification',
} as const;

export interface NativeBankClientOptions {
  /** Origin of the API, e.g. `http://127.0.0.1:3000`; a path prefix is kept and signed. */
  readonly baseUrl: string;
  readonly keyId: string;
  readonly secret: string | Buffer;
  /** Epoch milliseconds; injected so that tests and fault drills can shift the bank's clock. */
  readonly now: () => number;
  /** Milliseconds until a call is abandoned with a TimeoutError; banks give up at about 30 s. */
  readonly timeoutMs?: number;
  /** How the bytes travel; the global fetch by default. Fault drills pass one that loses requests or answers. */
  readonly fetch?: typeof fetch;
}

/** One call as it left the bank. */
export interface SentRequest {
  readonly method: string;
  readonly requestTarget: string;
  readonly timestamp: string;
  readonly requestId: string;
  readonly rawBody: Buffer;
  readonly stringToSign: string;
  readonly signature: string;
}

/**
 * What an answer's signature is worth: VALID, INVALID (somebody changed it), ABSENT (refusals up to and including the
 * signature check are not signed; anything else unsigned is suspect).
 */
export type AnswerVerdict = 'VALID' | 'INVALID' | 'ABSENT';

/** The API's answer: bytes as received, and `body` parsed when it is JSON (undefined otherwise). */
export interface NativeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly rawBody: Buffer;
  readonly verdict: AnswerVerdict;
  /** What we checked the answer's signature against; null when it carried none. */
  readonly stringToVerify: string | null;
  readonly request: SentRequest;
}

export interface CallOptions {
  readonly accept?: string;
  /** Our own nonce; a fresh one by default. Every call, also a retry, must carry a new one. */
  readonly requestId?: string;
}

/**
 * The bank's side of the native API: signs each call, sends it, checks the signed answer. Any HTTP status is an
 * answer; it rejects only when no answer came (connection, time-out), which for `process` means UNKNOWN, not failed.
 */
export class NativeBankClient {
  constructor(private readonly options: NativeBankClientOptions) {}

  verify(body: VerifyBody): Promise<NativeAnswer> {
    return this.post(NATIVE_PATHS.verify, body);
  }

  /** Posts a payment. Pass the Buffer of an earlier `request.rawBody` to repeat it byte for byte. */
  process(body: ProcessBody | Buffer): Promise<NativeAnswer> {
    return this.post(NATIVE_PATHS.process, body);
  }

  status(bankReference: string): Promise<NativeAnswer> {
    return this.send('GET', withQuery(NATIVE_PATHS.status, new Map([['bank_reference', bankReference]])));
  }

  /** JSON by default; `text/plain` takes `columns` (32, 42 or 80), `application/pdf` the PDF bytes. */
  receipt(
    bankReference: string,
    form: { readonly accept?: string; readonly columns?: 32 | 42 | 80 } = {},
  ): Promise<NativeAnswer> {
    const query = new Map([['bank_reference', bankReference]]);
    if (form.columns !== undefined) query.set('columns', String(form.columns));
    const target = withQuery(NATIVE_PATHS.receipt, query);
    return this.send('GET', target, undefined, form.accept === undefined ? {} : { accept: form.accept });
  }

  reversal(body: ReversalBody | Buffer): Promise<NativeAnswer> {
    return this.post(NATIVE_PATHS.reversal, body);
  }

  notify(body: NotificationBody | Buffer): Promise<NativeAnswer> {
    return this.post(NATIVE_PATHS.notification, body);
  }

  /** Any signed call; the named methods are this one with the contract's paths. */
  async send(
    method: string,
    target: string,
    rawBody?: Buffer,
    call: CallOptions = {},
  ): Promise<NativeAnswer> {
    const url = new URL(this.options.baseUrl.replace(/\/$/, '') + target);
    const request = this.sign(
      method,
      `${url.pathname}${url.search}`,
      rawBody ?? Buffer.alloc(0),
      call.requestId,
    );
    const response = await (this.options.fetch ?? fetch)(url, {
      method,
      redirect: 'manual',
      headers: {
        accept: call.accept ?? 'application/json',
        [NATIVE_HEADERS.apiKey]: this.options.keyId,
        [NATIVE_HEADERS.timestamp]: request.timestamp,
        [NATIVE_HEADERS.requestId]: request.requestId,
        [NATIVE_HEADERS.signature]: request.signature,
        ...(rawBody ? { 'content-type': 'application/json' } : {}),
      },
      signal: AbortSignal.timeout(this.options.timeoutMs ?? 30_000),
      ...(rawBody ? { body: new Uint8Array(rawBody) } : {}),
    });
    return this.read(response, request);
  }

  private post(path: string, body: object): Promise<NativeAnswer> {
    return this.send('POST', path, Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body), 'utf8'));
  }

  private sign(
    method: string,
    requestTarget: string,
    rawBody: Buffer,
    requestId: string = randomUUID(),
  ): SentRequest {
    const parts = { method, requestTarget, timestamp: formatRfc3339(this.options.now()), requestId, rawBody };
    return {
      ...parts,
      stringToSign: nativeStringToSign(parts),
      signature: signNative(this.options.secret, parts),
    };
  }

  private async read(response: Response, request: SentRequest): Promise<NativeAnswer> {
    const rawBody = Buffer.from(await response.arrayBuffer());
    const timestamp = response.headers.get(NATIVE_HEADERS.timestamp);
    const signature = response.headers.get(NATIVE_HEADERS.signature);
    const seen = {
      status: response.status,
      headers: response.headers,
      rawBody,
      body: jsonBody(response, rawBody),
      request,
    };
    if (timestamp === null || signature === null) return { ...seen, verdict: 'ABSENT', stringToVerify: null };
    const parts = { status: response.status, requestId: request.requestId, timestamp, rawBody };
    const verdict = verifyNativeResponse([this.options.secret], parts, signature) === 0 ? 'VALID' : 'INVALID';
    return { ...seen, verdict, stringToVerify: responseStringToSign(parts) };
  }
}

function withQuery(path: string, query: ReadonlyMap<string, string>): string {
  const pairs = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${pairs.join('&')}`;
}

function jsonBody(response: Response, rawBody: Buffer): unknown {
  if (!/^application\/(?:[a-z.+-]+\+)?json\b/i.test(response.headers.get('content-type') ?? ''))
    return undefined;
  try {
    return JSON.parse(rawBody.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
