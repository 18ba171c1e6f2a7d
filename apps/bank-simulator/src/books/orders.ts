import { join } from 'node:path';
import { parseSnapTimestamp } from '@tirtapay/bank-protocol';
import { z } from 'zod';
import { JsonLines } from './json-lines';

const order = {
  /** Bank profile id. */
  bank: z.string(),
  /** Integer rupiah. Of an account: bills and stamp duty, the fee apart; of a code: everything the payer pays. */
  amount: z.int(),
  fee: z.int(),
  /** RFC 3339 as the biller sent it; null when it set no end. */
  expires_at: z.string().nullable(),
  created_at: z.string(),
  /** LOST: the bank said yes and then forgot it (a fault to be chosen). */
  status: z.enum(['OPEN', 'CANCELLED', 'LOST']),
};

const vaOrder = z.object({
  method: z.literal('VA'),
  ...order,
  trx_id: z.string(),
  /** Digits only. */
  partner_service_id: z.string(),
  customer_no: z.string(),
  name: z.string(),
  /** The biller told us that it was paid elsewhere (service 29). */
  marked_paid: z.boolean(),
});

const qrOrder = z.object({
  method: z.literal('QRIS'),
  ...order,
  reference_no: z.string(),
  partner_reference_no: z.string(),
  content: z.string(),
});

const anyOrder = z.discriminatedUnion('method', [vaOrder, qrOrder]);

/** A virtual account the biller had us create. */
export type VaOrder = z.infer<typeof vaOrder>;
/** A QRIS code the biller had us make. */
export type QrOrder = z.infer<typeof qrOrder>;
export type Order = z.infer<typeof anyOrder>;

/** The accounts and codes created at this bank; the last line of each wins. */
export class OrderBook {
  private readonly byKey = new Map<string, Order>();
  private readonly lines: JsonLines<Order>;

  constructor(home: string) {
    this.lines = new JsonLines(join(home, 'bank-simulator', 'orders.jsonl'), anyOrder, (entry) => {
      this.byKey.set(keyOf(entry), entry);
    });
  }

  record(entry: Order): void {
    this.lines.append(entry);
  }

  /** Newest first; without those the bank has lost. */
  all(): Order[] {
    this.lines.catchUp();
    return [...this.byKey.values()].filter(({ status }) => status !== 'LOST').reverse();
  }

  account(bank: string, trxId: string): VaOrder | null {
    return this.accounts().find((entry) => entry.bank === bank && entry.trx_id === trxId) ?? null;
  }

  /** The newest account with this number (digits only); of any bank when none is named. */
  accountNumbered(number: string, bank?: string): VaOrder | null {
    const matches = (entry: VaOrder): boolean =>
      numberOf(entry) === number && (bank === undefined || entry.bank === bank);
    return this.accounts().find(matches) ?? null;
  }

  code(name: {
    readonly bank?: string;
    readonly referenceNo?: string | null;
    readonly partnerReferenceNo?: string | null;
  }): QrOrder | null {
    const { bank, referenceNo, partnerReferenceNo } = name;
    if (!referenceNo && !partnerReferenceNo) return null;
    const codes = this.all().filter((entry) => entry.method === 'QRIS');
    const matches = (entry: QrOrder): boolean =>
      (bank === undefined || entry.bank === bank) &&
      (!referenceNo || entry.reference_no === referenceNo) &&
      (!partnerReferenceNo || entry.partner_reference_no === partnerReferenceNo);
    return codes.find(matches) ?? null;
  }

  private accounts(): VaOrder[] {
    return this.all().filter((entry) => entry.method === 'VA');
  }
}

/** As customers type it. */
export function numberOf(account: Pick<VaOrder, 'partner_service_id' | 'customer_no'>): string {
  return `${account.partner_service_id}${account.customer_no}`;
}

/** Whether its life is over at `now` (epoch milliseconds). */
export function isExpired({ expires_at }: Order, now: number): boolean {
  const end = expires_at === null ? null : parseSnapTimestamp(expires_at);
  return end !== null && now > end;
}

function keyOf(entry: Order): string {
  return `${entry.method} ${entry.bank} ${entry.method === 'VA' ? entry.trx_id : entry.reference_no}`;
}
