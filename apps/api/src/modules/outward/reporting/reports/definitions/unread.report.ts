import { identifier, PERIOD, REGION, text, volume, word, words } from '../columns';
import type { ReportDefinition } from '../report';

const WHY = {
  UNREAD: words('Belum dibaca', 'Not read yet'),
  REREAD: words('Diminta baca ulang', 'To be read again'),
  GONE: words('Belum dibaca, kini tidak aktif', 'Not read, no longer active'),
};

/** The first instant after the month. */
const AFTER = "((:period || '-01')::date + interval '1 month')::timestamp AT TIME ZONE :zone";

/**
 * How a connection stood when the month ended: by its last change before, else as it stood before its first. What was taken over
 * running had run before.
 */
const STOOD = `coalesce(
        (SELECT h.after FROM riwayat_pelanggan h WHERE h.customer_id = c.id AND h.field = 'state' AND h.at < ${AFTER}
          ORDER BY h.at DESC, h.id DESC LIMIT 1),
        (SELECT coalesce(h.before, h.after) FROM riwayat_pelanggan h WHERE h.customer_id = c.id AND h.field = 'state'
          ORDER BY h.at, h.id LIMIT 1), c.state)`;

export const UNREAD_REPORT: ReportDefinition = {
  key: 'unread',
  group: 'BILLING',
  title: words('Belum dibaca', 'Not read yet'),
  about: words(
    'Pelanggan yang aktif pada akhir periode itu dan meternya belum dibaca, menurut urutan jalan rutenya; juga lembar kerja petugas.',
    'Customers who were active when the period ended and whose meter is not read, in the order their route is walked; also the sheet of a reader.',
  ),
  permission: 'reading.read',
  parameters: [PERIOD, REGION],
  columns: [
    text('region', 'Wilayah', 'Region'),
    identifier('route', 'Rute baca', 'Route'),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('address', 'Alamat', 'Address'),
    identifier('serial', 'No. meter', 'Meter no.'),
    // Stands of different meters add up to nothing.
    text('last_stand', 'Stan lalu', 'Last stand'),
    volume('last_usage_m3', 'Pakai lalu m³', 'Last usage m³'),
    word('why', 'Keadaan', 'State', WHY),
    text('note', 'Catatan', 'Note'),
  ],
  opens: '/readings?customer_id={customer_id}',
  hidden: ['customer_id', 'region_id'],
  sql: `SELECT w.name AS region, w.id AS region_id, x.code AS route, c.id AS customer_id, c.customer_number, c.name, c.address, m.serial,
      s.current_stand::text AS last_stand, s.usage_m3 AS last_usage_m3,
      CASE WHEN r.id IS NOT NULL THEN 'REREAD' WHEN c.state = 'AKTIF' THEN 'UNREAD' ELSE 'GONE' END AS why,
      (SELECT v.note FROM verification v WHERE v.reading_id = r.id ORDER BY v.id DESC LIMIT 1) AS note
    FROM pelanggan c JOIN wilayah w ON w.id = c.region_id JOIN rute x ON x.id = c.route_id
      LEFT JOIN urutan_rute u ON u.customer_id = c.id AND u.route_id = c.route_id
      LEFT JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL
      LEFT JOIN LATERAL (SELECT l.current_stand, l.usage_m3 FROM meter_reading l WHERE l.customer_id = c.id AND l.status = 'VERIFIED'
        AND l.period < :period ORDER BY l.period DESC LIMIT 1) s ON true
      LEFT JOIN meter_reading r ON r.customer_id = c.id AND r.period = :period AND r.status <> 'CORRECTED'
    WHERE (r.status = 'REREAD' OR (r.id IS NULL AND ${STOOD} = 'AKTIF')) AND (:region IS NULL OR c.region_id = :region::bigint)
    ORDER BY w.name, w.id, x.code, u.position NULLS LAST, c.customer_number`,
  groupBy: 'region',
  groupKey: 'region_id',
  numbered: true,
  layout: 'LANDSCAPE',
};
