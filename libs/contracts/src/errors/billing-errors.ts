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
  'correction.not_found': {
    status: 404,
    title: { id: 'Nota koreksi tidak ditemukan', en: 'Correction note not found' },
    cause: { id: 'Nota koreksi ini tidak ada.', en: 'There is no such note.' },
    fix: { id: 'Buka notanya dari halaman rekening.', en: 'Open the note from the page of its bill.' },
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
  'dispute.not_found': {
    status: 404,
    title: { id: 'Keberatan tidak ditemukan', en: 'Dispute not found' },
    cause: {
      id: 'Tidak ada keberatan dengan nomor tiket ini.',
      en: 'There is no dispute with this ticket number.',
    },
    fix: { id: 'Periksa nomor tiketnya.', en: 'Check the ticket number.' },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'dispute.open_already': {
    status: 409,
    title: { id: 'Keberatan sudah diajukan', en: 'Disputed already' },
    cause: {
      id: 'Keberatan atas tagihan ini masih diperiksa.',
      en: 'A dispute about this bill is being looked into.',
    },
    fix: {
      id: 'Tunggu jawabannya, atau ikuti dengan nomor tiket.',
      en: 'Wait for the answer, or follow it by its ticket number.',
    },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'dispute.heard': {
    status: 409,
    title: { id: 'Keberatan sudah dijawab', en: 'Answered already' },
    cause: {
      id: 'Keberatan atas tagihan ini sudah pernah dijawab.',
      en: 'A dispute about this bill was answered before.',
    },
    fix: {
      id: 'Hubungi kantor kami bila masih ada yang belum jelas.',
      en: 'Get in touch with our office when something is still unclear.',
    },
    safeToRetry: false,
    audience: ['public'],
  },
  'dispute.closed': {
    status: 409,
    title: { id: 'Keberatan sudah selesai', en: 'The dispute is over' },
    cause: {
      id: 'Keberatan ini sudah dijawab atau tagihannya sudah dikoreksi.',
      en: 'It was answered, or its bill was corrected.',
    },
    fix: { id: 'Muat ulang untuk melihat hasilnya.', en: 'Reload to see the outcome.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'meter_check.not_found': {
    status: 404,
    title: { id: 'Perintah periksa tidak ditemukan', en: 'Meter check not found' },
    cause: {
      id: 'Perintah periksa meter ini tidak ada.',
      en: 'There is no such order to check a meter.',
    },
    fix: { id: 'Muat ulang daftar periksa meter.', en: 'Reload the list of meters to check.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'meter_check.ordered': {
    status: 409,
    title: { id: 'Petugas sudah diperintahkan', en: 'A reader is sent already' },
    cause: {
      id: 'Perintah periksa meter untuk pelanggan ini masih berjalan.',
      en: 'An order to check this customer’s meter is under way.',
    },
    fix: { id: 'Tunggu hasil pemeriksaannya.', en: 'Wait for what the reader finds.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'meter_check.closed': {
    status: 409,
    title: { id: 'Perintah periksa sudah selesai', en: 'The check is over' },
    cause: {
      id: 'Hasil pemeriksaan sudah masuk, atau pemeriksaannya tidak diperlukan lagi.',
      en: 'It was reported already, or it is not needed any more.',
    },
    fix: { id: 'Muat ulang daftar periksa meter.', en: 'Reload the list of meters to check.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'meter_check.photo_missing': {
    status: 422,
    title: { id: 'Foto meter belum ada', en: 'The photo is missing' },
    cause: {
      id: 'Hasil pemeriksaan hanya diterima bersama foto meter.',
      en: 'What was found is only taken with a photo of the meter.',
    },
    fix: { id: 'Ambil foto meternya dahulu.', en: 'Take the photo of the meter first.' },
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
