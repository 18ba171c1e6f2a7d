import { CODE_NAMES, STATE_NAMES } from '@tirtapay/domain';
import { coded, column, type CsvColumn } from '../../../platform/list';
import type { ApprovalDto } from './dto/approval.dto';

/** Columns of the CSV, in the language of the reader. */
export const APPROVAL_COLUMNS: readonly CsvColumn<ApprovalDto>[] = [
  column('Hal', 'Subject', (approval) => approval.summary, ['summary', 'Perihal', 'Subject']),
  coded('Jenis', 'Kind', (approval) => approval.kind, CODE_NAMES.approvalKind, 'kind'),
  column('Diajukan Oleh', 'Requested by', (approval) => approval.made_by.name, [
    'made_by',
    'Pengaju',
    'Asked by',
  ]),
  column('Diajukan Pada', 'Requested at', (approval) => approval.made_at, ['made_at', 'Diajukan', 'Asked']),
  column('Alasan', 'Reason', (approval) => approval.reason),
  coded('Status', 'State', (approval) => approval.status, STATE_NAMES.approval, [
    'status',
    'Status',
    'Status',
  ]),
  column('Diputuskan Oleh', 'Decided by', (approval) => approval.decided_by?.name ?? null, [
    'decided_by',
    'Diputuskan oleh',
    'Decided by',
  ]),
  column('Diputuskan Pada', 'Decided at', (approval) => approval.decided_at),
  column('Catatan Keputusan', 'Decision note', (approval) => approval.decision_note),
];
