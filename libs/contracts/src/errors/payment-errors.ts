import type { ErrorEntry } from './error-entry';

/** Paying, asking about a payment, taking it back. */
export const paymentErrors = {
  'inquiry.expired': {
    status: 409,
    title: { id: 'Inquiry kedaluwarsa', en: 'Inquiry expired' },
    cause: {
      id: 'Masa berlaku inquiry (30 menit atau sampai akhir hari kerja) sudah lewat.',
      en: 'The inquiry is past its validity (30 minutes or the end of the business day).',
    },
    fix: {
      id: 'Lakukan verify lagi, lalu bayar dengan inquiry_id yang baru.',
      en: 'Verify again and pay with the new inquiry_id.',
    },
    safeToRetry: false,
    audience: ['bank'],
  },
  'payment.not_found': {
    status: 404,
    title: { id: 'Pembayaran tidak ditemukan', en: 'Payment not found' },
    cause: {
      id: 'Tidak ada pembayaran dengan referensi ini dari bank Anda.',
      en: 'Your bank has no payment under this reference.',
    },
    fix: {
      id: 'Periksa bank_reference. Jika process belum pernah dijawab, kirim ulang process dengan referensi yang sama.',
      en: 'Check the bank_reference. If process was never answered, repeat it under the same reference.',
    },
    safeToRetry: true,
    audience: ['bank', 'staff', 'public'],
  },
  'payment.in_progress': {
    status: 409,
    title: { id: 'Pembayaran sedang diproses', en: 'Payment in progress' },
    cause: {
      id: 'Permintaan lain dengan referensi yang sama sedang diproses.',
      en: 'Another request under the same reference is being processed.',
    },
    fix: {
      id: 'Tunggu Retry-After detik, lalu tanyakan status atau kirim ulang dengan referensi yang sama.',
      en: 'Wait for Retry-After seconds, then ask for the status or repeat under the same reference.',
    },
    safeToRetry: true,
    audience: ['bank'],
  },
  'payment.reversed': {
    status: 409,
    title: { id: 'Pembayaran sudah dibatalkan', en: 'Payment reversed' },
    cause: {
      id: 'Referensi ini sudah dibatalkan dan tidak dapat dipakai lagi.',
      en: 'This reference has been reversed and cannot be used again.',
    },
    fix: {
      id: 'Gunakan bank_reference baru untuk pembayaran baru.',
      en: 'Use a new bank_reference for a new payment.',
    },
    safeToRetry: false,
    audience: ['bank'],
  },
  'payment.reference_reused': {
    status: 422,
    title: { id: 'Referensi sudah dipakai', en: 'Reference already used' },
    cause: {
      id: 'Referensi ini milik pembayaran lain (pelanggan, tagihan, atau jumlah berbeda).',
      en: 'This reference belongs to another payment (other customer, bills or amount).',
    },
    fix: {
      id: 'Gunakan bank_reference yang unik untuk setiap pembayaran.',
      en: 'Use a unique bank_reference for every payment.',
    },
    safeToRetry: false,
    audience: ['bank'],
  },
  'payment.amount_mismatch': {
    status: 422,
    title: { id: 'Jumlah tidak sesuai', en: 'Amount does not match' },
    cause: {
      id: 'Jumlah yang dikirim berbeda dari yang harus dibayar sekarang (current_amount).',
      en: 'The amount differs from what is due now (current_amount).',
    },
    fix: {
      id: 'Lakukan verify lagi dan tagih tepat total_amount.',
      en: 'Verify again and collect exactly total_amount.',
    },
    safeToRetry: false,
    audience: ['bank'],
  },
  'payment.reversal_closed': {
    status: 409,
    title: { id: 'Batas waktu pembatalan sudah lewat', en: 'Reversal closed' },
    cause: {
      id: 'Bank hanya dapat membatalkan pada hari kerja yang sama dan sebelum penyelesaian.',
      en: 'A bank can reverse only on the business day of posting and before settlement.',
    },
    fix: { id: 'Ajukan melalui rekonsiliasi.', en: 'Raise it through reconciliation.' },
    safeToRetry: false,
    audience: ['bank'],
  },
  'payment.not_reversible': {
    status: 409,
    title: { id: 'Pembayaran tidak dapat dibatalkan', en: 'Payment not reversible' },
    cause: {
      id: 'Pembayaran ini sudah dibatalkan atau merupakan pembatalan.',
      en: 'The payment has been reversed already, or is itself a reversal.',
    },
    fix: { id: 'Periksa riwayat pembayaran.', en: 'Look at the payment’s history.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'payment.outcome_unknown': {
    status: 503,
    title: { id: 'Hasil belum diketahui', en: 'Outcome unknown' },
    cause: {
      id: 'Sambungan ke basis data terputus; pembayaran mungkin sudah tercatat.',
      en: 'The connection to the database was lost; the payment may have been posted.',
    },
    fix: {
      id: 'Jangan anggap gagal. Setelah Retry-After detik tanyakan status, atau kirim ulang dengan bank_reference yang sama.',
      en: 'Do not treat it as failed. After Retry-After seconds ask for the status, or repeat under the same bank_reference.',
    },
    safeToRetry: true,
    audience: ['bank', 'staff'],
  },
  'receipt.not_found': {
    status: 404,
    title: { id: 'Kwitansi tidak ditemukan', en: 'Receipt not found' },
    cause: {
      id: 'Tidak ada kwitansi dengan tautan atau nomor ini.',
      en: 'There is no receipt with this link or number.',
    },
    fix: { id: 'Periksa tautan pada kwitansi Anda.', en: 'Check the link on your receipt.' },
    safeToRetry: false,
    audience: ['bank', 'staff', 'public'],
  },
  'bill.none_open': {
    status: 404,
    title: { id: 'Tidak ada tagihan terbuka', en: 'No open bill' },
    cause: {
      id: 'Pelanggan ini tidak memiliki tagihan yang belum dibayar.',
      en: 'This customer has no unpaid bill.',
    },
    fix: { id: 'Tidak perlu membayar.', en: 'There is nothing to pay.' },
    safeToRetry: false,
    audience: ['bank', 'public'],
  },
  'bill.already_paid': {
    status: 409,
    title: { id: 'Tagihan sudah dibayar', en: 'Bill already paid' },
    cause: { id: 'Salah satu tagihan sudah lunas.', en: 'One of the bills has been paid.' },
    fix: {
      id: 'Lakukan verify lagi; kembalikan uang jika sudah diterima dari pelanggan.',
      en: 'Verify again; give back money already taken from the customer.',
    },
    safeToRetry: false,
    audience: ['bank', 'public'],
  },
  'bill.not_oldest_first': {
    status: 422,
    title: { id: 'Tagihan terlama harus dibayar lebih dulu', en: 'Oldest bills first' },
    cause: {
      id: 'Tagihan yang diminta bukan tagihan terbuka yang paling lama, atau sudah diganti angsuran, dikoreksi, atau dibatalkan.',
      en: 'The requested bills are not the oldest open ones, or were replaced by instalments, corrected or cancelled.',
    },
    fix: {
      id: 'Lakukan verify lagi dan bayar mulai dari tagihan terlama; gunakan bill_count saat verify.',
      en: 'Verify again and pay from the oldest bill on; use bill_count in verify.',
    },
    safeToRetry: false,
    audience: ['bank', 'public'],
  },
  'bank.cutoff': {
    status: 503,
    title: { id: 'Bank sedang tutup buku', en: 'Cut-off window' },
    cause: {
      id: 'Jam tutup buku bank ini sedang berlangsung.',
      en: 'This bank’s cut-off window is running.',
    },
    fix: { id: 'Coba lagi setelah Retry-After detik.', en: 'Try again after Retry-After seconds.' },
    safeToRetry: true,
    audience: ['bank', 'public'],
  },
  'bank.not_live': {
    status: 403,
    title: { id: 'Bank belum dibuka', en: 'Bank not live' },
    cause: {
      id: 'Bank ini belum dibuka untuk transaksi nyata: pembayarannya hanya diterima selama sertifikasinya berjalan.',
      en: 'This bank has not been opened for real money: its payments are taken only while its certification runs.',
    },
    fix: {
      id: 'Jangan terima uang pelanggan; kembalikan yang sudah diterima. Jalankan sertifikasi bersama Admin IT, lalu minta bank dibuka.',
      en: 'Take no money of customers, and give back what was taken. Run the certification with Admin IT, then have the bank opened.',
    },
    safeToRetry: false,
    audience: ['bank', 'staff'],
  },
  'credit.insufficient': {
    status: 409,
    title: { id: 'Titipan pelanggan tidak cukup', en: 'Not enough credit' },
    cause: {
      id: 'Titipan pelanggan kurang dari jumlah yang akan dipakai.',
      en: 'The customer’s credit is less than the amount to be used.',
    },
    fix: {
      id: 'Kurangi jumlah atau pilih tagihan yang lebih sedikit.',
      en: 'Use less, or choose fewer bills.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
