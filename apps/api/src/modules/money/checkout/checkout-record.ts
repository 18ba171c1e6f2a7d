import type { CheckoutMethod, CheckoutState } from '@tirtapay/domain';
import type { QueryResultRow } from 'pg';

/** How the account or code stands at the bank. FAILED: it is not there. */
export const BANK_STATES = ['PENDING', 'DONE', 'FAILED', 'UNKNOWN', 'CANCELLED'] as const;
export type BankState = (typeof BANK_STATES)[number];

/** WITHDRAWN: by staff, with a reason of theirs. */
export type ClosedReason =
  'EXPIRED' | 'PAID_ELSEWHERE' | 'REPLACED' | 'BILLS_CHANGED' | 'BANK_REFUSED' | 'WITHDRAWN';

/** A checkout with its account or code. */
export interface CheckoutRecord extends QueryResultRow {
  readonly id: number;
  readonly token: string;
  readonly customer_id: number;
  readonly customer_number: string;
  readonly customer_name: string;
  /** Of its bills, oldest first. */
  readonly periods: readonly string[];
  readonly bank_id: number;
  readonly bank_code: string;
  readonly bank_name: string;
  readonly bank_live: boolean;
  readonly method: CheckoutMethod;
  readonly bill_amount: number;
  readonly stamp_duty: number;
  readonly admin_fee: number;
  readonly amount: number;
  readonly status: CheckoutState;
  readonly closed_reason: ClosedReason | null;
  readonly expires_at: Date;
  readonly closed_at: Date | null;
  readonly checks: number;
  readonly bank_state: BankState;
  readonly trx_id: string | null;
  readonly customer_no: string | null;
  readonly virtual_account_number: string | null;
  readonly partner_reference_no: string | null;
  readonly reference_no: string | null;
  readonly payload: string | null;
  readonly merchant_name: string | null;
  readonly nmid: string | null;
  readonly receipt_token: string | null;
  /** The payment of a PAID one was taken back. */
  readonly reversed: boolean;
}

interface Reader {
  read<Row extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<Row[]>;
}

const SELECT = `
  SELECT i.id, i.token, i.customer_id, c.customer_number, c.name AS customer_name, i.bank_id, b.code AS bank_code, b.name AS bank_name, b.environment = 'LIVE' AS bank_live, i.method,
    i.bill_amount, i.stamp_duty, i.admin_fee, i.amount, i.status, i.closed_reason, i.expires_at, i.closed_at, i.checks,
    coalesce(v.bank_state, q.bank_state) AS bank_state, v.trx_id, v.customer_no, v.virtual_account_number,
    q.partner_reference_no, q.reference_no, q.payload, q.merchant_name, q.nmid, k.token AS receipt_token,
    ARRAY (SELECT t.period FROM tagihan t WHERE t.id = ANY (i.bill_ids) ORDER BY t.period) AS periods,
    EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = i.payment_id) AS reversed
  FROM niat_bayar i
  JOIN pelanggan c ON c.id = i.customer_id
  JOIN bank_integration b ON b.id = i.bank_id
  LEFT JOIN va_transaction v ON v.intent_id = i.id
  LEFT JOIN qris_transaction q ON q.intent_id = i.id
  LEFT JOIN kwitansi k ON k.payment_id = i.payment_id`;

export async function checkoutsById(database: Reader, ids: readonly number[]): Promise<CheckoutRecord[]> {
  return database.read<CheckoutRecord>(`${SELECT} WHERE i.id = ANY ($1)`, [ids]);
}

export async function checkoutByToken(database: Reader, token: string): Promise<CheckoutRecord | null> {
  const [row] = await database.read<CheckoutRecord>(`${SELECT} WHERE i.token = $1`, [token]);
  return row ?? null;
}
