import { DAYS, identifier, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { LEDGER_DAYS } from './ledger.report';
import { noLongerThan } from './no-longer-than';

export const CASH_POSITION_REPORT: ReportDefinition = {
  key: 'cash-position',
  group: 'BOOKS',
  title: words('Posisi kas', 'Cash position'),
  about: words(
    'Uang kami menurut tempatnya: kas di bank, piutang setiap bank, kas setiap loket, deposit pada pemasok dan klaim; saldo awal, masuk, keluar, saldo akhir.',
    'Where our money is: cash at bank, due from each bank, the drawer of each counter, deposits at suppliers and claims; opening, in, out, closing.',
  ),
  permission: 'ledger.read',
  parameters: DAYS,
  columns: [
    identifier('account', 'Akun', 'Account', {
      link: '/reports/ledger?account={account}&from={first_day}&to={to}',
    }),
    text('name', 'Nama akun', 'Name'),
    text('collector', 'Penerima', 'Collector'),
    rupiah('opening', 'Saldo awal', 'Opening'),
    rupiah('received', 'Masuk', 'In'),
    rupiah('paid', 'Keluar', 'Out'),
    rupiah('closing', 'Saldo akhir', 'Closing'),
  ],
  opens: '/reports/ledger?account={account}&from={first_day}&to={to}&collector={collector_id?}',
  hidden: ['collector_id', 'first_day'],
  sql: `SELECT a.code AS account, a.name, i.id AS collector_id, coalesce(i.name, '-') AS collector,
      coalesce(sum(l.debit - l.credit) FILTER (WHERE l.business_date < :from::date), 0)::bigint AS opening,
      coalesce(sum(l.debit) FILTER (WHERE l.business_date >= :from::date), 0)::bigint AS received,
      coalesce(sum(l.credit) FILTER (WHERE l.business_date >= :from::date), 0)::bigint AS paid,
      sum(l.debit - l.credit)::bigint AS closing, ${noLongerThan(LEDGER_DAYS, ':from::date')} AS first_day
    FROM akun a JOIN buku_besar_harian l ON l.account = a.code AND l.business_date <= :to::date LEFT JOIN penerima i ON i.id = l.collector_id
    WHERE a.code IN ('1110', '1130', '1140', '1150', '1160')
    GROUP BY a.code, a.name, i.id, i.name ORDER BY a.code, i.name NULLS FIRST, i.id`,
  groupBy: 'account',
  layout: 'PORTRAIT',
};
