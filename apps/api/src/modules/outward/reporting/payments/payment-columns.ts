import { CHANNEL_NAMES, STATE_NAMES } from '@tirtapay/domain';
import { coded, column, onScreen, identifier, type CsvColumn } from '../../../../platform/list';
import type { PaymentDto } from './payment.dto';

/** What a spreadsheet of payments shows, in the order of the screen. */
export const PAYMENT_COLUMNS: readonly CsvColumn<PaymentDto>[] = [
  column('Tanggal buku', 'Business date', (payment) => payment.business_date, 'business_date'),
  column('Waktu posting', 'Posted at', (payment) => payment.posted_at, ['posted_at', 'Dibukukan', 'Posted']),
  identifier('No. kwitansi', 'Receipt no.', (payment) => payment.receipt_number, 'receipt_number'),
  column('Bank', 'Bank', (payment) => payment.bank.name, 'bank'),
  identifier('Referensi bank', 'Bank reference', (payment) => payment.bank_reference, 'bank_reference'),
  identifier(
    'No. pelanggan',
    'Customer no.',
    (payment) => payment.customer?.customer_number ?? null,
    'customer_number',
  ),
  column('Nama', 'Name', (payment) => payment.customer?.name ?? null, 'customer'),
  coded('Kanal', 'Channel', (payment) => payment.channel, CHANNEL_NAMES, 'channel'),
  column('Tagihan', 'Bill', (payment) => payment.bill_amount, ['bill_amount', 'Tagihan', 'Bills']),
  column('Meterai', 'Stamp duty', (payment) => payment.stamp_duty),
  column('Biaya admin bank', 'Bank fee', (payment) => payment.admin_fee, [
    'admin_fee',
    'Biaya admin',
    'Admin fee',
  ]),
  column('Total dibayar', 'Total paid', (payment) => payment.total_amount, [
    'amount',
    'Dibayar pelanggan',
    'Paid by the customer',
  ]),
  coded('Status', 'State', (payment) => payment.status, STATE_NAMES.payment, ['status', 'Status', 'Status']),
  onScreen('bank_amount', 'Diterima PDAM', 'Received by the utility'),
];
