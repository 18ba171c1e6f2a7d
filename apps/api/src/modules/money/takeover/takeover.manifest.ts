import type { Manifest } from '../../../platform/manifest';

export const takeoverManifest: Manifest = {
  name: 'money/takeover',
  mayKnow: ['money/payment', 'ground/approvals'],
  tables: [
    'pengambilalihan',
    'pengambilalihan_temuan',
    'pengambilalihan_pelanggan',
    'pengambilalihan_tunggakan',
  ],
  appendOnly: ['pengambilalihan_temuan', 'pengambilalihan_pelanggan'],
  neverDeleted: ['pengambilalihan', 'pengambilalihan_tunggakan'],
};
