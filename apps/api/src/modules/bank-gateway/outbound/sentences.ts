import { Sentence } from '../../../platform/problem';

/** `answer` is what the bank itself said, or why it could not be asked. */
export const OUTBOUND_SAYS = {
  neverCalled: Sentence.of({ id: 'Alamat ini tidak boleh dipanggil.', en: 'This address is never called.' }),
  notAsked: (answer: string) =>
    Sentence.of({
      id: `Bank belum dapat ditanya (${answer}). Periksa alamat bank dan coba lagi setelah bank menjawab.`,
      en: `The bank could not be asked (${answer}). Check its address, and try again when it answers.`,
    }),
  tokenRefused: (answer: string) =>
    Sentence.of({
      id: `Bank menolak permintaan token: ${answer}. Cocokkan X-CLIENT-KEY dengan surat bank, dan minta bank mendaftarkan kunci publik kita.`,
      en: `The bank refused the token: ${answer}. Compare X-CLIENT-KEY with the bank’s letter, and have the bank register our public key.`,
    }),
  callRefused: (answer: string) =>
    Sentence.of({
      id: `Bank menolak panggilan yang ditandatangani: ${answer}. Salin ulang secret dari bank; bila sudah sama, minta bank memeriksa secret dan X-PARTNER-ID kita.`,
      en: `The bank refused the signed call: ${answer}. Copy the secret again; if it is the same, have the bank check our secret and X-PARTNER-ID.`,
    }),
} as const;
