import { CODE_NAMES, STATE_NAMES, type Language } from '@tirtapay/domain';
import { coded, column, onScreen, identifier, yesNo, type CsvColumn } from '../../../platform/list';
import type { BankCallDto } from './dto/bank-call.dto';
import type { OutboundCallDto } from './dto/outbound-call.dto';

/** Columns of the CSV, in the language of the reader; bodies stay in the console. */
export const BANK_CALL_COLUMNS: readonly CsvColumn<BankCallDto>[] = [
  column('Diterima', 'Received', (call) => call.received_at, ['received_at', 'Waktu', 'Time']),
  column('Bank', 'Bank', (call) => call.bank.name, 'bank'),
  coded('Protokol', 'Protocol', (call) => call.protocol, CODE_NAMES.bankProtocol, 'protocol'),
  column('Metode', 'Method', (call) => call.method),
  column('Alamat', 'Address', (call) => call.path, ['path', 'Metode dan path', 'Method and path']),
  column('Status HTTP', 'HTTP status', (call) => call.http_status, ['http_status', 'Jawaban', 'Answer']),
  identifier('Kode', 'Code', (call) => call.code),
  column('Ulangan', 'Replayed', (call, language) => yesNo(call.replayed, language), [
    'replayed',
    'Jawaban ulang',
    'Replayed answer',
  ]),
  identifier('Referensi Bank', 'Bank reference', (call) => call.bank_reference, [
    'bank_reference',
    'Referensi bank',
    'Bank reference',
  ]),
  column('Lama (ms)', 'Duration (ms)', (call) => call.latency_ms, [
    'latency_ms',
    'Waktu jawab',
    'Response time',
  ]),
  onScreen('operation', 'Permintaan', 'Request'),
];

/** `27 · Buat virtual account`: the number banks speak of, and what it does. */
function serviceText({ service }: OutboundCallDto, language: Language): string {
  const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = CODE_NAMES.bankService;
  const words = names[service]?.[language];
  return words === undefined ? service : `${service} · ${words}`;
}

export const OUTBOUND_CALL_COLUMNS: readonly CsvColumn<OutboundCallDto>[] = [
  column('Dimulai', 'Started', (call) => call.started_at, ['started_at', 'Waktu', 'Time']),
  column('Bank', 'Bank', (call) => call.bank.name, 'bank'),
  column('Layanan', 'Service', serviceText, 'service'),
  identifier('ID Eksternal', 'External id', (call) => call.external_id, [
    'external_id',
    'X-EXTERNAL-ID',
    'X-EXTERNAL-ID',
  ]),
  coded('Keadaan', 'State', (call) => call.state, STATE_NAMES.outboundCall, ['state', 'Status', 'State']),
  column('Status HTTP', 'HTTP status', (call) => call.http_status),
  identifier('Kode Jawaban', 'Answer code', (call) => call.response_code, [
    'response_code',
    'Kode jawaban',
    'Response code',
  ]),
  column('Lama (ms)', 'Duration (ms)', (call) => call.latency_ms, [
    'latency_ms',
    'Waktu jawab',
    'Response time',
  ]),
  column('Ditanyakan Ulang', 'Checks', (call) => call.checks, ['checks', 'Ditanya ulang', 'Asked again']),
  column('Ditanyakan Lagi Pada', 'Next check at', (call) => call.next_check_at, [
    'next_check_at',
    'Ditanya lagi',
    'Next question',
  ]),
  onScreen('intent_id', 'Permintaan bayar', 'Checkout'),
];
