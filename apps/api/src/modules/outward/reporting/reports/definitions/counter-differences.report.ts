import { date, DAYS, identifier, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

export const COUNTER_DIFFERENCES_REPORT: ReportDefinition = {
  key: 'counter-differences',
  group: 'COUNTER',
  title: words('Penutupan dan selisih kas loket', 'Closings and differences of counters'),
  about: words(
    'Setiap shift menurut tanggal buku pembukaannya: yang seharusnya ada, yang dihitung, dan selisihnya dengan alasan.',
    'Each shift by the business date it began: what should have been there, what was counted, and the difference with its reason.',
  ),
  permission: 'counter.read',
  parameters: DAYS,
  columns: [
    date('business_date', 'Tanggal buku', 'Business date'),
    identifier('shift', 'Shift', 'Shift'),
    text('drawer', 'Loket', 'Counter'),
    text('cashier', 'Kasir', 'Cashier'),
    rupiah('opening', 'Modal', 'Opening'),
    rupiah('expected', 'Seharusnya', 'Expected'),
    rupiah('counted', 'Dihitung', 'Counted'),
    rupiah('difference', 'Selisih', 'Difference'),
    text('reason', 'Alasan', 'Reason'),
    text('decided_by', 'Disetujui', 'Agreed by'),
  ],
  opens: '/shifts/{shift}',
  sql: `SELECT s.business_date, s.id::text AS shift, k.name AS drawer, u.name AS cashier, s.opening_count AS opening, s.expected,
      s.closing_count AS counted, s.difference, s.reason, d.name AS decided_by
    FROM shift_kas s JOIN loket_kas k ON k.id = s.drawer_id JOIN orang u ON u.id = s.cashier_id LEFT JOIN orang d ON d.id = s.decided_by
    WHERE s.business_date BETWEEN :from::date AND :to::date ORDER BY s.business_date, k.name, s.id`,
  layout: 'LANDSCAPE',
};
