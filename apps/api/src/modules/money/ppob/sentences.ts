import type { Language } from '@tirtapay/domain';
import { Sentence } from '../../../platform/problem';

/** Why a sale is not taken. */
export const SALE_SAYS = {
  notOffered: Sentence.of({ id: 'Tidak ada di daftar harga.', en: 'Not in the price list.' }),
  notAnObject: Sentence.of({ id: 'Isi dengan objek.', en: 'Must be an object.' }),
  reference: Sentence.of({
    id: 'Tulis 1 sampai 64 huruf, angka, titik, garis bawah, garis miring, atau tanda hubung.',
    en: 'Write 1 to 64 letters, digits, dots, underscores, slashes or hyphens.',
  }),
  deposit: Sentence.of({ id: 'Mitra membayar dengan DEPOSIT.', en: 'A partner pays by DEPOSIT.' }),
} as const;

/** Why a change of prices cannot be asked for. */
export const PRICE_SAYS = {
  laterDay: Sentence.of({
    id: 'Pilih hari setelah hari ini, atau kosongkan agar berlaku begitu disetujui.',
    en: 'Choose a day after today, or leave it empty to take effect once approved.',
  }),
  notSold: Sentence.of({ id: 'Produk ini tidak dijual saat itu.', en: 'This product is not sold then.' }),
} as const;

/** Why what a supplier is said to have said does not fit the sale. */
export const OUTCOME_SAYS = {
  codeMissing: Sentence.of({
    id: 'Layanan ini menyerahkan kode: tulis seperti yang diberikan pemasok; token 16 atau 20 angka.',
    en: 'This service hands over a code: write it as the supplier gave it; a token has 16 or 20 digits.',
  }),
  noCode: Sentence.of({
    id: 'Layanan ini tidak menyerahkan kode; kosongkan.',
    en: 'This service hands over no code; leave it empty.',
  }),
  nothingHandedOver: Sentence.of({
    id: 'Pesanan yang gagal tidak menyerahkan kode dan tidak ada harganya; kosongkan.',
    en: 'An order that failed hands over no code and costs nothing; leave it empty.',
  }),
} as const;

/** What the law of a service says of a field, of an order or of a change of prices. */
export function fieldOfSaleSays(words: Readonly<Record<Language, string>>): Sentence {
  return Sentence.of(words);
}
