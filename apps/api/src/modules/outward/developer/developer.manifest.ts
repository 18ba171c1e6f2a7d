import type { Manifest } from '../../../platform/manifest';

export const developerManifest: Manifest = {
  name: 'outward/developer',
  mayKnow: [],
  tables: [],
};
