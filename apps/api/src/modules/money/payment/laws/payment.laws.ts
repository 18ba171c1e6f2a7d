import type { Law } from '../../../../platform/invariants';
import { forgivenOf, PROMISED_UNTIL } from '../../../water/penalty';

export const PAYMENT_LAWS: readonly Law[] = [
  {
    id: 'I03',
    title: 'no bill is paid twice',
    sql: `SELECT bill_id, count(*) FROM pembayaran_alokasi WHERE bill_id IS NOT NULL AND released_by IS NULL
          GROUP BY bill_id HAVING count(*) > 1`,
  },
  {
    id: 'I04',
    title: 'a reference is used once per collector',
    sql: `SELECT collector_id, bank_reference, count(*) FROM pembayaran WHERE bank_reference IS NOT NULL
          GROUP BY collector_id, bank_reference HAVING count(*) > 1`,
  },
  {
    id: 'I05',
    title: 'allocations sum to the payment, by kind and in total',
    sql: `SELECT p.id AS payment_id, p.kind, p.amount, p.bill_amount, p.stamp_duty, sum(a.amount) AS allocated
          FROM pembayaran p LEFT JOIN pembayaran_alokasi a ON a.payment_id = p.id
          GROUP BY p.id
          HAVING coalesce(sum(a.amount), 0) <> CASE p.kind WHEN 'REVERSAL' THEN 0 ELSE p.amount END
              OR coalesce(sum(a.amount) FILTER (WHERE a.kind = 'BILL'), 0) <> CASE p.kind WHEN 'REVERSAL' THEN 0 ELSE p.bill_amount END
              OR coalesce(sum(a.amount) FILTER (WHERE a.kind = 'STAMP_DUTY'), 0) <> CASE p.kind WHEN 'REVERSAL' THEN 0 ELSE p.stamp_duty END
              OR bool_or(a.kind = 'BILL' AND a.amount <> a.principal + a.penalty - a.waived)`,
  },
  {
    id: 'I06',
    title: 'a payment has exactly one journal, whose clearing line is its amount and the fee that is ours',
    sql: `SELECT p.id AS payment_id, p.kind, p.amount, count(DISTINCT j.id) AS journals, sum(l.debit) AS debit
          FROM pembayaran p
          JOIN penerima c ON c.id = p.collector_id
          LEFT JOIN jurnal j ON j.entity_type = 'pembayaran' AND j.entity_id = p.id
          LEFT JOIN jurnal_baris l ON l.journal_id = j.id
          GROUP BY p.id, c.id
          HAVING count(DISTINCT j.id) <> 1
              OR coalesce(sum(l.debit - l.credit) FILTER (WHERE CASE
                   WHEN p.kind = 'CREDIT_APPLIED' THEN l.account = '2110' AND l.customer_id = p.customer_id
                   WHEN j.id <= c.cleared_after THEN l.account = '1110' AND l.collector_id = p.collector_id
                   ELSE l.account = c.account AND l.collector_id = p.collector_id END), 0)
                 <> (p.amount + CASE c.kind WHEN 'BANK' THEN 0 ELSE p.admin_fee END) * CASE p.kind WHEN 'REVERSAL' THEN -1 ELSE 1 END
          UNION ALL
          SELECT j.entity_id, 'NONE', NULL, 1, NULL FROM jurnal j
          WHERE j.entity_type = 'pembayaran' AND NOT EXISTS (SELECT FROM pembayaran p WHERE p.id = j.entity_id)`,
  },
  {
    id: 'I07',
    title: 'exactly one audit row per payment and per reversal',
    sql: `SELECT p.id AS payment_id, p.kind, count(l.id) AS audit_rows
          FROM pembayaran p
          LEFT JOIN log_aktivitas l ON l.entity_type = 'pembayaran' AND l.entity_id = p.id
            AND l.action = CASE p.kind WHEN 'PAYMENT' THEN 'payment.posted' WHEN 'REVERSAL' THEN 'payment.reversed' ELSE 'credit.applied' END
          GROUP BY p.id HAVING count(l.id) <> 1`,
  },
  {
    id: 'I14',
    title: 'a reversal mirrors its original and frees all its bills',
    sql: `SELECT r.id AS reversal_id, o.id AS payment_id, o.amount, r.amount AS reversed, kept.count AS kept_allocations
          FROM pembayaran r
          JOIN pembayaran o ON o.id = r.reversal_of
          CROSS JOIN LATERAL (SELECT count(*) FROM pembayaran_alokasi a
                              WHERE a.payment_id = o.id AND a.released_by IS DISTINCT FROM r.id) kept
          WHERE (r.amount, r.bill_amount, r.stamp_duty, r.collector_id, r.customer_id, r.channel)
                IS DISTINCT FROM (o.amount, o.bill_amount, o.stamp_duty, o.collector_id, o.customer_id, o.channel)
             OR kept.count > 0
          UNION ALL
          SELECT a.released_by, a.payment_id, a.amount, NULL, 1 FROM pembayaran_alokasi a
          LEFT JOIN pembayaran r ON r.id = a.released_by
          WHERE a.released_by IS NOT NULL AND r.reversal_of IS DISTINCT FROM a.payment_id`,
  },
  {
    id: 'I16',
    title: 'a reference and a payment belong to each other; the answer a bank was given says the same',
    sql: `SELECT p.collector_id, r.bank_reference, r.payment_id AS answered, p.id AS payment_id
          FROM (SELECT * FROM bank_reference WHERE outcome = 'POSTED') r
          FULL JOIN (SELECT * FROM pembayaran WHERE kind = 'PAYMENT') p
            ON p.collector_id = r.collector_id AND p.bank_reference = r.bank_reference
          LEFT JOIN penerima c ON c.id = p.collector_id
          LEFT JOIN kwitansi k ON k.payment_id = p.id
          WHERE r.payment_id IS DISTINCT FROM p.id
             OR (r.answer IS NOT NULL) IS DISTINCT FROM (c.kind = 'BANK')
             OR (r.answer IS NOT NULL AND ((r.answer::jsonb ->> 'receipt_number') IS DISTINCT FROM k.receipt_number
               OR (r.answer::jsonb ->> 'total_amount')::bigint IS DISTINCT FROM p.amount + p.admin_fee))
          UNION ALL
          SELECT v.collector_id, v.reversal_reference, v.reversal_id, p.id
          FROM (SELECT * FROM bank_reversal WHERE reversal_id IS NOT NULL) v
          FULL JOIN (SELECT * FROM pembayaran WHERE kind = 'REVERSAL' AND reversal_reference IS NOT NULL) p
            ON p.collector_id = v.collector_id AND p.reversal_reference = v.reversal_reference
          WHERE v.reversal_id IS DISTINCT FROM p.id`,
  },
  {
    id: 'I17',
    title: 'a tombstone has no payment; a paid bill names exactly one unreversed payment, an open one none',
    sql: `SELECT 'tombstone' AS what, p.id, r.bank_reference AS detail
          FROM bank_reference r JOIN pembayaran p USING (collector_id, bank_reference) WHERE r.outcome = 'TOMBSTONE'
          UNION ALL
          SELECT 'paid bill', b.id, b.bill_number FROM tagihan b
          WHERE b.state = 'PAID' AND NOT EXISTS (
            SELECT FROM pembayaran p JOIN pembayaran_alokasi a ON a.payment_id = p.id
            WHERE p.id = b.paid_by AND p.kind <> 'REVERSAL' AND a.bill_id = b.id AND a.released_by IS NULL
              AND NOT EXISTS (SELECT FROM pembayaran r WHERE r.reversal_of = p.id))
          UNION ALL
          SELECT 'unpaid bill', b.id, b.bill_number FROM tagihan b
          WHERE b.state <> 'PAID'
            AND EXISTS (SELECT FROM pembayaran_alokasi a WHERE a.bill_id = b.id AND a.released_by IS NULL)`,
  },
  {
    id: 'I18',
    title: 'a payment is reversed at most once, a reversal never',
    sql: `SELECT reversal_of, count(*) FROM pembayaran WHERE reversal_of IS NOT NULL
          GROUP BY reversal_of HAVING count(*) > 1
          UNION ALL
          SELECT r.reversal_of, 1 FROM pembayaran r JOIN pembayaran o ON o.id = r.reversal_of WHERE o.kind <> 'PAYMENT'`,
  },
  {
    id: 'I28',
    title: 'every posted payment and reversal has its outbox event, but for those delivered and cleared away',
    sql: `SELECT p.id AS payment_id, p.kind
          FROM (SELECT id, kind, CASE kind WHEN 'PAYMENT' THEN 'payment.posted' WHEN 'REVERSAL' THEN 'payment.reversed' ELSE 'credit.applied' END AS topic
                FROM pembayaran) p
          WHERE p.id > coalesce((SELECT (s.value ->> p.topic)::bigint FROM app_setting s WHERE s.key = 'outbox.cleared'), 0)
            AND NOT EXISTS (SELECT FROM outbox o WHERE o.entity_id = p.id AND o.topic = p.topic)`,
  },
  {
    id: 'I85',
    title:
      'a payment waives of each penalty what the programme of its day promised the bill, and nothing else',
    sql: `SELECT a.payment_id, a.bill_id, a.penalty, a.waived, found.excess, promised.amount AS promised
          FROM pembayaran_alokasi a JOIN pembayaran p ON p.id = a.payment_id
          -- what corrections had found by then
          CROSS JOIN LATERAL (SELECT coalesce(sum(k.excess_waived), 0) AS excess,
              (a.penalty + coalesce(sum(k.penalty_amount - k.excess_waived), 0))::bigint AS right_penalty
            FROM koreksi_tagihan k WHERE k.bill_id = a.bill_id
              AND k.journal_id < (SELECT min(e.id) FROM jurnal e WHERE e.entity_type = 'pembayaran' AND e.entity_id = p.id)) found
          LEFT JOIN LATERAL (
            SELECT least(found.right_penalty, j.reserved, w.cap, ${forgivenOf('found.right_penalty')}) AS amount
            FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id
            WHERE j.bill_id = a.bill_id AND p.business_date BETWEEN w.valid_from AND ${PROMISED_UNTIL}) promised ON true
          WHERE a.kind = 'BILL' AND (a.waived > 0 OR a.bill_id IN (SELECT bill_id FROM pemutihan_jatah))
            AND a.waived <> found.excess + coalesce(promised.amount, 0)`,
  },
];
