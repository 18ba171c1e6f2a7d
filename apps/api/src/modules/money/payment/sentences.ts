import { Sentence } from '../../../platform/problem';

export const PAYMENT_SAYS = {
  holdsNothing: Sentence.of({ id: 'Kasus ini tidak menyimpan uang.', en: 'This case holds no money.' }),
  ofNobody: Sentence.of({
    id: 'Uang tanpa pemilik hanya dapat dikembalikan ke bank.',
    en: 'Money of nobody can only be returned to the bank.',
  }),
  notACredit: Sentence.of({
    id: 'Hanya titipan pelanggan yang dapat membayar rekening.',
    en: 'Only credit of a customer can pay bills.',
  }),
  nothingLeft: Sentence.of({ id: 'Titipan ini sudah habis.', en: 'Nothing of the credit is left.' }),
  decidesNoCases: Sentence.of({
    id: 'Orang ini tidak berwenang menyelesaikan kasus.',
    en: 'This person may not decide cases.',
  }),
  closesByItself: Sentence.of({
    id: 'Kasus ini tertutup sendiri saat yang dipersoalkan selesai.',
    en: 'This case closes by itself when what it is about is over.',
  }),
  twoNames: Sentence.of({
    id: 'Kasus ini diputuskan dua orang: pembayaran yang sama dengan dua referensi, atau pembayaran kedua.',
    en: 'Two people decide this case: the same payment by two references, or a second one.',
  }),
  notTwoNames: Sentence.of({
    id: 'Kasus ini bukan tentang pembayaran dengan dua referensi.',
    en: 'This case is not about a payment with two references.',
  }),
  toldIsBooked: Sentence.of({
    id: 'Sementara itu referensi kedua sudah dibukukan sebagai pembayaran tersendiri. Tolak permintaan ini, lalu ajukan bahwa itu pembayaran kedua. Bila pembukuan itu yang keliru, batalkan dahulu pembayarannya.',
    en: 'The second reference was booked as a payment of its own meanwhile. Refuse this request, then ask to find that it is a second payment. If that booking is wrong, have it reversed first.',
  }),
  knownTakenBack: Sentence.of({
    id: 'Pembayaran yang sudah tercatat dibatalkan setelah permintaan ini diajukan. Tolak permintaan ini, tanyakan lagi ke bank apakah uangnya masih ada, lalu ajukan sesuai jawabannya.',
    en: 'The payment in our books was reversed after this was asked for. Refuse this request, ask the bank again whether the money is still there, and ask for what it answers.',
  }),
  holdsMoney: Sentence.of({
    id: 'Kasus ini menyimpan uang; tentukan ke mana uang itu.',
    en: 'This case holds money; decide where it goes.',
  }),
  coversNoBill: Sentence.of({
    id: 'Titipan tidak cukup untuk rekening terbuka yang tertua.',
    en: 'The credit does not cover the oldest open bill.',
  }),
  goneMeanwhile: Sentence.of({
    id: 'Ada rekening yang baru saja diganti angsuran, dikoreksi, atau dibatalkan. Buka lagi tagihan pelanggan ini, lalu terima yang tampil.',
    en: 'A bill was just replaced by instalments, corrected or cancelled. Open what this customer owes again and take what is shown.',
  }),
  dutyRecorded: Sentence.of({
    id: 'Setoran bea meterai dengan referensi ini sudah dicatat. Periksa daftar setoran, lalu tulis referensi yang benar.',
    en: 'Stamp duty of this reference is recorded already. Look at the list, then write the right reference.',
  }),
  /** Part of the contract with banks. */
  implausiblePaidAt: Sentence.forSoftware('paid_at must lie between 3 days ago and 5 minutes ahead'),
} as const;
