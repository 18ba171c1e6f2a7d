import type { Manifest } from '../../../platform/manifest';

export const payPointsManifest: Manifest = {
  name: 'ground/pay-points',
  mayKnow: ['ground/regions', 'ground/collectors'],
  tables: ['titik_bayar'],
};
