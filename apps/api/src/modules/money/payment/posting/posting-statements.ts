import type {
  AllocationRow,
  BusinessDate,
  CollectionChannel,
  JournalLine,
  PaymentTotals,
} from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { OpenBillRow } from '../inquiry/open-bills';

/*
 * The three round trips of a payment: lock and read, write everything, take the receipt number. The write is one
 * statement over tables of several modules (payment, billing, ledger, audit, outbox): the one written exception to "a
 * module writes only its own tables", because each further round trip costs a bank a third of its throughput.
 */

export interface LockedPayment {
  /** Set when the reference is already bound; nothing else was read or locked then. */
  readonly reference?: {
    readonly outcome: 'POSTED' | 'TOMBSTONE';
    readonly fingerprint: string | null;
    readonly payment_id: number | null;
    readonly answer: string | null;
    readonly reversed: boolean;
  };
  readonly customer?: {
    readonly id: number;
    readonly customer_number: string;
    readonly name: string;
  } | null;
  /** Open bills under lock, oldest first. */
  readonly bills?: readonly OpenBillRow[];
  /** Requested bills that are no longer open. */
  readonly settled?: readonly {
    readonly bill_number: string;
    readonly period: string;
    readonly state: 'DRAFT' | 'PAID' | 'REPLACED_BY';
    readonly principal: number;
  }[];
  readonly payment_id?: number;
  readonly journal_id?: number;
}

/** Round trip 1. Waits for a call in flight under the same reference, then for other payments of the customer. */
export async function lockPayment(
  tx: Tx,
  key: {
    readonly collectorId: number;
    readonly reference: string;
    readonly customerNumber: string;
    readonly billNumbers: readonly string[];
  },
): Promise<LockedPayment> {
  const [row] = await tx.prepared<{ state: LockedPayment }>(
    'lock_payment',
    'SELECT lock_payment($1, $2, $3, $4) AS state',
    [key.collectorId, key.reference, key.customerNumber, key.billNumbers],
  );
  return row?.state ?? {};
}

/** What a reference already means; read after waiting for a call in flight under it. */
export interface BoundReference {
  readonly outcome: 'POSTED' | 'TOMBSTONE';
  readonly payment_id: number | null;
  readonly answer: string | null;
  readonly reversed_at: string | null;
  readonly customer_id: number | null;
}

/** Takes the lock of the reference for the rest of the transaction. @returns what it is bound to, or null */
export async function lockReference(
  tx: Tx,
  collectorId: number,
  reference: string,
): Promise<BoundReference | null> {
  const [row] = await tx.prepared<{ state: BoundReference | null }>(
    'lock_reference',
    'SELECT lock_reference($1, $2) AS state',
    [collectorId, reference],
  );
  return row?.state ?? null;
}

export interface PaymentRow {
  readonly id: number;
  readonly journalId: number;
  readonly collectorId: number;
  readonly reference: string;
  readonly customerId: number | null;
  readonly channel: CollectionChannel;
  readonly totals: PaymentTotals;
  readonly amount: number;
  readonly paidAt: number;
  readonly postedAt: number;
  readonly businessDate: BusinessDate;
  /** Who the audit trail names: the bank itself, the cashier of a counter, a partner. */
  readonly actor: { readonly kind: 'BANK' | 'USER' | 'PARTNER'; readonly id: number };
  readonly requestId: string | null;
  readonly ip: string | null;
  /** The VA or QRIS order the money came through, when the bank named it. */
  readonly intentId: number | null;
}

export interface AllocationToWrite extends Omit<AllocationRow, 'kind' | 'billNumber'> {
  readonly kind: AllocationRow['kind'] | 'CREDIT' | 'SUSPENSE';
  readonly billId: number | null;
}

const WRITE = `
  WITH payment AS (
    INSERT INTO pembayaran (id, kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount,
      paid_at, posted_at, business_date, request_id)
    VALUES ($1, 'PAYMENT', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ), claimed AS (
    UPDATE tagihan SET state = 'PAID', paid_by = $1, paid_at = $11 WHERE id = ANY ($14) AND state = 'ISSUED' RETURNING id
  ), allocated AS (
    INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, penalty, waived, amount)
    SELECT $1, * FROM unnest($15::text[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::bigint[])
  ), journal AS (
    INSERT INTO jurnal (id, event, entity_type, entity_id, business_date, posted_at)
    VALUES ($21, 'payment.posted', 'pembayaran', $1, $12, $11)
  ), lines AS (
    INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id, customer_id, bill_id)
    SELECT $21, * FROM unnest($22::text[], $23::bigint[], $24::bigint[], $25::bigint[], $26::bigint[], $27::bigint[])
  ), audit AS (
    INSERT INTO log_aktivitas (at, actor_kind, actor_id, action, entity_type, entity_id, request_id, ip, after)
    VALUES ($11, $30, $31, 'payment.posted', 'pembayaran', $1, $13, $28,
      jsonb_build_object('bank_reference', $3::text, 'amount', $9::bigint, 'channel', $5::text, 'bills', $14::bigint[]))
  ), news AS (
    INSERT INTO outbox (topic, entity_id, payload, created_at, next_attempt_at)
    VALUES ('payment.posted', $1, jsonb_build_object('payment_id', $1::bigint, 'customer_id', $4::bigint, 'bill_ids', $14::bigint[]), $11, clock_timestamp())
  ), intents AS (
    -- The order this money was for is paid; every other open order with one of these bills is void. next_check_at asks
    -- the bank to close what it still holds open. The customer's row is locked, so nobody opens or expires one meanwhile.
    UPDATE niat_bayar AS n SET
      status = CASE WHEN m.own THEN 'PAID' ELSE 'CANCELLED' END,
      closed_reason = CASE WHEN m.own THEN NULL ELSE 'PAID_ELSEWHERE' END,
      payment_id = CASE WHEN m.own THEN $1::bigint END,
      closed_at = $11, checks = 0,
      next_check_at = CASE WHEN m.own AND $29::bigint IS NOT NULL THEN NULL ELSE $11::timestamptz END
    FROM (
      SELECT id, bill_ids = $14 AND bill_amount = $6 AND stamp_duty = $7 AND (id = $29 OR ($29 IS NULL AND bank_id = $2 AND method = $5)) AS own
      FROM niat_bayar WHERE customer_id = $4 AND status = 'PENDING' AND bill_ids && $14
    ) m
    WHERE n.id = m.id AND n.status = 'PENDING'
    RETURNING n.id, m.own
  )
  SELECT assert_all_claimed((SELECT count(*) FROM claimed), cardinality($14)), (SELECT id FROM intents WHERE own) AS intent_id`;

/**
 * Round trip 2: payment, allocations, bills, orders, journal, audit row and outbox event in one statement. A payment
 * through a bank's channel of the same kind and for the same bills is taken for the payment of the open order, so that
 * `process` before or after the notification ends in the same state.
 * @returns the VA or QRIS order that became PAID by it, or null
 */
export async function writePayment(
  tx: Tx,
  row: PaymentRow,
  allocations: readonly AllocationToWrite[],
  lines: readonly JournalLine[],
): Promise<number | null> {
  // Ascending, as orders keep theirs: the same set is the same array.
  const billIds = allocations
    .flatMap((allocation) => (allocation.billId === null ? [] : [allocation.billId]))
    .sort((a, b) => a - b);
  const [result] = await tx.prepared<{ intent_id: number | null }>('write_payment', WRITE, [
    row.id,
    row.collectorId,
    row.reference,
    row.customerId,
    row.channel,
    row.totals.billAmount,
    row.totals.stampDuty,
    row.totals.adminFee,
    row.amount,
    new Date(row.paidAt),
    new Date(row.postedAt),
    row.businessDate,
    row.requestId,
    billIds,
    allocations.map((allocation) => allocation.kind),
    allocations.map((allocation) => allocation.billId),
    allocations.map((allocation) => allocation.principal),
    allocations.map((allocation) => allocation.penalty),
    allocations.map((allocation) => allocation.waiver),
    allocations.map((allocation) => allocation.amount),
    row.journalId,
    lines.map((line) => line.account),
    lines.map((line) => line.debit),
    lines.map((line) => line.credit),
    lines.map((line) => line.collectorId ?? null),
    lines.map((line) => line.customerId ?? null),
    lines.map((line) => line.billId ?? null),
    row.ip,
    row.intentId,
    row.actor.kind,
    row.actor.id,
  ]);
  return result?.intent_id ?? null;
}

/** Stands in the answer text until the number is known; a bank can never send it, braces are not in any field. */
export const RECEIPT_NUMBER_PLACEHOLDER = '{receipt_number}';

const RECEIPT = `
  WITH counter AS (
    INSERT INTO kwitansi_seri AS s (series, collector_id, channel, business_date, last_number) VALUES ($1, $2, $3, $4, 1)
    ON CONFLICT (series) DO UPDATE SET last_number = s.last_number + 1
    RETURNING last_number
  ), receipt AS (
    INSERT INTO kwitansi (series, number, receipt_number, payment_id, token, issued_at)
    SELECT $1, last_number, $1 || '-' || lpad(last_number::text, greatest(6, length(last_number::text)), '0'), $5, $6, $7 FROM counter
    RETURNING receipt_number
  )`;

export interface ReceiptRow {
  readonly series: string;
  readonly collectorId: number;
  readonly channel: CollectionChannel;
  readonly businessDate: BusinessDate;
  readonly paymentId: number;
  readonly token: string;
  readonly issuedAt: number;
}

function receiptValues(row: ReceiptRow): unknown[] {
  return [
    row.series,
    row.collectorId,
    row.channel,
    row.businessDate,
    row.paymentId,
    row.token,
    new Date(row.issuedAt),
  ];
}

/**
 * The last statement, sent together with COMMIT, so that the counter row is held for the shortest time: the next
 * number of the series without gaps, the receipt, and the answer as it will be repeated for ever.
 * @returns the answer text with the receipt number in it
 */
export async function issueReceiptAndAnswer(
  tx: Tx,
  row: ReceiptRow,
  reference: { readonly bankReference: string; readonly fingerprint: string; readonly answer: string },
): Promise<string> {
  const [result] = await tx.preparedAndCommit<{ answer: string }>(
    'issue_receipt_and_answer',
    `${RECEIPT}
     INSERT INTO bank_reference (collector_id, bank_reference, outcome, fingerprint, payment_id, answer, created_at)
     SELECT $2, $8, 'POSTED', $9, $5, replace($10, '${RECEIPT_NUMBER_PLACEHOLDER}', receipt_number), $7 FROM receipt
     RETURNING answer`,
    [...receiptValues(row), reference.bankReference, reference.fingerprint, reference.answer],
  );
  if (result === undefined) throw new Error('no receipt was issued');
  return result.answer;
}

/** The receipt of a reversal, from the same series. @returns its number */
export async function issueReceipt(tx: Tx, row: ReceiptRow): Promise<string> {
  const [result] = await tx.query<{ receipt_number: string }>(
    `${RECEIPT} SELECT receipt_number FROM receipt`,
    receiptValues(row),
  );
  if (result === undefined) throw new Error('no receipt was issued');
  return result.receipt_number;
}

/** One series per collector, channel and business day. */
export function receiptSeries(
  prefix: string,
  channel: CollectionChannel,
  businessDate: BusinessDate,
): string {
  return `${prefix}-${channel}-${businessDate.replaceAll('-', '')}`;
}
