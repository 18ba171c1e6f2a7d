import type { Manifest } from '../../../platform/manifest';

export const correctionManifest: Manifest = {
  name: 'money/correction',
  mayKnow: ['money/payment'],
  tables: [],
  topics: ['bill.corrected'],
};
