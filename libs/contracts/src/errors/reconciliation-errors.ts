import type { ErrorEntry } from './error-entry';

/** Days of banks, suppliers and partners put against their files. */
export const reconciliationErrors = {
  'reconciliation.not_found': {
    status: 404,
    title: { id: 'Rekonsiliasi tidak ditemukan', en: 'Reconciliation not found' },
    cause: { id: 'Rekonsiliasi ini tidak ada.', en: 'There is no such reconciliation.' },
    fix: { id: 'Periksa daftar rekonsiliasi.', en: 'Check the list.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.closed': {
    status: 409,
    title: { id: 'Hari sudah ditutup', en: 'Day closed' },
    cause: { id: 'Rekonsiliasi hari tersebut sudah ditutup.', en: 'That day’s reconciliation is closed.' },
    fix: {
      id: 'Ajukan pembukaan kembali dengan alasannya.',
      en: 'Ask for it to be opened again, with a reason.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.not_closed': {
    status: 409,
    title: { id: 'Hari belum ditutup', en: 'Day not closed' },
    cause: { id: 'Hari rekonsiliasi ini masih terbuka.', en: 'The day is still open.' },
    fix: { id: 'Muat ulang untuk melihat keadaannya.', en: 'Reload to see how it stands.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.not_begun': {
    status: 409,
    title: { id: 'Rekonsiliasi belum dimulai', en: 'Reconciliation has not begun' },
    cause: {
      id: 'Ketentuan setelmennya belum dicatat.',
      en: 'No settlement terms were agreed on.',
    },
    fix: {
      id: 'Catat ketentuan setelmen dengan tanggal mulainya lebih dulu.',
      en: 'Enter its settlement terms with their first day.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.ended': {
    status: 409,
    title: { id: 'Rekonsiliasi sudah berakhir', en: 'Reconciliation has ended' },
    cause: {
      id: 'Hari terakhirnya sudah disepakati; sesudahnya tidak ada laporan yang ditunggu.',
      en: 'Its last day has been agreed on; no statement is expected after it.',
    },
    fix: {
      id: 'Ajukan kelanjutannya pada halaman perjanjian, lalu ulangi.',
      en: 'Ask to begin it again on the page of its agreement, then repeat.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.not_ended': {
    status: 409,
    title: { id: 'Rekonsiliasi belum berakhir', en: 'Reconciliation has not ended' },
    cause: {
      id: 'Tidak ada hari terakhir yang berlaku, atau sudah diganti.',
      en: 'It has no last day, or another than was asked about.',
    },
    fix: { id: 'Muat ulang halaman perjanjiannya.', en: 'Reload the page of its agreement.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.no_file': {
    status: 409,
    title: { id: 'Belum dicocokkan', en: 'Not matched yet' },
    cause: {
      id: 'Hari rekonsiliasi ini belum dicocokkan dengan berkasnya.',
      en: 'The day has not been put against a file.',
    },
    fix: {
      id: 'Unggah berkas hari rekonsiliasi ini lebih dulu; bila sudah ada, jalankan pencocokannya lagi.',
      en: 'Upload the file of the day first; where it is there, run the day again.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.items_open': {
    status: 409,
    title: { id: 'Masih ada selisih terbuka', en: 'Differences are open' },
    cause: {
      id: 'Sebagian baris hari rekonsiliasi ini belum diselesaikan.',
      en: 'Some items of the day are not settled.',
    },
    fix: {
      id: 'Selesaikan semua baris yang terbuka, lalu tutup.',
      en: 'Settle every open item, then close.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.not_whole': {
    status: 409,
    title: { id: 'Hari rekonsiliasi ini belum lengkap', en: 'The day is not whole' },
    cause: {
      id: 'Jumlah semua baris rekonsiliasi tidak sama dengan jumlah berkasnya, atau ada pembayaran atau mutasi rekening yang tidak berada tepat pada satu baris.',
      en: 'The items do not add up to the file, or a payment or movement is not in exactly one of them.',
    },
    fix: {
      id: 'Cocokkan ulang hari rekonsiliasi ini, selesaikan selisih yang muncul, lalu tutup. Bila tetap ditolak, tarik kembali keputusan atas setoran gabungan hari rekonsiliasi ini, cocokkan ulang, lalu selesaikan lagi. Bila masih ditolak juga, hubungi pengelola sistem dengan angka pada pesan ini.',
      en: 'Match the day again, settle what it finds, then close. If it is refused again, withdraw the decision on the batch of the day, match again and settle it anew. If it is still refused, tell whoever runs the system, with the figures of this message.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.same_person': {
    status: 403,
    title: { id: 'Harus ditutup orang lain', en: 'Needs another person' },
    cause: { id: 'Anda ikut menyiapkan hari rekonsiliasi ini.', en: 'You prepared this day.' },
    fix: {
      id: 'Minta manajer yang tidak ikut menyiapkan untuk menutupnya.',
      en: 'Ask a manager who prepared nothing of it.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.changed': {
    status: 409,
    title: { id: 'Angkanya sudah berubah', en: 'The figure has changed' },
    cause: {
      id: 'Jumlah yang diajukan bukan lagi yang tercatat.',
      en: 'What was asked for is not what the books say any more.',
    },
    fix: { id: 'Tolak permohonan ini dan ajukan ulang.', en: 'Refuse this request and ask again.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.other_day': {
    status: 422,
    title: { id: 'Berkas hari lain', en: 'File of another day' },
    cause: {
      id: 'Isi berkas bukan dari hari setelmen yang dipilih.',
      en: 'The file is not of the chosen day.',
    },
    fix: {
      id: 'Pilih tanggal yang disebut berkas, atau unggah berkas yang benar.',
      en: 'Choose the day the file names, or upload the right file.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.decided_line_gone': {
    status: 409,
    title: { id: 'Baris yang sudah diputuskan hilang', en: 'A decided line is missing' },
    cause: {
      id: 'Berkas pengganti tidak memuat baris yang sudah diselesaikan dua orang.',
      en: 'The corrected file lacks a line that two people have settled.',
    },
    fix: {
      id: 'Tanyakan kepada bank; baris yang sudah dibukukan tidak dapat dihapus oleh berkas.',
      en: 'Ask the bank; a file cannot take back what is booked.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.old_days_agreed': {
    status: 409,
    title: { id: 'Hari-hari lama sudah ditutup', en: 'Old days are closed' },
    cause: {
      id: 'Hari-hari sebelum rekonsiliasi bank ini sudah disepakati.',
      en: 'The days before were agreed on already.',
    },
    fix: {
      id: 'Lihat surat dan jumlahnya pada ketentuan bank.',
      en: 'See the letter and its sum at the terms of the bank.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.item_not_found': {
    status: 404,
    title: { id: 'Baris tidak ditemukan', en: 'Item not found' },
    cause: {
      id: 'Baris ini tidak ada, atau sudah dicocokkan ulang.',
      en: 'There is no such item, or it was found anew.',
    },
    fix: {
      id: 'Muat ulang daftarnya. Bila masih ada permintaan atas baris ini, tolak permintaan itu, lalu ajukan lagi dari daftar.',
      en: 'Reload the list. If a request about the item is still waiting, refuse it, and ask anew from the list.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.item_decided': {
    status: 409,
    title: { id: 'Sudah diselesaikan', en: 'Already settled' },
    cause: { id: 'Baris ini sudah cocok atau sudah diselesaikan.', en: 'The item agrees or was settled.' },
    fix: { id: 'Muat ulang untuk melihat penyelesaiannya.', en: 'Reload to see how.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.item_outdated': {
    status: 409,
    title: { id: 'Uangnya sudah dibukukan', en: 'The money has been booked since' },
    cause: {
      id: 'Sejak baris ini ditemukan, uangnya sudah dibukukan dengan cara lain: bank mengirim pembayarannya, atau slipnya dicatat.',
      en: 'Since the item was found its money has been booked another way: the bank told us of the payment, or its slip was entered.',
    },
    fix: {
      id: 'Tolak permintaan atas baris ini bila ada, lalu cocokkan ulang harinya.',
      en: 'Refuse what was asked about the item, if anything was, and match the day again.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.order_under_way': {
    status: 409,
    title: { id: 'Pesanan masih berjalan', en: 'Order still under way' },
    cause: {
      id: 'Baris ini tentang pesanan yang hasilnya belum dipastikan pemasok, atau baru pasti setelah harinya dicocokkan.',
      en: 'The line is about an order whose end the supplier has not told, or told after the day was matched.',
    },
    fix: {
      id: 'Cocokkan ulang harinya, atau bawa ke hari berikutnya; putuskan setelah pesanannya berhasil atau gagal.',
      en: 'Match the day again, or carry it to the next day; decide once the order has succeeded or failed.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.movement_settled': {
    status: 409,
    title: { id: 'Mutasi sudah direkonsiliasi', en: 'Movement reconciled already' },
    cause: {
      id: 'Rekonsiliasi sudah memutuskan mutasi ini, atau harinya sudah ditutup.',
      en: 'Reconciliation has decided on this movement, or its day is closed.',
    },
    fix: {
      id: 'Tarik dulu keputusannya atau buka kembali harinya, lalu ajukan lagi.',
      en: 'Take back the decision or open the day again first, then ask again.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.decision_stands': {
    status: 409,
    title: { id: 'Keputusan ini tidak dapat ditarik', en: 'This decision cannot be taken back' },
    cause: {
      id: 'Keputusan atas baris ini tidak dapat ditarik dari sini.',
      en: 'What was decided about this item cannot be taken back from here.',
    },
    fix: {
      id: 'Ikuti petunjuk di penjelasannya: batalkan pembayarannya, atau selesaikan di hari berikutnya.',
      en: 'Do as it says: reverse the payment, or settle it on the next day.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.file_not_found': {
    status: 404,
    title: { id: 'Berkas tidak ditemukan', en: 'File not found' },
    cause: { id: 'Berkas ini tidak ada.', en: 'There is no such file.' },
    fix: { id: 'Periksa daftar berkas.', en: 'Check the list of files.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.mapping_not_found': {
    status: 404,
    title: { id: 'Pemetaan tidak ditemukan', en: 'Mapping not found' },
    cause: { id: 'Pemetaan kolom ini tidak ada pada bank tersebut.', en: 'The bank has no such mapping.' },
    fix: { id: 'Pilih pemetaan dari daftar.', en: 'Choose one from the list.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reconciliation.collector_not_found': {
    status: 404,
    title: { id: 'Bank, pemasok atau mitra tidak ditemukan', en: 'No such bank, supplier or partner' },
    cause: {
      id: 'Nomor ini bukan bank, pemasok atau mitra yang mengirim laporan.',
      en: 'This number is of no bank, supplier or partner that sends a statement.',
    },
    fix: { id: 'Pilih dari halaman rekonsiliasi.', en: 'Choose from the reconciliation page.' },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
