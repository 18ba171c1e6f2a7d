import type { Tx } from '../../../../platform/database';
import type { OpenBillRow } from '../inquiry/open-bills';
import type { PaymentRows } from './payment-rows';
import { RECEIPT_NUMBER_PLACEHOLDER, type LockedPayment } from './posting-statements';

/*
 * The same locks and the same rows as a payment of a bank, for many payments at once. Not named statements: a generic
 * plan does not know how long the arrays are.
 */

interface OpenBillOf extends OpenBillRow {
  readonly customer_id: number;
}

/** Locks customers, then their open bills, each in id order, and reads them. @returns by customer number */
export async function lockCustomers(
  tx: Tx,
  numbers: readonly string[],
): Promise<Map<string, NonNullable<LockedPayment['customer']> & { readonly bills: OpenBillRow[] }>> {
  const customers = await tx.query<NonNullable<LockedPayment['customer']>>(
    `SELECT c.id, c.customer_number, c.name FROM pelanggan c
     WHERE c.customer_number = ANY ($1) ORDER BY c.id FOR NO KEY UPDATE`,
    [numbers],
  );
  const ids = customers.map((customer) => customer.id);
  await tx.query(
    "SELECT FROM tagihan WHERE customer_id = ANY ($1) AND state = 'ISSUED' ORDER BY id FOR NO KEY UPDATE",
    [ids],
  );
  const bills = await tx.query<OpenBillOf>(
    `SELECT b.customer_id, b.id, b.bill_number, b.kind, b.period, t.code AS tariff_code, b.principal, b.disputed, b.due_date,
       coalesce(d.amount, 0) AS penalty, coalesce(d.waived, 0) AS waived
     FROM tagihan b LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif t ON t.id = coalesce(v.tariff_id, b.tariff_id)
     LEFT JOIN denda d ON d.bill_id = b.id
     WHERE b.customer_id = ANY ($1) AND b.state = 'ISSUED' ORDER BY b.due_date, b.bill_number`,
    [ids],
  );
  const billsOf = new Map(customers.map((customer): [number, OpenBillOf[]] => [customer.id, []]));
  for (const bill of bills) billsOf.get(bill.customer_id)?.push(bill);
  return new Map(
    customers.map((customer) => [
      customer.customer_number,
      { ...customer, bills: billsOf.get(customer.id) ?? [] },
    ]),
  );
}

/** Ids for payments and their journals. */
export function drawIds(
  tx: Tx,
  count: number,
): Promise<readonly { readonly payment_id: number; readonly journal_id: number }[]> {
  return tx.query(
    `SELECT nextval(pg_get_serial_sequence('pembayaran', 'id')) AS payment_id,
       nextval(pg_get_serial_sequence('jurnal', 'id')) AS journal_id FROM generate_series(1, $1)`,
    [count],
  );
}

const WRITE = `
  WITH input AS MATERIALIZED (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::text[], $7::bigint[], $8::bigint[],
      $9::bigint[], $10::bigint[], $11::timestamptz[], $12::timestamptz[], $13::date[], $28::text[], $29::bigint[])
      AS p (id, journal_id, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount,
        paid_at, posted_at, business_date, actor_kind, actor_id)
  ), allocation AS MATERIALIZED (
    SELECT * FROM unnest($14::bigint[], $15::text[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::bigint[])
      AS a (payment_id, kind, bill_id, principal, penalty, waived, amount)
  ), bills AS MATERIALIZED (
    SELECT payment_id, array_agg(bill_id ORDER BY bill_id) AS ids FROM allocation WHERE bill_id IS NOT NULL GROUP BY 1
  ), payment AS (
    INSERT INTO pembayaran (id, kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount,
      paid_at, posted_at, business_date)
    SELECT id, 'PAYMENT', collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount,
      paid_at, posted_at, business_date FROM input
  ), claimed AS (
    UPDATE tagihan t SET state = 'PAID', paid_by = p.id, paid_at = p.posted_at
    FROM allocation a JOIN input p ON p.id = a.payment_id WHERE t.id = a.bill_id AND t.state = 'ISSUED' RETURNING t.id
  ), allocated AS (
    INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, penalty, waived, amount) SELECT * FROM allocation
  ), journal AS (
    INSERT INTO jurnal (id, event, entity_type, entity_id, business_date, posted_at)
    SELECT journal_id, 'payment.posted', 'pembayaran', id, business_date, posted_at FROM input
  ), lines AS (
    INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id, customer_id, bill_id)
    SELECT * FROM unnest($21::bigint[], $22::text[], $23::bigint[], $24::bigint[], $25::bigint[], $26::bigint[], $27::bigint[])
  ), audit AS (
    INSERT INTO log_aktivitas (at, actor_kind, actor_id, action, entity_type, entity_id, after)
    SELECT posted_at, actor_kind, actor_id, 'payment.posted', 'pembayaran', id,
      jsonb_build_object('bank_reference', bank_reference, 'amount', amount, 'channel', channel, 'bills', coalesce(b.ids, '{}'))
    FROM input LEFT JOIN bills b ON b.payment_id = id ORDER BY id
  ), news AS (
    INSERT INTO outbox (topic, entity_id, payload, created_at, next_attempt_at)
    SELECT 'payment.posted', id, jsonb_build_object('payment_id', id, 'customer_id', customer_id, 'bill_ids', coalesce(b.ids, '{}')),
      posted_at, clock_timestamp() FROM input LEFT JOIN bills b ON b.payment_id = id ORDER BY id
  )
  SELECT assert_all_claimed((SELECT count(*) FROM claimed), (SELECT count(*)::int FROM allocation WHERE bill_id IS NOT NULL))`;

/** Payments, allocations, bills, journals, audit rows and outbox events. */
export async function writePayments(tx: Tx, all: readonly PaymentRows[]): Promise<void> {
  const payments = all.map(({ payment }) => payment);
  const allocations = all.flatMap(({ payment, allocations: own }) =>
    own.map((allocation) => ({ ...allocation, paymentId: payment.id })),
  );
  const lines = all.flatMap(({ payment, lines: own }) =>
    own.map((line) => ({ ...line, journalId: payment.journalId })),
  );
  await tx.query(WRITE, [
    payments.map((payment) => payment.id),
    payments.map((payment) => payment.journalId),
    payments.map((payment) => payment.collectorId),
    payments.map((payment) => payment.reference),
    payments.map((payment) => payment.customerId),
    payments.map((payment) => payment.channel),
    payments.map((payment) => payment.totals.billAmount),
    payments.map((payment) => payment.totals.stampDuty),
    payments.map((payment) => payment.totals.adminFee),
    payments.map((payment) => payment.amount),
    payments.map((payment) => new Date(payment.paidAt)),
    payments.map((payment) => new Date(payment.postedAt)),
    payments.map((payment) => payment.businessDate),
    allocations.map((allocation) => allocation.paymentId),
    allocations.map((allocation) => allocation.kind),
    allocations.map((allocation) => allocation.billId),
    allocations.map((allocation) => allocation.principal),
    allocations.map((allocation) => allocation.penalty),
    allocations.map((allocation) => allocation.waiver),
    allocations.map((allocation) => allocation.amount),
    lines.map((line) => line.journalId),
    lines.map((line) => line.account),
    lines.map((line) => line.debit),
    lines.map((line) => line.credit),
    lines.map((line) => line.collectorId ?? null),
    lines.map((line) => line.customerId ?? null),
    lines.map((line) => line.billId ?? null),
    payments.map((payment) => payment.actor.kind),
    payments.map((payment) => payment.actor.id),
  ]);
}

const RECEIPTS = `
  WITH input AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY series ORDER BY n) AS place
    FROM unnest($1::text[], $2::bigint[], $3::text[], $4::date[], $5::bigint[], $6::text[], $7::timestamptz[], $8::text[], $9::text[],
      $10::text[]) WITH ORDINALITY
      AS r (series, collector_id, channel, business_date, payment_id, token, issued_at, bank_reference, fingerprint, answer, n)
  ), counter AS (
    INSERT INTO kwitansi_seri AS s (series, collector_id, channel, business_date, last_number)
    SELECT series, collector_id, channel, business_date, count(*) AS taken FROM input GROUP BY 1, 2, 3, 4 ORDER BY series
    ON CONFLICT (series) DO UPDATE SET last_number = s.last_number + excluded.last_number
    RETURNING series, last_number
  ), numbered AS MATERIALIZED (
    SELECT input.*, (last_number - count(*) OVER (PARTITION BY series) + place)::int AS number
    FROM input JOIN counter USING (series)
  ), receipt AS (
    INSERT INTO kwitansi (series, number, receipt_number, payment_id, token, issued_at)
    SELECT series, number, series || '-' || lpad(number::text, greatest(6, length(number::text)), '0'), payment_id, token, issued_at
    FROM numbered ORDER BY payment_id
    RETURNING payment_id, receipt_number
  )
  INSERT INTO bank_reference (collector_id, bank_reference, outcome, fingerprint, payment_id, answer, created_at)
  SELECT collector_id, bank_reference, 'POSTED', fingerprint, payment_id, replace(answer, '${RECEIPT_NUMBER_PLACEHOLDER}', receipt_number), issued_at
  FROM numbered JOIN receipt USING (payment_id)`;

/** The next numbers of each series in the order given, receipts, and the answers as they are repeated for ever. */
export async function issueReceiptsAndAnswers(
  tx: Tx,
  all: readonly (PaymentRows & { readonly fingerprint: string })[],
): Promise<void> {
  const receipts = all.map(({ receipt }) => receipt);
  await tx.query(RECEIPTS, [
    receipts.map((receipt) => receipt.series),
    receipts.map((receipt) => receipt.collectorId),
    receipts.map((receipt) => receipt.channel),
    receipts.map((receipt) => receipt.businessDate),
    receipts.map((receipt) => receipt.paymentId),
    receipts.map((receipt) => receipt.token),
    receipts.map((receipt) => new Date(receipt.issuedAt)),
    all.map(({ payment }) => payment.reference),
    all.map(({ fingerprint }) => fingerprint),
    all.map(({ answer }) => answer),
  ]);
}
