import { STATE_NAMES } from '@tirtapay/domain';
import { joinPlace, REGION_THEN } from '../../../../water/customers';
import {
  choice,
  date,
  identifier,
  period,
  PERIODS,
  REGION,
  rupiah,
  TARIFF,
  text,
  volume,
  word,
  words,
} from '../columns';
import type { ReportDefinition } from '../report';

export const BILL_REGISTER_REPORT: ReportDefinition = {
  key: 'bill-register',
  group: 'BILLING',
  title: words('Register rekening air', 'Register of water bills'),
  about: words(
    'Rekening air beberapa periode satu per satu, menurut apakah dan kapan dibayar; pokok saja.',
    'Water bills of some periods one by one, by whether and when they were paid; principal alone.',
  ),
  permission: 'bill.read',
  parameters: [
    ...PERIODS,
    choice('part', 'Rekening', 'Bills', {
      ISSUED: words('Semua yang ditetapkan', 'All that were issued'),
      PAID: STATE_NAMES.bill.PAID,
      TIMELY: words('Lunas sampai jatuh tempo', 'Paid by the due day'),
      LATE: words('Lunas sesudah jatuh tempo', 'Paid after the due day'),
      OPEN: STATE_NAMES.bill.ISSUED,
      REPLACED_BY: STATE_NAMES.bill.REPLACED_BY,
    }),
    { name: 'until', title: words('Dibayar sampai tanggal', 'Paid until'), kind: 'DATE', optional: true },
    REGION,
    TARIFF,
  ],
  columns: [
    period('period', 'Periode', 'Period'),
    identifier('bill_number', 'No. rekening', 'Bill no.', { link: '/bills/{bill_id}' }),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('tariff', 'Gol', 'Cat.'),
    volume('usage_m3', 'Pakai m³', 'Usage m³'),
    rupiah('water', 'Harga air', 'Water'),
    rupiah('fixed', 'Beban tetap', 'Fixed'),
    rupiah('other', 'Koreksi', 'Corrections'),
    rupiah('total', 'Total', 'Total'),
    word('bill_state', 'Status', 'State', STATE_NAMES.bill),
    date('due_date', 'Jatuh tempo', 'Due'),
    date('paid_on', 'Dibayar', 'Paid on'),
  ],
  opens: '/bills/{bill_id}',
  hidden: ['bill_id', 'customer_id'],
  sql: `SELECT b.period, b.id AS bill_id, b.bill_number, c.id AS customer_id, c.customer_number, c.name, t.code AS tariff, b.usage_m3,
      b.water_amount AS water, b.fixed_amount AS fixed, b.other_amount AS other, b.principal AS total, b.state AS bill_state, b.due_date,
      p.business_date AS paid_on
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} JOIN tarif_versi v ON v.id = b.tariff_version_id
      JOIN tarif t ON t.id = v.tariff_id LEFT JOIN pembayaran p ON p.id = b.paid_by
    WHERE b.period BETWEEN :from AND :to AND b.kind = 'WATER' AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY')
      AND CASE :part WHEN 'ISSUED' THEN true WHEN 'OPEN' THEN b.state = 'ISSUED' WHEN 'TIMELY' THEN b.state = 'PAID' AND p.business_date <= b.due_date
        WHEN 'LATE' THEN b.state = 'PAID' AND p.business_date > b.due_date ELSE b.state = :part END
      AND (:until IS NULL OR p.business_date <= :until::date)
      AND (:region IS NULL OR ${REGION_THEN} = :region::bigint) AND (:tariff IS NULL OR t.id = :tariff::bigint)
    ORDER BY b.period, c.customer_number, b.id`,
  numbered: true,
  longest: { periods: 24 },
  layout: 'LANDSCAPE',
};
