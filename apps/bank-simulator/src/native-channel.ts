import {
  NATIVE_PATHS,
  NativeBankClient,
  type NativeAnswer,
  type ReversalBody,
  type VerifyBody,
} from '@tirtapay/bank-protocol';
import type { BankProfile } from './bank-profile';
import { fetchFor, reasonOf, type Delivery } from './biller/delivery';
import type { Exchange, ExchangeLog, Operation } from './exchange-log';

export interface NativeChannelOptions {
  readonly apiUrl: string;
  readonly log: ExchangeLog;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timeoutMs?: number;
  /** Asked before each call; true plays a bank whose signature is wrong. */
  readonly signsWrongly?: () => boolean;
}

/** What shall go wrong with one call. */
export interface Mishap {
  readonly delivery?: Delivery;
  readonly badSignature?: boolean;
  /** How far the bank's clock is off; negative is late. Native calls only. */
  readonly clockOffsetMs?: number;
}

interface NativeCall {
  readonly operation: Operation;
  readonly method: string;
  readonly target: string;
  readonly body?: Buffer;
  readonly mishap?: Mishap;
}

/** The sandbox bank's line to the biller over the native API. Every call, answered or not, is one line of the log. */
export class NativeChannel {
  constructor(private readonly options: NativeChannelOptions) {}

  inquire(bank: BankProfile, body: VerifyBody): Promise<Exchange> {
    return this.post(bank, 'inquiry', NATIVE_PATHS.verify, jsonBytes(body));
  }

  /** Sends a process body as given: the first time and, for a retry, the very same bytes again. */
  pay(bank: BankProfile, operation: 'payment' | 'retry', body: Buffer, mishap?: Mishap): Promise<Exchange> {
    return this.post(bank, operation, NATIVE_PATHS.process, body, mishap);
  }

  status(bank: BankProfile, reference: string): Promise<Exchange> {
    const target = `${NATIVE_PATHS.status}?bank_reference=${encodeURIComponent(reference)}`;
    return this.call(bank, { operation: 'status', method: 'GET', target });
  }

  reverse(bank: BankProfile, body: ReversalBody): Promise<Exchange> {
    return this.post(bank, 'reversal', NATIVE_PATHS.reversal, jsonBytes(body));
  }

  /** The webhook; the body is given as bytes, so that the same event can be sent twice byte for byte. */
  notify(bank: BankProfile, body: Buffer, mishap?: Mishap): Promise<Exchange> {
    return this.post(bank, 'notification', NATIVE_PATHS.notification, body, mishap);
  }

  /** Any signed call to any path. */
  async call(
    bank: BankProfile,
    { operation, method, target, body, mishap = {} }: NativeCall,
  ): Promise<Exchange> {
    const { apiUrl, now, timeoutMs, log } = this.options;
    const wrong = mishap.badSignature === true || this.options.signsWrongly?.() === true;
    const { delivery = 'NORMAL', clockOffsetMs = 0 } = mishap;
    const client = new NativeBankClient({
      baseUrl: apiUrl,
      keyId: bank.keyId,
      secret: wrong ? `${bank.secret}.` : bank.secret,
      now: () => now() + clockOffsetMs,
      fetch: fetchFor(delivery),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const at = now();
    const started = performance.now();
    const outcome = await client.send(method, target, body).then(
      (answer: NativeAnswer) => ({ answer, failure: null }),
      (error: unknown) => ({ answer: null, failure: reasonOf(error) }),
    );
    const elapsedMs = Math.round(performance.now() - started);
    const fault = wrong ? 'bad-signature' : delivery === 'NORMAL' ? null : delivery.toLowerCase();
    return log.add({
      bank: bank.id,
      operation,
      at,
      elapsedMs,
      asked: `${method} ${target}`,
      sentBody: body ?? Buffer.alloc(0),
      fault,
      ...outcome,
    });
  }

  private post(
    bank: BankProfile,
    operation: Operation,
    target: string,
    body: Buffer,
    mishap: Mishap = {},
  ): Promise<Exchange> {
    return this.call(bank, { operation, method: 'POST', target, body, mishap });
  }
}

function jsonBytes(body: object): Buffer {
  return Buffer.from(JSON.stringify(body), 'utf8');
}
