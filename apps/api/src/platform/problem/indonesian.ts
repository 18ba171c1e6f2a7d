/**
 * What refusals say in sentences of their own, keyed by the English sentence as in gettext: whoever writes one writes
 * the other here. `{}` stands for what a sentence carries: a number, a date, a name.
 */
const SENTENCES: Readonly<Record<string, string>> = {
  'a cut-off window has a start and an end': 'Jendela tutup harian punya awal dan akhir.',
  'a later period is verified; its usage contains this one':
    'Periode sesudahnya sudah diverifikasi; pemakaian periode ini ada di dalamnya.',
  'a new reading has been asked for': 'Pembacaan ulang sudah diminta.',
  'a refusal says why': 'Penolakan harus disertai alasan.',
  'an ERROR is verified with a note': 'Pembacaan bertanda ERROR diverifikasi dengan catatan.',
  'an earlier period waits for a decision': 'Periode sebelumnya masih menunggu keputusan.',
  'it is being read again': 'Meter ini sedang dibaca ulang.',
  'name a period or ids': 'Sebut periode atau daftar pembacaan.',
  'no meter is installed': 'Tidak ada meter yang terpasang.',
  'no such reading': 'Pembacaan ini tidak ada.',
  'no tariff prices this period or meter': 'Tidak ada tarif untuk periode atau ukuran meter ini.',
  'not after today': 'Tidak boleh sesudah hari ini.',
  'one charge per code and meter size': 'Satu biaya untuk setiap kode dan ukuran meter.',
  'penalties are booked today ({}), not on another day':
    'Denda dibukukan hari ini ({}), bukan pada hari lain.',
  'period must be a period, YYYY-MM': 'Tulis bulan sebagai TTTT-BB.',
  'previous stand {}': 'Stand sebelumnya {}.',
  'read_at must not be in the future': 'Waktu baca tidak boleh di masa depan.',
  'tell the reader what to look for': 'Beri tahu petugas apa yang harus diperiksa.',
  'the bank is not set up': 'Bank ini belum disiapkan.',
  'the counter has fewer digits': 'Angka meter ini lebih pendek.',
  'the customer is {}': 'Pelanggan berstatus {}.',
  'the meter began at {}': 'Meter ini mulai dari {}.',
  'the meter was installed on {}': 'Meter ini dipasang pada {}.',
  'the new meter is installed on the day of the replacement': 'Meter baru dipasang pada hari penggantian.',
  'the period has not begun': 'Periode ini belum mulai.',
  'the photo of a verified reading is not exchanged':
    'Foto pembacaan yang sudah diverifikasi tidak dapat diganti.',
  'the reading is verified': 'Pembacaan ini sudah diverifikasi.',
  'the stand is lower than the one before; have it read again':
    'Stand lebih kecil daripada sebelumnya; minta dibaca ulang.',
  'this address is never called': 'Alamat ini tidak boleh dipanggil.',
  'this is the meter that is taken away': 'Ini meter yang dilepas.',
  'three estimates in a row; the meter has to be read':
    'Sudah tiga kali taksiran berturut-turut; meter harus dibaca.',
  'what the reading is counted from has changed; look at it again':
    'Dasar hitungan pembacaan ini berubah; periksa lagi.',
  '{} is not an acceptable network': '{} bukan jaringan yang dapat diterima.',
  '{}: no tariff in {}': '{}: tidak ada tarif pada {}.',
};

interface Pattern {
  readonly english: RegExp;
  readonly indonesian: string;
}

const PATTERNS: readonly Pattern[] = Object.entries(SENTENCES)
  .filter(([english]) => english.includes('{}'))
  .map(([english, indonesian]) => ({
    english: new RegExp(
      `^${english.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll('{}', '(.+?)')}$`,
    ),
    indonesian,
  }));

/** The sentence in Indonesian; as it is where nobody wrote one. */
export function inIndonesian(sentence: string): string {
  const whole = Object.hasOwn(SENTENCES, sentence) ? SENTENCES[sentence] : undefined;
  if (whole !== undefined) return whole;
  for (const { english, indonesian } of PATTERNS) {
    const carried = english.exec(sentence)?.slice(1);
    if (carried !== undefined) {
      let place = 0;
      return indonesian.replaceAll('{}', () => carried[place++] ?? '');
    }
  }
  return sentence;
}
