import type { Law } from '../../../../platform/invariants';
import { MOVEMENT_EVENT_LIST, MOVEMENT_STANDS } from '../matching/movement-sources';
import { STATEMENT_LAWS } from './statement.laws';

/** What a bank collected and did not give back; credit applied before collectors were told apart still bears a bank. */
const COLLECTED = `SELECT p.collector_id, sum(CASE p.kind WHEN 'REVERSAL' THEN -p.amount ELSE p.amount END) AS amount
       FROM pembayaran p JOIN penerima c ON c.id = p.collector_id WHERE c.account = '1130' AND p.kind <> 'CREDIT_APPLIED' GROUP BY 1`;

/** What reconciliation took off it: agreed on together, cleared by closed days, claimed. */
const SETTLED = `SELECT collector_id, sum(amount) AS amount FROM (
         SELECT a.collector_id, a.due AS amount FROM rekonsiliasi_awal a
         UNION ALL SELECT r.collector_id, r.cleared FROM rekonsiliasi r WHERE r.state = 'CLOSED' AND r.account = '1130'
         UNION ALL SELECT r.collector_id, d.claimed FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
           WHERE d.claimed <> 0 AND r.account = '1130') taken GROUP BY 1`;

export const RECONCILIATION_LAWS: readonly Law[] = [
  {
    id: 'I26',
    title: 'each payment of a closed day is in exactly one item, and its own amount is what the item says',
    sql: `SELECT p.id AS payment_id, p.collector_id, held.items AS items, held.carried, 'count' AS what
          FROM rekonsiliasi r
          CROSS JOIN LATERAL jsonb_to_recordset(r.windows) AS w (channel text, "from" timestamptz, "to" timestamptz)
          JOIN pembayaran p ON p.collector_id = r.collector_id AND p.channel = w.channel AND p.posted_at >= w."from"
            AND p.posted_at < w."to" AND p.kind IN ('PAYMENT', 'REVERSAL')
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE NOT d.carried) AS items, count(*) FILTER (WHERE d.carried) AS carried
            FROM (SELECT d.carried FROM rekonsiliasi_detail d WHERE d.payment_id = p.id
                  UNION ALL SELECT d.carried FROM rekonsiliasi_detail d WHERE d.reversal_id = p.id
                  UNION ALL SELECT d.carried FROM rekonsiliasi_detail d WHERE d.posted_id = p.id) d) held
          WHERE r.state = 'CLOSED' AND held.items <> 1 AND NOT (held.items = 0 AND held.carried > 0)
          UNION ALL
          SELECT d.payment_id, r.collector_id, 1, 0, 'amount' FROM rekonsiliasi_detail d
          JOIN rekonsiliasi r ON r.id = d.reconciliation_id AND r.state = 'CLOSED'
          LEFT JOIN pembayaran p ON p.id = d.payment_id
          LEFT JOIN pembayaran v ON v.id = d.reversal_id AND v.reversal_of = p.id
          WHERE d.payment_id IS NOT NULL AND (p.id IS NULL OR p.collector_id <> r.collector_id OR (d.state = 'MATCHED'
            AND d.our_amount <> CASE WHEN v.id IS NOT NULL THEN 0 WHEN p.kind = 'REVERSAL' THEN -p.amount ELSE p.amount END))`,
  },
  {
    id: 'I27',
    title:
      'a closed day is as it was closed: its totals are those of its items, its lines and its journal, and nothing is open',
    sql: `SELECT r.id AS reconciliation_id, r.received, r.charged, r.cleared, r.claimed, r.our_amount, r.bank_amount,
                 sums.received AS items_received, sums.cleared AS items_cleared, sums.our_amount AS items_ours, file.amount AS file_amount, books.received AS booked
          FROM rekonsiliasi r
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE d.state = 'OPEN') AS open, coalesce(sum(d.received), 0) AS received,
              coalesce(sum(d.charged), 0) AS charged, coalesce(sum(d.cleared), 0) AS cleared, coalesce(sum(d.claimed), 0) AS claimed,
              coalesce(sum(d.claim_settled), 0) AS claim_settled, coalesce(sum(d.our_amount), 0) AS our_amount,
              coalesce(sum(d.bank_amount), 0) AS bank_amount
            FROM rekonsiliasi_detail d WHERE d.reconciliation_id = r.id) sums
          CROSS JOIN LATERAL (SELECT coalesce(sum(CASE l.direction WHEN 'CREDIT' THEN l.amount ELSE -l.amount END), 0) AS amount FROM (
              SELECT l.amount, l.direction FROM berkas_rekonsiliasi_baris l WHERE l.file_id = r.file_id AND l.booked_on IS NOT NULL
              UNION ALL
              SELECT l.amount, l.direction FROM rekonsiliasi_detail d JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id
              WHERE d.reconciliation_id = r.id AND l.file_id IS DISTINCT FROM r.file_id
              UNION ALL
              SELECT l.amount, l.direction FROM rekonsiliasi_detail d JOIN berkas_rekonsiliasi_baris l ON l.id = d.reversal_line_id
              WHERE d.reconciliation_id = r.id AND l.file_id IS DISTINCT FROM r.file_id) l) file
          -- Where what came and what is cleared are one account, it has one line of both.
          CROSS JOIN LATERAL (SELECT coalesce(sum(j.debit - j.credit), 0) + CASE r.account WHEN '1130' THEN 0 ELSE r.cleared END AS received
            FROM jurnal_baris j WHERE j.journal_id = r.journal_id AND j.account = CASE r.account WHEN '1130' THEN '1110' ELSE r.account END) books
          WHERE r.state = 'CLOSED' AND (sums.open > 0 OR books.received <> r.received OR file.amount <> r.bank_amount
            OR (sums.received, sums.charged, sums.cleared, sums.claimed, sums.claim_settled, sums.our_amount, sums.bank_amount)
              IS DISTINCT FROM (r.received::numeric, r.charged::numeric, r.cleared::numeric, r.claimed::numeric, r.claim_settled::numeric,
                r.our_amount::numeric, r.bank_amount::numeric))
          UNION ALL
          SELECT f.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, f.credit_total - f.debit_total, sums.amount FROM berkas_rekonsiliasi f
          CROSS JOIN LATERAL (SELECT count(*) AS lines, coalesce(sum(l.amount) FILTER (WHERE l.direction = 'CREDIT'), 0) AS credits,
              coalesce(sum(l.amount) FILTER (WHERE l.direction = 'DEBIT'), 0) AS debits, 0 AS amount
            FROM berkas_rekonsiliasi_baris l WHERE l.file_id = f.id) sums
          WHERE (sums.lines, sums.credits, sums.debits) IS DISTINCT FROM (f.line_count::bigint, f.credit_total::numeric, f.debit_total::numeric)`,
  },
  {
    id: 'I33',
    title:
      'what a bank owes us is what it collected, did not give back, and was not reconciled, written off or claimed',
    sql: `SELECT coalesce(books.collector_id, due.collector_id, taken.collector_id) AS collector_id, books.net AS ledger,
                 due.amount AS collected, taken.amount AS settled
          FROM (SELECT collector_id, sum(debit - credit) AS net FROM jurnal_baris WHERE account = '1130' GROUP BY 1) books
          FULL JOIN (${COLLECTED}) due ON due.collector_id = books.collector_id
          FULL JOIN (${SETTLED}) taken ON taken.collector_id = coalesce(books.collector_id, due.collector_id)
          WHERE coalesce(books.net, 0) <> coalesce(due.amount, 0) - coalesce(taken.amount, 0)`,
  },
  {
    id: 'I67',
    title: 'claims are what two people claimed of a bank or supplier and it has not paid',
    sql: `SELECT coalesce(books.collector_id, due.collector_id) AS collector_id, books.net AS ledger, due.amount AS claimed
          FROM (SELECT collector_id, sum(debit - credit) AS net FROM jurnal_baris WHERE account = '1160' GROUP BY 1) books
          FULL JOIN (SELECT collector_id, sum(amount) AS amount FROM (
              SELECT a.collector_id, a.due - a.agreed AS amount FROM rekonsiliasi_awal a
              UNION ALL SELECT r.collector_id, d.claimed FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
                WHERE d.claimed <> 0
              UNION ALL SELECT r.collector_id, -r.claim_settled FROM rekonsiliasi r WHERE r.state = 'CLOSED') parts GROUP BY 1) due
            ON due.collector_id = books.collector_id
          WHERE coalesce(books.net, 0) <> coalesce(due.amount, 0)
          UNION ALL
          SELECT r.collector_id, paid.amount, k.claimed FROM rekonsiliasi_detail k JOIN rekonsiliasi r ON r.id = k.reconciliation_id
          CROSS JOIN LATERAL (SELECT coalesce(sum(d.claim_settled), 0) AS amount FROM rekonsiliasi_detail d WHERE d.claim_id = k.id) paid
          WHERE k.claimed > 0 AND paid.amount > k.claimed`,
  },
  {
    id: 'I68',
    title: 'a line of the file that counts is in an item, and in no more than one that is not of a batch',
    sql: `SELECT r.id AS reconciliation_id, l.id AS line_id, held.items
          FROM rekonsiliasi r JOIN berkas_rekonsiliasi_baris l ON l.file_id = r.file_id AND l.booked_on IS NOT NULL
          CROSS JOIN LATERAL (SELECT count(*) AS items FROM (
              SELECT d.id FROM rekonsiliasi_detail d WHERE d.line_id = l.id AND NOT d.carried
                AND NOT (d.basis = 'BATCH' AND d.payment_id IS NOT NULL)
              UNION ALL SELECT d.id FROM rekonsiliasi_detail d WHERE d.reversal_line_id = l.id AND NOT d.carried) d) held
          WHERE r.state = 'CLOSED' AND held.items <> 1
            AND NOT (held.items = 0 AND EXISTS (SELECT FROM rekonsiliasi_detail d WHERE d.line_id = l.id AND d.carried))`,
  },
  {
    id: 'I69',
    title: 'a decision that was taken back does not stand any more, and its claim is mirrored to the rupiah',
    sql: `SELECT w.id AS withdrawal_id, w.item_id, w.claimed, books.net AS mirrored
          FROM rekonsiliasi_penarikan w
          LEFT JOIN rekonsiliasi_detail d ON d.id = w.item_id AND d.state = 'ADJUSTED' AND d.decided_at = w.decided_at
          CROSS JOIN LATERAL (SELECT coalesce(sum(j.debit - j.credit), 0) AS net FROM jurnal_baris j
            WHERE j.journal_id = w.journal_id AND j.account = '1160') books
          WHERE d.id IS NOT NULL OR books.net <> -w.claimed`,
  },
  {
    id: 'I92',
    title:
      'each movement of our account on a closed day of the bank that keeps it is in exactly one item, and its amount is what the books say',
    sql: `SELECT j.id AS journal_id, r.id AS reconciliation_id, held.items, held.carried, 'count' AS what
          FROM rekonsiliasi r
          CROSS JOIN LATERAL jsonb_to_recordset(r.windows) AS w (channel text, "from" timestamptz, "to" timestamptz)
          JOIN jurnal j ON w.channel = 'TELLER' AND j.posted_at >= w."from" AND j.posted_at < w."to" AND j.event IN (${MOVEMENT_EVENT_LIST})
            AND ${MOVEMENT_STANDS} AND (SELECT sum(l.debit - l.credit) FROM jurnal_baris l WHERE l.journal_id = j.id AND l.account = '1110') <> 0
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE NOT d.carried) AS items, count(*) FILTER (WHERE d.carried) AS carried
            FROM (SELECT i.carried FROM rekonsiliasi_detail i WHERE i.movement_id = j.id AND i.statement = 'BANK'
                  UNION ALL SELECT i.carried FROM rekonsiliasi_detail i WHERE i.reversal_movement_id = j.id AND i.statement = 'BANK') d) held
          WHERE r.state = 'CLOSED' AND r.own_account AND held.items <> 1 AND NOT (held.items = 0 AND held.carried > 0)
          UNION ALL
          SELECT d.movement_id, r.id, 1, 0, 'amount' FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
          CROSS JOIN LATERAL (SELECT coalesce(sum(l.debit - l.credit), 0) AS amount FROM jurnal_baris l
            WHERE l.journal_id IN (d.movement_id, d.reversal_movement_id) AND l.account = '1110') books
          WHERE d.movement_id IS NOT NULL AND d.statement = 'BANK' AND (d.our_amount <> books.amount
            OR (d.state <> 'OPEN' AND NOT d.carried AND d.received <> d.bank_amount - d.our_amount))
          UNION ALL
          SELECT j.id, d.reconciliation_id, 1, 0, 'taken back' FROM rekonsiliasi_detail d JOIN jurnal j ON j.id = d.movement_id
          WHERE NOT (${MOVEMENT_STANDS})`,
  },
  {
    id: 'I114',
    title: 'a day is closed with a file, or because two people said that none comes of it',
    sql: `SELECT r.id AS reconciliation_id, r.file_id, r.absence_id FROM rekonsiliasi r LEFT JOIN persetujuan a ON a.id = r.absence_id
          WHERE (r.state = 'CLOSED' AND r.file_id IS NULL AND r.absence_id IS NULL)
            OR (r.absence_id IS NOT NULL AND (r.file_id IS NOT NULL OR (a.kind, a.status, a.entity_type, a.entity_id, a.payload ->> 'change')
              IS DISTINCT FROM ('reconciliation_absence', 'APPROVED', 'rekonsiliasi', r.id, 'ABSENT')))`,
  },
  ...STATEMENT_LAWS,
];
