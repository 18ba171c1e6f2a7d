import type { ErrorEntry } from './error-entry';

/** Partners, their deposits, and the services sold for others. */
export const ppobErrors = {
  'partner.not_found': {
    status: 404,
    title: { id: 'Mitra tidak ditemukan', en: 'Partner not found' },
    cause: { id: 'Mitra ini tidak ada.', en: 'There is no such partner.' },
    fix: { id: 'Periksa daftar mitra.', en: 'Check the list of partners.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'partner.duplicate': {
    status: 409,
    title: { id: 'Kode mitra sudah dipakai', en: 'Partner code taken' },
    cause: {
      id: 'Kode ini sudah menjadi awalan kwitansi bank, loket, atau mitra lain.',
      en: 'The code is the receipt prefix of another bank, counter or partner.',
    },
    fix: { id: 'Pilih kode lain.', en: 'Choose another code.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'deposit.movement_not_found': {
    status: 404,
    title: { id: 'Setoran deposit tidak ditemukan', en: 'Deposit of a partner not found' },
    cause: {
      id: 'Baris ini bukan setoran deposit mitra.',
      en: 'This line is no deposit of a partner.',
    },
    fix: {
      id: 'Pilih baris setoran pada rekening deposit.',
      en: 'Choose the line of a deposit on the statement.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'deposit.movement_corrected': {
    status: 409,
    title: { id: 'Setoran sudah dikoreksi', en: 'Deposit corrected already' },
    cause: {
      id: 'Setoran ini sudah dibatalkan oleh koreksi.',
      en: 'A correction has taken this deposit back.',
    },
    fix: {
      id: 'Bila koreksinya juga keliru, koreksi setoran penggantinya.',
      en: 'If the correction was wrong as well, correct the deposit in its place.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'deposit.insufficient': {
    status: 409,
    title: { id: 'Deposit mitra tidak cukup', en: 'Deposit too low' },
    cause: {
      id: 'Deposit mitra kurang dari jumlah yang akan dijual.',
      en: 'The deposit is less than what is to be sold.',
    },
    fix: {
      id: 'Setor deposit, lalu ulangi dengan ref_id yang sama.',
      en: 'Pay in, then repeat with the same ref_id.',
    },
    safeToRetry: false,
    audience: ['partner'],
  },
  'supplier.not_found': {
    status: 404,
    title: { id: 'Pemasok tidak ditemukan', en: 'Supplier not found' },
    cause: { id: 'Pemasok ini tidak ada.', en: 'There is no such supplier.' },
    fix: { id: 'Periksa daftar pemasok.', en: 'Check the list of suppliers.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'supplier.owed_less': {
    status: 409,
    title: { id: 'Utang kepada pemasok lebih kecil', en: 'Less is owed to the supplier' },
    cause: {
      id: 'Jumlah ini lebih besar daripada utang kita kepada pemasok.',
      en: 'The amount is more than we owe the supplier.',
    },
    fix: {
      id: 'Bayar paling banyak sebesar `owed`; kelebihannya catat sebagai pengisian deposit.',
      en: 'Settle at most `owed`; book the rest as a top-up of the deposit.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'supplier.payment_not_found': {
    status: 404,
    title: { id: 'Pembayaran kepada pemasok tidak ditemukan', en: 'Payment to a supplier not found' },
    cause: {
      id: 'Mutasi ini tidak ada, atau bukan pembayaran yang dapat dibatalkan.',
      en: 'There is no such movement, or it is not a payment that can be taken back.',
    },
    fix: { id: 'Periksa rekening pemasok.', en: 'Check the statement of the supplier.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'supplier.payment_reversed': {
    status: 409,
    title: { id: 'Pembayaran sudah dibatalkan', en: 'Payment already taken back' },
    cause: {
      id: 'Pembayaran kepada pemasok ini sudah dibatalkan.',
      en: 'This payment to the supplier was taken back before.',
    },
    fix: { id: 'Lihat pembatalannya di rekening pemasok.', en: 'See its reversal on the statement.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'ppob.not_found': {
    status: 404,
    title: { id: 'Transaksi tidak ditemukan', en: 'Transaction not found' },
    cause: {
      id: 'Transaksi ini tidak ada, atau bukan milik Anda.',
      en: 'There is no such transaction of yours.',
    },
    fix: { id: 'Periksa nomor transaksinya.', en: 'Check the number.' },
    safeToRetry: false,
    audience: ['partner', 'staff'],
  },
  'ppob.sale_over': {
    status: 409,
    title: { id: 'Penjualan sudah selesai', en: 'Sale has ended' },
    cause: {
      id: 'Penjualan ini sudah berhasil, gagal, atau dikembalikan, atau belum dikirim ke pemasok.',
      en: 'This sale has succeeded, failed or been given back, or was not sent to its supplier yet.',
    },
    fix: {
      id: 'Lihat perjalanan transaksinya. Kalau pemasok berkata lain, selesaikan lewat rekonsiliasi pemasok.',
      en: 'See its way on its page. If the supplier says otherwise, settle it by the reconciliation of the supplier.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'ppob.no_invoice': {
    status: 409,
    title: { id: 'Invoice belum ada', en: 'No invoice yet' },
    cause: {
      id: 'Invoice hanya ada untuk transaksi yang berhasil.',
      en: 'Only a transaction that succeeded has an invoice.',
    },
    fix: { id: 'Lihat status transaksinya.', en: 'Look at the status of the transaction.' },
    safeToRetry: true,
    audience: ['partner', 'staff'],
  },
  'ppob.service_inactive': {
    status: 409,
    title: { id: 'Layanan tidak aktif', en: 'Service not active' },
    cause: { id: 'Layanan ini sedang tidak dijual.', en: 'This service is not being sold.' },
    fix: { id: 'Pilih layanan lain.', en: 'Choose another service.' },
    safeToRetry: false,
    audience: ['partner', 'staff'],
  },
  'ppob.not_offered': {
    status: 422,
    title: { id: 'Tidak ada di daftar harga', en: 'Not in the price list' },
    cause: {
      id: 'Nominal, paket, atau jenis ini tidak dijual.',
      en: 'This amount, package or kind is not sold.',
    },
    fix: { id: 'Pilih dari daftar harga.', en: 'Choose from the price list.' },
    safeToRetry: false,
    audience: ['partner', 'staff'],
  },
  'ppob.nothing_to_pay': {
    status: 422,
    title: { id: 'Tidak ada tagihan', en: 'Nothing to pay' },
    cause: {
      id: 'Pemasok tidak mengenal nomor ini, atau tagihannya sudah lunas.',
      en: 'The supplier does not know this number, or nothing is owed.',
    },
    fix: { id: 'Periksa nomor dan periodenya.', en: 'Check the number and the month.' },
    safeToRetry: false,
    audience: ['partner', 'staff'],
  },
  'ppob.supplier_unavailable': {
    status: 503,
    title: { id: 'Pemasok sedang terganggu', en: 'Supplier unavailable' },
    cause: {
      id: 'Pemasok tidak menjawab; belum ada uang yang dipotong.',
      en: 'The supplier does not answer; no money was taken.',
    },
    fix: { id: 'Coba lagi setelah Retry-After detik.', en: 'Try again after Retry-After seconds.' },
    safeToRetry: true,
    audience: ['partner', 'staff'],
  },
  'ppob.in_progress': {
    status: 409,
    title: { id: 'Transaksi sedang diproses', en: 'Transaction in progress' },
    cause: {
      id: 'Permintaan lain dengan ref_id yang sama belum selesai.',
      en: 'Another request with the same ref_id is not finished.',
    },
    fix: {
      id: 'Ulangi dengan ref_id yang sama setelah Retry-After detik.',
      en: 'Repeat with the same ref_id after Retry-After seconds.',
    },
    safeToRetry: true,
    audience: ['partner', 'staff'],
  },
  'ppob.possible_duplicate': {
    status: 409,
    title: { id: 'Mungkin penjualan ganda', en: 'Possibly sold twice' },
    cause: {
      id: 'Permintaan yang sama tanpa ref_id sudah dijual dalam 2 menit terakhir.',
      en: 'The same request without a ref_id was sold within the last 2 minutes.',
    },
    fix: {
      id: 'Lihat transaksi pertama; bila memang dua, kirim masing-masing dengan ref_id.',
      en: 'Look at the first; if two are meant, send each with a ref_id.',
    },
    safeToRetry: false,
    audience: ['partner', 'staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
