import { column, identifier, type CsvColumn } from '../../../../platform/list';
import type { CustomerDto } from '../../../water/customers';

/** Columns of the CSV, in the language of the reader. */
export const CUSTOMER_COLUMNS: readonly CsvColumn<CustomerDto>[] = [
  identifier('No. pelanggan', 'Customer no.', (customer) => customer.customer_number),
  column('Nama', 'Name', (customer) => customer.name),
  column('Alamat', 'Address', (customer) => customer.address),
  identifier('Telepon', 'Phone', (customer) => customer.phone),
  column('Surel', 'E-mail', (customer) => customer.email),
  column('Wilayah', 'Region', (customer) => customer.region.name),
  column('Rute', 'Route', (customer) => customer.route.name),
  identifier('Golongan tarif', 'Tariff', (customer) => customer.tariff.code),
  column('Status', 'State', (customer) => customer.state),
  identifier('No. meter', 'Meter no.', (customer) => customer.meter?.serial ?? null),
  column('Rekening terbuka', 'Open bills', (customer) => customer.open_bills),
  column('Tunggakan (Rp)', 'Open amount (Rp)', (customer) => customer.open_amount),
  column('Saldo (Rp)', 'Credit (Rp)', (customer) => customer.credit_balance),
  column('Terdaftar', 'Registered', (customer) => customer.registered_at),
];
