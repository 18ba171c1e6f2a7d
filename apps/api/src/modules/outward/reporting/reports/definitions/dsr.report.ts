import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { OWED_PENALTY } from '../../../../water/penalty';
import { date, identifier, period, REGION, rupiah, text, UNTIL, words } from '../columns';
import type { ReportDefinition } from '../report';

export const DSR_REPORT: ReportDefinition = {
  key: 'dsr',
  group: 'ARREARS',
  title: words('DSR: daftar sisa rekening', 'DSR: bills that remain unpaid'),
  about: words(
    'Rekening terbit yang belum dibayar saat laporan dibaca, juga yang belum jatuh tempo, pokok dan denda.',
    'Issued bills that are unpaid at the moment the report is read, also those not yet due, principal and penalty.',
  ),
  permission: 'bill.read',
  parameters: [UNTIL, REGION],
  columns: [
    text('region', 'Wilayah', 'Region'),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('address', 'Alamat', 'Address'),
    text('tariff', 'Gol', 'Cat.'),
    period('period', 'Periode', 'Period'),
    date('due_date', 'Jatuh tempo', 'Due'),
    rupiah('principal', 'Pokok', 'Principal'),
    rupiah('penalty', 'Denda', 'Penalty'),
    rupiah('total', 'Total', 'Total'),
  ],
  opens: '/bills/{bill_id}',
  hidden: ['bill_id', 'customer_id', 'region_id'],
  sql: `SELECT w.name AS region, w.id AS region_id, b.id AS bill_id, c.id AS customer_id, c.customer_number, c.name, c.address, t.code AS tariff, b.period, b.due_date,
      b.principal, ${OWED_PENALTY} AS penalty, b.principal + ${OWED_PENALTY} AS total
    FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} JOIN wilayah w ON w.id = ${REGION_THEN}
      LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif t ON t.id = coalesce(b.tariff_id, v.tariff_id)
    WHERE b.state = 'ISSUED' AND (:until IS NULL OR b.period <= :until) AND (:region IS NULL OR ${REGION_THEN} = :region::bigint)
    ORDER BY w.name, w.id, c.customer_number, b.period, b.id`,
  groupBy: 'region',
  groupKey: 'region_id',
  numbered: true,
  layout: 'LANDSCAPE',
};
