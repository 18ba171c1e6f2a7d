import type { CsvColumn } from '../../../platform/list';
import type { BillResponse } from './dto/bill.response';

const STATES: Readonly<Record<BillResponse['state'], string>> = {
  DRAFT: 'Draf',
  ISSUED: 'Terbit',
  PAID: 'Lunas',
  CANCELLED: 'Dibatalkan',
};

/** Columns of the CSV, in the language of the office. */
export const BILL_COLUMNS: readonly CsvColumn<BillResponse>[] = [
  { header: 'Nomor Tagihan', value: (bill) => bill.bill_number },
  { header: 'Nomor Pelanggan', value: (bill) => bill.customer.customer_number },
  { header: 'Nama', value: (bill) => bill.customer.name },
  { header: 'Periode', value: (bill) => bill.period },
  { header: 'Stand Lalu', value: (bill) => bill.previous_stand },
  { header: 'Stand Kini', value: (bill) => bill.current_stand },
  { header: 'Pemakaian (m3)', value: (bill) => bill.usage_m3 },
  { header: 'Harga Air', value: (bill) => bill.water_amount },
  { header: 'Biaya Tetap', value: (bill) => bill.fixed_amount },
  { header: 'Pokok', value: (bill) => bill.principal },
  { header: 'Denda', value: (bill) => bill.penalty },
  { header: 'Total', value: (bill) => bill.total },
  { header: 'Status', value: (bill) => STATES[bill.state] },
  { header: 'Jatuh Tempo', value: (bill) => bill.due_date },
  { header: 'Terbit Pada', value: (bill) => bill.issued_at },
  { header: 'Dibayar Pada', value: (bill) => bill.paid_at },
];
