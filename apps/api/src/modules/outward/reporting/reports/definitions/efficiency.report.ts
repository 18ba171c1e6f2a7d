import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { count, percent, period, PERIODS, REGION, rupiah, words } from '../columns';
import type { ReportDefinition } from '../report';

const of = (state: string) => `/bills?kind=WATER&period={period}&state=${state}&region_id={region?}`;

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
    rupiah('billed', 'Ditagih', 'Billed'),
    count('paid_count', 'Dibayar (lembar)', 'Paid (count)', { link: of('PAID') }),
    rupiah('paid', 'Dibayar', 'Paid'),
    count('timely_count', 'Tepat waktu (lembar)', 'On time (count)'),
    rupiah('timely', 'Tepat waktu', 'On time'),
    count('late_count', 'Terlambat (lembar)', 'Late (count)'),
    rupiah('late', 'Terlambat', 'Late'),
    count('open_count', 'Belum (lembar)', 'Open (count)', { link: of('ISSUED') }),
    rupiah('open', 'Belum dibayar', 'Open'),
    percent('timely_rate', '% tepat waktu', '% on time', { of: 'timely', per: 'billed' }),
    percent('count_rate', '% lembar', '% of bills', { of: 'paid_count', per: 'billed_count' }),
    percent('rate', '% rupiah', '% of rupiah', { of: 'paid', per: 'billed' }),
  ],
  sql: `SELECT b.period, count(*) AS billed_count, sum(b.principal)::bigint AS billed,
      count(*) FILTER (WHERE p.business_date <= b.due_date) AS timely_count,
      coalesce(sum(b.principal) FILTER (WHERE p.business_date <= b.due_date), 0)::bigint AS timely,
      count(*) FILTER (WHERE p.business_date > b.due_date) AS late_count,
      coalesce(sum(b.principal) FILTER (WHERE p.business_date > b.due_date), 0)::bigint AS late,
      count(*) FILTER (WHERE b.state = 'ISSUED') AS open_count, coalesce(sum(b.principal) FILTER (WHERE b.state = 'ISSUED'), 0)::bigint AS open,
      count(*) FILTER (WHERE b.state = 'PAID') AS paid_count, coalesce(sum(b.principal) FILTER (WHERE b.state = 'PAID'), 0)::bigint AS paid
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} LEFT JOIN pembayaran p ON p.id = b.paid_by
    WHERE b.period BETWEEN :from AND :to AND b.kind = 'WATER' AND b.state IN ('ISSUED', 'PAID')
      AND (:region IS NULL OR ${REGION_THEN} = :region::bigint)
    GROUP BY b.period ORDER BY b.period`,
  longest: { periods: 24 },
  chart: { by: 'period', of: ['billed', 'paid'] },
  layout: 'LANDSCAPE',
};
