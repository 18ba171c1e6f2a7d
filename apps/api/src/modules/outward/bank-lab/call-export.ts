import { column, identifier, yesNo, type CsvColumn } from '../../../platform/list';
import type { BankCallDto } from './dto/bank-call.dto';
import type { OutboundCallDto } from './dto/outbound-call.dto';

/** Columns of the CSV, in the language of the reader; bodies stay in the console. */
export const BANK_CALL_COLUMNS: readonly CsvColumn<BankCallDto>[] = [
  column('Diterima', 'Received', (call) => call.received_at),
  column('Bank', 'Bank', (call) => call.bank.name),
  column('Protokol', 'Protocol', (call) => call.protocol),
  column('Metode', 'Method', (call) => call.method),
  column('Alamat', 'Address', (call) => call.path),
  column('Status HTTP', 'HTTP status', (call) => call.http_status),
  identifier('Kode', 'Code', (call) => call.code),
  column('Ulangan', 'Replayed', (call, language) => yesNo(call.replayed, language)),
  identifier('Referensi Bank', 'Bank reference', (call) => call.bank_reference),
  column('Lama (ms)', 'Duration (ms)', (call) => call.latency_ms),
];

export const OUTBOUND_CALL_COLUMNS: readonly CsvColumn<OutboundCallDto>[] = [
  column('Dimulai', 'Started', (call) => call.started_at),
  column('Bank', 'Bank', (call) => call.bank.name),
  column('Layanan', 'Service', (call) => call.service),
  identifier('ID Eksternal', 'External id', (call) => call.external_id),
  column('Keadaan', 'State', (call) => call.state),
  column('Status HTTP', 'HTTP status', (call) => call.http_status),
  identifier('Kode Jawaban', 'Answer code', (call) => call.response_code),
  column('Lama (ms)', 'Duration (ms)', (call) => call.latency_ms),
  column('Ditanyakan Ulang', 'Checks', (call) => call.checks),
  column('Ditanyakan Lagi Pada', 'Next check at', (call) => call.next_check_at),
];
