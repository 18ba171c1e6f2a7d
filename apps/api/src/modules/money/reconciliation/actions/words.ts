import type { ItemType, ReconciliationAction, StatementKind } from '@tirtapay/domain';

/** As the inbox and the Berita Acara write them: Indonesian, like every document that is signed. */
const TYPE_WORDS: Readonly<Record<ItemType, string>> = {
  MATCHED: 'Cocok',
  AMOUNT_DIFFERS: 'Nominal berbeda',
  AT_BANK_NOT_HERE: 'Ada di {pihak}, tidak ada di sini',
  HERE_NOT_AT_BANK: 'Ada di sini, tidak ada di {pihak}',
  DUPLICATE_AT_BANK: 'Ganda di {pihak}',
  DUPLICATE_HERE: 'Ganda di sini',
  REVERSED_HERE_PAID_THERE: 'Dibatalkan di sini, dibayar di {pihak}',
  NEXT_BUSINESS_DAY: 'Hari kerja berikutnya',
  WRONG_CUSTOMER: 'Pelanggan atau VA berbeda',
  SEVERAL_CANDIDATES: 'Beberapa calon',
  FEE_DIFFERS: 'Biaya berbeda',
  MDR: 'Potongan MDR',
};

const ACTION_WORDS: Readonly<Record<ReconciliationAction, string>> = {
  POST_PAYMENT: 'Bukukan pembayaran',
  CREDIT_CUSTOMER: 'Jadikan saldo pelanggan',
  SUSPENSE: 'Tampung sebagai penerimaan belum teridentifikasi',
  REVERSE: 'Batalkan pembayaran',
  REPOST: 'Batalkan dan bukukan ke pelanggan menurut bank',
  CLAIM: 'Klaim ke {pihak}',
  SETTLE_CLAIM: 'Pelunasan klaim',
  CARRY: 'Bawa ke hari berikutnya',
  ACCEPT_FEE: 'Terima sebagai beban {pihak}',
  ACCEPT: 'Terima',
  ASSIGN: 'Tetapkan pasangan',
  DISMISS: 'Abaikan, tanpa mutasi uang',
};

/** Who sends the statement, in the middle of a sentence. */
export const PARTY_WORDS: Readonly<Record<StatementKind, string>> = {
  BANK: 'bank',
  SUPPLIER: 'pemasok',
  PARTNER: 'mitra',
};

/** Where an action means something else than at a bank. */
const ELSEWHERE: Readonly<
  Partial<Record<StatementKind, Readonly<Partial<Record<ReconciliationAction, string>>>>>
> = {
  SUPPLIER: { ACCEPT_FEE: 'Terima sebagai margin PPOB' },
  PARTNER: { DISMISS: 'Pembukuan kita tetap, mitra membetulkan catatannya' },
};

export function typeWord(type: ItemType, kind: StatementKind): string {
  return TYPE_WORDS[type].replace('{pihak}', PARTY_WORDS[kind]);
}

export function actionWord(action: ReconciliationAction, kind: StatementKind): string {
  return (ELSEWHERE[kind]?.[action] ?? ACTION_WORDS[action]).replace('{pihak}', PARTY_WORDS[kind]);
}
