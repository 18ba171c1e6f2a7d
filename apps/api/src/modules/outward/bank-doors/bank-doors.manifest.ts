import type { Manifest } from '../../../platform/manifest';

export const bankDoorsManifest: Manifest = {
  name: 'outward/bank-doors',
  mayKnow: ['money/payment', 'money/checkout', 'bank-gateway/security'],
  tables: [],
};
