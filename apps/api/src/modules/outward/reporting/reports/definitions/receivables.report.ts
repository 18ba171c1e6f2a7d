import { choice, date, identifier, period, PERIODS, rupiah, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';
import { JOURNAL_EVENTS } from './journal-words';

/**
 * The sides of the tie-out that come from the ledger, each as a condition of lines of the receivables `l`, their journal `j` and
 * their bill `b`, and whether a debit or a credit makes it grow.
 */
export const RECEIVABLE_SIDES = {
  ISSUED: { where: "j.event = 'bill.issued' AND b.kind NOT IN ('OPENING', 'NONWATER')", sign: 1 },
  CHARGED: { where: "j.event = 'bill.issued' AND b.kind = 'NONWATER'", sign: 1 },
  OPENING: { where: "j.event = 'bill.issued' AND b.kind = 'OPENING'", sign: 1 },
  CORRECTED: { where: "j.event <> 'bill.issued' AND j.event NOT LIKE '%written_off%'", sign: -1 },
  WRITTEN_OFF: { where: "j.event LIKE '%written_off%'", sign: -1 },
} as const;
export type ReceivableSide = keyof typeof RECEIVABLE_SIDES;

const CASES = Object.entries(RECEIVABLE_SIDES);
const wanted = CASES.map(([side, { where }]) => `WHEN '${side}' THEN ${where}`).join(' ');
const signed = CASES.map(
  ([side, { sign }]) => `WHEN '${side}' THEN ${sign === 1 ? 'l.debit - l.credit' : 'l.credit - l.debit'}`,
).join(' ');

export const RECEIVABLES_REPORT: ReportDefinition = {
  key: 'receivables',
  group: 'BOOKS',
  title: words('Buku piutang rekening', 'Ledger of receivables from bills'),
  about: words(
    'Baris buku besar piutang rekening menurut periode rekeningnya, tanpa pembayaran: yang ditetapkan (DRD awal), saldo awal, koreksi dan penghapusan. Setiap sisi sama dengan kolomnya pada uji kecocokan.',
    'Lines of the receivables by the usage month of their bill, without payments: what was issued, opening balances, corrections and write-offs. Each side is what its column of the tie-out says.',
  ),
  permission: 'ledger.read',
  parameters: [
    choice('side', 'Sisi', 'Side', {
      ISSUED: words('DRD', 'DRD'),
      CHARGED: words('Non-air', 'Non-water'),
      OPENING: words('Saldo awal', 'Opening'),
      CORRECTED: words('Koreksi', 'Corrections'),
      WRITTEN_OFF: words('Penghapusan', 'Write-offs'),
    }),
    ...PERIODS,
  ],
  columns: [
    period('period', 'Periode', 'Period'),
    date('business_date', 'Tanggal buku', 'Business date'),
    identifier('journal', 'No. jurnal', 'Journal no.'),
    word('event', 'Peristiwa', 'Event', JOURNAL_EVENTS),
    identifier('bill_number', 'No. rekening', 'Bill no.', { link: '/bills/{bill_id}' }),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    rupiah('amount', 'Jumlah', 'Amount'),
  ],
  opens: '/bills/{bill_id}',
  hidden: ['bill_id', 'customer_id'],
  sql: `SELECT b.period, j.business_date, j.id::text AS journal, j.event, b.id AS bill_id, b.bill_number, c.id AS customer_id, c.customer_number,
      c.name, CASE :side ${signed} END AS amount
    FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id JOIN tagihan b ON b.id = l.bill_id JOIN pelanggan c ON c.id = b.customer_id
    WHERE l.account = '1210' AND j.entity_type <> 'pembayaran' AND b.period BETWEEN :from AND :to AND CASE :side ${wanted} END
    ORDER BY b.period, j.id, l.id`,
  numbered: true,
  longest: { periods: 12 },
  layout: 'LANDSCAPE',
};
