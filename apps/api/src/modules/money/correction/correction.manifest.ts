import type { Manifest } from '../../../platform/manifest';

export const correctionManifest: Manifest = {
  name: 'money/correction',
  mayKnow: ['money/payment', 'money/dispute', 'money/instalment'],
  tables: [],
  topics: ['bill.corrected'],
};
