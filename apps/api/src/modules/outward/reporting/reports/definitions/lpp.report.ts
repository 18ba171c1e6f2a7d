import { joinPlace, REGION_THEN } from '../../../../water/customers';
import {
  CASHIER,
  CHANNEL,
  choice,
  count,
  COLLECTOR,
  date,
  DAYS,
  identifier,
  period,
  REGION,
  rupiah,
  TARIFF,
  text,
  volume,
  words,
} from '../columns';
import type { ReportDefinition, ReportParameter } from '../report';
import { CASHIER_OF, DEBT_AGE, DEBT_AGE_OF, SETTLED_BILLS } from './settled-bills';

const OF_MONTH: ReportParameter = {
  name: 'month',
  title: words('Periode rekening', 'Usage month'),
  kind: 'PERIOD',
  optional: true,
};

const KIND: ReportParameter = {
  ...choice('kind', 'Rekening', 'Bills', {
    WATER: words('Air', 'Water'),
    ALL: words('Air dan non-air', 'Water and non-water'),
  }),
  usual: 'WATER',
};

export const LPP_DAYS = 92;

const BILL = { link: '/bills/{bill_id}' };

export const LPP_REPORT: ReportDefinition = {
  key: 'lpp',
  group: 'RECEIPTS',
  title: words('LPP air: laporan penerimaan penagihan', 'LPP water: bills that were paid'),
  about: words(
    'Setiap rekening air yang dilunasi menurut tanggal buku; pembatalan dikurangkan pada harinya. Meterai dan biaya admin berdiri pada rekening pertama dari pembayarannya.',
    'Each water bill that was paid, by business date; a reversal is taken off on its day. Stamp duty and fee stand with the first bill of their payment.',
  ),
  permission: 'payment.read',
  parameters: [...DAYS, COLLECTOR, CASHIER, CHANNEL, REGION, TARIFF, OF_MONTH, KIND, DEBT_AGE],
  columns: [
    date('business_date', 'Tanggal', 'Date'),
    period('period', 'Periode', 'Period'),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('address', 'Alamat', 'Address'),
    text('tariff', 'Gol', 'Cat.'),
    text('collector', 'Penerima', 'Collector'),
    text('cashier', 'Kasir', 'Cashier'),
    count('sheets', 'Lembar', 'Bills'),
    volume('usage_m3', 'Pakai m³', 'Usage m³', BILL),
    rupiah('water', 'Harga air', 'Water', BILL),
    rupiah('fixed', 'Beban tetap', 'Fixed', BILL),
    rupiah('principal', 'Rek air', 'Bill', BILL),
    rupiah('penalty', 'Denda', 'Penalty'),
    rupiah('stamp_duty', 'Meterai', 'Stamp duty'),
    rupiah('admin_fee', 'Admin', 'Fee'),
    rupiah('total', 'Total', 'Total'),
  ],
  opens: '/payments/{payment_id}',
  hidden: ['customer_id', 'payment_id', 'bill_id'],
  sql: `SELECT s.business_date, b.period, c.id AS customer_id, s.payment_id, b.id AS bill_id, c.customer_number, c.name, c.address, t.code AS tariff, i.name AS collector, ${CASHIER_OF} AS cashier,
      s.sign AS sheets, s.sign * b.usage_m3 AS usage_m3, s.sign * b.water_amount AS water, s.sign * b.fixed_amount AS fixed, s.principal, s.penalty, s.stamp_duty, s.admin_fee, s.principal + s.penalty + s.stamp_duty + s.admin_fee AS total
    FROM ${SETTLED_BILLS} s JOIN tagihan b ON b.id = s.bill_id JOIN pelanggan c ON c.id = b.customer_id ${joinPlace('b')} JOIN penerima i ON i.id = s.collector_id
      LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif t ON t.id = coalesce(b.tariff_id, v.tariff_id)
    WHERE (b.kind <> 'NONWATER' OR :kind = 'ALL') AND (:age IS NULL OR :age = ${DEBT_AGE_OF}) AND (:collector IS NULL OR s.collector_id = :collector::bigint)
      AND (:channel IS NULL OR s.channel = :channel) AND (:month IS NULL OR b.period = :month)
      AND (:cashier IS NULL OR EXISTS (SELECT FROM pembayaran p JOIN shift_kas h ON h.id = p.shift_id WHERE p.id = s.payment_id AND h.cashier_id = :cashier::bigint))
      AND (:region IS NULL OR ${REGION_THEN} = :region::bigint)
      AND (:tariff IS NULL OR t.id = :tariff::bigint)
    ORDER BY s.business_date, c.customer_number, b.period, s.payment_id, s.sign DESC, b.id`,
  groupBy: 'business_date',
  numbered: true,
  longest: { days: LPP_DAYS },
  layout: 'LANDSCAPE',
};
