import type { Language, PaymentState } from '@tirtapay/domain';
import { column, identifier, type CsvColumn } from '../../../../platform/list';
import type { PaymentDto } from './payment.dto';

const STATES: Readonly<Record<PaymentState, Readonly<Record<Language, string>>>> = {
  POSTED: { id: 'Berhasil', en: 'Posted' },
  REVERSED: { id: 'Dibatalkan', en: 'Reversed' },
};

/** What a spreadsheet of payments shows, in the order of the screen. */
export const PAYMENT_COLUMNS: readonly CsvColumn<PaymentDto>[] = [
  column('Tanggal buku', 'Business date', (payment) => payment.business_date),
  column('Waktu posting', 'Posted at', (payment) => payment.posted_at),
  identifier('No. kwitansi', 'Receipt no.', (payment) => payment.receipt_number),
  column('Bank', 'Bank', (payment) => payment.bank.name),
  identifier('Referensi bank', 'Bank reference', (payment) => payment.bank_reference),
  identifier('No. pelanggan', 'Customer no.', (payment) => payment.customer?.customer_number ?? null),
  column('Nama', 'Name', (payment) => payment.customer?.name ?? null),
  column('Kanal', 'Channel', (payment) => payment.channel),
  column('Tagihan', 'Bill', (payment) => payment.bill_amount),
  column('Meterai', 'Stamp duty', (payment) => payment.stamp_duty),
  column('Biaya admin bank', 'Bank fee', (payment) => payment.admin_fee),
  column('Total dibayar', 'Total paid', (payment) => payment.total_amount),
  column(
    'Status',
    'State',
    (payment, language) => STATES[payment.status === 'REVERSED' ? 'REVERSED' : 'POSTED'][language],
  ),
];
