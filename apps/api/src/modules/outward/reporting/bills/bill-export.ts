import type { Language } from '@tirtapay/domain';
import { column, identifier, type CsvColumn } from '../../../../platform/list';
import type { BillDto } from '../../../water/billing';

const STATES: Readonly<Record<BillDto['state'], Readonly<Record<Language, string>>>> = {
  DRAFT: { id: 'Draf', en: 'Draft' },
  ISSUED: { id: 'Terbit', en: 'Issued' },
  PAID: { id: 'Lunas', en: 'Paid' },
  CANCELLED: { id: 'Dibatalkan', en: 'Cancelled' },
  REPLACED_BY: { id: 'Diganti cicilan', en: 'Paid in instalments' },
};

/** Columns of the CSV, in the language of the reader. */
export const BILL_COLUMNS: readonly CsvColumn<BillDto>[] = [
  identifier('Nomor Tagihan', 'Bill no.', (bill) => bill.bill_number),
  identifier('Nomor Pelanggan', 'Customer no.', (bill) => bill.customer.customer_number),
  column('Nama', 'Name', (bill) => bill.customer.name),
  column('Periode', 'Period', (bill) => bill.period),
  column('Stan Lalu', 'Previous stand', (bill) => bill.previous_stand),
  column('Stan Kini', 'Current stand', (bill) => bill.current_stand),
  column('Pemakaian (m3)', 'Usage (m3)', (bill) => bill.usage_m3),
  column('Harga Air', 'Water charge', (bill) => bill.water_amount),
  column('Biaya Tetap', 'Fixed charge', (bill) => bill.fixed_amount),
  column('Pokok', 'Principal', (bill) => bill.principal),
  column('Denda', 'Penalty', (bill) => bill.penalty),
  column('Total', 'Total', (bill) => bill.total),
  column('Status', 'State', (bill, language) => STATES[bill.state][language]),
  column('Jatuh Tempo', 'Due date', (bill) => bill.due_date),
  column('Terbit Pada', 'Issued at', (bill) => bill.issued_at),
  column('Dibayar Pada', 'Paid at', (bill) => bill.paid_at),
];
