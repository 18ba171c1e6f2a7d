import type { Manifest } from '../../../platform/manifest';

export const reconciliationManifest = {
  name: 'money/reconciliation',
  mayKnow: ['money/payment', 'money/counter', 'money/ppob', 'bank-gateway/security', 'bank-gateway/outbound'],
  tables: [
    'ketentuan_setelmen',
    'hari_libur_bank',
    'pemetaan_berkas',
    'berkas_rekonsiliasi',
    'berkas_rekonsiliasi_baris',
    'rekonsiliasi',
    'rekonsiliasi_detail',
    'rekonsiliasi_peristiwa',
    'rekonsiliasi_awal',
    'rekonsiliasi_penarikan',
    'rekonsiliasi_akhir',
  ],
  appendOnly: [
    'ketentuan_setelmen',
    'pemetaan_berkas',
    'berkas_rekonsiliasi_baris',
    'rekonsiliasi_peristiwa',
    'rekonsiliasi_awal',
    'rekonsiliasi_penarikan',
    'rekonsiliasi_akhir',
  ],
  neverDeleted: ['berkas_rekonsiliasi', 'rekonsiliasi'],
  topics: ['reconciliation.breaks_found', 'settlement_file.missing'],
  caseKinds: {
    // What a bank's file and our books do not agree on.
    RECONCILIATION_BREAK: 'rekonsiliasi',
    // A bank has not sent the file of a day.
    SETTLEMENT_FILE_MISSING: 'rekonsiliasi',
  },
} as const satisfies Manifest;
