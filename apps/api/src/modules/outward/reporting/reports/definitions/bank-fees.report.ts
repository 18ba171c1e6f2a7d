import { count, DAYS, percent, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

const PAYMENTS = {
  link: '/payments?bank_id={bank_id}&business_date_from={from}&business_date_to={to}&status=POSTED',
};

export const BANK_FEES_REPORT: ReportDefinition = {
  key: 'bank-fees',
  group: 'BANKS',
  title: words('Biaya bank dan MDR', 'Bank fees and MDR'),
  about: words(
    'Per bank: biaya admin yang dibayar pelanggan kepada bank (di luar pembukuan kami), dan potongan serta MDR pada hari rekonsiliasi yang sudah ditutup.',
    'Per bank: the fee customers paid to the bank (outside our books), and charges and MDR of the reconciled days that are closed.',
  ),
  permission: 'reconciliation.read',
  parameters: DAYS,
  columns: [
    text('bank', 'Bank', 'Bank'),
    count('payments', 'Pembayaran', 'Payments', PAYMENTS),
    rupiah('amount', 'Diterima untuk kami', 'Collected for us', PAYMENTS),
    rupiah('customer_fee', 'Admin pelanggan', 'Paid by customers', PAYMENTS),
    count('days', 'Hari ditutup', 'Days closed', {
      link: '/reconciliation/days?bank_id={bank_id}&state=CLOSED&from={from}&to={to}',
    }),
    rupiah('cleared', 'Diselesaikan', 'Settled'),
    rupiah('received', 'Masuk rekening', 'Received'),
    rupiah('charged', 'Potongan dan MDR', 'Charges and MDR'),
    percent('rate', '% potongan', '% charged', { of: 'charged', per: 'cleared' }),
  ],
  opens: '/reports/reconciliation?collector={bank_id}&state=CLOSED&from={from}&to={to}',
  hidden: ['bank_id'],
  sql: `SELECT i.id AS bank_id, i.name AS bank, coalesce(p.payments, 0) AS payments, coalesce(p.amount, 0)::bigint AS amount,
      coalesce(p.fee, 0)::bigint AS customer_fee, coalesce(r.days, 0) AS days, coalesce(r.cleared, 0)::bigint AS cleared,
      coalesce(r.received, 0)::bigint AS received, coalesce(r.charged, 0)::bigint AS charged
    FROM penerima i
    LEFT JOIN (SELECT o.collector_id, count(*) AS payments, sum(o.amount) AS amount, sum(o.admin_fee) AS fee FROM pembayaran o
      WHERE o.kind = 'PAYMENT' AND o.business_date BETWEEN :from::date AND :to::date
        AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = o.id) GROUP BY 1) p ON p.collector_id = i.id
    LEFT JOIN (SELECT d.collector_id, count(*) AS days, sum(d.cleared) AS cleared, sum(d.received) AS received, sum(d.charged) AS charged
      FROM rekonsiliasi d WHERE d.state = 'CLOSED' AND d.settlement_date BETWEEN :from::date AND :to::date GROUP BY 1) r ON r.collector_id = i.id
    WHERE i.kind = 'BANK' AND (p.collector_id IS NOT NULL OR r.collector_id IS NOT NULL) ORDER BY i.name, i.id`,
  longest: { days: 366 },
  layout: 'LANDSCAPE',
};
