import type { Manifest } from '../../../platform/manifest';

export const instalmentManifest: Manifest = {
  name: 'money/instalment',
  mayKnow: ['water/penalty', 'ground/approvals'],
  tables: ['rencana_angsuran', 'angsuran', 'angsuran_sumber'],
  appendOnly: ['angsuran'],
  neverDeleted: ['rencana_angsuran', 'angsuran_sumber'],
};
