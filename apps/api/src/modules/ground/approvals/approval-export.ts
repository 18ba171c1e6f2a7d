import type { ApprovalState } from '@tirtapay/domain';
import type { CsvColumn } from '../../../platform/list';
import type { ApprovalDto } from './dto/approval.dto';

const STATES: Readonly<Record<ApprovalState, string>> = {
  PENDING: 'Menunggu',
  APPROVED: 'Disetujui',
  REJECTED: 'Ditolak',
  WITHDRAWN: 'Ditarik',
};

/** Columns of the CSV, in the language of the office. */
export const APPROVAL_COLUMNS: readonly CsvColumn<ApprovalDto>[] = [
  { header: 'Hal', value: (approval) => approval.summary },
  { header: 'Jenis', value: (approval) => approval.kind },
  { header: 'Diajukan Oleh', value: (approval) => approval.made_by.name },
  { header: 'Diajukan Pada', value: (approval) => approval.made_at },
  { header: 'Alasan', value: (approval) => approval.reason },
  { header: 'Status', value: (approval) => STATES[approval.status] },
  { header: 'Diputuskan Oleh', value: (approval) => approval.decided_by?.name ?? null },
  { header: 'Diputuskan Pada', value: (approval) => approval.decided_at },
  { header: 'Catatan Keputusan', value: (approval) => approval.decision_note },
];
