import type { Law } from '../../../../platform/invariants';

/** What suppliers hold of ours (1150) and what we owe them (2160). */
export const SUPPLIER_LAWS: readonly Law[] = [
  {
    id: 'I64',
    title:
      'each line on the accounts of suppliers is the movement of one supplier, and each movement such a line',
    sql: `SELECT coalesce(l.journal_id, m.journal_id) AS journal_id, coalesce(l.account, m.account) AS account, l.net AS ledger, m.amount
          FROM (SELECT journal_id, account, sum(debit - credit) AS net FROM jurnal_baris WHERE account IN ('1150', '2160') GROUP BY 1, 2) l
          FULL JOIN mutasi_pemasok m USING (journal_id, account)
          WHERE l.net IS DISTINCT FROM m.amount`,
  },
  {
    id: 'I65',
    title: 'a supplier was charged for what it delivered, once, at its cost, and for nothing else',
    sql: `SELECT coalesce(t.id, m.sale_id) AS sale_id, t.status, t.cost, m.supplier_id, m.amount
          FROM (SELECT id, status, cost, supplier_id FROM transactions WHERE status = 'SUCCESS' AND payment_id IS NULL AND cost > 0) t
          FULL JOIN (SELECT sale_id, supplier_id, amount FROM mutasi_pemasok WHERE kind = 'COST') m ON m.sale_id = t.id
          WHERE (m.supplier_id, -m.amount) IS DISTINCT FROM (t.supplier_id, t.cost)`,
  },
  {
    id: 'I66',
    title:
      'what was paid to a supplier is what two people agreed on, what was taken back is what had been paid, and what else moved is of a reconciliation',
    sql: `SELECT m.id, m.amount, a.status, a.payload FROM mutasi_pemasok m LEFT JOIN persetujuan a ON a.id = m.approval_id
          LEFT JOIN mutasi_pemasok o ON o.id = m.reverses_id
          WHERE m.kind IN ('TOP_UP', 'SETTLEMENT') AND ((a.kind, a.status, a.entity_id, (a.payload ->> 'amount')::bigint, a.payload ->> 'action')
                IS DISTINCT FROM ('supplier_payment', 'APPROVED', m.supplier_id, abs(m.amount), m.kind)
              OR (m.reverses_id IS NOT NULL AND (o.supplier_id, o.kind, o.amount) IS DISTINCT FROM (m.supplier_id, m.kind, -m.amount)))
          UNION ALL
          SELECT m.id, m.amount, NULL, jsonb_build_object('event', j.event) FROM mutasi_pemasok m LEFT JOIN jurnal j ON j.id = m.journal_id
          WHERE m.kind NOT IN ('COST', 'TOP_UP', 'SETTLEMENT') AND (m.kind <> 'RECONCILED' OR coalesce(j.event, '') NOT LIKE 'reconciliation.%')`,
  },
];
