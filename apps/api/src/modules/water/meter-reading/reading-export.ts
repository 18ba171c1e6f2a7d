import { CONDITIONS } from '@tirtapay/domain';
import type { CsvColumn } from '../../../platform/list';
import type { ReadingResponse } from './dto/reading.response';

/** Columns of the CSV, in the language of the office. */
export const READING_COLUMNS: readonly CsvColumn<Omit<ReadingResponse, 'quote_total'>>[] = [
  { header: 'Periode', value: (reading) => reading.period },
  { header: 'Nomor Pelanggan', value: (reading) => reading.customer.customer_number },
  { header: 'Nama', value: (reading) => reading.customer.name },
  { header: 'Alamat', value: (reading) => reading.customer.address },
  { header: 'Golongan', value: (reading) => reading.customer.tariff_code },
  { header: 'Stand Lalu', value: (reading) => reading.previous_stand },
  { header: 'Stand Kini', value: (reading) => reading.current_stand },
  { header: 'Pemakaian (m3)', value: (reading) => reading.usage_m3 },
  { header: 'Taksiran Lebih (m3)', value: (reading) => reading.overestimated_m3 },
  { header: 'Nomor Meter', value: (reading) => reading.meter_serial },
  { header: 'Metode', value: (reading) => (reading.method === 'ACTUAL' ? 'Dibaca' : 'Taksiran') },
  { header: 'Kondisi', value: (reading) => CONDITIONS[reading.condition_code].label.id },
  { header: 'Tingkat', value: (reading) => reading.severity },
  { header: 'Alasan', value: (reading) => reading.reasons.join(', ') },
  { header: 'Status', value: (reading) => reading.status },
  { header: 'Dibaca Pada', value: (reading) => reading.read_at },
  { header: 'Diterima Pada', value: (reading) => reading.received_at },
  { header: 'Petugas', value: (reading) => reading.read_by?.name ?? null },
  { header: 'Catatan', value: (reading) => reading.note },
];
