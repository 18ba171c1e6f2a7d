import { balance, COLLECTOR, date, DAYS, identifier, rupiah, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';
import { NO_SOURCE, OPENS, SOURCE, SOURCES } from './journal-source';
import { ACCOUNT, JOURNAL_EVENTS } from './journal-words';

export const LEDGER_DAYS = 92;

/** Assets and expenses grow with debits, the rest with credits. */
const SIGNED = "CASE WHEN a.kind IN ('ASSET', 'EXPENSE', 'CONTRA_REVENUE') THEN 1 ELSE -1 END";

export const LEDGER_REPORT: ReportDefinition = {
  key: 'ledger',
  group: 'BOOKS',
  title: words('Buku besar satu akun', 'General ledger of an account'),
  about: words(
    'Saldo awal satu akun dan setiap barisnya menurut tanggal buku, dengan saldo berjalan pada sisi akunnya.',
    'The opening balance of an account and each of its lines by business date, with the balance that runs along on its own side.',
  ),
  permission: 'ledger.read',
  parameters: [ACCOUNT, ...DAYS, COLLECTOR],
  columns: [
    date('business_date', 'Tanggal buku', 'Business date'),
    identifier('journal', 'No. jurnal', 'Journal no.'),
    word('event', 'Peristiwa', 'Event', {
      ...JOURNAL_EVENTS,
      opening: words('Saldo awal', 'Opening balance'),
    }),
    text('party', 'Pihak', 'Party'),
    rupiah('debit', 'Debit', 'Debit'),
    rupiah('credit', 'Kredit', 'Credit'),
    balance('balance', 'Saldo', 'Balance'),
  ],
  sql: `WITH opening AS (
      SELECT ${SIGNED} * coalesce(sum(l.debit - l.credit), 0)::bigint AS amount
      FROM akun a LEFT JOIN buku_besar_harian l ON l.account = a.code AND l.business_date < :from::date
        AND (:collector IS NULL OR l.collector_id = :collector::bigint) WHERE a.code = :account GROUP BY a.code)
    SELECT :from::date AS business_date, NULL::text AS journal, 'opening' AS event, NULL::text AS party, 0::bigint AS debit, 0::bigint AS credit,
      o.amount AS balance, 0::bigint AS journal_id, 0::bigint AS line, ${NO_SOURCE} FROM opening o
    UNION ALL
    SELECT j.business_date, j.id::text, j.event, coalesce(c.customer_number, i.name), l.debit, l.credit,
      (o.amount + sum(${SIGNED} * (l.debit - l.credit)) OVER (ORDER BY j.business_date, j.id, l.id ROWS UNBOUNDED PRECEDING))::bigint, j.id, l.id, ${SOURCE}
    FROM opening o CROSS JOIN jurnal j JOIN jurnal_baris l ON l.journal_id = j.id JOIN akun a ON a.code = l.account
      LEFT JOIN pelanggan c ON c.id = l.customer_id LEFT JOIN penerima i ON i.id = l.collector_id
    WHERE l.account = :account AND (:collector IS NULL OR l.collector_id = :collector::bigint) AND j.business_date BETWEEN :from::date AND :to::date
    ORDER BY 1, 8, 9`,
  opens: OPENS,
  hidden: SOURCES,
  longest: { days: LEDGER_DAYS },
  layout: 'LANDSCAPE',
};
