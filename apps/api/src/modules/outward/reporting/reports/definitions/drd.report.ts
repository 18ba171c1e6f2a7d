import { STATE_NAMES } from '@tirtapay/domain';
import { joinPlace, REGION_THEN } from '../../../../water/customers';
import { identifier, PERIOD, REGION, rupiah, TARIFF, text, volume, word, words } from '../columns';
import type { ReportDefinition } from '../report';

export const DRD_REPORT: ReportDefinition = {
  key: 'drd',
  group: 'BILLING',
  title: words('DRD: daftar rekening ditagih', 'DRD: bills of a period'),
  about: words(
    'Rekening air yang ditetapkan untuk satu periode pemakaian, yang sudah maupun belum dibayar, tanpa yang dibatalkan. Meterai dan denda dihitung saat dibayar.',
    'Water bills issued for one usage month, paid or not, without those cancelled. Stamp duty and penalty are worked out when paid.',
  ),
  permission: 'bill.read',
  parameters: [PERIOD, REGION, TARIFF],
  columns: [
    text('region', 'Wilayah', 'Region'),
    identifier('customer_number', 'No. langganan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('address', 'Alamat', 'Address'),
    text('tariff', 'Gol', 'Cat.'),
    // Stands of different meters add up to nothing.
    text('previous_stand', 'Stan lalu', 'From'),
    text('current_stand', 'Stan kini', 'To'),
    volume('usage_m3', 'Pakai m³', 'Usage m³'),
    rupiah('water', 'Harga air', 'Water'),
    rupiah('fixed', 'Beban tetap', 'Fixed'),
    rupiah('other', 'Koreksi', 'Corrections'),
    rupiah('total', 'Total', 'Total'),
    word('bill_state', 'Status', 'State', STATE_NAMES.bill),
  ],
  opens: '/bills/{bill_id}',
  hidden: ['bill_id', 'customer_id', 'region_id'],
  sql: `SELECT w.name AS region, w.id AS region_id, b.id AS bill_id, c.id AS customer_id, c.customer_number, c.name, c.address, t.code AS tariff,
      b.previous_stand::text AS previous_stand, b.current_stand::text AS current_stand, b.usage_m3, b.water_amount AS water,
      b.fixed_amount AS fixed, b.other_amount AS other, b.principal AS total, b.state AS bill_state
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} JOIN wilayah w ON w.id = ${REGION_THEN}
      JOIN tarif_versi v ON v.id = b.tariff_version_id JOIN tarif t ON t.id = v.tariff_id
    WHERE b.period = :period AND b.kind = 'WATER' AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY')
      AND (:region IS NULL OR ${REGION_THEN} = :region::bigint) AND (:tariff IS NULL OR t.id = :tariff::bigint)
    ORDER BY w.name, w.id, c.customer_number, b.id`,
  groupBy: 'region',
  groupKey: 'region_id',
  numbered: true,
  layout: 'LANDSCAPE',
};
