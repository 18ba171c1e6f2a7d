import { date, DAYS, identifier, rupiah, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';
import { OPENS, SOURCE, SOURCES } from './journal-source';
import { ACCOUNT, JOURNAL_EVENTS } from './journal-words';

export const JOURNAL_REPORT: ReportDefinition = {
  key: 'journal',
  group: 'BOOKS',
  title: words('Jurnal', 'Journal'),
  about: words(
    'Setiap baris jurnal menurut tanggal buku, dalam urutan pembukuannya.',
    'Each line of the journals by business date, in the order it was booked.',
  ),
  permission: 'ledger.read',
  parameters: [...DAYS, { ...ACCOUNT, optional: true }],
  columns: [
    date('business_date', 'Tanggal buku', 'Business date'),
    identifier('journal', 'No. jurnal', 'Journal no.'),
    word('event', 'Peristiwa', 'Event', JOURNAL_EVENTS),
    identifier('account', 'Akun', 'Account', {
      link: '/reports/ledger?account={account}&from={from}&to={to}',
    }),
    text('name', 'Nama akun', 'Name'),
    text('party', 'Pihak', 'Party'),
    rupiah('debit', 'Debit', 'Debit'),
    rupiah('credit', 'Kredit', 'Credit'),
  ],
  sql: `SELECT j.business_date, j.id::text AS journal, j.event, l.account, a.name, coalesce(c.customer_number, i.name) AS party, l.debit, l.credit, ${SOURCE}
    FROM jurnal j JOIN jurnal_baris l ON l.journal_id = j.id JOIN akun a ON a.code = l.account
      LEFT JOIN pelanggan c ON c.id = l.customer_id LEFT JOIN penerima i ON i.id = l.collector_id
    WHERE j.business_date BETWEEN :from::date AND :to::date AND (:account IS NULL OR l.account = :account)
    ORDER BY j.business_date, j.id, l.id`,
  opens: OPENS,
  hidden: SOURCES,
  longest: { days: 31 },
  layout: 'LANDSCAPE',
};
