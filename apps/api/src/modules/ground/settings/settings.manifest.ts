import type { Manifest } from '../../../platform/manifest';

export const settingsManifest: Manifest = {
  name: 'ground/settings',
  mayKnow: ['ground/approvals'],
  tables: [],
};
