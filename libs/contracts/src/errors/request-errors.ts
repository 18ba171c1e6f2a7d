import type { ErrorEntry } from './error-entry';

/** The request itself, before anybody looks at what it wants. */
export const requestErrors = {
  'request.invalid': {
    status: 400,
    title: { id: 'Permintaan tidak valid', en: 'Invalid request' },
    cause: {
      id: 'Isi permintaan tidak sesuai bentuk yang ditentukan; bagian yang salah disebut di errors.',
      en: 'The request does not have the documented shape; the wrong places are listed in errors.',
    },
    fix: {
      id: 'Perbaiki bagian yang ditunjuk, lalu kirim lagi.',
      en: 'Correct the places pointed at and send again.',
    },
    safeToRetry: false,
    audience: ['bank', 'staff', 'public'],
  },
  'request.too_large': {
    status: 413,
    title: { id: 'Permintaan terlalu besar', en: 'Request too large' },
    cause: { id: 'Isi permintaan melebihi batas ukuran.', en: 'The body exceeds the size limit.' },
    fix: {
      id: 'Kirim data lebih sedikit atau berkas yang lebih kecil.',
      en: 'Send less data or a smaller file.',
    },
    safeToRetry: false,
    audience: ['bank', 'staff', 'public'],
  },
  'request.unsupported_media': {
    status: 415,
    title: { id: 'Jenis isi tidak didukung', en: 'Unsupported content type' },
    cause: {
      id: 'Content-Type bukan jenis yang diterima endpoint ini.',
      en: 'The Content-Type is not one this endpoint accepts.',
    },
    fix: {
      id: 'Gunakan Content-Type application/json, kecuali dokumentasi menyebut lain.',
      en: 'Use Content-Type application/json unless the documentation says otherwise.',
    },
    safeToRetry: false,
    audience: ['bank', 'staff', 'public'],
  },
  'request.not_acceptable': {
    status: 406,
    title: { id: 'Bentuk jawaban tidak tersedia', en: 'Not acceptable' },
    cause: {
      id: 'Header Accept meminta bentuk yang tidak tersedia.',
      en: 'The Accept header asks for a form that does not exist.',
    },
    fix: { id: 'Minta salah satu bentuk yang didokumentasikan.', en: 'Ask for one of the documented forms.' },
    safeToRetry: false,
    audience: ['bank', 'staff', 'public'],
  },
  'request.not_found': {
    status: 404,
    title: { id: 'Alamat tidak ditemukan', en: 'Not found' },
    cause: { id: 'Alamat (URL) ini tidak ada.', en: 'There is nothing at this address.' },
    fix: { id: 'Periksa alamat dan versinya.', en: 'Check the path and its version.' },
    safeToRetry: false,
    audience: ['bank', 'staff', 'public'],
  },
  'request.method_not_allowed': {
    status: 405,
    title: { id: 'Metode tidak diizinkan', en: 'Method not allowed' },
    cause: {
      id: 'Alamat ini ada, tetapi tidak menerima metode HTTP tersebut.',
      en: 'The address exists but does not take this HTTP method.',
    },
    fix: {
      id: 'Gunakan metode yang disebut di header Allow.',
      en: 'Use a method named in the Allow header.',
    },
    safeToRetry: false,
    audience: ['bank', 'staff', 'public'],
  },
  'request.rate_limited': {
    status: 429,
    title: { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
    cause: {
      id: 'Batas jumlah permintaan per satuan waktu terlampaui.',
      en: 'More requests than the limit allows.',
    },
    fix: {
      id: 'Tunggu selama Retry-After detik, lalu coba lagi.',
      en: 'Wait for Retry-After seconds, then try again.',
    },
    safeToRetry: true,
    audience: ['bank', 'staff', 'public'],
  },
  'request.timeout': {
    status: 408,
    title: { id: 'Permintaan terlalu lama dikirim', en: 'Request timed out' },
    cause: {
      id: 'Isi permintaan tidak selesai diterima pada waktunya.',
      en: 'The request did not arrive completely in time.',
    },
    fix: { id: 'Periksa koneksi, lalu kirim lagi.', en: 'Check the connection and send again.' },
    safeToRetry: true,
    audience: ['bank', 'staff', 'public'],
  },
  'version.conflict': {
    status: 409,
    title: { id: 'Data sudah diubah orang lain', en: 'Changed by someone else' },
    cause: {
      id: 'Data ini diubah orang lain sejak Anda membukanya.',
      en: 'Somebody changed this record after you opened it.',
    },
    fix: { id: 'Muat ulang, bandingkan, lalu simpan kembali.', en: 'Reload, compare and save again.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'export.too_large': {
    status: 422,
    title: { id: 'Ekspor terlalu besar', en: 'Export too large' },
    cause: {
      id: 'Jumlah baris melebihi batas untuk format ini.',
      en: 'More rows than this format can carry.',
    },
    fix: {
      id: 'Persempit pilihannya, misalnya per wilayah, atau unduh sebagai XLSX atau CSV.',
      en: 'Ask for less, for instance one area, or download it as XLSX or CSV.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'list.too_broad': {
    status: 422,
    title: { id: 'Saringan terlalu luas', en: 'Filter too broad' },
    cause: {
      id: 'Mencari dan mengurutkan menurut saringan ini lebih lama daripada yang boleh untuk satu halaman.',
      en: 'Finding and sorting what this filter asks for takes longer than a page may take.',
    },
    fix: {
      id: 'Persempit: satu periode, satu wilayah, atau nomor yang lebih lengkap. Untuk seluruhnya, unduh daftarnya.',
      en: 'Narrow it: one period, one region, or more of the number. For everything, download the list.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'internal.error': {
    status: 500,
    title: { id: 'Terjadi kesalahan pada sistem', en: 'Internal error' },
    cause: {
      id: 'Kesalahan yang tidak terduga di pihak kami; tidak ada data yang berubah sebagian.',
      en: 'An unexpected failure on our side; nothing was half-written.',
    },
    fix: {
      id: 'Coba lagi; jika berulang, sampaikan request_id kepada kami. Untuk pembayaran, tanyakan status lebih dulu.',
      en: 'Try again; if it persists, tell us the request_id. For a payment, ask for its status first.',
    },
    safeToRetry: true,
    audience: ['bank', 'staff', 'public'],
  },
  'export.not_found': {
    status: 404,
    title: { id: 'Berkas unduhan tidak ada', en: 'No such file' },
    cause: {
      id: 'Berkas ini bukan milik Anda, sudah dihapus, atau masa simpannya sudah lewat.',
      en: 'This file is not yours, was removed, or its time is over.',
    },
    fix: { id: 'Buka daftarnya dan minta berkasnya lagi.', en: 'Open the list and ask for the file again.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'export.not_ready': {
    status: 409,
    title: { id: 'Berkas belum selesai disiapkan', en: 'The file is not ready' },
    cause: {
      id: 'Berkas ini masih disiapkan, atau penyiapannya gagal.',
      en: 'This file is still being written, or was given up.',
    },
    fix: {
      id: 'Tunggu sampai selesai; jika gagal, mulai lagi.',
      en: 'Wait until it is ready; begin it again if it failed.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'export.state_conflict': {
    status: 409,
    title: { id: 'Berkas ini tidak gagal', en: 'The file did not fail' },
    cause: {
      id: 'Hanya berkas yang gagal yang dapat dimulai lagi.',
      en: 'Only a file that failed can be begun again.',
    },
    fix: {
      id: 'Tunggu sampai selesai, atau unduh berkas yang sudah jadi.',
      en: 'Wait until it is ready, or download the one there is.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'export.too_many': {
    status: 429,
    title: { id: 'Terlalu banyak berkas yang sedang disiapkan', en: 'Too many files are being written' },
    cause: {
      id: 'Tiga berkas Anda sedang menunggu atau disiapkan.',
      en: 'Three of your files are waiting or being written.',
    },
    fix: {
      id: 'Tunggu sampai salah satunya selesai, atau batalkan salah satunya.',
      en: 'Wait until one of them is ready, or remove one.',
    },
    safeToRetry: true,
    audience: ['staff'],
  },
  'export.busy': {
    status: 429,
    title: { id: 'Unduhan lain masih berjalan', en: 'Other downloads are running' },
    cause: {
      id: 'Anda sedang menjalankan dua unduhan; yang berikutnya menunggu.',
      en: 'Two of your downloads are running; the next one has to wait.',
    },
    fix: {
      id: 'Tunggu sampai salah satunya selesai, atau batalkan, lalu coba lagi.',
      en: 'Wait until one of them is finished, or cancel it, then try again.',
    },
    safeToRetry: true,
    audience: ['staff'],
  },
  'report.busy': {
    status: 429,
    title: { id: 'Laporan lain masih dihitung', en: 'Another report is being worked out' },
    cause: {
      id: 'Laporan atau hitungan Anda yang lain belum selesai; semuanya dihitung satu per satu.',
      en: 'Another report or count of yours is not finished; they are worked out one after the other.',
    },
    fix: {
      id: 'Tunggu sampai hasilnya tampil, lalu buka lagi.',
      en: 'Wait until it has appeared, then open this one again.',
    },
    safeToRetry: true,
    audience: ['staff'],
  },
  'request.outcome_unknown': {
    status: 503,
    title: { id: 'Belum pasti apakah sudah tersimpan', en: 'Not certain whether it was saved' },
    cause: {
      id: 'Sambungan ke basis data terputus tepat saat perubahan disimpan.',
      en: 'The connection to the database was lost at the very moment the change was being saved.',
    },
    fix: {
      id: 'Muat ulang dan periksa keadaannya sebelum mengulang.',
      en: 'Load it again and look how it stands before repeating.',
    },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'service.unavailable': {
    status: 503,
    title: { id: 'Layanan sedang tidak tersedia', en: 'Service unavailable' },
    cause: {
      id: 'Sistem sedang memulai, berhenti, atau basis data tidak terjangkau.',
      en: 'The system is starting, stopping, or cannot reach its database.',
    },
    fix: { id: 'Coba lagi setelah Retry-After detik.', en: 'Try again after Retry-After seconds.' },
    safeToRetry: true,
    audience: ['bank', 'staff', 'public'],
  },
} as const satisfies Record<string, ErrorEntry>;
