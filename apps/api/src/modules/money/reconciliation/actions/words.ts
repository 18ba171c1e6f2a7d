import type { ItemType, ReconciliationAction } from '@tirtapay/domain';

/** As the inbox and the Berita Acara write them: Indonesian, like every document that is signed. */
export const TYPE_WORDS: Readonly<Record<ItemType, string>> = {
  MATCHED: 'Cocok',
  AMOUNT_DIFFERS: 'Nominal berbeda',
  AT_BANK_NOT_HERE: 'Ada di bank, tidak ada di sini',
  HERE_NOT_AT_BANK: 'Ada di sini, tidak ada di bank',
  DUPLICATE_AT_BANK: 'Ganda di bank',
  DUPLICATE_HERE: 'Ganda di sini',
  REVERSED_HERE_PAID_THERE: 'Dibatalkan di sini, dibayar di bank',
  NEXT_BUSINESS_DAY: 'Hari kerja berikutnya',
  WRONG_CUSTOMER: 'Pelanggan atau VA berbeda',
  SEVERAL_CANDIDATES: 'Beberapa calon',
  FEE_DIFFERS: 'Biaya berbeda',
  MDR: 'Potongan MDR',
};

export const ACTION_WORDS: Readonly<Record<ReconciliationAction, string>> = {
  POST_PAYMENT: 'Bukukan pembayaran',
  CREDIT_CUSTOMER: 'Jadikan saldo pelanggan',
  SUSPENSE: 'Tampung sebagai penerimaan belum teridentifikasi',
  REVERSE: 'Batalkan pembayaran',
  REPOST: 'Batalkan dan bukukan ke pelanggan menurut bank',
  CLAIM: 'Klaim ke bank',
  SETTLE_CLAIM: 'Pelunasan klaim',
  CARRY: 'Bawa ke hari berikutnya',
  ACCEPT_FEE: 'Terima sebagai beban bank',
  ACCEPT: 'Terima',
  ASSIGN: 'Tetapkan pasangan',
  DISMISS: 'Abaikan, tanpa mutasi uang',
};
