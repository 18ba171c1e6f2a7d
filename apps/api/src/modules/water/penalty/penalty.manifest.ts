import type { Manifest } from '../../../platform/manifest';

export const penaltyManifest: Manifest = {
  name: 'water/penalty',
  mayKnow: ['water/billing', 'ground/approvals'],
  tables: [
    'denda',
    'denda_rincian',
    'kebijakan_denda',
    'program_pemutihan',
    'pemutihan_jatah',
    'pemutihan_perpanjangan',
  ],
  appendOnly: ['denda_rincian', 'pemutihan_jatah', 'pemutihan_perpanjangan'],
  neverDeleted: ['denda', 'kebijakan_denda', 'program_pemutihan'],
};
