import { STATE_NAMES } from '@tirtapay/domain';
import { coded, column, identifier, type CsvColumn } from '../../../../platform/list';
import type { CustomerDto } from '../../../water/customers';

/** Columns of the CSV, in the language of the reader. */
export const CUSTOMER_COLUMNS: readonly CsvColumn<CustomerDto>[] = [
  identifier('No. pelanggan', 'Customer no.', (customer) => customer.customer_number, 'customer_number'),
  column('Nama', 'Name', (customer) => customer.name, 'name'),
  column('Alamat', 'Address', (customer) => customer.address, 'address'),
  identifier('Telepon', 'Phone', (customer) => customer.phone, 'phone'),
  column('Surel', 'E-mail', (customer) => customer.email),
  column('Wilayah', 'Region', (customer) => customer.region.name, 'region'),
  column('Rute', 'Route', (customer) => customer.route.name, ['route', 'Rute baca', 'Reading route']),
  identifier('Golongan tarif', 'Tariff', (customer) => customer.tariff.code, 'tariff'),
  coded('Status', 'State', (customer) => customer.state, STATE_NAMES.customer, 'state'),
  identifier('No. meter', 'Meter no.', (customer) => customer.meter?.serial ?? null, [
    'meter',
    'No. seri meter',
    'Meter serial no.',
  ]),
  column('Rekening terbuka', 'Open bills', (customer) => customer.open_bills),
  column('Belum dibayar (Rp)', 'Open amount (Rp)', (customer) => customer.open_amount, [
    'open_amount',
    'Belum dibayar',
    'Unpaid',
  ]),
  column('Titipan (Rp)', 'Credit (Rp)', (customer) => customer.credit_balance, [
    'credit_balance',
    'Titipan',
    'Credit balance',
  ]),
  column('Terdaftar', 'Registered', (customer) => customer.registered_at, 'created_at'),
];
