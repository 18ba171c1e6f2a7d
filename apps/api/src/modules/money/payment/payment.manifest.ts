import type { Manifest } from '../../../platform/manifest';

export const paymentManifest: Manifest = {
  name: 'money/payment',
  mayKnow: ['water/penalty', 'bank-gateway/registry', 'ground/approvals', 'ground/collectors'],
  tables: [
    'pembayaran',
    'pembayaran_alokasi',
    'kwitansi',
    'kwitansi_cetak',
    'kwitansi_seri',
    'saldo_pelanggan',
    'kasus',
    'bank_reference',
    'bank_reversal',
  ],
  appendOnly: [
    'pembayaran',
    'kwitansi',
    'kwitansi_cetak',
    'bank_reference',
    'bank_reversal',
    'saldo_pelanggan',
  ],
  neverDeleted: ['pembayaran_alokasi', 'kwitansi_seri', 'kasus'],
};
