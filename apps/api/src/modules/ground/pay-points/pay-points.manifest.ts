import type { Manifest } from '../../../platform/manifest';

export const payPointsManifest: Manifest = {
  name: 'ground/pay-points',
  mayKnow: ['ground/regions'],
  tables: ['titik_bayar'],
};
