import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { addDays, endOfBusinessDay, type BusinessDate } from '@tirtapay/domain';
import type { Database } from '../../../api/src/platform/database';
import { DEMO_PARTNER, DEMO_SUPPLIER } from './plan/demo-ppob';

/** A movement as the supplier or partner of the demonstration has it in its own books; the sandbox is told of it in this shape. */
export interface StatementEntry {
  readonly of: string;
  readonly kind: 'SUPPLIER' | 'PARTNER';
  readonly reference: string;
  readonly customer_no: string;
  readonly text: string;
  /** Above zero: in our favour. */
  readonly amount: number;
  readonly at: string;
}

interface Row {
  readonly reference: string;
  readonly customer_no: string | null;
  readonly text: string | null;
  readonly amount: number;
  readonly posted_at: Date;
}

const OF_SUPPLIER = `
  SELECT coalesce(t.supplier_ref, m.bank_reference, m.id::text) AS reference, NULL AS customer_no, coalesce(s.name, 'Setoran deposit') AS text,
    m.amount, m.at AS posted_at
  FROM penyedia y JOIN mutasi_pemasok m ON m.supplier_id = y.id LEFT JOIN transactions t ON t.id = m.sale_id
  LEFT JOIN services s ON s.id = t.service_id
  WHERE y.code = $1 AND m.at >= $2 AND m.at < $3 AND m.kind <> 'RECONCILED' ORDER BY m.at, m.id`;

const OF_PARTNER = `
  SELECT coalesce(p.bank_reference, t.ref_id, t.supplier_ref) AS reference, c.customer_number AS customer_no,
    coalesce(s.name, 'Air PDAM') AS text, l.debit - l.credit AS amount, j.posted_at
  FROM penerima k JOIN jurnal_baris l ON l.collector_id = k.id AND l.account = '2140' JOIN jurnal j ON j.id = l.journal_id
  LEFT JOIN pembayaran p ON j.entity_type = 'pembayaran' AND p.id = j.entity_id LEFT JOIN pelanggan c ON c.id = p.customer_id
  LEFT JOIN transactions t ON j.entity_type = 'transactions' AND t.id = j.entity_id LEFT JOIN services s ON s.id = t.service_id
  WHERE k.series = $1 AND j.posted_at >= $2 AND j.posted_at < $3 AND j.event <> 'deposit.topped_up' ORDER BY j.posted_at, j.id`;

export const STATEMENT_OWNERS = [
  { code: DEMO_SUPPLIER.code, kind: 'SUPPLIER' },
  { code: DEMO_PARTNER.code, kind: 'PARTNER' },
] as const;
type DemoStatementOwner = (typeof STATEMENT_OWNERS)[number];

/** What a supplier or partner has of a day, by our books; the oldest first. */
export async function statementDay(
  database: Database,
  { code, kind }: DemoStatementOwner,
  date: BusinessDate,
  zone: string,
): Promise<StatementEntry[]> {
  const rows = await database.read<Row & object>(kind === 'SUPPLIER' ? OF_SUPPLIER : OF_PARTNER, [
    code,
    new Date(endOfBusinessDay(addDays(date, -1), zone)),
    new Date(endOfBusinessDay(date, zone)),
  ]);
  return rows.map((row) => ({
    of: code,
    kind,
    reference: row.reference,
    customer_no: row.customer_no ?? '',
    text: row.text ?? '',
    amount: row.amount,
    at: formatRfc3339(row.posted_at.getTime()),
  }));
}
