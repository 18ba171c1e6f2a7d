import type { Manifest } from '../../../platform/manifest';

export const reportingManifest = {
  name: 'outward/reporting',
  mayKnow: ['money/reconciliation', 'outward/notifications'],
  // The reading room: its statements may read whatever the house holds.
  readsEverything: true,
  tables: [
    'tampilan_daftar',
    'berkas_unduhan',
    'rekap_batas',
    'rekap_penerimaan',
    'rekap_rekening',
    'rekap_jurnal',
    'rekap_pemakaian',
    'rekap_pelunasan',
    'rekap_tunggakan',
    'rekap_tunggakan_ulang',
    'rekap_tunggakan_lembar',
    'rekap_jumlah',
    'rekap_jumlah_baru',
    'kop_laporan',
    'laporan_tersimpan',
  ],
  topics: ['scheduled_report.ready', 'scheduled_report.failed', 'scheduled_report.stopped'],
  caseKinds: {
    // The tie-out of a usage month does not come out even; the subject is the month, 202610.
    BOOKS_DO_NOT_TIE: 'rekap_rekening',
  },
  neverDeleted: [
    'rekap_batas',
    'rekap_penerimaan',
    'rekap_rekening',
    'rekap_jurnal',
    'rekap_pemakaian',
    'rekap_pelunasan',
    'kop_laporan',
  ],
} as const satisfies Manifest;
