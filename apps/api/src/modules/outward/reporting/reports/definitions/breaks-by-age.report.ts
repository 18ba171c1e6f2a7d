import { count, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

export const BREAKS_BY_AGE_REPORT: ReportDefinition = {
  key: 'breaks-by-age',
  group: 'BANKS',
  title: words('Selisih rekonsiliasi menurut umur', 'Reconciliation breaks by age'),
  about: words(
    'Selisih dengan bank yang masih terbuka, menurut lamanya sejak tanggal setelmen.',
    'Differences with banks that are still open, by how long ago they were settled.',
  ),
  permission: 'reconciliation.read',
  parameters: [],
  columns: [
    text('age', 'Umur', 'Age'),
    count('breaks', 'Selisih', 'Breaks', {
      link: '/reconciliation/items?state=OPEN&from={first_day}&to={last_day}',
    }),
    rupiah('amount', 'Nilai', 'Amount'),
  ],
  hidden: ['first_day', 'last_day'],
  sql: `SELECT k.age, :today::date - k.most AS first_day, :today::date - k.least AS last_day, count(d.id) AS breaks,
      coalesce(sum(greatest(abs(d.our_amount), abs(d.bank_amount))), 0)::bigint AS amount
    FROM (VALUES (1, '0–1 hari', 0, 1), (2, '2–3 hari', 2, 3), (3, '4–7 hari', 4, 7), (4, '8–30 hari', 8, 30), (5, '> 30 hari', 31, 3650))
      AS k (place, age, least, most)
    LEFT JOIN (rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id AND d.state = 'OPEN')
      ON :today::date - r.settlement_date BETWEEN k.least AND k.most
    GROUP BY k.place, k.age, k.least, k.most ORDER BY k.place`,
  chart: { by: 'age', of: ['breaks'] },
  layout: 'PORTRAIT',
};
