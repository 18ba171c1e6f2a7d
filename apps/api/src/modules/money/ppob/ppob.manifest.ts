import type { Manifest } from '../../../platform/manifest';

const DETAILS = [
  'transaction_details_pajak',
  'transaction_details_pln',
  'transaction_details_pdam',
  'transaction_details_pulsa',
  'transaction_details_pgn',
  'transaction_details_musik',
  'transaction_details_tv',
  'transaction_details_paket_data',
  'transaction_details_voucher_game',
  'transaction_details_voucher_makanan',
  'transaction_details_qurban',
  'transaction_details_zakat',
];

export const ppobManifest = {
  name: 'money/ppob',
  mayKnow: ['money/payment', 'bank-gateway/security', 'bank-gateway/outbound'],
  tables: [
    'penyedia',
    'mutasi_pemasok',
    'services',
    'ppob_produk',
    'ppob_biaya',
    'transactions',
    'transaction_states',
    ...DETAILS,
  ],
  appendOnly: ['transaction_states', 'mutasi_pemasok'],
  neverDeleted: ['penyedia', 'services', 'ppob_produk', 'ppob_biaya', 'transactions', ...DETAILS],
  sealedColumns: [
    { table: 'penyedia', column: 'api_key_enc', idColumn: 'id' },
    { table: 'penyedia', column: 'callback_secret_enc', idColumn: 'id' },
  ],
  topics: ['sale.delivered', 'sale.refunded', 'supplier.low'],
  // What a supplier and we do not agree about by ourselves.
  caseKinds: {
    SUPPLIER_CONTRADICTION: 'transactions',
    SALE_UNSETTLED: 'transactions',
    SALE_NOT_HANDED_BACK: 'transactions',
    SUPPLIER_BALANCE_DIFFERS: 'penyedia',
  },
} as const satisfies Manifest;
