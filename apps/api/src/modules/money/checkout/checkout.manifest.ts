import type { Manifest } from '../../../platform/manifest';

export const checkoutManifest = {
  name: 'money/checkout',
  mayKnow: ['money/payment', 'bank-gateway/outbound'],
  tables: ['niat_bayar', 'va_transaction', 'qris_transaction', 'webhook_inbox'],
  neverDeleted: ['niat_bayar', 'va_transaction', 'qris_transaction', 'webhook_inbox'],
  // What a bank and we do not agree about by ourselves.
  caseKinds: {
    INTENT_UNSETTLED: 'niat_bayar',
    CALL_UNSETTLED: 'outbound_call',
    WEBHOOK_DEAD: 'webhook_inbox',
    EVENT_REUSED: 'webhook_inbox',
    REVERSAL_BY_BANK: 'webhook_inbox',
  },
} as const satisfies Manifest;
