import type { Manifest } from '../../../platform/manifest';

export const ledgerManifest: Manifest = {
  name: 'ground/ledger',
  mayKnow: [],
  tables: ['akun', 'jurnal', 'jurnal_baris'],
  appendOnly: ['jurnal', 'jurnal_baris'],
};
