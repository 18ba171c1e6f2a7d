import { STATE_NAMES } from '@tirtapay/domain';
import { OWED_PENALTY } from '../../../../water/penalty';
import { count, CUSTOMER, date, identifier, period, rupiah, text, volume, word, words } from '../columns';
import type { ReportDefinition } from '../report';

/** What is owed by instalments stands with them, and once. */
const standing = (sql: string) => `CASE WHEN b.state <> 'REPLACED_BY' THEN ${sql} END`;

export const CUSTOMER_CARD_REPORT: ReportDefinition = {
  key: 'customer-card',
  group: 'BILLING',
  title: words('Kartu pelanggan', 'Customer card'),
  about: words(
    'Semua rekening satu pelanggan, dengan stan, denda dan kapan serta di mana dibayar. Meterai berdiri pada rekening pertama dari pembayarannya. Rekening yang diganti angsuran tampil tanpa rupiah; rupiahnya ada pada angsurannya.',
    'All bills of a customer, with stands, penalty, and when and where they were paid. Stamp duty stands with the first bill of its payment. A bill that is paid in instalments has no amount: its instalments have it.',
  ),
  permission: 'bill.read',
  parameters: [CUSTOMER],
  columns: [
    period('period', 'Periode', 'Period'),
    identifier('bill_number', 'No. rekening', 'Bill no.', { link: '/bills/{bill_id}' }),
    text('previous_stand', 'Stan lalu', 'From'),
    text('current_stand', 'Stan kini', 'To'),
    volume('usage_m3', 'Pakai m³', 'Usage m³'),
    rupiah('water', 'Rek air', 'Water'),
    rupiah('instalment', 'Angsuran dan lainnya', 'Instalments, other'),
    rupiah('penalty', 'Denda', 'Penalty'),
    rupiah('stamp_duty', 'Meterai', 'Stamp duty'),
    rupiah('total', 'Total', 'Total'),
    word('state', 'Status', 'State', STATE_NAMES.bill),
    date('paid_on', 'Dibayar', 'Paid on'),
    text('collector', 'Penerima', 'Collector'),
    count('sheets', 'Lembar', 'Bills'),
  ],
  opens: '/bills/{bill_id}',
  hidden: ['bill_id'],
  sql: `SELECT b.period, b.id AS bill_id, b.bill_number, b.previous_stand::text AS previous_stand, b.current_stand::text AS current_stand,
      b.usage_m3, ${standing('b.water_amount + b.fixed_amount')} AS water, ${standing('b.other_amount')} AS instalment,
      ${standing(OWED_PENALTY)} AS penalty, ${standing('coalesce(s.stamp_duty, 0)')} AS stamp_duty,
      ${standing(`b.principal + ${OWED_PENALTY} + coalesce(s.stamp_duty, 0)`)} AS total,
      b.state, p.business_date AS paid_on, i.name AS collector, ${standing('1')} AS sheets
    FROM pelanggan c JOIN tagihan b ON b.customer_id = c.id LEFT JOIN denda d ON d.bill_id = b.id
      LEFT JOIN pembayaran p ON p.id = b.paid_by LEFT JOIN penerima i ON i.id = p.collector_id
      LEFT JOIN LATERAL (SELECT p.stamp_duty WHERE b.id = (SELECT min(a.bill_id) FROM pembayaran_alokasi a
        WHERE a.payment_id = p.id AND a.kind = 'BILL')) s ON true
    WHERE c.customer_number = :customer AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY')
    ORDER BY b.period, b.id`,
  numbered: true,
  layout: 'LANDSCAPE',
};
