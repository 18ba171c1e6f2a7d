import { joinPlace, REGION_THEN, ROUTE_THEN } from '../../../../water/customers';
import { identifier, PERIOD, REGION, text, volume, word, words } from '../columns';
import type { ReportDefinition } from '../report';

const KINDS = {
  ZERO: words('Pakai nol', 'No usage'),
  ESTIMATED: words('Ditaksir', 'Estimated'),
  DERIVED: words('Disusulkan', 'Derived'),
  NONE: words('Tidak dibaca', 'Not read'),
};

export const UNMEASURED_REPORT: ReportDefinition = {
  key: 'unmeasured',
  group: 'BILLING',
  title: words('Pemakaian nol dan taksiran', 'No usage and estimates'),
  about: words(
    'Catatan meter satu periode yang pemakaiannya nol atau tidak dibaca dari meter: yang perlu didatangi.',
    'Readings of one period without usage, or not read from the meter: who is to be visited.',
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
    word('kind', 'Sebab', 'Why', KINDS),
    volume('usage_m3', 'Pakai m³', 'Usage m³', {
      link: '/readings?period={period}&customer_id={customer_id}',
    }),
    text('note', 'Catatan', 'Note'),
  ],
  hidden: ['customer_id', 'region_id'],
  sql: `SELECT w.name AS region, w.id AS region_id, x.code AS route, c.id AS customer_id, c.customer_number, c.name, c.address, m.serial,
      CASE WHEN r.method <> 'ACTUAL' THEN r.method ELSE 'ZERO' END AS kind, r.usage_m3, r.note
    FROM meter_reading r JOIN pelanggan c ON c.id = r.customer_id ${joinPlace('r')} JOIN wilayah w ON w.id = ${REGION_THEN}
      JOIN rute x ON x.id = ${ROUTE_THEN}
      JOIN meter m ON m.id = r.meter_id
    WHERE r.period = :period AND r.status <> 'CORRECTED' AND (r.usage_m3 = 0 OR r.method <> 'ACTUAL') AND (:region IS NULL OR ${REGION_THEN} = :region::bigint)
    ORDER BY w.name, w.id, x.code, c.customer_number, r.id`,
  groupBy: 'region',
  groupKey: 'region_id',
  numbered: true,
  layout: 'LANDSCAPE',
};
