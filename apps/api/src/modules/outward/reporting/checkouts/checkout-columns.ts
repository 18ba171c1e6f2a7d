import type { Language } from '@tirtapay/domain';
import { column, identifier, type CsvColumn } from '../../../../platform/list';
import type { CheckoutDto } from './checkout.dto';

const STATES: Readonly<Record<CheckoutDto['status'], Readonly<Record<Language, string>>>> = {
  PENDING: { id: 'Menunggu dibayar', en: 'Waiting' },
  PAID: { id: 'Dibayar', en: 'Paid' },
  EXPIRED: { id: 'Kedaluwarsa', en: 'Expired' },
  CANCELLED: { id: 'Dibatalkan', en: 'Cancelled' },
};

/** What a spreadsheet of checkouts shows, in the order of the screen. */
export const CHECKOUT_COLUMNS: readonly CsvColumn<CheckoutDto>[] = [
  column('Dibuat', 'Made at', (checkout) => checkout.created_at),
  column('Cara', 'Method', (checkout) => checkout.method),
  identifier('Nomor', 'Number', (checkout) => checkout.number),
  column('Bank', 'Bank', (checkout) => checkout.bank.name),
  identifier('No. pelanggan', 'Customer no.', (checkout) => checkout.customer.customer_number),
  column('Nama', 'Name', (checkout) => checkout.customer.name),
  column('Periode', 'Periods', (checkout) => checkout.periods.join(' ')),
  column('Jumlah', 'Amount', (checkout) => checkout.amount),
  column('Berlaku sampai', 'Valid until', (checkout) => checkout.expires_at),
  column('Status', 'State', (checkout, language) => STATES[checkout.status][language]),
  column('Di bank', 'At the bank', (checkout) => checkout.bank_state),
  identifier('No. kwitansi', 'Receipt no.', (checkout) => checkout.receipt_number),
];
