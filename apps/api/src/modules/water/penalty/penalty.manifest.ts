import type { Manifest } from '../../../platform/manifest';

export const penaltyManifest: Manifest = {
  name: 'water/penalty',
  mayKnow: ['water/billing', 'ground/approvals'],
  tables: ['denda', 'denda_rincian', 'kebijakan_denda'],
  appendOnly: ['denda_rincian'],
  neverDeleted: ['denda', 'kebijakan_denda'],
};
