import { regionIn } from '../../../../water/customers';
import { count, date, DAYS, identifier, REGION, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';

const WHAT = {
  SEALED: words('Disegel', 'Sealed'),
  OPENED: words('Dibuka kembali', 'Opened again'),
  ENDED: words('Diputus', 'Ended'),
};

/** The category on the day of the event `h`: what the first change after it says was before. */
const TARIFF_THEN = `coalesce((SELECT x.before FROM riwayat_pelanggan x WHERE x.customer_id = h.customer_id AND x.field = 'tariff'
      AND (x.at, x.id) > (h.at, h.id) ORDER BY x.at, x.id LIMIT 1), t.code)`;

/** A takeover that was taken back gives the number of its connection back: that never was, and nobody was cut off by it. */
const NEVER_THERE = `EXISTS (SELECT FROM riwayat_pelanggan n WHERE n.customer_id = h.customer_id AND n.field = 'customer_number')`;

/** Connections that were closed and opened, one line each time, as they lay and were priced then. */
export const CONNECTIONS_REPORT: ReportDefinition = {
  key: 'connections',
  group: 'ARREARS',
  title: words('Buka-tutup sambungan', 'Connections closed and opened'),
  about: words(
    'Sambungan yang disegel, dibuka kembali, dan diputus menurut harinya, dengan alasan dan petugasnya. Pelanggan baru yang diaktifkan tidak termasuk.',
    'Connections sealed, opened again and ended, by day, with the reason and by whom. New customers who are activated do not count.',
  ),
  permission: 'customer.read',
  parameters: [...DAYS, REGION],
  columns: [
    date('business_date', 'Tanggal', 'Date'),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('address', 'Alamat', 'Address'),
    text('region', 'Wilayah', 'Region'),
    text('tariff', 'Gol', 'Cat.'),
    word('what', 'Kejadian', 'What', WHAT),
    text('reason', 'Alasan', 'Reason'),
    text('person', 'Petugas', 'By'),
    count('sealed', 'Disegel', 'Sealed'),
    count('opened', 'Dibuka', 'Opened'),
    count('ended', 'Diputus', 'Ended'),
  ],
  opens: '/customers/{customer_id}',
  hidden: ['customer_id'],
  sql: `SELECT (h.at AT TIME ZONE :zone)::date AS business_date, c.id AS customer_id, c.customer_number, c.name, c.address, w.name AS region,
      ${TARIFF_THEN} AS tariff, e.what, h.reason, o.name AS person, (e.what = 'SEALED')::int AS sealed, (e.what = 'OPENED')::int AS opened,
      (e.what = 'ENDED')::int AS ended
    FROM riwayat_pelanggan h CROSS JOIN LATERAL (SELECT CASE h.after WHEN 'SEGEL' THEN 'SEALED' WHEN 'NONAKTIF' THEN 'ENDED' ELSE 'OPENED' END) AS e (what)
      JOIN pelanggan c ON c.id = h.customer_id JOIN wilayah w ON w.id = ${regionIn("to_char(h.at AT TIME ZONE :zone, 'YYYY-MM')")} JOIN tarif t ON t.id = c.tariff_id
      LEFT JOIN orang o ON o.id = h.changed_by
    WHERE h.field = 'state' AND h.before IS NOT NULL AND h.at >= (:from::date)::timestamp AT TIME ZONE :zone AND h.at < (:to::date + 1)::timestamp AT TIME ZONE :zone
      AND (h.after = 'SEGEL' OR (h.after = 'NONAKTIF' AND h.before <> 'CALON') OR (h.after = 'AKTIF' AND h.before = 'SEGEL'))
      AND (:region IS NULL OR w.id = :region::bigint) AND NOT ${NEVER_THERE}
    ORDER BY h.at, h.id`,
  numbered: true,
  longest: { days: 366 },
  layout: 'LANDSCAPE',
};
