import type { Manifest } from '../../../platform/manifest';

export const counterManifest = {
  name: 'money/counter',
  mayKnow: ['money/payment', 'money/checkout', 'money/ppob', 'ground/pay-points', 'ground/identity'],
  tables: ['keranjang_loket'],
  neverDeleted: ['keranjang_loket'],
  // A cash payment that turns out wrong when its shift is over; a basket nobody goes on with.
  caseKinds: { COUNTER_SALE_WRONG: 'pembayaran', BASKET_ABANDONED: 'shift_kas' },
} as const satisfies Manifest;
