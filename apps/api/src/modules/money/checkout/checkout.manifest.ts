import type { Manifest } from '../../../platform/manifest';

export const checkoutManifest: Manifest = {
  name: 'money/checkout',
  mayKnow: ['money/payment', 'bank-gateway/outbound'],
  tables: ['niat_bayar', 'va_transaction', 'qris_transaction', 'webhook_inbox'],
  neverDeleted: ['niat_bayar', 'va_transaction', 'qris_transaction', 'webhook_inbox'],
};
