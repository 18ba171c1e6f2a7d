import type { Manifest } from '../../../platform/manifest';

export const securityManifest: Manifest = {
  name: 'bank-gateway/security',
  mayKnow: ['bank-gateway/registry'],
  tables: [
    'arsip_panggilan',
    'bank_nonce',
    'bank_rate',
    'bank_refusal',
    'payment_transaction',
    'snap_external_id',
  ],
  readOnly: ['arsip_panggilan'],
};
