import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import {
  type CheckoutMethod,
  dynamicVirtualAccountNumber,
  type PaymentTotals,
  QRIS_TRANSACTION_LIMIT,
  totals,
} from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx, type RowOf } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { BankProfile } from '../../bank-gateway/registry';
import type { OutboundSettings } from '../../bank-gateway/outbound';
import { InquireBills } from '../payment';
import { CheckoutLife } from './checkout-life';
import { closeCheckout, lockCustomer } from './checkout-statements';
import { CheckoutQuota } from './checkout-quota';
import type { Checkout } from './entities/checkout.entity';

export interface CheckoutWish {
  readonly customerNumber: string;
  readonly method: CheckoutMethod;
  readonly bank: BankProfile;
  readonly settings: OutboundSettings;
  /** Only the oldest N bills. */
  readonly billCount: number | undefined;
  /** Of the counter whose customer pays it by phone: it lists what comes of it. */
  readonly shiftId?: number;
}

export interface OpenedCheckout {
  readonly id: number;
  /** False when an open one for the same bills, bank and method is used again. */
  readonly isNew: boolean;
}

interface Owed {
  readonly customerId: number;
  /** Ascending, as everywhere bill sets are compared. */
  readonly billIds: readonly number[];
  readonly sums: PaymentTotals;
}

type OpenRow = RowOf<
  Checkout,
  'id' | 'bankId' | 'method' | 'billAmount' | 'stampDuty' | 'amount' | 'expiresAt'
>;

const MINUTE = 60_000;
const TOKEN_BYTES = 18;
/** By then the bank was called, or the process that should have is gone and the janitor asks the bank. */
const CALL_MILLISECONDS = 15_000;

/**
 * One open checkout per customer, set of bills and way to pay them: who asks for another way takes none from whoever is
 * paying (adr/0125). The amount is fixed for its life, and its life ends with the business day, because the next day may
 * add a penalty; when it does not, one opened shortly before midnight lives on.
 */
@Injectable()
export class OpenCheckout {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly inquiries: InquireBills,
    private readonly life: CheckoutLife,
    private readonly quota: CheckoutQuota,
  ) {}

  /** @throws Problem bill.none_open, intent.method_unavailable, intent.day_ending, intent.quota */
  async open(wish: CheckoutWish): Promise<OpenedCheckout> {
    const owed = await this.owed(wish);
    const open = await this.database.read<OpenRow>(OPEN, [owed.customerId, owed.billIds]);
    const known = open.find((row) => this.usable(row, wish, owed));
    if (known !== undefined) {
      if (wish.shiftId !== undefined) await this.database.write(SHOWN_AT_COUNTER, [known.id, wish.shiftId]);
      return { id: known.id, isNew: false };
    }
    const expiresAt = await this.life.expiry({
      method: wish.method,
      minutes: wish.settings.minutes[wish.method],
      customerNumber: wish.customerNumber,
      billCount: owed.billIds.length,
      billAmount: owed.sums.billAmount,
    });
    if (expiresAt === null)
      throw new Problem('intent.day_ending', { retryAfter: this.life.secondsToMidnight() });
    return this.database.transaction((tx) => this.openIn(tx, wish, owed, expiresAt));
  }

  private async owed({ customerNumber, method, bank, billCount }: CheckoutWish): Promise<Owed> {
    const { customer, bills: open } = await this.inquiries.open(customerNumber);
    const bills = open.slice(0, billCount ?? open.length);
    if (bills.length === 0) throw new Problem('bill.none_open');
    const sums = totals(bills, method === 'QRIS' ? bank.qrisAdminFee : bank.adminFee);
    if (method === 'QRIS' && sums.totalAmount > QRIS_TRANSACTION_LIMIT)
      throw new Problem('intent.method_unavailable');
    return { customerId: customer.id, billIds: bills.map((bill) => bill.id).sort((a, b) => a - b), sums };
  }

  private async openIn(tx: Tx, wish: CheckoutWish, owed: Owed, expiresAt: number): Promise<OpenedCheckout> {
    await lockCustomer(tx, owed.customerId);
    const now = this.clock.now();
    const open = await tx.query<OpenRow>(OPEN, [owed.customerId, owed.billIds]);
    const known = open.find((row) => this.usable(row, wish, owed));
    if (known !== undefined) {
      if (wish.shiftId !== undefined) await tx.query(SHOWN_AT_COUNTER, [known.id, wish.shiftId]);
      return { id: known.id, isNew: false };
    }
    for (const row of open) {
      const reason = reasonToEnd(row, wish, owed, now);
      if (reason !== null) await closeCheckout(tx, row.id, reason, new Date(now));
    }
    const stillOpen = await tx.query(
      "SELECT 1 FROM tagihan WHERE id = ANY ($1) AND customer_id = $2 AND state = 'ISSUED'",
      [owed.billIds, owed.customerId],
    );
    if (stillOpen.length !== owed.billIds.length) throw new Problem('bill.already_paid');
    // Under the lock, so that clicks that meet here and share one checkout cost one.
    await this.quota.consume(owed.customerId);
    const id = await this.insert(tx, wish, owed, { now, expiresAt });
    await this.insertOrderAtBank(tx, wish, id, now);
    await writeAudit(tx, {
      action: 'intent.opened',
      entityType: 'niat_bayar',
      entityId: id,
      after: {
        method: wish.method,
        bank: wish.bank.code,
        amount: owed.sums.totalAmount,
        bill_ids: owed.billIds,
      },
    });
    return { id, isNew: true };
  }

  private usable(row: OpenRow, wish: CheckoutWish, owed: Owed): boolean {
    return (
      row.bank_id === wish.bank.id &&
      row.method === wish.method &&
      row.amount === owed.sums.totalAmount &&
      row.expires_at.getTime() > this.clock.now() + MINUTE
    );
  }

  private async insert(
    tx: Tx,
    wish: CheckoutWish,
    { customerId, billIds, sums }: Owed,
    { now, expiresAt }: { now: number; expiresAt: number },
  ): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `INSERT INTO niat_bayar (token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount, status,
         created_at, expires_at, next_check_at, shift_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'PENDING', $10, $11, $12, $13) RETURNING id`,
      [
        randomBytes(TOKEN_BYTES).toString('base64url'),
        customerId,
        wish.bank.id,
        wish.method,
        billIds,
        sums.billAmount,
        sums.stampDuty,
        sums.adminFee,
        sums.totalAmount,
        new Date(now),
        new Date(expiresAt),
        new Date(now + CALL_MILLISECONDS),
        wish.shiftId ?? null,
      ],
    );
    return row.id;
  }

  private async insertOrderAtBank(tx: Tx, wish: CheckoutWish, id: number, now: number): Promise<void> {
    // Short enough for the reference label of a QRIS code (25).
    const day = this.clock.businessDate().replaceAll('-', '');
    const reference = `${wish.method === 'VA' ? 'VA' : 'QR'}${day}${String(id).padStart(8, '0')}`;
    if (wish.method === 'QRIS') {
      await tx.query(
        'INSERT INTO qris_transaction (intent_id, bank_id, partner_reference_no, created_at) VALUES ($1, $2, $3, $4)',
        [id, wish.bank.id, reference, new Date(now)],
      );
      return;
    }
    const { partnerServiceId } = wish.settings;
    const drawn = await tx.one<{ sequence: number }>("SELECT nextval('va_number_sequence') AS sequence");
    const number = dynamicVirtualAccountNumber(partnerServiceId, drawn.sequence);
    await tx.query(
      `INSERT INTO va_transaction (intent_id, bank_id, trx_id, partner_service_id, customer_no, virtual_account_number, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        wish.bank.id,
        reference,
        partnerServiceId,
        number.slice(partnerServiceId.trim().length),
        number,
        new Date(now),
      ],
    );
  }
}

/** Of these bills, whatever the way. */
const OPEN = `SELECT id, bank_id, method, bill_amount, stamp_duty, amount, expires_at FROM niat_bayar
  WHERE customer_id = $1 AND bill_ids = $2 AND status = 'PENDING' ORDER BY id`;

/** One that was opened on the customer's own page, and is paid at the counter now. */
const SHOWN_AT_COUNTER = "UPDATE niat_bayar SET shift_id = $2 WHERE id = $1 AND status = 'PENDING'";

/** @returns null for one that is paid in another way and asks for what is owed: it stays, and whichever is paid first ends the others */
function reasonToEnd(
  row: OpenRow,
  wish: CheckoutWish,
  { sums }: Owed,
  now: number,
): 'EXPIRED' | 'BILLS_CHANGED' | 'REPLACED' | null {
  if (row.expires_at.getTime() <= now) return 'EXPIRED';
  if (row.bill_amount !== sums.billAmount || row.stamp_duty !== sums.stampDuty) return 'BILLS_CHANGED';
  if (row.bank_id !== wish.bank.id || row.method !== wish.method) return null;
  return row.amount === sums.totalAmount ? 'REPLACED' : 'BILLS_CHANGED';
}
