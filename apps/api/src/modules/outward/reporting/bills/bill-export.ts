import { STATE_NAMES } from '@tirtapay/domain';
import { coded, column, identifier, type CsvColumn } from '../../../../platform/list';
import type { BillDto } from '../../../water/billing';

/** Columns of the CSV, in the language of the reader. */
export const BILL_COLUMNS: readonly CsvColumn<BillDto>[] = [
  identifier('Nomor Tagihan', 'Bill no.', (bill) => bill.bill_number, [
    'bill_number',
    'No. rekening',
    'Bill no.',
  ]),
  identifier('Nomor Pelanggan', 'Customer no.', (bill) => bill.customer.customer_number, [
    'customer_number',
    'No. pelanggan',
    'Customer no.',
  ]),
  column('Nama', 'Name', (bill) => bill.customer.name, 'name'),
  column('Periode', 'Period', (bill) => bill.period, 'period'),
  column('Stan Lalu', 'Previous stand', (bill) => bill.previous_stand),
  column('Stan Kini', 'Current stand', (bill) => bill.current_stand),
  column('Pemakaian (m3)', 'Usage (m3)', (bill) => bill.usage_m3, ['usage_m3', 'Pemakaian', 'Use']),
  column('Harga Air', 'Water charge', (bill) => bill.water_amount, ['water', 'Harga air', 'Water']),
  column('Biaya Tetap', 'Fixed charge', (bill) => bill.fixed_amount, [
    'fixed',
    'Beban tetap',
    'Fixed charges',
  ]),
  column('Pokok', 'Principal', (bill) => bill.principal, 'principal'),
  column('Denda', 'Penalty', (bill) => bill.penalty, 'penalty'),
  column('Total', 'Total', (bill) => bill.total, 'total'),
  coded('Status', 'State', (bill) => bill.state, STATE_NAMES.bill, 'state'),
  column('Jatuh Tempo', 'Due date', (bill) => bill.due_date, ['due_date', 'Jatuh tempo', 'Due']),
  column('Terbit Pada', 'Issued at', (bill) => bill.issued_at, ['issued_at', 'Terbit', 'Issued']),
  column('Dibayar Pada', 'Paid at', (bill) => bill.paid_at, ['paid_at', 'Dibayar', 'Paid']),
];
