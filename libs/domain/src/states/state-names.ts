import type { Language } from '../time';

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What people read for the state of a thing, on a screen and in a file: the same words, which a test of the web compares. */
export const STATE_NAMES = {
  customer: {
    CALON: { id: 'Calon', en: 'Applicant' },
    AKTIF: { id: 'Aktif', en: 'Active' },
    SEGEL: { id: 'Disegel', en: 'Sealed' },
    NONAKTIF: { id: 'Nonaktif', en: 'Inactive' },
  },
  reading: {
    RECORDED: { id: 'Menunggu verifikasi', en: 'To verify' },
    REREAD: { id: 'Baca ulang', en: 'Read again' },
    VERIFIED: { id: 'Terverifikasi', en: 'Verified' },
    CORRECTED: { id: 'Dikoreksi', en: 'Corrected' },
  },
  bill: {
    DRAFT: { id: 'Draf', en: 'Draft' },
    ISSUED: { id: 'Belum dibayar', en: 'Unpaid' },
    PAID: { id: 'Lunas', en: 'Paid' },
    CANCELLED: { id: 'Dibatalkan', en: 'Cancelled' },
    REPLACED_BY: { id: 'Diganti angsuran', en: 'Paid in instalments' },
  },
  shift: {
    OPEN: { id: 'Terbuka', en: 'Open' },
    COUNTED: { id: 'Menunggu persetujuan', en: 'Waits for a decision' },
    CLOSED: { id: 'Ditutup', en: 'Closed' },
  },
  sale: {
    PENDING: { id: 'Menunggu', en: 'Pending' },
    SUCCESS: { id: 'Berhasil', en: 'Delivered' },
    FAILED: { id: 'Gagal', en: 'Failed' },
    REFUNDED: { id: 'Dikembalikan', en: 'Given back' },
  },
  priceLine: {
    IN_FORCE: { id: 'Berlaku', en: 'In force' },
    PLANNED: { id: 'Direncanakan', en: 'Planned' },
    ENDED: { id: 'Berakhir', en: 'Ended' },
  },
  webhook: {
    NEW: { id: 'Antre', en: 'Queued' },
    PROCESSED: { id: 'Selesai', en: 'Done' },
    PARKED: { id: 'Menunggu', en: 'Waiting' },
    DEAD: { id: 'Gagal diproses', en: 'Given up' },
  },
  outboundCall: {
    PENDING: { id: 'Berjalan', en: 'Under way' },
    DONE: { id: 'Berhasil', en: 'Succeeded' },
    FAILED: { id: 'Gagal', en: 'Failed' },
    UNKNOWN: { id: 'Belum pasti', en: 'Not certain' },
  },
  takeover: {
    CHECKED: { id: 'Diperiksa', en: 'Checked' },
    WAITING: { id: 'Menunggu persetujuan', en: 'Waiting for approval' },
    RUNNING: { id: 'Sedang diimpor', en: 'Being imported' },
    IMPORTED: { id: 'Sudah diimpor', en: 'Imported' },
    UNDOING: { id: 'Sedang dibatalkan', en: 'Being undone' },
    UNDONE: { id: 'Dibatalkan', en: 'Undone' },
    REJECTED: { id: 'Ditolak', en: 'Refused' },
    FAILED: { id: 'Gagal', en: 'Failed' },
  },
  payment: {
    POSTED: { id: 'Dibukukan', en: 'Posted' },
    REVERSED: { id: 'Dibatalkan', en: 'Reversed' },
  },
  approval: {
    PENDING: { id: 'Menunggu', en: 'Pending' },
    APPROVED: { id: 'Disetujui', en: 'Approved' },
    REJECTED: { id: 'Ditolak', en: 'Rejected' },
    WITHDRAWN: { id: 'Ditarik', en: 'Withdrawn' },
  },
  checkout: {
    PENDING: { id: 'Menunggu dibayar', en: 'Waiting' },
    PAID: { id: 'Dibayar', en: 'Paid' },
    EXPIRED: { id: 'Kedaluwarsa', en: 'Expired' },
    CANCELLED: { id: 'Dibatalkan', en: 'Cancelled' },
  },
  case: {
    OPEN: { id: 'Terbuka', en: 'Open' },
    RESOLVED: { id: 'Selesai', en: 'Resolved' },
  },
  billRun: {
    QUEUED: { id: 'Antre', en: 'Queued' },
    RUNNING: { id: 'Berjalan', en: 'Running' },
    DONE: { id: 'Selesai', en: 'Done' },
    PARTIAL: { id: 'Selesai sebagian', en: 'Partly done' },
    FAILED: { id: 'Gagal', en: 'Failed' },
  },
  instalmentPlan: {
    RUNNING: { id: 'Berjalan', en: 'Running' },
    LATE: { id: 'Terlambat', en: 'Late' },
    SETTLED: { id: 'Lunas', en: 'Settled' },
    BROKEN: { id: 'Berakhir, sisa ditagih', en: 'Ended, rest asked for' },
    WITHDRAWN: { id: 'Ditarik', en: 'Withdrawn' },
  },
  reconciliation: {
    OPEN: { id: 'Terbuka', en: 'Open' },
    CLOSED: { id: 'Ditutup', en: 'Closed' },
    // Open behind the last day of a reconciliation, and nobody's to close.
    ENDED: { id: 'Berakhir', en: 'Ended' },
  },
} as const satisfies Readonly<Record<string, Names>>;
