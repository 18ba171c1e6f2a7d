import type { Manifest } from '../../../platform/manifest';

export const correctionManifest: Manifest = {
  name: 'money/correction',
  mayKnow: ['money/payment', 'money/dispute'],
  tables: [],
  topics: ['bill.corrected'],
};
