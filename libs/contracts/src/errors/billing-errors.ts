import type { ErrorEntry } from './error-entry';

/** Bills, readings and penalties. */
export const billingErrors = {
  'bill.not_found': {
    status: 404,
    title: { id: 'Tagihan tidak ditemukan', en: 'Bill not found' },
    cause: { id: 'Tagihan ini tidak ada.', en: 'There is no such bill.' },
    fix: { id: 'Periksa nomor rekening.', en: 'Check the bill number.' },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'bill.state_conflict': {
    status: 409,
    title: { id: 'Status tagihan tidak memungkinkan', en: 'Bill state conflict' },
    cause: {
      id: 'Status tagihan saat ini tidak mengizinkan tindakan tersebut.',
      en: 'The bill’s present state does not allow this.',
    },
    fix: { id: 'Muat ulang dan periksa status tagihan.', en: 'Reload and check the bill’s state.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'correction.no_change': {
    status: 422,
    title: { id: 'Tidak ada yang berubah', en: 'Nothing would change' },
    cause: {
      id: 'Dengan isian ini tagihannya tetap sama.',
      en: 'With these values the bill stays as it is.',
    },
    fix: { id: 'Periksa stan atau golongan yang benar.', en: 'Check the right stand or category.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'correction.outdated': {
    status: 409,
    title: { id: 'Keadaan tagihan sudah berubah', en: 'The bill has changed since' },
    cause: {
      id: 'Sejak koreksi diajukan, tagihan dibayar, diterbitkan, atau dikoreksi; hasilnya tidak lagi seperti yang diajukan.',
      en: 'Since it was asked for, the bill was paid, issued or corrected; the result is no longer what was asked for.',
    },
    fix: {
      id: 'Tolak pengajuan ini, lalu ajukan koreksi yang baru.',
      en: 'Refuse this request, and ask for the correction anew.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bill.not_calculable': {
    status: 422,
    title: { id: 'Tagihan tidak dapat dihitung', en: 'Bill not calculable' },
    cause: {
      id: 'Tidak ada tarif yang berlaku, atau tarif tidak memuat biaya untuk ukuran meter ini.',
      en: 'No tariff is in force, or it has no charge for this meter size.',
    },
    fix: {
      id: 'Lengkapi tarif golongan tersebut untuk periode pemakaian ini.',
      en: 'Complete the category’s tariff for this usage period.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'issue_run.not_found': {
    status: 404,
    title: { id: 'Proses penetapan tidak ditemukan', en: 'Issue run not found' },
    cause: { id: 'Proses penetapan rekening ini tidak ada.', en: 'There is no such run.' },
    fix: { id: 'Periksa daftar proses.', en: 'Check the list of runs.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'issue_run.running': {
    status: 409,
    title: { id: 'Penetapan sedang berjalan', en: 'Issue run in progress' },
    cause: {
      id: 'Penetapan untuk periode dan wilayah ini sedang berjalan.',
      en: 'A run for this period and area is in progress.',
    },
    fix: {
      id: 'Tunggu sampai selesai; hasilnya tidak akan ganda.',
      en: 'Wait until it ends; nothing is issued twice.',
    },
    safeToRetry: true,
    audience: ['staff'],
  },
  'reading.not_found': {
    status: 404,
    title: { id: 'Catatan meter tidak ditemukan', en: 'Reading not found' },
    cause: { id: 'Catatan meter ini tidak ada.', en: 'There is no such reading.' },
    fix: { id: 'Periksa pelanggan dan periode.', en: 'Check the customer and the period.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reading.duplicate': {
    status: 409,
    title: { id: 'Meter sudah dicatat', en: 'Already read' },
    cause: {
      id: 'Pelanggan ini sudah memiliki catatan untuk periode tersebut, atau client_id yang sama sudah dipakai dengan isi lain; bedanya disebut di `errors`.',
      en: 'This customer has a reading for the period, or the same client_id was used with another content; the differences are named in `errors`.',
    },
    fix: {
      id: 'Buka catatan yang ada, atau minta baca ulang. Setiap angka baru memakai client_id baru.',
      en: 'Open the existing reading, or ask for a re-read. Each new stand takes a client_id of its own.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reading.negative': {
    status: 422,
    title: { id: 'Angka meter lebih rendah', en: 'Reading is lower' },
    cause: {
      id: 'Stan meter lebih rendah dari sebelumnya dan belum dijelaskan.',
      en: 'The stand is lower than before and nobody has explained it.',
    },
    fix: {
      id: 'Periksa angka; jika benar, nyatakan putaran meter atau penggantian meter.',
      en: 'Check the number; if right, confirm a rollover or a meter replacement.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reading.stand_invalid': {
    status: 422,
    title: { id: 'Stan meter tidak mungkin', en: 'Impossible stand' },
    cause: {
      id: 'Stan tidak cocok dengan jumlah digit meter, putaran (hanya mungkin bila stan lalu di 5 % terakhir angka meter), atau data penggantian.',
      en: 'The stand contradicts the meter’s digits, the rollover (possible only when the previous stand is in the last 5 % of the dial) or the replacement.',
    },
    fix: {
      id: 'Periksa stan, jumlah digit, dan data penggantian meter.',
      en: 'Check the stand, the digits and the replacement data.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reading.locked': {
    status: 409,
    title: { id: 'Catatan sudah diverifikasi', en: 'Reading is verified' },
    cause: {
      id: 'Catatan yang sudah diverifikasi tidak dapat diubah.',
      en: 'A verified reading cannot be changed.',
    },
    fix: { id: 'Ajukan koreksi tagihan.', en: 'Request a bill correction.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reading.not_correctable': {
    status: 422,
    title: { id: 'Stan tidak dapat dikoreksi', en: 'Stand not correctable' },
    cause: {
      id: 'Stan baru bertentangan dengan stan bulan lain atau dengan meternya.',
      en: 'The new stand contradicts another month’s stand, or the meter.',
    },
    fix: {
      id: 'Periksa stan; bila bulan lain yang salah, koreksi bulan itu lebih dahulu.',
      en: 'Check the stand; where another month is wrong, correct that month first.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reading.not_verifiable': {
    status: 422,
    title: { id: 'Catatan belum dapat diverifikasi', en: 'Reading not verifiable' },
    cause: {
      id: 'Catatan ini tidak menunggu verifikasi, atau galatnya harus diputuskan satu per satu.',
      en: 'The reading is not waiting for verification, or its error has to be decided one by one.',
    },
    fix: { id: 'Buka catatan dan putuskan satu per satu.', en: 'Open the reading and decide on it alone.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reading.note_required': {
    status: 422,
    title: { id: 'Catatan alasan wajib diisi', en: 'A note is required' },
    cause: {
      id: 'Anomali galat hanya dapat disahkan dengan alasan.',
      en: 'An anomaly of this kind is accepted only with a reason.',
    },
    fix: { id: 'Tulis alasan keputusan Anda.', en: 'Write down why you decide so.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'reading.second_person': {
    status: 403,
    title: { id: 'Harus dilihat orang kedua', en: 'Needs a second person' },
    cause: {
      id: 'Pemakaian ini di atas batas wajar dan Anda sudah memeriksanya; orang lain harus memeriksanya juga.',
      en: 'This usage is above what is possible and you have looked at it already; somebody else has to look too.',
    },
    fix: {
      id: 'Minta rekan yang berwenang memeriksa dan mengesahkan, atau minta baca ulang.',
      en: 'Ask a colleague to look and verify, or have the meter read again.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'photo.not_found': {
    status: 404,
    title: { id: 'Foto tidak ditemukan', en: 'Photo not found' },
    cause: { id: 'Tidak ada foto untuk catatan ini.', en: 'There is no photo for this reading.' },
    fix: { id: 'Minta baca ulang dengan foto bila perlu.', en: 'Ask for a re-read with a photo if needed.' },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'photo.lost': {
    status: 404,
    title: { id: 'Berkas foto hilang atau rusak', en: 'Photo file lost or damaged' },
    cause: {
      id: 'Foto ini pernah disimpan, tetapi berkasnya tidak ada lagi atau isinya tidak sama dengan saat disimpan.',
      en: 'This photo was stored, but its file is gone or is not what was stored.',
    },
    fix: {
      id: 'Angka bacaan tetap berlaku. Minta pengelola sistem memulihkan berkas dari cadangan.',
      en: 'The reading itself stands. Ask the operator to restore the file from the backup.',
    },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'photo.invalid': {
    status: 422,
    title: { id: 'Foto tidak dapat dipakai', en: 'Photo not usable' },
    cause: {
      id: 'Berkas bukan foto yang dapat dibaca, atau terlalu besar.',
      en: 'The file is not a readable photo, or is too large.',
    },
    fix: { id: 'Kirim foto JPEG, PNG, atau WebP.', en: 'Send a JPEG, PNG or WebP photo.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'penalty_policy.not_found': {
    status: 404,
    title: { id: 'Kebijakan denda tidak ditemukan', en: 'Penalty policy not found' },
    cause: { id: 'Kebijakan denda ini tidak ada.', en: 'There is no such policy.' },
    fix: { id: 'Periksa daftar kebijakan.', en: 'Check the list of policies.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'penalty_policy.overlap': {
    status: 409,
    title: { id: 'Kebijakan denda bertumpuk', en: 'Penalty policies overlap' },
    cause: {
      id: 'Sudah ada kebijakan untuk golongan dan periode yang sama.',
      en: 'A policy for the same category and period exists.',
    },
    fix: {
      id: 'Akhiri kebijakan lama sebelum yang baru mulai.',
      en: 'End the old policy before the new one begins.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'penalty_policy.period_issued': {
    status: 409,
    title: { id: 'Rekening periode itu sudah terbit', en: 'Bills of that period are issued' },
    cause: {
      id: 'Kebijakan denda hanya boleh mulai, berubah, atau berakhir pada periode yang rekeningnya belum terbit.',
      en: 'A penalty policy may begin, change or end only with a period of which no bill is issued.',
    },
    fix: {
      id: 'Pilih periode pada first_period atau sesudahnya. Denda lama diringankan lewat program pemutihan.',
      en: 'Choose first_period or a later one. Old penalties are lowered by a waiver programme.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'penalty_policy.invalid': {
    status: 422,
    title: { id: 'Kebijakan denda tidak lengkap', en: 'Penalty policy not valid' },
    cause: {
      id: 'Isi kebijakan tidak cocok dengan caranya menghitung denda.',
      en: 'The policy lacks what its mode needs.',
    },
    fix: { id: 'Lengkapi bagian yang ditunjuk.', en: 'Complete the places pointed at.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'bill.numbers_used_up': {
    status: 409,
    title: { id: 'Nomor tagihan tahun ini habis', en: 'No bill number left this year' },
    cause: {
      id: 'Pelanggan ini sudah mendapat semua nomor tagihan non-air tahun ini.',
      en: 'The customer has had every number for bills that are no water this year.',
    },
    fix: { id: 'Gabungkan biaya dalam satu tagihan tahun depan.', en: 'Put charges together next year.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'charge.not_found': {
    status: 404,
    title: { id: 'Biaya tidak ditemukan', en: 'Charge not found' },
    cause: { id: 'Biaya ini tidak ada.', en: 'There is no such charge.' },
    fix: { id: 'Periksa daftar biaya non-air.', en: 'Check the list of charges.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'charge.not_active': {
    status: 409,
    title: { id: 'Biaya tidak berlaku', en: 'Charge not in force' },
    cause: {
      id: 'Harga ini belum disetujui, sudah diganti, atau sudah diakhiri.',
      en: 'This price was not agreed to yet, was replaced, or has ended.',
    },
    fix: { id: 'Muat ulang dan pilih biaya yang berlaku.', en: 'Reload and choose a charge in force.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'waiver.not_found': {
    status: 404,
    title: { id: 'Program pemutihan tidak ditemukan', en: 'Waiver programme not found' },
    cause: { id: 'Program pemutihan ini tidak ada.', en: 'There is no such programme.' },
    fix: { id: 'Periksa daftar program.', en: 'Check the list of programmes.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'waiver.invalid': {
    status: 422,
    title: { id: 'Program pemutihan tidak lengkap', en: 'Waiver programme not valid' },
    cause: {
      id: 'Isi program tidak cocok dengan caranya meringankan denda.',
      en: 'The programme lacks what it needs to forgive penalties.',
    },
    fix: { id: 'Lengkapi bagian yang ditunjuk.', en: 'Complete the places pointed at.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'waiver.state_conflict': {
    status: 409,
    title: { id: 'Status program tidak memungkinkan', en: 'Programme state conflict' },
    cause: {
      id: 'Status program saat ini tidak mengizinkan tindakan tersebut.',
      en: 'The programme’s present state does not allow this.',
    },
    fix: { id: 'Muat ulang dan periksa status program.', en: 'Reload and check the programme’s state.' },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
