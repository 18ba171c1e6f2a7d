import { balance, identifier, percent, PERIOD, REGION, words } from '../columns';
import type { ReportDefinition } from '../report';

export const COLLECTION_PACE_REPORT: ReportDefinition = {
  key: 'collection-pace',
  group: 'ARREARS',
  title: words('Laju penagihan dibanding bulan lalu', 'Pace of collection against last month'),
  about: words(
    'Rekening air satu periode yang terbayar sampai setiap tanggal bulan penagihannya, dan yang terbayar dari periode sebelumnya pada tanggal yang sama, paling jauh sampai akhir bulannya; pokok saja.',
    'Water bills of a period that were paid by each day of the month they are collected in, and those of the period before by the same day, at most by the end of its month; principal alone.',
  ),
  permission: 'bill.read',
  parameters: [PERIOD, REGION],
  columns: [
    identifier('day', 'Tanggal', 'Day'),
    balance('paid', 'Terbayar', 'Paid', {
      link: '/reports/bill-register?from={period}&to={period}&part=PAID&until={until}&region={region?}',
    }),
    balance('paid_before', 'Bulan lalu', 'Last month', {
      link: '/reports/bill-register?from={before}&to={before}&part=PAID&until={until_before}&region={region?}',
    }),
    percent('rate', '% periode ini', '% of this period', { of: 'paid', per: 'billed' }),
    percent('rate_before', '% periode lalu', '% of the one before', {
      of: 'paid_before',
      per: 'billed_before',
    }),
  ],
  hidden: ['billed', 'billed_before', 'until', 'before', 'until_before'],
  // Collected in the month after the usage; what was paid before it began counts for its first day. Where the month before is
  // shorter, its last day stands beside the days it does not have: the 31st is not the first of what came after it.
  sql: `WITH asked AS (
      SELECT o.old, to_char((:period || '-01')::date - make_interval(months => o.old), 'YYYY-MM') AS period,
        ((:period || '-01')::date + make_interval(months => 1 - o.old))::date AS begins
      FROM (VALUES (0), (1)) AS o (old)),
    billed AS (
      SELECT a.old, sum(u.amount - u.replaced_amount) AS amount FROM asked a JOIN pemakaian_air u ON u.period = a.period
      WHERE :region IS NULL OR u.region_id = :region::bigint GROUP BY a.old),
    paid AS (
      SELECT a.old, greatest(s.paid_on - a.begins + 1, 1) AS day, sum(s.amount) AS amount FROM asked a JOIN pelunasan_air s ON s.period = a.period
      WHERE :region IS NULL OR s.region_id = :region::bigint GROUP BY 1, 2)
    SELECT lpad(d.day::text, 2, '0') AS day,
      CASE WHEN a.begins + d.day - 1 <= :today::date THEN coalesce((SELECT sum(p.amount) FROM paid p WHERE p.old = 0 AND p.day <= d.day), 0)::bigint END AS paid,
      coalesce((SELECT sum(p.amount) FROM paid p WHERE p.old = 1 AND p.day <= d.before), 0)::bigint AS paid_before,
      (SELECT n.amount FROM billed n WHERE n.old = 0)::bigint AS billed, (SELECT n.amount FROM billed n WHERE n.old = 1)::bigint AS billed_before,
      a.begins + d.day - 1 AS until, (SELECT o.period FROM asked o WHERE o.old = 1) AS before, (SELECT o.begins + d.before - 1 FROM asked o WHERE o.old = 1) AS until_before
    FROM asked a CROSS JOIN LATERAL (SELECT n.day, least(n.day, extract(day FROM a.begins - interval '1 day')::int) AS before
      FROM generate_series(1, 31) AS n (day)) d
    WHERE a.old = 0 AND d.day <= extract(day FROM a.begins + interval '1 month' - interval '1 day')
    ORDER BY 1`,
  chart: { by: 'day', of: ['rate_before', 'rate'] },
  layout: 'PORTRAIT',
};
