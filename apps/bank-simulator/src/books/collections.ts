import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from './json-lines';
import { isExpired, numberOf, type Order } from './orders';

const refund = z.object({
  partner_refund_no: z.string(),
  refund_no: z.string(),
  amount: z.int(),
  refunded_at: z.string(),
});

const collectionSchema = z.object({
  bank: z.string(),
  /** Ours; `paymentRequestId`, `bank_reference` and, of a code, its `referenceNo`. */
  reference: z.string(),
  method: z.enum(['VA', 'QRIS']),
  /** How the biller is told. */
  via: z.enum(['SNAP', 'NATIVE', 'WEBHOOK']),
  /** VA: the number in digits; QRIS: the biller's own reference of the code. */
  target: z.string(),
  customer_no: z.string(),
  name: z.string(),
  /** Integer rupiah without the fee: what becomes the biller's. */
  amount: z.int(),
  fee: z.int(),
  /** Bill numbers, when the biller named them. */
  bills: z.array(z.string()),
  paid_at: z.string(),
  /** The payment message as first sent, so that a retry repeats it; empty when the biller is only notified. */
  body: z.string(),
  /**
   * TAKEN: the customer has paid us, the biller has not confirmed. CONFIRMED: it has. RETURNED: it refused, or no money
   * ever moved. REVERSED: withdrawn after it was confirmed.
   */
  state: z.enum(['TAKEN', 'CONFIRMED', 'RETURNED', 'REVERSED']),
  reversal_reference: z.string().optional(),
  refunds: z.array(refund),
});

/** Money a customer paid into a virtual account or onto a code. */
export type Collection = z.infer<typeof collectionSchema>;
export type Refund = z.infer<typeof refund>;

/** PAID wins over every other state: money does not go away because an account has expired. */
export type OrderState = 'OPEN' | 'PAID' | 'EXPIRED' | 'CANCELLED';

/** What customers have paid; the last line of a reference wins. */
export class CollectionBook {
  private readonly byReference = new Map<string, Collection>();
  private readonly lines: JsonLines<Collection>;

  constructor(home: string) {
    const file = join(home, 'bank-simulator', 'collections.jsonl');
    this.lines = new JsonLines(file, collectionSchema, (entry) => {
      this.byReference.set(`${entry.bank} ${entry.reference}`, entry);
    });
  }

  record(entry: Collection): Collection {
    this.lines.append(entry);
    return entry;
  }

  /** Newest first. */
  all(): Collection[] {
    this.lines.catchUp();
    return [...this.byReference.values()].reverse();
  }

  find(reference: string, bank?: string): Collection | null {
    const matches = (entry: Collection): boolean =>
      entry.reference === reference && (bank === undefined || entry.bank === bank);
    return this.all().find(matches) ?? null;
  }

  /** The first payment that still stands for this account or code. */
  ofOrder(order: Order): Collection | null {
    const target = order.method === 'VA' ? numberOf(order) : order.partner_reference_no;
    return (
      this.all().findLast(
        (entry) =>
          entry.bank === order.bank &&
          entry.method === order.method &&
          entry.target === target &&
          isHeld(entry) &&
          // An account number may be used again: what was paid before this order is not for this order.
          entry.paid_at >= order.created_at,
      ) ?? null
    );
  }

  stateOf(order: Order, now: number): OrderState {
    if (this.ofOrder(order) !== null) return 'PAID';
    if (order.status !== 'OPEN') return 'CANCELLED';
    return isExpired(order, now) ? 'EXPIRED' : 'OPEN';
  }
}

/** Whether the bank holds this money for the biller. */
export function isHeld({ state }: Collection): boolean {
  return state === 'TAKEN' || state === 'CONFIRMED';
}
