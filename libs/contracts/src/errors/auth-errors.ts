import type { ErrorEntry } from './error-entry';

/** Who is asking, and whether they may. */
export const authErrors = {
  'auth.signature_invalid': {
    status: 401,
    title: { id: 'Autentikasi gagal', en: 'Authentication failed' },
    cause: {
      id: 'Kunci API, tanda tangan, waktu, atau header autentikasi tidak benar. Penyebab persisnya sengaja tidak disebut.',
      en: 'The API key, signature, timestamp or authentication headers are wrong. Which of them is deliberately not said.',
    },
    fix: {
      id: 'Periksa string-to-sign, secret, dan jam server; gunakan Pemeriksa tanda tangan di konsol.',
      en: 'Check the string-to-sign, the secret and the server clock; use the signature checker in the console.',
    },
    safeToRetry: false,
    audience: ['bank'],
  },
  'auth.replayed': {
    status: 409,
    title: { id: 'Permintaan sudah pernah diterima', en: 'Request replayed' },
    cause: { id: 'X-Request-Id ini sudah dipakai.', en: 'This X-Request-Id has been used before.' },
    fix: {
      id: 'Kirim ulang dengan X-Request-Id dan X-Timestamp baru; bank_reference tetap sama.',
      en: 'Repeat with a new X-Request-Id and X-Timestamp; keep the bank_reference.',
    },
    safeToRetry: false,
    audience: ['bank'],
  },
  'auth.ip_denied': {
    status: 403,
    title: { id: 'Alamat IP tidak diizinkan', en: 'Address not allowed' },
    cause: {
      id: 'Alamat IP pengirim tidak ada di daftar yang diizinkan.',
      en: 'The sending address is not on the allow-list.',
    },
    fix: {
      id: 'Minta Admin IT PDAM mendaftarkan alamat IP keluar bank.',
      en: 'Ask the utility to register the bank’s outgoing address.',
    },
    safeToRetry: false,
    audience: ['bank'],
  },
  'auth.invalid_credentials': {
    status: 401,
    title: { id: 'Nama pengguna atau kata sandi salah', en: 'Wrong user name or password' },
    cause: {
      id: 'Nama pengguna dan kata sandi tidak cocok.',
      en: 'The user name and password do not match.',
    },
    fix: { id: 'Periksa huruf besar-kecil, lalu coba lagi.', en: 'Check capitals and try again.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.unauthenticated': {
    status: 401,
    title: { id: 'Silakan masuk', en: 'Please log in' },
    cause: { id: 'Permintaan tidak membawa sesi yang sah.', en: 'The request carries no valid session.' },
    fix: { id: 'Masuk terlebih dahulu.', en: 'Log in first.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.session_ended': {
    status: 401,
    title: { id: 'Sesi telah berakhir', en: 'Session ended' },
    cause: {
      id: 'Sesi berakhir karena keluar, waktu habis, atau hak akses berubah.',
      en: 'The session ended by log-out, time or a change of rights.',
    },
    fix: { id: 'Masuk kembali.', en: 'Log in again.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.forbidden': {
    status: 403,
    title: { id: 'Tidak berwenang', en: 'Not permitted' },
    cause: {
      id: 'Peran Anda tidak memiliki hak untuk tindakan ini.',
      en: 'Your role does not permit this action.',
    },
    fix: {
      id: 'Minta rekan yang berwenang, atau minta hak kepada Admin Super.',
      en: 'Ask a colleague who may, or ask for the right.',
    },
    safeToRetry: false,
    audience: ['bank', 'staff'],
  },
  'auth.too_many_attempts': {
    status: 429,
    title: { id: 'Terlalu banyak percobaan', en: 'Too many attempts' },
    cause: { id: 'Terlalu banyak percobaan masuk yang gagal.', en: 'Too many failed log-in attempts.' },
    fix: {
      id: 'Tunggu selama Retry-After detik sebelum mencoba lagi.',
      en: 'Wait for Retry-After seconds before trying again.',
    },
    safeToRetry: true,
    audience: ['staff'],
  },
  'auth.origin_denied': {
    status: 403,
    title: { id: 'Asal permintaan ditolak', en: 'Origin denied' },
    cause: { id: 'Permintaan datang dari situs lain.', en: 'The request comes from another site.' },
    fix: { id: 'Buka aplikasi dari alamat resminya.', en: 'Open the application at its own address.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.password_change_required': {
    status: 403,
    title: { id: 'Kata sandi harus diganti', en: 'Password change required' },
    cause: {
      id: 'Kata sandi sementara hanya dapat dipakai untuk menggantinya.',
      en: 'A temporary password only allows changing it.',
    },
    fix: { id: 'Ganti kata sandi, lalu lanjutkan.', en: 'Change the password, then go on.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.code_invalid': {
    status: 422,
    title: { id: 'Kode tidak berlaku', en: 'Code not valid' },
    cause: {
      id: 'Kode ini tidak dikenal, sudah dipakai, sudah diganti, atau kedaluwarsa.',
      en: 'The code is unknown, used, replaced or expired.',
    },
    fix: {
      id: 'Periksa setiap huruf; bila tetap ditolak, minta kode baru.',
      en: 'Check every letter; if it is still refused, ask for a new code.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.second_person_refused': {
    status: 403,
    title: { id: 'Persetujuan di tempat ditolak', en: 'Agreement refused' },
    cause: {
      id: 'Nama pengguna atau kata sandi orang kedua salah, atau ia tidak berwenang.',
      en: 'The second person’s name or password is wrong, or they may not agree to this.',
    },
    fix: {
      id: 'Orang kedua memasukkan nama dan kata sandinya sendiri; minta pengawas bila tidak berwenang.',
      en: 'The second person types their own name and password; ask a supervisor if they may not.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.second_person_code': {
    status: 403,
    title: { id: 'Perlu kode orang kedua', en: 'The second person’s code is needed' },
    cause: {
      id: 'Orang kedua memakai verifikasi dua langkah, dan kodenya belum ditulis, salah, atau sudah dipakai.',
      en: 'The second person signs in in two steps, and the code is missing, wrong or used.',
    },
    fix: {
      id: 'Orang kedua menulis kode dari aplikasi autentikatornya.',
      en: 'The second person types the code of their authenticator app.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.two_step_code_needed': {
    status: 401,
    title: { id: 'Satu langkah lagi', en: 'One more step' },
    cause: { id: 'Akun ini memakai verifikasi dua langkah.', en: 'This account signs in in two steps.' },
    fix: {
      id: 'Tulis enam angka dari aplikasi autentikator, atau satu kode pemulihan.',
      en: 'Type the six digits of the authenticator app, or a recovery code.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.two_step_code_wrong': {
    status: 401,
    title: { id: 'Kode salah atau sudah dipakai', en: 'Code wrong or used' },
    cause: {
      id: 'Kode ini salah, kedaluwarsa, atau sudah dipakai sekali.',
      en: 'The code is wrong, too old, or has been used once.',
    },
    fix: {
      id: 'Tunggu kode berikutnya di aplikasi, lalu coba lagi. Pastikan jam ponsel diatur otomatis.',
      en: 'Wait for the next code of the app and try again. Make sure the phone sets its clock by itself.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.two_step_required': {
    status: 403,
    title: { id: 'Pasang verifikasi dua langkah', en: 'Set up the second step' },
    cause: { id: 'Peran Anda wajib masuk dengan dua langkah.', en: 'Your role signs in in two steps.' },
    fix: {
      id: 'Pasang aplikasi autentikator di halaman Akun saya, lalu lanjutkan.',
      en: 'Set up an authenticator app on the page of your account, then go on.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.two_step_demanded': {
    status: 409,
    title: { id: 'Verifikasi dua langkah wajib', en: 'The second step is required' },
    cause: {
      id: 'Peran Anda tidak boleh masuk dengan kata sandi saja.',
      en: 'Your role may not sign in with the password alone.',
    },
    fix: {
      id: 'Pasang ulang bila berganti ponsel; langkah kedua tidak dapat dinonaktifkan.',
      en: 'Set it up anew for another phone; it cannot be turned off.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'auth.two_step_off': {
    status: 409,
    title: { id: 'Verifikasi dua langkah belum aktif', en: 'The second step is not on' },
    cause: {
      id: 'Akun ini masuk dengan kata sandi saja.',
      en: 'This account signs in with the password alone.',
    },
    fix: { id: 'Aktifkan verifikasi dua langkah lebih dahulu.', en: 'Turn the second step on first.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'user.needs_second_person': {
    status: 403,
    title: { id: 'Perlu orang kedua', en: 'Needs a second person' },
    cause: {
      id: 'Pengguna yang mengajukan atau memutuskan persetujuan hanya dibuat dan diubah oleh dua orang.',
      en: 'Users who ask for or decide approvals are made and changed by two people only.',
    },
    fix: {
      id: 'Ajukan perubahannya; Admin Super lain memutuskannya.',
      en: 'Ask for the change; another super administrator decides it.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'user.code_gone': {
    status: 404,
    title: { id: 'Bagian kode tidak tersedia', en: 'Half of the code not available' },
    cause: {
      id: 'Bagian kode hanya ditampilkan sekali, kepada pengaju dan pemutusnya, selama kodenya berlaku.',
      en: 'A half is shown once, to whoever asked and whoever agreed, as long as the code is valid.',
    },
    fix: {
      id: 'Bila hilang, ajukan kata sandi baru untuk pengguna itu.',
      en: 'If it is lost, ask for a new password for that user.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'user.not_found': {
    status: 404,
    title: { id: 'Pengguna tidak ditemukan', en: 'User not found' },
    cause: { id: 'Pengguna ini tidak ada.', en: 'There is no such user.' },
    fix: { id: 'Periksa daftar pengguna.', en: 'Check the list of users.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'user.duplicate': {
    status: 409,
    title: { id: 'Nama pengguna sudah dipakai', en: 'User name taken' },
    cause: { id: 'Nama pengguna sudah dimiliki orang lain.', en: 'The user name belongs to somebody else.' },
    fix: { id: 'Pilih nama pengguna lain.', en: 'Choose another user name.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'user.password_weak': {
    status: 422,
    title: { id: 'Kata sandi terlalu lemah', en: 'Password too weak' },
    cause: {
      id: 'Kata sandi terlalu pendek, umum, atau mudah ditebak.',
      en: 'The password is too short, common or easy to guess.',
    },
    fix: {
      id: 'Gunakan minimal 12 karakter yang tidak mengandung nama Anda atau nama PDAM.',
      en: 'Use at least 12 characters without your name or the utility’s.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'user.last_admin': {
    status: 409,
    title: { id: 'Admin Super terakhir', en: 'Last super administrator' },
    cause: {
      id: 'Tindakan ini akan meninggalkan sistem tanpa Admin Super yang aktif.',
      en: 'This would leave the system without an active super administrator.',
    },
    fix: { id: 'Angkat Admin Super lain lebih dulu.', en: 'Appoint another super administrator first.' },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
