import type { Manifest } from '../../../platform/manifest';

export const paymentManifest = {
  name: 'money/payment',
  mayKnow: ['water/penalty', 'ground/collectors', 'ground/cases', 'ground/approvals'],
  tables: [
    'pembayaran',
    'pembayaran_alokasi',
    'kwitansi',
    'kwitansi_cetak',
    'kwitansi_seri',
    'saldo_pelanggan',
    'bank_reference',
    'bank_reversal',
    'setoran_meterai',
  ],
  appendOnly: [
    'pembayaran',
    'kwitansi',
    'kwitansi_cetak',
    'bank_reference',
    'bank_reversal',
    'saldo_pelanggan',
    'setoran_meterai',
  ],
  neverDeleted: ['pembayaran_alokasi', 'kwitansi_seri'],
  // Money that came and could not pay what it was meant for.
  caseKinds: {
    // The checkout had expired when the customer paid.
    EXPIRED_INTENT: 'pembayaran',
    // The checkout had been replaced or withdrawn before.
    LATE_PAYMENT: 'pembayaran',
    // The bills were paid already, or nothing is owed.
    DOUBLE_PAYMENT: 'pembayaran',
    AMOUNT_DIFFERS: 'pembayaran',
    // An older bill is open again, so these may not be paid first.
    BILLS_CHANGED: 'pembayaran',
    UNKNOWN_TARGET: 'pembayaran',
    // Paid more than three days before, or after, the bank told us: at such an hour nobody could say for what.
    PAID_AT_IMPLAUSIBLE: 'pembayaran',
    // The bank names money for a checkout otherwise than what paid it: one money, or two.
    TWO_NAMES: 'pembayaran',
    // A paid bill had been too high.
    BILL_CORRECTED: 'nota_koreksi',
  },
  events: ['payment.taken_back'],
  topics: ['payment.posted', 'payment.reversed', 'credit.applied'],
} as const satisfies Manifest;
