import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { balance, identifier, percent, PERIOD, REGION, words } from '../columns';
import type { ReportDefinition } from '../report';

export const COLLECTION_PACE_REPORT: ReportDefinition = {
  key: 'collection-pace',
  group: 'ARREARS',
  title: words('Laju penagihan dibanding bulan lalu', 'Pace of collection against last month'),
  about: words(
    'Rekening air satu periode yang terbayar sampai setiap tanggal bulan penagihannya, dan yang terbayar dari periode sebelumnya pada tanggal yang sama; pokok saja.',
    'Water bills of a period that were paid by each day of the month they are collected in, and those of the period before by the same day; principal alone.',
  ),
  permission: 'bill.read',
  parameters: [PERIOD, REGION],
  columns: [
    identifier('day', 'Tanggal', 'Day'),
    balance('paid', 'Terbayar', 'Paid'),
    balance('paid_before', 'Bulan lalu', 'Last month'),
    percent('rate', '% periode ini', '% of this period', { of: 'paid', per: 'billed' }),
    percent('rate_before', '% periode lalu', '% of the one before', {
      of: 'paid_before',
      per: 'billed_before',
    }),
  ],
  hidden: ['billed', 'billed_before'],
  // Collected in the month after the usage; what was paid before it began counts for its first day.
  sql: `WITH asked AS (
      SELECT o.old, to_char((:period || '-01')::date - make_interval(months => o.old), 'YYYY-MM') AS period,
        ((:period || '-01')::date + make_interval(months => 1 - o.old))::date AS begins
      FROM (VALUES (0), (1)) AS o (old)),
    bills AS (
      SELECT a.old, b.principal, CASE WHEN p.id IS NOT NULL THEN greatest(p.business_date - a.begins + 1, 1) END AS day
      FROM asked a JOIN tagihan b ON b.period = a.period JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} LEFT JOIN pembayaran p ON p.id = b.paid_by
      WHERE b.kind = 'WATER' AND b.state IN ('ISSUED', 'PAID') AND (:region IS NULL OR ${REGION_THEN} = :region::bigint)),
    billed AS (SELECT old, sum(principal) AS amount FROM bills GROUP BY old),
    paid AS (SELECT old, day, sum(principal) AS amount FROM bills WHERE day IS NOT NULL GROUP BY old, day)
    SELECT lpad(d.day::text, 2, '0') AS day,
      CASE WHEN a.begins + d.day - 1 <= :today::date THEN coalesce((SELECT sum(p.amount) FROM paid p WHERE p.old = 0 AND p.day <= d.day), 0)::bigint END AS paid,
      coalesce((SELECT sum(p.amount) FROM paid p WHERE p.old = 1 AND p.day <= d.day), 0)::bigint AS paid_before,
      (SELECT n.amount FROM billed n WHERE n.old = 0)::bigint AS billed, (SELECT n.amount FROM billed n WHERE n.old = 1)::bigint AS billed_before
    FROM generate_series(1, 31) AS d (day) CROSS JOIN asked a
    WHERE a.old = 0 AND d.day <= extract(day FROM a.begins + interval '1 month' - interval '1 day')
    ORDER BY 1`,
  chart: { by: 'day', of: ['rate_before', 'rate'] },
  layout: 'PORTRAIT',
};
