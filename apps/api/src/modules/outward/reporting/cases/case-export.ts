import { CODE_NAMES, STATE_NAMES } from '@tirtapay/domain';
import { coded, column, onScreen, identifier, type CsvColumn } from '../../../../platform/list';
import type { CaseDto } from '../../../money/payment';

/** What nobody decided was settled by what happened since. */
const resolutionOf = ({ resolution }: CaseDto): string | null =>
  resolution === null || Object.hasOwn(CODE_NAMES.caseResolution, resolution) ? resolution : 'settled';

/** Columns of the CSV, in the language of the reader. */
export const CASE_COLUMNS: readonly CsvColumn<CaseDto>[] = [
  column('Dibuka', 'Opened', (item) => item.opened_at, 'opened_at'),
  column('Batas Waktu', 'Due', (item) => item.due_at, ['due_at', 'Batas waktu', 'Due']),
  column('Dikerjakan Oleh', 'Worked on by', (item) => item.assigned_to?.name ?? null, [
    'assigned_to',
    'Dikerjakan oleh',
    'Worked on by',
  ]),
  coded('Jenis', 'Kind', (item) => item.kind, CODE_NAMES.caseKind, ['kind', 'Perihal', 'About']),
  coded('Status', 'State', (item) => item.status, STATE_NAMES.case, ['status', 'Status', 'Status']),
  identifier('No. Pelanggan', 'Customer no.', (item) => item.customer?.customer_number ?? null),
  column('Nama', 'Name', (item) => item.customer?.name ?? null, ['customer', 'Pelanggan', 'Customer']),
  identifier('No. Kwitansi', 'Receipt no.', (item) => item.payment?.receipt_number ?? null),
  column('Bank', 'Bank', (item) => item.payment?.bank.name ?? null, 'bank'),
  identifier('Referensi Bank', 'Bank reference', (item) => item.payment?.bank_reference ?? null, [
    'reference',
    'Referensi bank',
    'Bank reference',
  ]),
  column('Jumlah (Rp)', 'Amount (Rp)', (item) => item.amount, ['amount', 'Jumlah', 'Amount']),
  column('Sisa (Rp)', 'Remaining (Rp)', (item) => item.remaining),
  coded('Penyelesaian', 'Resolution', resolutionOf, CODE_NAMES.caseResolution),
  column('Diselesaikan Oleh', 'Resolved by', (item) => item.resolved_by, [
    'resolved_by',
    'Diselesaikan oleh',
    'Resolved by',
  ]),
  column('Diselesaikan Pada', 'Resolved at', (item) => item.resolved_at),
  column('Catatan', 'Note', (item) => item.note),
  onScreen('age', 'Menunggu', 'Waiting'),
  onScreen('story', 'Yang terjadi', 'What happened'),
];
