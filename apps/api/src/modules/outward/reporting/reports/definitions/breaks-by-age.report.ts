import { OPEN_AGES, OPEN_DIFFERENCE } from '../../../../money/reconciliation';
import { count, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

const TITLES = {
  '0-1': '0–1 hari',
  '2-3': '2–3 hari',
  '4-7': '4–7 hari',
  '8-30': '8–30 hari',
  '31+': '> 30 hari',
} as const;

const AGES = OPEN_AGES.map(
  ({ days, least, most }, place) =>
    `(${String(place)}, '${TITLES[days]}', ${String(least)}, ${String(most)})`,
).join(', ');

export const BREAKS_BY_AGE_REPORT: ReportDefinition = {
  key: 'breaks-by-age',
  group: 'BANKS',
  title: words('Selisih rekonsiliasi menurut umur', 'Reconciliation breaks by age'),
  about: words(
    'Selisih dengan bank, pemasok, dan mitra yang masih terbuka, menurut lamanya sejak tanggal setelmen.',
    'Differences with banks, suppliers and partners that are still open, by how long ago they were settled.',
  ),
  permission: 'reconciliation.read',
  parameters: [],
  columns: [
    text('age', 'Umur', 'Age'),
    count('breaks', 'Butir', 'Items'),
    rupiah('amount', 'Selisih (Rp)', 'Difference (Rp)'),
  ],
  opens: '/reconciliation/items?state=OPEN&from={first_day?}&to={last_day?}',
  hidden: ['first_day', 'last_day'],
  sql: `SELECT k.age, :today::date - k.most AS first_day, :today::date - k.least AS last_day, count(d.id) AS breaks, ${OPEN_DIFFERENCE} AS amount
    FROM (VALUES ${AGES}) AS k (place, age, least, most)
    LEFT JOIN (rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id AND d.state = 'OPEN')
      ON :today::date - r.settlement_date BETWEEN k.least AND k.most
    GROUP BY k.place, k.age, k.least, k.most ORDER BY k.place`,
  chart: { by: 'age', of: ['breaks'] },
  layout: 'PORTRAIT',
};
