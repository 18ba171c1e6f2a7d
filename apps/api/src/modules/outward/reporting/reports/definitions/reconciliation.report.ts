import { COLLECTOR, count, date, DAYS, difference, rupiah, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';

const STATES = { OPEN: words('Terbuka', 'Open'), CLOSED: words('Ditutup', 'Closed') };

export const RECONCILIATION_REPORT: ReportDefinition = {
  key: 'reconciliation',
  group: 'BANKS',
  title: words('Rekonsiliasi bank', 'Bank reconciliation'),
  about: words(
    'Setiap hari setelmen setiap bank: pembukuan kita, berkas bank, yang sudah dijelaskan dan yang masih terbuka.',
    'Each settlement day of each bank: our books, the bank’s file, what is explained and what is still open.',
  ),
  permission: 'reconciliation.read',
  parameters: [...DAYS, COLLECTOR],
  columns: [
    text('bank', 'Bank', 'Bank'),
    date('settlement_date', 'Tanggal setelmen', 'Settlement date', { link: '/reconciliation/days/{day_id}' }),
    word('state', 'Status', 'State', STATES),
    count('our_count', 'Kita (jumlah)', 'Ours (count)'),
    rupiah('our_amount', 'Kita', 'Ours'),
    count('bank_count', 'Bank (jumlah)', 'Bank (count)'),
    rupiah('bank_amount', 'Bank', 'Bank'),
    difference('difference', 'Selisih', 'Difference', {
      link: '/reconciliation/items?reconciliation_id={day_id}',
    }),
    count('open_items', 'Terbuka', 'Open'),
    rupiah('received', 'Masuk rekening', 'Received'),
    rupiah('charged', 'Potongan', 'Charged'),
    rupiah('claimed', 'Klaim', 'Claimed'),
  ],
  hidden: ['day_id'],
  sql: `SELECT i.name AS bank, r.id AS day_id, r.settlement_date, r.state, r.our_count, r.our_amount, r.bank_count, r.bank_amount,
      r.bank_amount - r.our_amount AS difference,
      (SELECT count(*) FROM rekonsiliasi_detail d WHERE d.reconciliation_id = r.id AND d.state = 'OPEN') AS open_items,
      r.received, r.charged, r.claimed
    FROM rekonsiliasi r JOIN penerima i ON i.id = r.collector_id
    WHERE r.settlement_date BETWEEN :from::date AND :to::date AND (:collector IS NULL OR r.collector_id = :collector::bigint)
    ORDER BY i.name, i.id, r.settlement_date`,
  groupBy: 'bank',
  longest: { days: 366 },
  layout: 'LANDSCAPE',
};
