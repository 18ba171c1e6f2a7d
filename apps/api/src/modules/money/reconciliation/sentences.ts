import { Sentence } from '../../../platform/problem';

/** Why something of a reconciliation is not taken. */
export const RECONCILIATION_SAYS = {
  notForThis: Sentence.of({
    id: 'Tindakan ini tidak berlaku untuk selisih jenis ini.',
    en: 'This cannot be done about a difference of this kind.',
  }),
  noCustomer: Sentence.of({
    id: 'Sebutkan nomor pelanggan pemilik uang ini.',
    en: 'Say whose money it is by the customer number.',
  }),
  dayBusy: Sentence.of({
    id: 'Hari rekonsiliasi ini, atau hari lain dari pihak yang sama, sedang dicocokkan atau ditutup. Tidak ada yang berubah; coba lagi sebentar lagi.',
    en: 'This day, or another day of the same party, is being matched or closed. Nothing has changed; try again in a moment.',
  }),
  unknownCustomer: Sentence.of({ id: 'Nomor pelanggan ini tidak ada.', en: 'There is no such customer.' }),
  notACandidate: Sentence.of({
    id: 'Pilih dari calon baris ini yang masih bebas. Yang menunggu persetujuan lain harus diputuskan dahulu.',
    en: 'Choose from what this line could be and is still free. What waits for another decision has to be decided first.',
  }),
  notAClaim: Sentence.of({
    id: 'Pilih klaim kepada pihak yang sama yang belum terbayar dan tidak lebih kecil dari selisih ini. Untuk pembatalan, pilih klaim atas pembayaran yang dibatalkan.',
    en: 'Choose an unpaid claim on the same party that is not smaller than this difference. Of a reversal, choose the claim on the payment it takes back.',
  }),
  anotherKeeps: Sentence.of({
    id: 'Rekening PDAM sudah dicocokkan dengan berkas bank lain pada hari-hari itu. Akhiri dulu pada ketentuan bank tersebut.',
    en: 'Our account is already put against the file of another bank on those days. End that in its terms first.',
  }),
  onlyOfBanks: Sentence.of({
    id: 'Ini hanya disepakati dengan bank. Kosongkan untuk pemasok atau mitra.',
    en: 'This is agreed on with banks alone. Leave it empty for a supplier or partner.',
  }),
  termsTooEarly: Sentence.of({
    id: 'Ketentuan baru berlaku paling cepat besok; hari yang sudah berjalan tetap memakai ketentuan lama.',
    en: 'New terms begin tomorrow at the earliest; days that have begun keep the old ones.',
  }),
  tooLate: Sentence.of({
    id: 'Hari yang sudah lewat tidak dapat dijadikan hari libur.',
    en: 'A day that is over cannot become a holiday.',
  }),
  badMapping: Sentence.of({
    id: 'Pemetaan kolom ini tidak dapat dipakai. Periksa nama kolom dan isinya.',
    en: 'This mapping cannot be used. Check its columns.',
  }),
  noSettlement: Sentence.of({
    id: 'Menurut ketentuan tidak ada setelmen pada tanggal itu.',
    en: 'By its terms nothing settles on this day.',
  }),
  beforeBeginning: Sentence.of({
    id: 'Rekonsiliasinya belum dimulai pada hari tersebut.',
    en: 'Its reconciliation had not begun on that day.',
  }),
  behindTheEnd: Sentence.of({
    id: 'Rekonsiliasinya sudah berakhir sebelum hari itu, dan tidak ada mutasi kami pada hari itu. Ajukan kelanjutannya dahulu.',
    en: 'Its reconciliation had ended before that day, and nothing of ours moved on it. Ask to begin it again first.',
  }),
  endBeforeBeginning: Sentence.of({
    id: 'Hari terakhir tidak boleh lebih awal dari hari pertama rekonsiliasinya. Pilih tanggal yang lebih kemudian.',
    en: 'The last day cannot be before the first one that is reconciled. Choose a later date.',
  }),
  fileAfterEnd: Sentence.of({
    id: 'Setelah tanggal itu masih ada berkas, hari yang ditutup, atau keputusan. Pilih hari terakhir yang tidak lebih awal darinya.',
    en: 'There is a file, a closed day or a decision after that date. Choose a last day that is not before it.',
  }),
  keepsOurAccount: Sentence.of({
    id: 'Sesudah tanggal itu berkas bank ini masih menjadi rekening koran PDAM. Akhiri dulu pada ketentuannya.',
    en: 'After that date its file is still the statement of our account. End that in its terms first.',
  }),
  resumesTooEarly: Sentence.of({
    id: 'Kelanjutannya mulai paling cepat sehari setelah hari terakhirnya. Pilih tanggal yang lebih kemudian.',
    en: 'It is begun again the day after its last one at the earliest. Choose a later date.',
  }),
  leftChanged: Sentence.of({
    id: 'Yang belum selesai tidak lagi seperti saat diajukan: hari yang terbuka, baris yang dibawa, uang yang dipegang, atau klaimnya. Tolak permintaan ini, lalu ajukan yang baru.',
    en: 'What is left is no longer what it was when this was asked for: open days, carried items, money held or claims. Refuse this request, and ask anew.',
  }),
  notOver: Sentence.of({
    id: 'Hari itu belum berakhir menurut jam tutupnya.',
    en: 'That day is not over by its cut-off.',
  }),
  oldDaysGoOn: Sentence.of({
    id: 'Hari-hari lama belum berakhir: pembayaran sebelum hari pertama rekonsiliasi masih dapat bertambah. Ajukan setelah hari pertama itu dimulai.',
    en: 'The old days are not over: payments before the first day that is reconciled may still come. Ask once that day has begun.',
  }),
  nothingToFetch: Sentence.of({
    id: 'Berkasnya tidak diambil dari layanan bank, atau sambungan ke bank belum aktif. Unggah berkasnya.',
    en: 'Its file is not asked of a bank, or the connection to the bank is off. Upload it.',
  }),
  nothingDecided: Sentence.of({
    id: 'Belum ada keputusan atas baris ini.',
    en: 'Nothing was decided about this item.',
  }),
  moneyPosted: Sentence.of({
    id: 'Keputusan ini sudah membukukan atau membatalkan pembayaran. Batalkan atau bukukan kembali pembayaran itu.',
    en: 'A payment was posted or reversed by this decision. Reverse or post that payment.',
  }),
  claimPaid: Sentence.of({
    id: 'Klaim ini sudah dibayar. Tarik dahulu keputusan yang melunasinya.',
    en: 'This claim was paid. Take back the decision that settled it first.',
  }),
  restOfBatch: Sentence.of({
    id: 'Sisa setoran gabungan ini sudah diputuskan, atau masih menunggu persetujuan. Tarik dahulu keputusan atau permintaan atas sisanya.',
    en: 'What is left of this batch has been decided on, or waits for a decision. Take that back first.',
  }),
  settledElsewhere: Sentence.of({
    id: 'Baris ini sudah dibawa ke hari berikutnya. Selesaikan di sana.',
    en: 'This item has gone on to the next day. Settle it there.',
  }),
  hasFile: Sentence.of({
    id: 'Berkas hari rekonsiliasi ini sudah ada. Cocokkan dengan berkas itu, atau unggah yang benar.',
    en: 'The file of this day is there. Put the day against it, or upload the right one.',
  }),
  saidAlready: Sentence.of({
    id: 'Itu sudah berlaku untuk hari rekonsiliasi ini. Muat ulang halamannya.',
    en: 'That already holds for this day. Reload the page.',
  }),
  noneOfThese: Sentence.of({
    id: 'Tidak ada baris yang boleh diproses sekaligus dengan tindakan ini.',
    en: 'There is nothing that may be done at once in this way.',
  }),
} as const;
