import { count, percent, period, PERIODS, REGION, rupiah, words } from '../columns';
import type { ReportDefinition } from '../report';

const of = (state: string) => `/bills?kind=WATER&period={period}&state=${state}&region_id={region?}`;

const paid = (part: 'TIMELY' | 'LATE') =>
  `/reports/bill-register?from={period}&to={period}&part=${part}&region={region?}`;

export const EFFICIENCY_REPORT: ReportDefinition = {
  key: 'efficiency',
  group: 'ARREARS',
  title: words('Efisiensi penagihan', 'Collection efficiency'),
  about: words(
    'Rekening air per periode: berapa yang dibayar sampai jatuh tempo, sesudahnya, dan belum; pokok saja. Efisiensi adalah rupiah dibayar dibagi rupiah ditagih.',
    'Water bills per period: how many were paid by their due day, later, and not yet; principal alone. Efficiency is rupiah paid of rupiah billed.',
  ),
  permission: 'bill.read',
  parameters: [...PERIODS, REGION],
  columns: [
    period('period', 'Periode', 'Period'),
    count('billed_count', 'Ditagih (lembar)', 'Billed (count)', { link: of('ISSUED,PAID') }),
    rupiah('billed', 'Ditagih', 'Billed', { link: of('ISSUED,PAID') }),
    count('paid_count', 'Dibayar (lembar)', 'Paid (count)', { link: of('PAID') }),
    rupiah('paid', 'Dibayar', 'Paid', { link: of('PAID') }),
    count('timely_count', 'Tepat waktu (lembar)', 'On time (count)', { link: paid('TIMELY') }),
    rupiah('timely', 'Tepat waktu', 'On time', { link: paid('TIMELY') }),
    count('late_count', 'Terlambat (lembar)', 'Late (count)', { link: paid('LATE') }),
    rupiah('late', 'Terlambat', 'Late', { link: paid('LATE') }),
    count('open_count', 'Belum (lembar)', 'Open (count)', { link: of('ISSUED') }),
    rupiah('open', 'Belum dibayar', 'Open', { link: of('ISSUED') }),
    percent('timely_rate', '% tepat waktu', '% on time', { of: 'timely', per: 'billed' }),
    percent('count_rate', '% lembar', '% of bills', { of: 'paid_count', per: 'billed_count' }),
    percent('rate', '% rupiah', '% of rupiah', { of: 'paid', per: 'billed' }),
  ],
  // Sums that are kept: what was billed and not replaced by instalments, and what of it was paid on which day.
  sql: `WITH billed AS (
      SELECT u.period, sum(u.bills - u.replaced)::bigint AS bills, sum(u.amount - u.replaced_amount)::bigint AS amount
      FROM pemakaian_air u
      WHERE u.period BETWEEN :from AND :to AND (:region IS NULL OR u.region_id = :region::bigint)
      GROUP BY u.period),
    paid AS (
      SELECT s.period, sum(s.bills)::bigint AS bills, sum(s.amount)::bigint AS amount,
        coalesce(sum(s.bills) FILTER (WHERE s.paid_on <= s.due_date), 0)::bigint AS timely_bills,
        coalesce(sum(s.amount) FILTER (WHERE s.paid_on <= s.due_date), 0)::bigint AS timely_amount
      FROM pelunasan_air s
      WHERE s.period BETWEEN :from AND :to AND (:region IS NULL OR s.region_id = :region::bigint)
      GROUP BY s.period)
    SELECT b.period, b.bills AS billed_count, b.amount AS billed, coalesce(p.bills, 0) AS paid_count, coalesce(p.amount, 0) AS paid,
      coalesce(p.timely_bills, 0) AS timely_count, coalesce(p.timely_amount, 0) AS timely,
      coalesce(p.bills - p.timely_bills, 0) AS late_count, coalesce(p.amount - p.timely_amount, 0) AS late,
      b.bills - coalesce(p.bills, 0) AS open_count, b.amount - coalesce(p.amount, 0) AS open
    FROM billed b LEFT JOIN paid p ON p.period = b.period
    WHERE b.bills <> 0 ORDER BY b.period`,
  longest: { periods: 24 },
  chart: { by: 'period', of: ['billed', 'paid'] },
  layout: 'LANDSCAPE',
};
