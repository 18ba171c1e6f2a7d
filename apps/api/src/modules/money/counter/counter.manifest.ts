import type { Manifest } from '../../../platform/manifest';

export const counterManifest = {
  name: 'money/counter',
  mayKnow: ['money/payment', 'money/checkout', 'money/ppob', 'ground/pay-points', 'ground/identity'],
  tables: ['keranjang_loket'],
  neverDeleted: ['keranjang_loket'],
  // A cash payment that turns out wrong when its shift is over.
  caseKinds: { COUNTER_SALE_WRONG: 'pembayaran' },
} as const satisfies Manifest;
