import { Injectable } from '@nestjs/common';
import {
  type CheckoutState,
  isCustomerNumber,
  isDynamicVirtualAccountCustomerNo,
  rupiah,
  type Rupiah,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { knownCustomer } from '../../../money/payment';
import { asItWas } from '../../../water/customers';
import type { AccountNamed } from './account-named';

/** Whose money a virtual account takes. */
export interface AccountOwner {
  readonly customerNumber: string;
  readonly name: string;
  /** The checkout a dynamic account was made for; null for the customer's own static account. */
  readonly checkout: AccountCheckout | null;
}

export interface AccountCheckout {
  readonly checkoutId: number;
  readonly state: 'OPEN' | 'PAID' | 'EXPIRED' | 'CANCELLED';
  readonly paymentId: number | null;
  /** Oldest first. */
  readonly billNumbers: readonly string[];
  readonly billAmount: Rupiah;
  readonly stampDuty: Rupiah;
  readonly adminFee: Rupiah;
}

interface CheckoutRow {
  customer_number: string;
  name: string;
  id: number;
  status: CheckoutState;
  closed_reason: string | null;
  expires_at: Date;
  payment_id: number | null;
  bill_numbers: string[];
  bill_amount: number;
  stamp_duty: number;
  admin_fee: number;
}

@Injectable()
export class VirtualAccountQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null for a number that is neither a customer's nor of a checkout at this bank, also one with a wrong digit. */
  async ownerOf(bankId: number, account: AccountNamed): Promise<AccountOwner | null> {
    const { customerNo } = account;
    if (isDynamicVirtualAccountCustomerNo(customerNo)) return this.ownerOfCheckout(bankId, account);
    if (!isCustomerNumber(customerNo)) return null;
    const [customer] = await this.database.readPrepared<{ name: string }>(
      'snap_customer',
      `SELECT c.name FROM pelanggan c WHERE c.customer_number = $1 AND ${knownCustomer('c')}`,
      [customerNo],
    );
    return customer === undefined
      ? null
      : { customerNumber: customerNo, name: customer.name, checkout: null };
  }

  /** The payer's name as the bank was answered it when the payment was posted. */
  async nameThen(paymentId: number): Promise<string> {
    const row = await this.database.read<{ name: string }>(
      `SELECT ${asItWas('name', 'p.posted_at')} AS name FROM pembayaran p JOIN pelanggan c ON c.id = p.customer_id WHERE p.id = $1`,
      [paymentId],
    );
    return row[0]?.name ?? '';
  }

  /** Whether there ever was a bill that has been paid: nothing owed is then "paid", else there is no bill. */
  async hasPaidBills(customerNumber: string): Promise<boolean> {
    const rows = await this.database.read(
      `SELECT 1 FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
       WHERE c.customer_number = $1 AND b.state = 'PAID' LIMIT 1`,
      [customerNumber],
    );
    return rows.length > 0;
  }

  /** The reference of the newest payment through this account at this bank, or null. */
  async latestReference(bankId: number, owner: AccountOwner): Promise<string | null> {
    const [row] = await this.database.read<{ bank_reference: string }>(
      `SELECT p.bank_reference FROM pembayaran p JOIN pelanggan c ON c.id = p.customer_id
       WHERE p.kind = 'PAYMENT' AND p.collector_id = $1 AND c.customer_number = $2 AND p.channel = 'VA' AND ($3::bigint IS NULL OR p.id = $3)
       ORDER BY p.posted_at DESC, p.id DESC LIMIT 1`,
      [bankId, owner.customerNumber, owner.checkout === null ? null : (owner.checkout.paymentId ?? 0)],
    );
    return row?.bank_reference ?? null;
  }

  private async ownerOfCheckout(bankId: number, account: AccountNamed): Promise<AccountOwner | null> {
    // Numbers of the sequence come round again after a thousand million checkouts: the newest one counts.
    const [row] = await this.database.readPrepared<CheckoutRow>(
      'snap_checkout',
      `SELECT c.customer_number, c.name, i.id, i.status, i.closed_reason, i.expires_at, i.payment_id,
         (SELECT array_agg(b.bill_number ORDER BY b.due_date, b.bill_number) FROM tagihan b WHERE b.id = ANY (i.bill_ids)) AS bill_numbers,
         i.bill_amount, i.stamp_duty, i.admin_fee
       FROM va_transaction v JOIN niat_bayar i ON i.id = v.intent_id JOIN pelanggan c ON c.id = i.customer_id
       WHERE v.bank_id = $1 AND v.virtual_account_number = $2 ORDER BY v.id DESC LIMIT 1`,
      [bankId, account.virtualAccountNo.trim()],
    );
    if (row === undefined) return null;
    return {
      customerNumber: row.customer_number,
      name: row.name,
      checkout: {
        checkoutId: row.id,
        state: this.stateOf(row),
        paymentId: row.payment_id,
        billNumbers: row.bill_numbers,
        billAmount: rupiah(row.bill_amount),
        stampDuty: rupiah(row.stamp_duty),
        adminFee: rupiah(row.admin_fee),
      },
    };
  }

  private stateOf(row: CheckoutRow): AccountCheckout['state'] {
    switch (row.status) {
      case 'PENDING':
        return row.expires_at.getTime() <= this.clock.now() ? 'EXPIRED' : 'OPEN';
      case 'CANCELLED':
        return row.closed_reason === 'PAID_ELSEWHERE' ? 'PAID' : 'CANCELLED';
      default:
        return row.status;
    }
  }
}
