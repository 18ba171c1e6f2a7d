import type { Manifest } from '../../../platform/manifest';

export const collectorsManifest: Manifest = {
  name: 'ground/collectors',
  mayKnow: [],
  tables: ['penerima'],
  neverDeleted: ['penerima'],
};
