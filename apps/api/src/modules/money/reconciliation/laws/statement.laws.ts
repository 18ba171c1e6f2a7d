import type { Law } from '../../../../platform/invariants';
import { PAID_FOR_GOOD, SOLD } from '../matching/movement-sources';

/** What moved the account of a statement within a window `w` of its day `r`. */
const MOVED = `SELECT m.journal_id FROM penyedia y JOIN mutasi_pemasok m ON m.supplier_id = y.id
       WHERE r.statement = 'SUPPLIER' AND y.collector_id = r.collector_id AND m.kind <> 'RECONCILED' AND m.at >= w."from" AND m.at < w."to"
         AND ${PAID_FOR_GOOD}
     UNION ALL SELECT l.journal_id FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id
       WHERE r.statement = 'PARTNER' AND l.account = '2140' AND l.collector_id = r.collector_id AND j.posted_at >= w."from"
         AND j.posted_at < w."to" AND ${SOLD}`;

/** Of suppliers and partners; those of banks are `RECONCILIATION_LAWS`. */
export const STATEMENT_LAWS: readonly Law[] = [
  {
    id: 'I99',
    title:
      'each movement of a supplier or partner on a closed day of its statement is in exactly one item, and its amount is what the books say',
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
          CROSS JOIN LATERAL (SELECT coalesce(sum(l.debit - l.credit), 0) AS amount FROM jurnal_baris l
            WHERE l.journal_id IN (d.movement_id, d.reversal_movement_id)
              AND l.account = ANY (CASE d.statement WHEN 'PARTNER' THEN ARRAY['2140'] ELSE ARRAY['1150', '2160'] END)) books
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
      'what a statement made us put right on the account of a supplier is what its closed days and its claims come to',
    sql: `SELECT coalesce(books.collector_id, due.collector_id) AS collector_id, books.amount AS ledger, due.amount AS reconciled
          FROM (SELECT y.collector_id, sum(m.amount) AS amount FROM mutasi_pemasok m JOIN penyedia y ON y.id = m.supplier_id
            WHERE m.kind = 'RECONCILED' GROUP BY 1) books
          FULL JOIN (SELECT collector_id, sum(amount) AS amount FROM (
              SELECT r.collector_id, r.received - r.cleared AS amount FROM rekonsiliasi r WHERE r.state = 'CLOSED' AND r.statement = 'SUPPLIER'
              UNION ALL SELECT r.collector_id, -d.claimed FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
                WHERE d.claimed <> 0 AND r.statement = 'SUPPLIER') parts GROUP BY 1) due USING (collector_id)
          WHERE coalesce(books.amount, 0) <> coalesce(due.amount, 0)`,
  },
];
