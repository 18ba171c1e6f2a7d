import { CODE_NAMES, STATE_NAMES } from '@tirtapay/domain';
import { coded, column, identifier, type CsvColumn } from '../../../../platform/list';
import type { CheckoutDto } from './checkout.dto';

/** What a spreadsheet of checkouts shows, in the order of the screen. */
export const CHECKOUT_COLUMNS: readonly CsvColumn<CheckoutDto>[] = [
  column('Dibuat', 'Made at', (checkout) => checkout.created_at, ['created_at', 'Dibuat', 'Made']),
  column('Cara bayar', 'Method', (checkout) => checkout.method, 'method'),
  identifier('Nomor', 'Number', (checkout) => checkout.number, 'number'),
  column('Bank', 'Bank', (checkout) => checkout.bank.name, 'bank'),
  identifier(
    'No. pelanggan',
    'Customer no.',
    (checkout) => checkout.customer.customer_number,
    'customer_number',
  ),
  column('Nama', 'Name', (checkout) => checkout.customer.name, 'customer'),
  column('Periode', 'Periods', (checkout) => checkout.periods.join(' ')),
  column('Jumlah', 'Amount', (checkout) => checkout.amount, 'amount'),
  column('Berlaku sampai', 'Valid until', (checkout) => checkout.expires_at, 'expires_at'),
  coded('Status', 'State', (checkout) => checkout.status, STATE_NAMES.checkout, [
    'status',
    'Status',
    'Status',
  ]),
  coded('Di bank', 'At the bank', (checkout) => checkout.bank_state, CODE_NAMES.checkoutAtBank, 'bank_state'),
  identifier('No. kwitansi', 'Receipt no.', (checkout) => checkout.receipt_number, 'receipt_number'),
];
