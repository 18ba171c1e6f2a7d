import type { CsvColumn } from '../../../platform/list';
import type { CustomerResponse } from './dto/customer.response';

type Column = CsvColumn<CustomerResponse>['value'];

const COLUMNS: readonly { readonly id: string; readonly en: string; readonly value: Column }[] = [
  { id: 'No. pelanggan', en: 'Customer no.', value: (customer) => customer.customer_number },
  { id: 'Nama', en: 'Name', value: (customer) => customer.name },
  { id: 'Alamat', en: 'Address', value: (customer) => customer.address },
  { id: 'Telepon', en: 'Phone', value: (customer) => customer.phone },
  { id: 'Surel', en: 'E-mail', value: (customer) => customer.email },
  { id: 'Wilayah', en: 'Region', value: (customer) => customer.region.name },
  { id: 'Rute', en: 'Route', value: (customer) => customer.route.name },
  { id: 'Golongan tarif', en: 'Tariff', value: (customer) => customer.tariff.code },
  { id: 'Status', en: 'State', value: (customer) => customer.state },
  { id: 'No. meter', en: 'Meter no.', value: (customer) => customer.meter?.serial ?? null },
  { id: 'Rekening terbuka', en: 'Open bills', value: (customer) => customer.open_bills },
  { id: 'Tunggakan (Rp)', en: 'Open amount (Rp)', value: (customer) => customer.open_amount },
  { id: 'Saldo (Rp)', en: 'Credit (Rp)', value: (customer) => customer.credit_balance },
  { id: 'Terdaftar', en: 'Registered', value: (customer) => customer.registered_at },
];

export function customerColumns(language: 'id' | 'en'): CsvColumn<CustomerResponse>[] {
  return COLUMNS.map((column) => ({ header: column[language], value: column.value }));
}
