import { outcomeOf } from '../biller/outcome';
import type { BankCall } from '../books/call-log';

/** What the biller should do at one step. */
export interface Expectation {
  readonly text: string;
  holds(calls: readonly BankCall[]): boolean;
}

const lastIs = (wanted: ReturnType<typeof outcomeOf>) => (calls: readonly BankCall[]) => {
  const last = calls.at(-1);
  return last !== undefined && outcomeOf(last) === wanted;
};

export const DONE: Expectation = { text: 'diterima', holds: lastIs('DONE') };
export const REFUSED: Expectation = { text: 'ditolak', holds: lastIs('REFUSED') };
export const UNAUTHORIZED: Expectation = {
  text: 'tanda tangan ditolak (401)',
  holds: lastIs('UNAUTHORIZED'),
};
/** The bank hears nothing, because that is the fault. */
export const UNHEARD: Expectation = {
  text: 'tanpa jawaban',
  holds: (calls) => calls.every(({ status }) => status === null),
};
/** The biller closes its day. */
export const CLOSED: Expectation = {
  text: 'ditolak karena jam tutup',
  holds: (calls) => /^403..06$|^bank\.cutoff$/.test(calls.at(-1)?.response_code ?? ''),
};
/** Repeated at once: each is the payment, or is told to wait, and none is refused. */
export const ONE_PAYMENT: Expectation = {
  text: 'semua menunjuk satu pembayaran',
  holds: (calls) =>
    calls.some((call) => outcomeOf(call) === 'DONE') &&
    calls.every((call) => ['DONE', 'UNKNOWN'].includes(outcomeOf(call))),
};
/** Nothing is sent at this step. */
export const NOTHING: Expectation = { text: 'tidak ada yang dikirim', holds: (calls) => calls.length === 0 };
