import { createHash, createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { z } from 'zod';
import { answerBadly } from '../snap-host/host-faults';
import { sendJson } from '../http-messages';
import { billOf, serialOf } from './goods';
import type { Purchase, PurchaseBook } from './purchases';
import type { SupplierDeposit } from './supplier-deposit';
import type { SupplierFault, SupplierFaultBoard } from './supplier-faults';

/** What the biller knows the sandbox supplier by; good for nothing else. */
export const SANDBOX_SUPPLIER = {
  /** As the biller and its own statements name it. */
  code: 'SANDBOX',
  username: 'sandbox',
  apiKey: 'sandbox-supplier-key-do-not-use-in-production',
  callbackSecret: 'sandbox-supplier-callback-do-not-use-in-production',
  /** Where the biller listens for it. */
  callbackPath: '/api/v1/public/ppob/callbacks/SANDBOX',
} as const;

const orderSchema = z.object({
  commands: z.enum(['inq-pasca', 'pay-pasca', 'status-pasca']).optional(),
  username: z.string(),
  buyer_sku_code: z.string().max(64),
  customer_no: z.string().max(200),
  ref_id: z.string().min(1).max(64),
  sign: z.string(),
  max_price: z.int().min(0).optional(),
});

type Order = z.infer<typeof orderSchema>;

const balanceSchema = z.object({ cmd: z.literal('deposit'), username: z.string(), sign: z.string() });

export interface SupplierHostOptions {
  readonly apiUrl: string;
  readonly purchases: PurchaseBook;
  readonly faults: SupplierFaultBoard;
  readonly deposit: SupplierDeposit;
  readonly tokenDigits: 16 | 20;
  /** How late "late" is, milliseconds. */
  readonly lateMs: number;
  readonly now: () => number;
}

const BASE = '/supplier/v1/transaction';
const BALANCE = '/supplier/v1/cek-saldo';
const TRIES = 5;

/** A supplier in the shape of a real aggregator: one address, one reference for ever, callbacks that are signed. */
export class SupplierHost {
  constructor(private readonly options: SupplierHostOptions) {}

  static route(target: string): boolean {
    return [BASE, BALANCE].includes(target.split('?', 1)[0] ?? '');
  }

  async serve(target: string, body: Buffer, response: ServerResponse): Promise<void> {
    if (target.startsWith(BALANCE)) this.tellBalance(body, response);
    else await this.serveOrder(body, response);
  }

  private tellBalance(body: Buffer, response: ServerResponse): void {
    const read = balanceSchema.safeParse(parsed(body));
    if (read.success && read.data.sign === signOf('depo') && read.data.username === SANDBOX_SUPPLIER.username)
      sendJson(response, 200, { data: { deposit: this.options.deposit.balance() } });
    else sendJson(response, 400, { data: { rc: '41', message: 'Signature salah' } });
  }

  private async serveOrder(body: Buffer, response: ServerResponse): Promise<void> {
    const read = orderSchema.safeParse(parsed(body));
    if (!read.success) {
      sendJson(response, 400, { data: { status: 'Gagal', rc: '40', message: 'Payload Error' } });
      return;
    }
    const order = read.data;
    if (order.sign !== signOf(order.ref_id) || order.username !== SANDBOX_SUPPLIER.username) {
      sendJson(response, 400, {
        data: { ref_id: order.ref_id, status: 'Gagal', rc: '41', message: 'Signature salah' },
      });
      return;
    }
    if (order.commands === 'inq-pasca') sendJson(response, 200, { data: inquired(order) });
    else if (order.commands === 'status-pasca') sendJson(response, 200, { data: this.known(order) });
    else await this.buy(order, response);
  }

  /** The same reference is the same purchase: it is told again and not made again. */
  private async buy(order: Order, response: ServerResponse): Promise<void> {
    const { purchases, faults } = this.options;
    const standing = purchases.find(order.ref_id);
    if (standing !== undefined) {
      sendJson(response, 200, { data: told(standing) });
      return;
    }
    const fault = faults.take(order.customer_no);
    if (fault === 'timeout') return this.silent(response, '');
    const made = this.make(order, fault);
    purchases.record(made);
    const text = JSON.stringify({ data: told(made) });
    switch (fault) {
      case 'timeout-after':
        return this.silent(response, text);
      case 'wrong-body':
      case 'slow-drip':
        return answerBadly(fault, response, { status: 200, code: '', text, timestamp: '' });
      case 'late-success':
      case 'late-failure':
        void this.endLate(made, order, fault);
        break;
      case 'duplicate-callback':
        void this.callBack(made, made);
        break;
      case 'out-of-order-callback':
        void this.callBack(made, { ...made, status: 'Pending', rc: '03', serial: '' });
        break;
      default:
    }
    sendJson(response, 200, { data: told(made) });
  }

  private make(order: Order, fault: SupplierFault | null): Purchase {
    const bill = billOf(order.buyer_sku_code, order.customer_no);
    const good: Purchase = {
      ref: order.ref_id,
      sku: order.buyer_sku_code,
      customer: order.customer_no,
      status: 'Sukses',
      rc: '00',
      serial: serialOf(order.buyer_sku_code, order.ref_id, this.options.tokenDigits),
      price: bill?.price ?? order.max_price ?? 0,
      sellingPrice: bill?.amount ?? null,
      message: 'Transaksi Sukses',
      at: formatRfc3339(this.options.now()),
    };
    if (fault === 'failure')
      return { ...good, status: 'Gagal', rc: '02', serial: '', message: 'Transaksi Gagal' };
    if (fault === 'pending' || fault === 'late-success' || fault === 'late-failure')
      return { ...good, status: 'Pending', rc: '03', serial: '', message: 'Transaksi Pending' };
    return good;
  }

  private async endLate(made: Purchase, order: Order, fault: 'late-success' | 'late-failure'): Promise<void> {
    await pause(this.options.lateMs, undefined, { ref: false });
    const ended = this.make(order, fault === 'late-failure' ? 'failure' : null);
    this.options.purchases.record({ ...ended, price: made.price });
    await this.callBack(ended);
  }

  /** Tells the biller, again while it does not listen. */
  private async callBack(...news: readonly Purchase[]): Promise<void> {
    for (const purchase of news) {
      const body = JSON.stringify({ data: told(purchase) });
      const signature = createHmac('sha1', SANDBOX_SUPPLIER.callbackSecret).update(body).digest('hex');
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const answer = await fetch(this.options.apiUrl + SANDBOX_SUPPLIER.callbackPath, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-hub-signature': `sha1=${signature}`,
            'x-digiflazz-event': 'update',
          },
          body,
        }).catch(() => null);
        if (answer?.ok === true) break;
        await pause(500, undefined, { ref: false });
      }
    }
  }

  private known({ ref_id: ref }: Order): object {
    const purchase = this.options.purchases.find(ref);
    return purchase === undefined
      ? { ref_id: ref, status: 'Gagal', rc: '50', message: 'Data belum ada' }
      : told(purchase);
  }

  private silent(response: ServerResponse, text: string): Promise<void> {
    return answerBadly('timeout', response, { status: 200, code: '', text, timestamp: '' });
  }
}

function inquired(order: Order): object {
  const bill = billOf(order.buyer_sku_code, order.customer_no);
  return bill === null
    ? { ref_id: order.ref_id, status: 'Gagal', rc: '60', message: 'Tagihan belum tersedia' }
    : {
        ref_id: order.ref_id,
        status: 'Sukses',
        rc: '00',
        message: 'Transaksi Sukses',
        price: bill.price,
        selling_price: bill.amount,
        customer_name: 'PELANGGAN SANDBOX',
      };
}

function told(purchase: Purchase): object {
  return {
    ref_id: purchase.ref,
    buyer_sku_code: purchase.sku,
    customer_no: purchase.customer,
    status: purchase.status,
    rc: purchase.rc,
    sn: purchase.serial,
    price: purchase.price,
    ...(purchase.sellingPrice === null ? {} : { selling_price: purchase.sellingPrice }),
    message: purchase.message,
  };
}

function signOf(ref: string): string {
  return createHash('md5')
    .update(`${SANDBOX_SUPPLIER.username}${SANDBOX_SUPPLIER.apiKey}${ref}`)
    .digest('hex');
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
