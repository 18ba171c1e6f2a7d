import type { Manifest } from '../../../platform/manifest';

export const bankDoorsManifest: Manifest = {
  name: 'outward/bank-doors',
  mayKnow: ['money/payment', 'money/checkout', 'bank-gateway/security'],
  tables: [],
  addresses: {
    signed: {
      '/api/v1/payment/': 'PLAIN_INTEGERS',
      '/api/webhook/': 'PLAIN_INTEGERS',
      '/api/v1/webhook/': 'PLAIN_INTEGERS',
      '/api/snap/': 'NOT_OURS',
    },
  },
};
