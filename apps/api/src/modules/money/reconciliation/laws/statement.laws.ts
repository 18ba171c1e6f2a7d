import { UNDER_WAY } from '@tirtapay/domain';
import type { Law } from '../../../../platform/invariants';
import { SOLD } from '../matching/movement-sources';

/**
 * What a supplier was paid and took back on one day was in no item once, as no statement says it (docs/adr/0082). `m` is the
 * movement.
 */
const NOT_TAKEN_BACK_AT_ONCE = `NOT EXISTS (SELECT FROM mutasi_pemasok v
    WHERE (v.reverses_id = m.id OR v.id = m.reverses_id) AND v.business_date = m.business_date
      AND NOT EXISTS (SELECT FROM rekonsiliasi_detail k
        WHERE k.movement_id IN (m.journal_id, v.journal_id) AND k.statement = 'SUPPLIER' AND NOT k.carried))`;

/** What moved the account of a statement within a window `w` of its day `r`. */
const MOVED = `SELECT m.journal_id FROM penyedia y JOIN mutasi_pemasok m ON m.supplier_id = y.id
       WHERE r.statement = 'SUPPLIER' AND y.collector_id = r.collector_id AND m.kind <> 'RECONCILED' AND m.at >= w."from" AND m.at < w."to"
         AND ${NOT_TAKEN_BACK_AT_ONCE}
     UNION ALL SELECT l.journal_id FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id
       WHERE r.statement = 'PARTNER' AND l.account = '2140' AND l.collector_id = r.collector_id AND j.posted_at >= w."from"
         AND j.posted_at < w."to" AND ${SOLD}`;

/** Of suppliers and partners; those of banks are `RECONCILIATION_LAWS`. */
export const STATEMENT_LAWS: readonly Law[] = [
  {
    id: 'I99',
    title:
      'each movement of a supplier or partner on a closed day of its statement is in exactly one item of its own days, and its amount is what the books say',
    sql: `SELECT m.journal_id, r.id AS reconciliation_id, held.items, held.carried, 'count' AS what
          FROM rekonsiliasi r
          CROSS JOIN LATERAL jsonb_to_recordset(r.windows) AS w (channel text, "from" timestamptz, "to" timestamptz)
          CROSS JOIN LATERAL (${MOVED}) m
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE NOT d.carried) AS items, count(*) FILTER (WHERE d.carried) AS carried
            FROM (SELECT i.carried FROM rekonsiliasi_detail i WHERE i.movement_id = m.journal_id AND i.statement = r.statement
                  UNION ALL SELECT i.carried FROM rekonsiliasi_detail i WHERE i.reversal_movement_id = m.journal_id AND i.statement = r.statement) d) held
          WHERE r.state = 'CLOSED' AND r.statement <> 'BANK' AND held.items <> 1 AND NOT (held.items = 0 AND held.carried > 0)
          UNION ALL
          SELECT d.movement_id, r.id, 1, 0, 'amount' FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
          -- Of whoever's day it is: a movement of another is nothing here.
          CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS amount FROM (
              SELECT l.debit - l.credit AS amount FROM jurnal_baris l WHERE d.statement = 'PARTNER' AND l.account = '2140'
                AND l.collector_id = r.collector_id AND l.journal_id IN (d.movement_id, d.reversal_movement_id)
              UNION ALL SELECT m.amount FROM mutasi_pemasok m JOIN penyedia y ON y.id = m.supplier_id
                WHERE d.statement = 'SUPPLIER' AND y.collector_id = r.collector_id
                AND m.journal_id IN (d.movement_id, d.reversal_movement_id)) own) books
          WHERE d.statement <> 'BANK' AND d.movement_id IS NOT NULL AND (d.our_amount <> books.amount
            OR (d.state <> 'OPEN' AND NOT d.carried AND d.action IS DISTINCT FROM 'DISMISS' AND d.received <> d.bank_amount - d.our_amount))
          UNION ALL
          SELECT d.movement_id, r.id, 1, 0, 'statement' FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
          WHERE (d.statement <> 'BANK' OR r.statement <> 'BANK') AND (d.statement <> r.statement
            OR (d.statement = 'PARTNER' AND (d.received <> d.cleared OR d.charged <> 0 OR d.claimed <> 0 OR d.claim_settled <> 0)))`,
  },
  {
    id: 'I100',
    title:
      'what a statement made us put right on each account of a supplier is what the days closed on that account and its claims come to',
    sql: `SELECT coalesce(books.collector_id, due.collector_id) AS collector_id, coalesce(books.account, due.account) AS account,
                 books.amount AS ledger, due.amount AS reconciled
          FROM (SELECT y.collector_id, m.account, sum(m.amount) AS amount FROM mutasi_pemasok m JOIN penyedia y ON y.id = m.supplier_id
            WHERE m.kind = 'RECONCILED' GROUP BY 1, 2) books
          FULL JOIN (SELECT collector_id, account, sum(amount) AS amount FROM (
              SELECT r.collector_id, r.account, r.received - r.cleared AS amount FROM rekonsiliasi r
                WHERE r.state = 'CLOSED' AND r.statement = 'SUPPLIER'
              UNION ALL SELECT r.collector_id, r.account, -d.claimed FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
                WHERE d.claimed <> 0 AND r.statement = 'SUPPLIER') parts GROUP BY 1, 2) due USING (collector_id, account)
          WHERE coalesce(books.amount, 0) <> coalesce(due.amount, 0)`,
  },
  {
    id: 'I101',
    title: 'the file of a day and the lines in its items came from whoever it is the day of',
    sql: `SELECT r.id AS reconciliation_id, r.collector_id, f.id AS file_id, f.collector_id AS file_of, NULL::bigint AS item_id
          FROM rekonsiliasi r JOIN berkas_rekonsiliasi f ON f.id = r.file_id WHERE f.collector_id <> r.collector_id
          UNION ALL
          SELECT r.id, r.collector_id, f.id, f.collector_id, d.id FROM (
              SELECT i.id, i.reconciliation_id, i.line_id FROM rekonsiliasi_detail i WHERE i.line_id IS NOT NULL
              UNION ALL SELECT i.id, i.reconciliation_id, i.reversal_line_id FROM rekonsiliasi_detail i WHERE i.reversal_line_id IS NOT NULL) d
          JOIN rekonsiliasi r ON r.id = d.reconciliation_id JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id
          JOIN berkas_rekonsiliasi f ON f.id = l.file_id WHERE f.collector_id <> r.collector_id`,
  },
  {
    id: 'I102',
    title: 'a reconciliation ends, and is begun again, as two people agreed',
    sql: `SELECT e.id, e.collector_id, e.last_day, e.resumes_on, a.status, a.payload FROM rekonsiliasi_akhir e
          LEFT JOIN persetujuan a ON a.id = e.approval_id
          WHERE (a.kind, a.status, a.entity_type, a.entity_id, a.payload ->> 'last_day', a.payload ->> 'resumes_on', a.made_by, a.decided_by)
            IS DISTINCT FROM ('reconciliation_end', 'APPROVED', 'ketentuan_setelmen', e.collector_id, e.last_day::text, e.resumes_on::text,
              e.made_by, e.decided_by)`,
  },
  {
    id: 'I116',
    title: 'the terms of a statement are those two people agreed on',
    sql: `SELECT k.collector_id, k.valid_from, k.approval_id, a.kind, a.status, a.payload FROM ketentuan_setelmen k
          LEFT JOIN persetujuan a ON a.id = k.approval_id
          WHERE k.approval_id IS NOT NULL
            AND (a.kind, a.status, a.entity_type, a.entity_id, a.made_by, a.decided_by, a.payload ->> 'valid_from', a.payload ->> 'cutoff',
                a.payload ->> 'fee_per_payment', a.payload ->> 'mdr_ppm', a.payload ->> 'own_account')
              IS DISTINCT FROM ('settlement_terms', 'APPROVED', 'ketentuan_setelmen', k.collector_id, k.made_by, k.decided_by,
                k.valid_from::text, k.cutoff::text, k.fee_per_payment::text, k.mdr_ppm::text, k.own_account::text)`,
  },
  {
    id: 'I106',
    title: 'our account is at one bank: on no day the terms of two say that their file is its statement',
    sql: `SELECT d.day, array_agg(k.collector_id ORDER BY k.collector_id) AS banks
          -- The days on which somebody begins to keep it.
          FROM (SELECT valid_from AS day FROM ketentuan_setelmen UNION SELECT resumes_on FROM rekonsiliasi_akhir WHERE resumes_on IS NOT NULL) d
          CROSS JOIN LATERAL (SELECT DISTINCT ON (collector_id) collector_id, own_account FROM ketentuan_setelmen
            WHERE valid_from <= d.day ORDER BY collector_id, valid_from DESC) k
          WHERE k.own_account AND NOT EXISTS (SELECT FROM (SELECT DISTINCT ON (last_day) last_day, resumes_on FROM rekonsiliasi_akhir
              WHERE collector_id = k.collector_id ORDER BY last_day, id DESC) e
            WHERE e.last_day < d.day AND (e.resumes_on IS NULL OR e.resumes_on > d.day))
          GROUP BY d.day HAVING count(*) > 1`,
  },
  {
    id: 'I103',
    title: 'of an order that is still under way at a supplier nothing but its carrying is decided',
    sql: `SELECT d.id AS item_id, d.action, t.id AS sale_id, t.status FROM rekonsiliasi_detail d
          JOIN rekonsiliasi r ON r.id = d.reconciliation_id JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id
          JOIN penyedia y ON y.collector_id = r.collector_id
          JOIN transactions t ON t.supplier_id = y.id AND t.supplier_ref IN (l.reference, l.bank_reference)
          WHERE d.statement = 'SUPPLIER' AND d.state = 'ADJUSTED' AND NOT d.carried AND d.movement_id IS NULL
            AND t.status IN ('${UNDER_WAY.join("', '")}')`,
  },
];
