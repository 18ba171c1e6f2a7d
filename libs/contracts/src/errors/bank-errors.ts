import type { ErrorEntry } from './error-entry';

/** Banks and their keys, virtual accounts and QRIS. */
export const bankErrors = {
  'bank.not_found': {
    status: 404,
    title: { id: 'Bank tidak ditemukan', en: 'Bank not found' },
    cause: { id: 'Bank ini tidak ada.', en: 'There is no such bank.' },
    fix: { id: 'Periksa daftar bank.', en: 'Check the list of banks.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.duplicate': {
    status: 409,
    title: { id: 'Bank sudah terdaftar', en: 'Bank already registered' },
    cause: { id: 'Kode bank atau awalan VA sudah dipakai.', en: 'The bank code or VA prefix is taken.' },
    fix: { id: 'Pilih kode atau awalan lain.', en: 'Choose another code or prefix.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.inactive': {
    status: 409,
    title: { id: 'Bank tidak aktif', en: 'Bank not active' },
    cause: { id: 'Integrasi bank ini sedang dinonaktifkan.', en: 'This bank’s integration is switched off.' },
    fix: { id: 'Aktifkan bank, atau pilih bank lain.', en: 'Switch it on, or choose another bank.' },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'bank.key_not_found': {
    status: 404,
    title: { id: 'Kunci API tidak ditemukan', en: 'API key not found' },
    cause: { id: 'Kunci ini tidak ada atau sudah dicabut.', en: 'The key does not exist or is revoked.' },
    fix: { id: 'Periksa daftar kunci bank.', en: 'Check the bank’s keys.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.cidr_invalid': {
    status: 422,
    title: { id: 'Alamat atau rentang IP tidak sah', en: 'Address range not valid' },
    cause: {
      id: 'Rentang IP tidak ditulis lengkap atau terlalu luas.',
      en: 'The range is not written in full or is too wide.',
    },
    fix: {
      id: 'Tulis IPv4 empat bagian atau IPv6 dengan panjang prefiks, misalnya 203.0.113.0/28.',
      en: 'Write four-part IPv4 or IPv6 with a prefix length, such as 203.0.113.0/28.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.address_refused': {
    status: 422,
    title: { id: 'Alamat bank tidak boleh dipanggil', en: 'Bank address refused' },
    cause: {
      id: 'Alamat bukan https ke nama publik, memuat nama pengguna, port yang tidak lazim, atau huruf yang menyerupai huruf lain.',
      en: 'The address is not https to a public name, or carries a user name, an unusual port or look-alike letters.',
    },
    fix: {
      id: 'Tulis alamat seperti diberikan bank, misalnya https://api.bank.co.id/snap.',
      en: 'Write it as the bank gave it, such as https://api.bank.co.id/snap.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.probe_failed': {
    status: 422,
    title: { id: 'Bank belum menerima kredensial ini', en: 'The bank does not accept these credentials' },
    cause: {
      id: 'Sebelum berlaku, kredensial dicoba ke bank dengan permintaan token dan pertanyaan yang tidak mengubah apa pun; bank menolak atau tidak menjawab.',
      en: 'Before they take effect, credentials are tried at the bank with a token request and a question that changes nothing; the bank refused or did not answer.',
    },
    fix: {
      id: 'Baca jawaban bank, perbaiki yang salah, lalu ajukan atau putuskan lagi. Kredensial lama tetap dipakai.',
      en: 'Read the bank’s answer, mend what is wrong, then ask or decide again. The old credentials stay in use.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.last_key': {
    status: 409,
    title: { id: 'Kunci aktif terakhir bank ini', en: 'The last active key of this bank' },
    cause: {
      id: 'Bank ini melayani transaksi nyata. Tanpa kunci ini semua panggilannya lewat jalur yang sama ditolak.',
      en: 'This bank serves real money. Without this key all its calls by the same door are refused.',
    },
    fix: {
      id: 'Minta kunci baru lebih dahulu, atau cabut dengan menyatakan bahwa Anda tahu ini kunci terakhir.',
      en: 'Ask for a new key first, or revoke it saying that you know it is the last one.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.public_key_known': {
    status: 409,
    title: { id: 'Kunci publik sudah terdaftar', en: 'Public key already registered' },
    cause: {
      id: 'Kredensial SNAP ini sudah menerima kunci publik yang sama.',
      en: 'This SNAP credential accepts the same public key already.',
    },
    fix: { id: 'Cocokkan sidik jari kunci dengan bank.', en: 'Compare the fingerprint with the bank.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.public_keys_full': {
    status: 409,
    title: { id: 'Terlalu banyak kunci publik', en: 'Too many public keys' },
    cause: {
      id: 'Satu kredensial SNAP menerima paling banyak empat kunci publik.',
      en: 'One SNAP credential accepts at most four public keys.',
    },
    fix: { id: 'Hapus kunci yang tidak dipakai lagi.', en: 'Remove a key that is not used any more.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.not_certified': {
    status: 409,
    title: { id: 'Bank belum lulus sertifikasi', en: 'Bank not certified' },
    cause: {
      id: 'Semua skenario sertifikasi harus hijau sebelum bank dibuka.',
      en: 'Every certification scenario must be green before going live.',
    },
    fix: {
      id: 'Jalankan sertifikasi dan perbaiki skenario yang merah.',
      en: 'Run the certification and mend what is red.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.already_live': {
    status: 409,
    title: { id: 'Bank sudah dibuka', en: 'Bank already live' },
    cause: {
      id: 'Bank ini sudah melayani transaksi nyata.',
      en: 'This bank serves real money already.',
    },
    fix: { id: 'Tidak ada yang perlu dilakukan.', en: 'There is nothing to do.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.test_payments_stand': {
    status: 409,
    title: { id: 'Pembayaran sertifikasi masih tercatat', en: 'Payments of certifications still stand' },
    cause: {
      id: 'Pembayaran dari sertifikasi bank ini belum dibatalkan, dan tidak semuanya disebut dalam permohonan.',
      en: 'What certifications of this bank posted was not taken back, and the request does not name all of it.',
    },
    fix: {
      id: 'Ajukan pembatalan dari halaman pembayarannya, atau nyatakan bahwa bank benar-benar memegang uang semuanya.',
      en: 'Ask for the reversal of each on its page, or say that the bank really has the money of all of them.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bank.unreachable': {
    status: 503,
    title: { id: 'Bank tidak dapat dihubungi', en: 'Bank unreachable' },
    cause: { id: 'Bank tidak menjawab pada waktunya.', en: 'The bank did not answer in time.' },
    fix: { id: 'Coba lagi, atau pilih cara bayar lain.', en: 'Try again, or choose another way to pay.' },
    safeToRetry: true,
    audience: ['staff', 'public'],
  },
  'webhook.not_found': {
    status: 404,
    title: { id: 'Notifikasi tidak ditemukan', en: 'Notification not found' },
    cause: { id: 'Notifikasi ini tidak ada.', en: 'There is no such notification.' },
    fix: { id: 'Periksa log webhook.', en: 'Check the webhook log.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'certification.not_found': {
    status: 404,
    title: { id: 'Sertifikasi tidak ditemukan', en: 'Certification not found' },
    cause: { id: 'Proses sertifikasi ini tidak ada.', en: 'There is no such certification run.' },
    fix: { id: 'Periksa daftar sertifikasi bank.', en: 'Check the bank’s runs.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'certification.running': {
    status: 409,
    title: { id: 'Sertifikasi sedang berjalan', en: 'Certification running' },
    cause: { id: 'Sertifikasi bank ini sedang berjalan.', en: 'A certification of this bank is running.' },
    fix: { id: 'Tunggu sampai selesai.', en: 'Wait until it ends.' },
    safeToRetry: true,
    audience: ['staff'],
  },
  'sandbox.not_here': {
    status: 409,
    title: { id: 'Tidak ada bank uji coba', en: 'No sandbox bank' },
    cause: {
      id: 'Sistem ini berjalan tanpa bank uji coba.',
      en: 'This system runs without a sandbox bank.',
    },
    fix: {
      id: 'Gunakan sistem demonstrasi untuk mencoba gangguan.',
      en: 'Use a demonstration system to try faults.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'intent.not_found': {
    status: 404,
    title: { id: 'Permintaan bayar tidak ditemukan', en: 'Checkout not found' },
    cause: { id: 'Tautan pembayaran ini tidak ada.', en: 'There is no such checkout.' },
    fix: { id: 'Mulai lagi dari cek tagihan.', en: 'Start again from the bill check.' },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'intent.expired': {
    status: 409,
    title: { id: 'Waktu bayar sudah habis', en: 'Checkout expired' },
    cause: { id: 'VA atau QRIS ini sudah kedaluwarsa.', en: 'This virtual account or QRIS has expired.' },
    fix: {
      id: 'Buat VA atau QRIS baru. Jika sudah telanjur membayar, uang Anda tercatat sebagai titipan.',
      en: 'Create a new one. If you have paid already, your money is kept as credit.',
    },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'intent.closed': {
    status: 409,
    title: { id: 'Permintaan bayar sudah ditutup', en: 'Checkout closed' },
    cause: {
      id: 'Tagihan sudah dibayar melalui cara lain, atau permintaan dibatalkan.',
      en: 'The bill was paid another way, or the checkout was cancelled.',
    },
    fix: {
      id: 'Lihat status tagihan; tidak perlu membayar lagi.',
      en: 'Look at the bill’s status; there is no need to pay again.',
    },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'intent.quota': {
    status: 429,
    title: { id: 'Terlalu banyak permintaan bayar', en: 'Too many checkouts' },
    cause: {
      id: 'Terlalu banyak VA atau QRIS dibuat untuk nomor ini.',
      en: 'Too many virtual accounts or QRIS were created for this number.',
    },
    fix: {
      id: 'Gunakan yang masih berlaku, atau coba lagi setelah Retry-After detik.',
      en: 'Use the one still open, or try again after Retry-After seconds.',
    },
    safeToRetry: true,
    audience: ['public'],
  },
  'intent.method_unavailable': {
    status: 422,
    title: { id: 'Cara bayar tidak tersedia', en: 'Method not available' },
    cause: {
      id: 'Cara bayar ini tidak tersedia untuk bank atau jumlah tersebut.',
      en: 'This method is not offered for the bank or the amount.',
    },
    fix: { id: 'Pilih cara bayar lain.', en: 'Choose another method.' },
    safeToRetry: false,
    audience: ['public'],
  },
  'intent.day_ending': {
    status: 409,
    title: { id: 'Terlalu dekat tengah malam', en: 'Too close to midnight' },
    cause: {
      id: 'Mulai pukul 00.00 tagihan ini bertambah denda, dan waktu yang tersisa hari ini tidak cukup untuk membayar.',
      en: 'From midnight these bills bear a penalty, and what is left of today is no time to pay in.',
    },
    fix: {
      id: 'Bayar sekarang di aplikasi bank dengan nomor pelanggan, atau buat VA atau QRIS setelah pukul 00.00.',
      en: 'Pay now in a bank’s app with the customer number, or create a virtual account or QRIS after midnight.',
    },
    safeToRetry: true,
    audience: ['public'],
  },
  'public.second_factor_required': {
    status: 401,
    title: { id: 'Verifikasi diperlukan', en: 'Verification required' },
    cause: {
      id: 'Riwayat dan foto meter hanya dibuka dengan angka terakhir nomor meter. Selama nomor pelanggan mungkin sedang ditebak-tebak, tagihan pun demikian.',
      en: 'History and meter photo open only with the last digits of the meter number. While customer numbers may be being guessed, so do the bills.',
    },
    fix: {
      id: 'Masukkan empat angka terakhir nomor meter Anda (meter_digits), atau bayar di bank dengan nomor pelanggan.',
      en: 'Enter the last four digits of your meter number (meter_digits), or pay at a bank with the customer number.',
    },
    safeToRetry: false,
    audience: ['public'],
  },
  'public.second_factor_wrong': {
    status: 403,
    title: { id: 'Angka tidak cocok', en: 'Digits do not match' },
    cause: {
      id: 'Angka yang dimasukkan tidak cocok dengan nomor meter.',
      en: 'The digits do not match the meter number.',
    },
    fix: {
      id: 'Periksa angka pada badan meter, lalu coba lagi.',
      en: 'Check the number on the meter and try again.',
    },
    safeToRetry: false,
    audience: ['public'],
  },
  'public.second_factor_locked': {
    status: 429,
    title: { id: 'Verifikasi dikunci sementara', en: 'Verification locked for a while' },
    cause: {
      id: 'Angka nomor meter terlalu sering salah dimasukkan.',
      en: 'Wrong digits of the meter number were entered too often.',
    },
    fix: {
      id: 'Tunggu sesuai Retry-After. Tagihan tetap dapat dibayar di bank dengan nomor pelanggan.',
      en: 'Wait as Retry-After says. Bills can still be paid at a bank with the customer number.',
    },
    safeToRetry: true,
    audience: ['public'],
  },
  'public.question_limit': {
    status: 429,
    title: { id: 'Terlalu banyak pertanyaan', en: 'Too many questions' },
    cause: {
      id: 'Sudah banyak pertanyaan yang menunggu jawaban, dari Anda atau dari semua orang.',
      en: 'Many questions wait for an answer already, of yours or of everybody.',
    },
    fix: {
      id: 'Coba lagi nanti, atau hubungi kantor lewat telepon.',
      en: 'Try again later, or telephone the office.',
    },
    safeToRetry: true,
    audience: ['public'],
  },
} as const satisfies Record<string, ErrorEntry>;
