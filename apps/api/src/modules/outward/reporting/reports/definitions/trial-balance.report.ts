import { DAYS, identifier, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { LEDGER_DAYS } from './ledger.report';
import { noLongerThan } from './no-longer-than';

const side = (sum: string, sign: '' | '-') => `greatest(${sign}(${sum}), 0)::bigint`;
const OPENING = 'coalesce(sum(l.debit - l.credit) FILTER (WHERE l.business_date < :from::date), 0)';
const CLOSING = 'coalesce(sum(l.debit - l.credit), 0)';
const moved = (column: string) =>
  `coalesce(sum(${column}) FILTER (WHERE l.business_date >= :from::date), 0)::bigint`;

export const TRIAL_BALANCE_REPORT: ReportDefinition = {
  key: 'trial-balance',
  group: 'BOOKS',
  title: words('Neraca saldo', 'Trial balance'),
  about: words(
    'Setiap akun buku besar: saldo awal, mutasi dalam rentang tanggal buku, dan saldo akhir. Jumlah debit dan kredit selalu sama.',
    'Each ledger account: opening balance, what moved in the range of business dates, and closing balance. Debits and credits are always equal.',
  ),
  permission: 'ledger.read',
  parameters: DAYS,
  columns: [
    identifier('account', 'Akun', 'Account', {
      link: '/reports/ledger?account={account}&from={first_day}&to={to}',
    }),
    text('name', 'Nama akun', 'Name'),
    rupiah('opening_debit', 'Awal debit', 'Opening debit'),
    rupiah('opening_credit', 'Awal kredit', 'Opening credit'),
    rupiah('debit', 'Mutasi debit', 'Debit'),
    rupiah('credit', 'Mutasi kredit', 'Credit'),
    rupiah('closing_debit', 'Akhir debit', 'Closing debit'),
    rupiah('closing_credit', 'Akhir kredit', 'Closing credit'),
  ],
  opens: '/reports/ledger?account={account}&from={first_day}&to={to}',
  hidden: ['first_day'],
  sql: `SELECT a.code AS account, a.name, ${side(OPENING, '')} AS opening_debit, ${side(OPENING, '-')} AS opening_credit,
      ${moved('l.debit')} AS debit, ${moved('l.credit')} AS credit,
      ${side(CLOSING, '')} AS closing_debit, ${side(CLOSING, '-')} AS closing_credit,
      ${noLongerThan(LEDGER_DAYS, ':from::date')} AS first_day
    FROM akun a JOIN buku_besar_harian l ON l.account = a.code AND l.business_date <= :to::date
    GROUP BY a.code, a.name ORDER BY a.code`,
  layout: 'LANDSCAPE',
};
