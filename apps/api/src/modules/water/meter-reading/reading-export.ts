import { CODE_NAMES, CONDITIONS, STATE_NAMES } from '@tirtapay/domain';
import { coded, column, identifier, type CsvColumn } from '../../../platform/list';
import type { ReadingDto } from './dto/reading.dto';

/** Columns of the CSV, in the language of the reader. */
export const READING_COLUMNS: readonly CsvColumn<Omit<ReadingDto, 'quote_total'>>[] = [
  column('Periode', 'Period', (reading) => reading.period, 'period'),
  identifier('Nomor Pelanggan', 'Customer no.', (reading) => reading.customer.customer_number, [
    'customer_number',
    'No. pelanggan',
    'Customer no.',
  ]),
  column('Nama', 'Name', (reading) => reading.customer.name, 'name'),
  column('Alamat', 'Address', (reading) => reading.customer.address),
  identifier('Golongan', 'Category', (reading) => reading.customer.tariff_code),
  column('Stan Lalu', 'Previous stand', (reading) => reading.previous_stand, [
    'previous_stand',
    'Stan lalu',
    'Previous stand',
  ]),
  column('Stan Kini', 'Current stand', (reading) => reading.current_stand, [
    'current_stand',
    'Stan kini',
    'Current stand',
  ]),
  column('Pemakaian (m3)', 'Usage (m3)', (reading) => reading.usage_m3, ['usage_m3', 'Pemakaian', 'Use']),
  column('Taksiran Lebih (m3)', 'Overestimated (m3)', (reading) => reading.overestimated_m3),
  identifier('Nomor Meter', 'Meter no.', (reading) => reading.meter_serial),
  coded('Metode', 'Method', (reading) => reading.method, CODE_NAMES.readingMethod, [
    'method',
    'Cara baca',
    'Method',
  ]),
  column('Kondisi', 'Condition', (reading, language) => CONDITIONS[reading.condition_code].label[language]),
  coded('Tingkat', 'Severity', (reading) => reading.severity, CODE_NAMES.severity, [
    'severity',
    'Hasil periksa',
    'Check',
  ]),
  column('Alasan', 'Reason', ({ reasons }, language) =>
    reasons.map((reason) => CODE_NAMES.anomaly[reason][language]).join(', '),
  ),
  coded('Status', 'State', (reading) => reading.status, STATE_NAMES.reading, ['status', 'Status', 'Status']),
  column('Dibaca Pada', 'Read at', (reading) => reading.read_at, ['read_at', 'Waktu baca', 'Read at']),
  column('Diterima Pada', 'Received at', (reading) => reading.received_at),
  column('Petugas', 'Reader', (reading) => reading.read_by?.name ?? null, 'read_by'),
  column('Catatan', 'Note', (reading) => reading.note),
];
