import type { Manifest } from '../../../platform/manifest';

export const reportingManifest: Manifest = {
  name: 'outward/reporting',
  mayKnow: ['outward/notifications'],
  // The reading room: its statements may read whatever the house holds.
  readsEverything: true,
  tables: ['tampilan_daftar', 'berkas_unduhan', 'rekap_batas', 'rekap_penerimaan', 'rekap_rekening'],
  neverDeleted: ['rekap_batas', 'rekap_penerimaan', 'rekap_rekening'],
};
