import type { CsvColumn } from '../../../../platform/list';
import type { PaymentDto } from './payment.dto';

/** What a spreadsheet of payments shows, in the order of the screen. */
export const PAYMENT_COLUMNS: readonly CsvColumn<PaymentDto>[] = [
  { header: 'Tanggal buku', value: (payment) => payment.business_date },
  { header: 'Waktu posting', value: (payment) => payment.posted_at },
  { header: 'No. kuitansi', value: (payment) => payment.receipt_number },
  { header: 'Bank', value: (payment) => payment.bank.name },
  { header: 'Referensi bank', value: (payment) => payment.bank_reference },
  { header: 'No. pelanggan', value: (payment) => payment.customer?.customer_number ?? null },
  { header: 'Nama', value: (payment) => payment.customer?.name ?? null },
  { header: 'Kanal', value: (payment) => payment.channel },
  { header: 'Tagihan', value: (payment) => payment.bill_amount },
  { header: 'Meterai', value: (payment) => payment.stamp_duty },
  { header: 'Biaya admin bank', value: (payment) => payment.admin_fee },
  { header: 'Total dibayar', value: (payment) => payment.total_amount },
  { header: 'Status', value: (payment) => (payment.status === 'REVERSED' ? 'Dibatalkan' : 'Berhasil') },
];
