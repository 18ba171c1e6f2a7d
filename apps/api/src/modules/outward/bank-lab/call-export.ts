import type { CsvColumn } from '../../../platform/list';
import type { BankCallDto } from './dto/bank-call.dto';
import type { OutboundCallDto } from './dto/outbound-call.dto';

/** Columns of the CSV, in the language of the office; bodies stay in the console. */
export const BANK_CALL_COLUMNS: readonly CsvColumn<BankCallDto>[] = [
  { header: 'Diterima', value: (call) => call.received_at },
  { header: 'Bank', value: (call) => call.bank.name },
  { header: 'Protokol', value: (call) => call.protocol },
  { header: 'Metode', value: (call) => call.method },
  { header: 'Alamat', value: (call) => call.path },
  { header: 'Status HTTP', value: (call) => call.http_status },
  { header: 'Kode', value: (call) => call.code },
  { header: 'Ulangan', value: (call) => (call.replayed ? 'Ya' : 'Tidak') },
  { header: 'Referensi Bank', value: (call) => call.bank_reference },
  { header: 'Lama (ms)', value: (call) => call.latency_ms },
];

export const OUTBOUND_CALL_COLUMNS: readonly CsvColumn<OutboundCallDto>[] = [
  { header: 'Dimulai', value: (call) => call.started_at },
  { header: 'Bank', value: (call) => call.bank.name },
  { header: 'Layanan', value: (call) => call.service },
  { header: 'ID Eksternal', value: (call) => call.external_id },
  { header: 'Keadaan', value: (call) => call.state },
  { header: 'Status HTTP', value: (call) => call.http_status },
  { header: 'Kode Jawaban', value: (call) => call.response_code },
  { header: 'Lama (ms)', value: (call) => call.latency_ms },
  { header: 'Ditanyakan Ulang', value: (call) => call.checks },
  { header: 'Ditanyakan Lagi Pada', value: (call) => call.next_check_at },
];
