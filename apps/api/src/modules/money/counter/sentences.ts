import { Sentence } from '../../../platform/problem';

/** Why something is not taken at a counter. */
export const COUNTER_SAYS = {
  noSuchMoney: Sentence.of({
    id: 'Tulis setiap pecahan rupiah yang berlaku satu kali, dengan jumlah lembar atau kepingnya.',
    en: 'Write each note or coin in use once, with how many there are.',
  }),
  emptyBasket: Sentence.of({ id: 'Isi keranjang lebih dulu.', en: 'Put something into the basket first.' }),
  notThatMuch: Sentence.of({
    id: 'Tidak boleh lebih dari isi laci menurut catatan.',
    en: 'Must not be more than the books have in the drawer.',
  }),
  movedDifferently: Sentence.of({
    id: 'Permintaan ini sudah tercatat dengan isi lain. Muat ulang halaman dan periksa mutasi laci sebelum mencatat lagi.',
    en: 'This request was booked with another content. Load the page again and look at the moves of the drawer before you book once more.',
  }),
  nothingDiffers: Sentence.of({
    id: 'Hitungan sama dengan catatan; tidak ada selisih.',
    en: 'The count is what the books say; nothing differs.',
  }),
  sameFee: Sentence.of({
    id: 'Biaya loket ini sudah sebesar itu; tulis jumlah yang lain.',
    en: 'This is the fee of the counter already; write another amount.',
  }),
  ownDifference: Sentence.of({
    id: 'Selisih ini dari shift Anda sendiri. Minta rekan yang berwenang untuk memutuskan.',
    en: 'This difference is of your own shift. Ask a colleague who may decide.',
  }),
  customerTwice: Sentence.of({
    id: 'Satu pelanggan satu baris dalam satu keranjang.',
    en: 'One customer has one line in a basket.',
  }),
} as const;
