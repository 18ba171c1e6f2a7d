import type { Manifest } from '../../../platform/manifest';

export const tariffsManifest: Manifest = {
  name: 'water/tariffs',
  mayKnow: ['ground/approvals'],
  tables: ['tarif', 'tarif_versi', 'tarif_blok', 'tarif_biaya'],
};
