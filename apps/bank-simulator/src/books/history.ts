import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from './json-lines';

const pastPayment = z.strictObject({
  /** Bank profile id. */
  bank: z.string().min(1).max(32),
  reference: z.string().min(1).max(64),
  customer_no: z.string().max(32),
  /** `YYYYMM`. */
  periods: z.array(z.string().regex(/^\d{6}$/)).max(60),
  /** Integer rupiah without the fee: what is the biller's. */
  amount: z.int().min(0).max(1e12),
  fee: z.int().min(0).max(1e9),
  channel: z.string().max(16),
  /** RFC 3339. */
  paid_at: z.string().max(40),
});

/** A payment the bank took before this sandbox was there to take it. */
export type PastPayment = z.infer<typeof pastPayment>;

/** Payments of the past, as they are handed over: a month of both banks fits. */
export const historyOrder = z.strictObject({ payments: z.array(pastPayment).max(5_000) });

/** What the bank took before the sandbox was begun with; its files speak of it like of everything else. */
export class HistoryBook {
  private readonly byReference = new Map<string, PastPayment>();
  private readonly lines: JsonLines<PastPayment>;

  constructor(home: string) {
    const file = join(home, 'bank-simulator', 'history.jsonl');
    this.lines = new JsonLines(file, pastPayment, (entry) => {
      this.byReference.set(keyOf(entry), entry);
    });
  }

  /** What is known already stays as it is. */
  add(payments: readonly PastPayment[]): void {
    this.lines.catchUp();
    this.lines.appendAll(payments.filter((payment) => !this.byReference.has(keyOf(payment))));
  }

  all(): PastPayment[] {
    this.lines.catchUp();
    return [...this.byReference.values()];
  }
}

function keyOf({ bank, reference }: PastPayment): string {
  return `${bank} ${reference}`;
}
