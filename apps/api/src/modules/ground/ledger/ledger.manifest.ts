import type { Manifest } from '../../../platform/manifest';

export const ledgerManifest: Manifest = {
  name: 'ground/ledger',
  mayKnow: [],
  tables: ['akun', 'jurnal', 'jurnal_baris'],
  readOnly: ['akun'],
  appendOnly: ['jurnal', 'jurnal_baris'],
};
