import type { Manifest } from '../../../platform/manifest';

export const regionsManifest: Manifest = {
  name: 'ground/regions',
  mayKnow: ['ground/approvals'],
  tables: ['wilayah', 'rute'],
};
