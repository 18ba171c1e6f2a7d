import {
  NATIVE_PATHS,
  NativeBankClient,
  type NativeAnswer,
  type ReversalBody,
  type VerifyBody,
} from '@tirtapay/bank-protocol';
import type { BankProfile } from './bank-profile';
import type { Exchange, ExchangeLog, Operation } from './exchange-log';

export interface NativeChannelOptions {
  readonly apiUrl: string;
  readonly banks: readonly BankProfile[];
  readonly log: ExchangeLog;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timeoutMs?: number;
}

/** The sandbox bank's line to the biller over the native API. Every call, answered or not, is one line of the log. */
export class NativeChannel {
  constructor(private readonly options: NativeChannelOptions) {}

  inquire(bank: BankProfile, body: VerifyBody): Promise<Exchange> {
    return this.call(bank, 'inquiry', `POST ${NATIVE_PATHS.verify}`, (client) => client.verify(body));
  }

  /** Sends a process body as given: the first time and, for a retry, the very same bytes again. */
  pay(bank: BankProfile, operation: 'payment' | 'retry', rawBody: Buffer): Promise<Exchange> {
    return this.call(bank, operation, `POST ${NATIVE_PATHS.process}`, (client) => client.process(rawBody));
  }

  status(bank: BankProfile, reference: string): Promise<Exchange> {
    return this.call(bank, 'status', `GET ${NATIVE_PATHS.status}`, (client) => client.status(reference));
  }

  reverse(bank: BankProfile, body: ReversalBody): Promise<Exchange> {
    return this.call(bank, 'reversal', `POST ${NATIVE_PATHS.reversal}`, (client) => client.reversal(body));
  }

  private async call(
    bank: BankProfile,
    operation: Operation,
    asked: string,
    send: (client: NativeBankClient) => Promise<NativeAnswer>,
  ): Promise<Exchange> {
    const { apiUrl, now, timeoutMs, log } = this.options;
    const { keyId, secret } = bank;
    const client = new NativeBankClient({
      baseUrl: apiUrl,
      keyId,
      secret,
      now,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const at = now();
    const started = performance.now();
    const outcome = await send(client).then(
      (answer) => ({ answer, failure: null }),
      (error: unknown) => ({ answer: null, failure: reasonOf(error) }),
    );
    const elapsedMs = Math.round(performance.now() - started);
    return log.add({ bank: bank.id, operation, at, elapsedMs, asked, ...outcome });
  }
}

/** Node's fetch says only "fetch failed"; its cause says what failed. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as {
    name?: string;
    message?: string;
    cause?: NodeJS.ErrnoException;
  };
  if (name === 'TimeoutError') return 'tidak ada jawaban sampai batas waktu';
  if (cause?.code === 'ECONNREFUSED') return 'sambungan ditolak, TirtaPay tidak berjalan di alamat itu';
  return cause?.code ?? cause?.message ?? message ?? String(error);
}
