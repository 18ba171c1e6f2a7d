import { MOVEMENT_EVENTS, STATEMENTS, type StatementKind } from '@tirtapay/domain';

/** As SQL writes them. */
export const MOVEMENT_EVENT_LIST = MOVEMENT_EVENTS.map((event) => `'${event}'`).join(', ');

/** What the statement of the bank calls a journal of our account. `j` is the journal. */
const SLIP = `(SELECT m.bank_reference FROM mutasi_loket m WHERE j.entity_type = 'mutasi_loket' AND m.id = j.entity_id),
    (SELECT m.bank_reference FROM mutasi_pemasok m WHERE m.journal_id = j.id),
    (SELECT m.bank_reference FROM setoran_mitra m WHERE m.journal_id = j.id),
    (SELECT m.bank_reference FROM setoran_meterai m WHERE m.journal_id = j.id)`;

/** It was not taken back as booked by mistake: of that and of its mirror nobody else knows. `j` is the journal. */
export const MOVEMENT_STANDS = `NOT EXISTS (SELECT FROM mutasi_loket m JOIN mutasi_loket v ON v.reverses_id = m.id
      WHERE j.entity_type = 'mutasi_loket' AND m.id = j.entity_id)
    AND NOT EXISTS (SELECT FROM setoran_mitra v WHERE v.reverses_id = j.id)`;

/** The journal of the payment of ours that this one takes back. `journal` is an expression of it. */
export const takesBack = (journal: string): string =>
  `(SELECT o.journal_id FROM mutasi_pemasok v JOIN mutasi_pemasok o ON o.id = v.reverses_id WHERE v.journal_id = ${journal}
    UNION ALL SELECT o.journal_id FROM setoran_meterai v JOIN setoran_meterai o ON o.id = v.reverses_id WHERE v.journal_id = ${journal})`;

/**
 * The movements of the accounts a statement is of: `m (journal_id, posted_at, business_date, amount, reference,
 * customer_number, subject, takes_back)`, with amounts above zero in our favour. `$2` is the collector.
 */
interface MovementSource {
  readonly relation: string;
  /** Those that `$3::text[]`, references of lines, name. `m` is the relation. */
  readonly named: string;
}

/** What a partner paid in stands on our bank's statement; its own says what it sold. `j` is the journal. */
export const SOLD = "j.event NOT IN ('deposit.topped_up', 'deposit.top_up_reversed')";

export const MOVEMENT_SOURCES: Readonly<Record<StatementKind, MovementSource>> = {
  /** Whatever moved our account beside the reconciliation itself; named in whichever bank's file, for money may be brought to another bank than ours. */
  BANK: {
    relation: `(SELECT j.id AS journal_id, j.posted_at, j.business_date,
        (SELECT sum(l.debit - l.credit)::bigint FROM jurnal_baris l WHERE l.journal_id = j.id AND l.account = '1110') AS amount,
        coalesce(${SLIP}) AS reference, NULL::text AS customer_number, NULL::text AS subject, ${takesBack('j.id')} AS takes_back
      FROM jurnal j WHERE $2::bigint IS NOT NULL AND j.id IN (SELECT l.journal_id FROM jurnal_baris l WHERE l.account = '1110')
        AND j.event IN (${MOVEMENT_EVENT_LIST}) AND ${MOVEMENT_STANDS})`,
    named: `m.journal_id IN (
      SELECT x.id FROM mutasi_loket s JOIN jurnal x ON x.entity_type = 'mutasi_loket' AND x.entity_id = s.id WHERE s.bank_reference = ANY ($3::text[])
      UNION ALL SELECT s.journal_id FROM mutasi_pemasok s WHERE s.bank_reference = ANY ($3::text[])
      UNION ALL SELECT s.journal_id FROM setoran_mitra s WHERE s.bank_reference = ANY ($3::text[])
      UNION ALL SELECT s.journal_id FROM setoran_meterai s WHERE s.bank_reference = ANY ($3::text[]))`,
  },
  SUPPLIER: {
    relation: `(SELECT m.journal_id, m.at AS posted_at, m.business_date, m.amount, coalesce(m.bank_reference, t.supplier_ref) AS reference,
        NULL::text AS customer_number, NULL::text AS subject, ${takesBack('m.journal_id')} AS takes_back
      FROM penyedia y JOIN mutasi_pemasok m ON m.supplier_id = y.id LEFT JOIN transactions t ON t.id = m.sale_id
      WHERE y.collector_id = $2 AND m.kind <> 'RECONCILED')`,
    named: `m.journal_id IN (
      SELECT s.journal_id FROM transactions t JOIN mutasi_pemasok s ON s.sale_id = t.id WHERE t.supplier_ref = ANY ($3::text[])
      UNION ALL SELECT s.journal_id FROM mutasi_pemasok s WHERE s.bank_reference = ANY ($3::text[]))`,
  },
  PARTNER: {
    relation: `(SELECT l.journal_id, j.posted_at, j.business_date, l.debit - l.credit AS amount,
        coalesce(p.bank_reference, o.bank_reference, t.ref_id, t.supplier_ref) AS reference, c.customer_number,
        coalesce('payment-' || coalesce(p.reversal_of, p.id), 'sale-' || t.id) AS subject, NULL::bigint AS takes_back
      FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id
      LEFT JOIN pembayaran p ON j.entity_type = 'pembayaran' AND p.id = j.entity_id LEFT JOIN pembayaran o ON o.id = p.reversal_of
      LEFT JOIN pelanggan c ON c.id = p.customer_id
      LEFT JOIN transactions t ON j.entity_type = 'transactions' AND t.id = j.entity_id
      WHERE l.account = '2140' AND l.collector_id = $2 AND ${SOLD})`,
    named: `m.journal_id IN (
      SELECT x.id FROM pembayaran s JOIN jurnal x ON x.entity_type = 'pembayaran' AND x.entity_id = s.id
      WHERE s.collector_id = $2 AND s.bank_reference = ANY ($3::text[])
      UNION ALL SELECT x.id FROM transactions s JOIN jurnal x ON x.entity_type = 'transactions' AND x.entity_id = s.id
      WHERE s.collector_id = $2 AND (s.ref_id = ANY ($3::text[]) OR s.supplier_ref = ANY ($3::text[])))`,
  },
};

/** What an item's other side calls our movement. `d` is the item, `j` the journal. */
export const MOVEMENT_REFERENCE = `coalesce(${SLIP},
    (SELECT CASE d.statement WHEN 'SUPPLIER' THEN t.supplier_ref ELSE coalesce(t.ref_id, t.supplier_ref) END
      FROM transactions t WHERE j.entity_type = 'transactions' AND t.id = j.entity_id),
    (SELECT coalesce(y.bank_reference, o.bank_reference) FROM pembayaran y LEFT JOIN pembayaran o ON o.id = y.reversal_of
      WHERE j.entity_type = 'pembayaran' AND y.id = j.entity_id))`;

/** Whose it is: the drawer, the partner, the bank it went back through, the supplier, who bought. `j` is the journal. */
export const MOVEMENT_NAME = `coalesce(
    (SELECT min(x.name) FROM jurnal_baris l JOIN penerima x ON x.id = l.collector_id WHERE l.journal_id = j.id AND l.account = '1110'),
    (SELECT y.name FROM penyedia y WHERE j.entity_type = 'penyedia' AND y.id = j.entity_id),
    (SELECT t.customer_name FROM transactions t WHERE j.entity_type = 'transactions' AND t.id = j.entity_id),
    (SELECT k.name FROM pembayaran y JOIN pelanggan k ON k.id = y.customer_id WHERE j.entity_type = 'pembayaran' AND y.id = j.entity_id))`;

const ACCOUNTS = Object.entries(STATEMENTS)
  .map(([kind, { movements }]) => `WHEN '${kind}' THEN ARRAY['${movements.join("', '")}']`)
  .join(' ');

/** What a journal moved on the accounts of a statement. `statement` is an expression of its kind, `j` the journal. */
export const movementAmount = (statement: string): string =>
  `(SELECT coalesce(sum(l.debit - l.credit), 0)::bigint FROM jurnal_baris l WHERE l.journal_id = j.id
      AND l.account = ANY (CASE ${statement} ${ACCOUNTS} END))`;
