import type { Planning, Tx } from '../../../../platform/database';
import { EVENT_OF, RECEIPT_NUMBER_PLACEHOLDER, type PostedFacts, type Posting } from './postings';

/*
 * The one writer of money: bank payments by every door, held money, applied credit, reversals and history. Two statements
 * for any number of postings, over tables of several modules (payment, billing, ledger, audit, outbox, checkout): the one
 * written exception to "a module writes only its own tables", because each further round trip costs a bank a third of its
 * throughput. Ids are drawn before; bills, customers and references are locked by the caller (lock-postings.ts).
 */

const WRITE = `
  WITH input AS MATERIALIZED (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::text[], $8::text[],
      $9::bigint[], $10::text[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::timestamptz[], $16::timestamptz[],
      $17::date[], $18::text[], $19::bigint[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[], $25::text[], $26::bigint[], $41::bigint[])
      AS p (id, journal_id, kind, collector_id, reference, reversal_of, reversal_reference, reason, customer_id, channel, bill_amount,
        stamp_duty, admin_fee, amount, paid_at, posted_at, business_date, actor_kind, actor_id, request_id, ip, event, before, after,
        news, intent_id, shift_id)
  ), allocation AS MATERIALIZED (
    SELECT * FROM unnest($27::bigint[], $28::text[], $29::bigint[], $30::bigint[], $31::bigint[], $32::bigint[], $33::bigint[])
      AS a (payment_id, kind, bill_id, principal, penalty, waived, amount)
  ), payment AS (
    INSERT INTO pembayaran (id, kind, collector_id, bank_reference, reversal_of, reversal_reference, reason, customer_id, channel,
      bill_amount, stamp_duty, admin_fee, amount, paid_at, posted_at, business_date, request_id, shift_id)
    SELECT id, kind, collector_id, reference, reversal_of, reversal_reference, reason, customer_id, channel,
      bill_amount, stamp_duty, admin_fee, amount, paid_at, posted_at, business_date, request_id, shift_id FROM input
  ), claimed AS (
    UPDATE tagihan t SET state = 'PAID', paid_by = p.id, paid_at = p.posted_at
    FROM allocation a JOIN input p ON p.id = a.payment_id WHERE t.id = a.bill_id AND t.state = 'ISSUED' RETURNING t.id
  ), waivers AS (
    UPDATE denda d SET waived = a.waived FROM allocation a WHERE a.waived > 0 AND d.bill_id = a.bill_id
  ), allocated AS (
    INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, penalty, waived, amount) SELECT * FROM allocation
  ), journal AS (
    INSERT INTO jurnal (id, event, entity_type, entity_id, business_date, posted_at)
    SELECT journal_id, event, 'pembayaran', id, business_date, posted_at FROM input
  ), lines AS (
    INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id, customer_id, bill_id)
    SELECT * FROM unnest($34::bigint[], $35::text[], $36::bigint[], $37::bigint[], $38::bigint[], $39::bigint[], $40::bigint[])
  ), audit AS (
    INSERT INTO log_aktivitas (at, actor_kind, actor_id, action, entity_type, entity_id, request_id, ip, before, after)
    SELECT posted_at, actor_kind, actor_id, event, 'pembayaran', id, request_id, ip::inet, before::jsonb, after::jsonb
    FROM input ORDER BY id
  ), news AS (
    -- Kept, not told (KeptTopics): nobody acts on it, so nothing is left to be delivered.
    INSERT INTO outbox (topic, entity_id, payload, created_at, next_attempt_at, delivered_at)
    SELECT event, id, news::jsonb, posted_at, clock_timestamp(), clock_timestamp() FROM input ORDER BY id
  ), bills AS MATERIALIZED (
    SELECT payment_id, array_agg(bill_id ORDER BY bill_id) AS ids FROM allocation WHERE bill_id IS NOT NULL GROUP BY 1
  ), checkouts AS (
    -- The checkout this money was for is paid; every other open one with one of these bills is void. next_check_at asks
    -- the bank to close what it still holds open. The customers' rows are locked, so nobody opens or expires one meanwhile.
    -- One that has expired is paid only by its name: by money that came in time and was told of late.
    UPDATE niat_bayar AS n SET
      status = CASE WHEN m.own THEN 'PAID' ELSE 'CANCELLED' END,
      closed_reason = CASE WHEN m.own THEN NULL ELSE 'PAID_ELSEWHERE' END,
      payment_id = CASE WHEN m.own THEN m.payment_id END,
      payment_named = CASE WHEN m.own THEN m.named END,
      closed_at = m.posted_at, checks = 0,
      next_check_at = CASE WHEN m.own AND m.told THEN NULL ELSE m.posted_at END
    FROM (
      SELECT i.id, p.id AS payment_id, p.posted_at, p.intent_id IS NOT NULL AS named, p.intent_id IS NOT NULL AS told,
        coalesce(i.bill_ids = b.ids AND i.bill_amount = p.bill_amount AND i.stamp_duty = p.stamp_duty
          AND (i.id = p.intent_id OR (p.intent_id IS NULL AND i.bank_id = p.collector_id AND i.method = p.channel)), false) AS own
      FROM input p JOIN bills b ON b.payment_id = p.id
      JOIN niat_bayar i ON i.customer_id = p.customer_id AND i.status = 'PENDING' AND i.bill_ids && b.ids
      UNION ALL
      SELECT i.id, p.id, p.posted_at, true, false, true
      FROM input p JOIN bills b ON b.payment_id = p.id JOIN niat_bayar i ON i.id = p.intent_id AND i.status = 'EXPIRED'
        AND i.bill_ids = b.ids AND i.bill_amount = p.bill_amount AND i.stamp_duty = p.stamp_duty
    ) m
    WHERE n.id = m.id AND n.status IN ('PENDING', 'EXPIRED')
    RETURNING n.id, m.own
  )
  SELECT assert_all_claimed((SELECT count(*) FROM claimed), (SELECT count(bill_id)::int FROM allocation)),
    (SELECT array_agg(id) FROM checkouts WHERE own) AS checkouts`;

/**
 * Payments, allocations, bills, checkouts, journals, audit rows and outbox events. A payment through a bank's channel of the
 * same kind and for the same bills is taken for the payment of the open checkout, so that `process` before or after the
 * notification ends in the same state.
 * @returns the VA and QRIS checkouts that became PAID by it
 */
export async function writePostings(
  tx: Tx,
  all: readonly Posting[],
  planning: Planning = 'NAMED',
): Promise<readonly number[]> {
  const allocations = all.flatMap(({ id, allocations: own }) =>
    own.map((allocation) => ({ ...allocation, paymentId: id })),
  );
  const lines = all.flatMap(({ journalId, lines: own }) => own.map((line) => ({ ...line, journalId })));
  const of = <T>(value: (posting: Posting) => T) => all.map(value);
  const [result] = await tx.planned<{ checkouts: number[] | null }>(planning, 'write_postings', WRITE, [
    of((one) => one.id),
    of((one) => one.journalId),
    of((one) => one.kind),
    of((one) => one.collectorId),
    of((one) => one.reference),
    of((one) => one.reverses?.paymentId ?? null),
    of((one) => one.reverses?.reversalReference ?? null),
    of((one) => one.reverses?.reason ?? null),
    of((one) => one.customerId),
    of((one) => one.channel),
    of((one) => one.totals.billAmount),
    of((one) => one.totals.stampDuty),
    of((one) => one.totals.adminFee),
    of((one) => one.amount),
    of((one) => new Date(one.paidAt)),
    of((one) => new Date(one.postedAt)),
    of((one) => one.businessDate),
    of((one) => one.actor.kind),
    of((one) => one.actor.id),
    of((one) => one.origin?.requestId ?? null),
    of((one) => one.origin?.ip ?? null),
    of((one) => EVENT_OF[one.kind]),
    of((one) => (one.before === undefined ? null : JSON.stringify(one.before))),
    of((one) => JSON.stringify(one.after)),
    of((one) => JSON.stringify(one.news)),
    of((one) => one.checkoutId),
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
    of((one) => one.shiftId ?? null),
  ]);
  return result?.checkouts ?? [];
}

/** The allocations of these payments are released and their bills open again; the mirrors were written before. */
export async function releaseBills(
  tx: Tx,
  mirrors: readonly { readonly paymentId: number; readonly reversalId: number }[],
): Promise<void> {
  await tx.prepared(
    'release_bills',
    `WITH mirror AS MATERIALIZED (
       SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS m (payment_id, reversal_id)
     ), released AS (
       UPDATE pembayaran_alokasi a SET released_by = m.reversal_id FROM mirror m WHERE a.payment_id = m.payment_id
     ), penalties AS (
       UPDATE denda d SET waived = 0 FROM tagihan t JOIN mirror m ON t.paid_by = m.payment_id WHERE d.bill_id = t.id AND d.waived > 0
     )
     UPDATE tagihan t SET state = 'ISSUED', paid_by = NULL, paid_at = NULL FROM mirror m WHERE t.paid_by = m.payment_id`,
    [mirrors.map((mirror) => mirror.paymentId), mirrors.map((mirror) => mirror.reversalId)],
  );
}

const RECEIPTS = `
  WITH input AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY series ORDER BY n) AS place
    FROM unnest($1::text[], $2::bigint[], $3::text[], $4::date[], $5::bigint[], $6::text[], $7::timestamptz[], $8::text[], $9::text[],
      $10::text[]) WITH ORDINALITY
      AS r (series, collector_id, channel, business_date, payment_id, token, issued_at, reference, fingerprint, answer, n)
  ), counter AS (
    INSERT INTO kwitansi_seri AS s (series, collector_id, channel, business_date, last_number)
    SELECT series, collector_id, channel, business_date, count(*) AS taken FROM input GROUP BY 1, 2, 3, 4 ORDER BY series
    ON CONFLICT (series) DO UPDATE SET last_number = s.last_number + excluded.last_number
    RETURNING series, last_number
  ), placed AS MATERIALIZED (
    SELECT input.*, (last_number - count(*) OVER (PARTITION BY series) + place)::int AS number FROM input JOIN counter USING (series)
  ), numbered AS MATERIALIZED (
    SELECT *, series || '-' || lpad(number::text, greatest(6, length(number::text)), '0') AS receipt_number FROM placed
  ), receipt AS (
    INSERT INTO kwitansi (series, number, receipt_number, payment_id, token, issued_at)
    SELECT series, number, receipt_number, payment_id, token, issued_at FROM numbered ORDER BY payment_id
  ), bound AS (
    INSERT INTO bank_reference (collector_id, bank_reference, outcome, fingerprint, payment_id, answer, created_at)
    SELECT collector_id, reference, 'POSTED', fingerprint, payment_id, replace(answer, '${RECEIPT_NUMBER_PLACEHOLDER}', receipt_number), issued_at
    FROM numbered WHERE fingerprint IS NOT NULL
  )
  SELECT payment_id, receipt_number, replace(answer, '${RECEIPT_NUMBER_PLACEHOLDER}', receipt_number) AS answer FROM numbered ORDER BY n`;

/** Whether COMMIT travels right behind the receipts, so that a counter is held for the shortest time. */
export type After = 'COMMIT' | 'GO_ON';

/**
 * The last statement: the next numbers of each series in the order given and without gaps, counters taken in order of
 * series, the receipts, and the answers as they are repeated for ever.
 */
export async function issueReceipts(
  tx: Tx,
  all: readonly Posting[],
  after: After = 'GO_ON',
  planning: Planning = 'NAMED',
): Promise<PostedFacts[]> {
  const of = <T>(value: (posting: Posting) => T) => all.map(value);
  const values = [
    of((one) => one.receipt.series),
    of((one) => one.collectorId),
    of((one) => one.channel),
    of((one) => one.businessDate),
    of((one) => one.id),
    of((one) => one.receipt.token),
    of((one) => new Date(one.postedAt)),
    of((one) => one.reference),
    of((one) => one.receipt.bound?.fingerprint ?? null),
    of((one) => one.receipt.bound?.answer ?? null),
  ];
  type Row = { payment_id: number; receipt_number: string; answer: string | null };
  const rows =
    after === 'COMMIT'
      ? await tx.preparedAndCommit<Row>('issue_receipts', RECEIPTS, values)
      : await tx.planned<Row>(planning, 'issue_receipts', RECEIPTS, values);
  if (rows.length !== all.length) throw new Error('not every posting got its receipt');
  return rows.map((row) => ({
    paymentId: row.payment_id,
    receiptNumber: row.receipt_number,
    answer: row.answer,
  }));
}
