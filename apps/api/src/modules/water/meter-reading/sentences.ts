import {
  CONDITION_CODES,
  CONDITIONS,
  groupWholeNumber,
  STATE_NAMES,
  type ConditionCode,
  type CustomerState,
  type Language,
} from '@tirtapay/domain';
import { said, Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

const NOT_READ = Object.fromEntries(
  Object.entries(STATE_NAMES.customer).map(([state, name]) => [
    state,
    of(
      `Pelanggan berstatus ${name.id} dan tidak dibaca.`,
      `The state of the customer is ${name.en}; the meter is not read.`,
    ),
  ]),
) as Readonly<Record<CustomerState, Sentence>>;

/** By the name that stands on the reader's chips, not by its code. */
const ESTIMATED = Object.fromEntries(
  CONDITION_CODES.map((code) => [
    code,
    of(
      `Pada kondisi “${CONDITIONS[code].label.id}” pemakaian ditaksir, tanpa stan.`,
      `With “${CONDITIONS[code].label.en}” usage is estimated, there is no stand.`,
    ),
  ]),
) as Readonly<Record<ConditionCode, Sentence>>;

interface Taken {
  readonly method: string;
  readonly status: string;
  readonly current_stand: number;
}

/** What somebody saw on the meter, or what was assumed because nobody could. */
function takenAs({ method, current_stand: value }: Taken): Record<Language, string> {
  const stand = groupWholeNumber(value);
  const inEnglish = stand.replaceAll('.', ',');
  return method === 'ESTIMATED'
    ? {
        id: `taksiran ${stand} (meter tidak terbaca)`,
        en: `an estimate of ${inEnglish} (the meter was not read)`,
      }
    : { id: `stan ${stand}`, en: `stand ${inEnglish}` };
}

/** Why a reading is not taken, verified or exchanged. */
export const READING_SAYS = {
  noSuchReading: of('Catatan ini tidak ada.', 'No such reading.'),
  verified: of('Catatan ini sudah diverifikasi.', 'The reading is verified.'),
  rereadPending: of('Baca ulang sudah diminta.', 'A new reading has been asked for.'),
  needsNote: of(
    'Catatan yang galat hanya diverifikasi dengan alasan.',
    'A reading in error is verified with a note.',
  ),
  laterVerified: of(
    'Periode sesudahnya sudah diverifikasi; pemakaian periode ini ada di dalamnya.',
    'A later period is verified; its usage contains this one.',
  ),
  takenOver: of(
    'Air periode ini sudah ditagih sistem lama dan menjadi tunggakan ambil alih; catat stan ini pada periode berikutnya.',
    'The system before has billed the water of this period, which is a balance taken over; enter the stand for the next period.',
  ),
  earlierWaits: of('Periode sebelumnya masih menunggu keputusan.', 'An earlier period waits for a decision.'),
  lower: of(
    'Stan lebih kecil daripada sebelumnya; minta dibaca ulang.',
    'The stand is lower than the one before; have it read again.',
  ),
  impossible: of(
    'Meter, periode, atau waktu bacanya tidak mungkin; minta dibaca ulang.',
    'Its meter, period or instant cannot be; have it read again.',
  ),
  stale: of(
    'Dasar hitungan catatan ini berubah; periksa lagi.',
    'What the reading is counted from has changed; look at it again.',
  ),
  estimateLimit: of(
    'Sudah tiga kali taksiran berturut-turut; meter harus dibaca.',
    'Three estimates in a row; the meter has to be read.',
  ),
  notPriced: of(
    'Tidak ada tarif untuk periode atau ukuran meter ini.',
    'No tariff prices this period or meter.',
  ),
  periodBeforeConnection: of(
    'Meter pertama dipasang sesudah periode ini.',
    'The first meter was installed after this period.',
  ),
  periodAfterConnection: of(
    'Meter terakhir dilepas sebelum periode ini.',
    'The last meter was taken away before this period.',
  ),
  beforeInstallation: of('Saat itu belum ada meter terpasang.', 'No meter was installed at this instant.'),
  readBeforePeriod: of('Saat itu periode ini belum mulai.', 'The period had not begun at this instant.'),
  readBeforeLast: of(
    'Catatan terverifikasi terakhir lebih baru daripada yang ini.',
    'The last verified reading is younger than this one.',
  ),
  meterUnclear: of(
    'Meter diganti pada hari ini dan jamnya tidak diketahui. Baca ulang meter baru, atau pilih kondisi “Ganti meter” bila itu memang meter baru.',
    'The meter was exchanged on this day and nobody knows the hour; read the new one again, or say with the condition “Meter replaced” that it was the new one.',
  ),
  noMeter: of('Tidak ada meter yang terpasang.', 'No meter is installed.'),
  previousStand: (stand: number) =>
    of(`Stan sebelumnya ${String(stand)}.`, `Previous stand ${String(stand)}.`),
  beingReadAgain: of('Meter ini sedang dibaca ulang.', 'It is being read again.'),
  whatToLookFor: of('Beri tahu petugas apa yang harus diperiksa.', 'Tell the reader what to look for.'),
  otherContent: of(
    'Kiriman ini sudah tercatat dengan isi lain.',
    'This was recorded with another content (client_id).',
  ),
  otherCustomer: of('Tercatat untuk pelanggan lain.', 'Recorded for another customer.'),
  recordedWithout: of('Tercatat tanpa isian ini.', 'Recorded without.'),
  recordedAs: (value: string) => of(`Tercatat: ${value}`, `Recorded: ${value}`),
  namePeriodOrIds: of('Sebut periode atau daftar catatan.', 'Name a period or ids.'),
  notRead: NOT_READ,
  lastStand: (stand: number) =>
    of(`Stan terakhir ${String(stand)}.`, `The last reading was ${String(stand)}.`),
  lastReadOn: (day: string) =>
    of(`Meter dibaca pada ${said(day, 'id')}.`, `The meter was read on ${said(day, 'en')}.`),
  notAPeriod: of('Tulis bulan sebagai TTTT-BB.', 'Period must be a period, YYYY-MM.'),
  standNow: (stand: number) => of(`Stan sekarang ${String(stand)}.`, `The stand is ${String(stand)} now.`),
  stateNow: {
    RECORDED: of('Masih menunggu keputusan.', 'It still waits for a decision.'),
    REREAD: of('Sudah diminta baca ulang.', 'It is being read again.'),
    VERIFIED: of('Sudah diverifikasi.', 'It is verified.'),
    CORRECTED: of('Sudah dikoreksi.', 'It is corrected.'),
  },
  decidedBy: (name: string) => of(`Terakhir diputuskan oleh ${name}.`, `Last decided by ${name}.`),
  rowRefused: of('Baris ini tidak dapat diterima.', 'This row cannot be taken.'),
  noSuchMeter: of('Tidak ada meter terpasang dengan nomor ini.', 'No meter in place has this number.'),
  otherRoute: of('Pelanggan ini bukan di rute ini.', 'This customer is not on the route.'),
  photoKept: of(
    'Foto catatan yang sudah diverifikasi tidak dapat diganti.',
    'The photo of a verified reading is not exchanged.',
  ),
  photoOfBefore: of(
    'Rumah ini sudah dibaca ulang, jadi foto ini tidak menunjukkan stan yang tersimpan sekarang. Lanjutkan tanpa foto ini.',
    'The house has been read again, so this photo does not show the stand that is stored now. Go on without it.',
  ),
  estimated: ESTIMATED,
  notCorrectable: {
    NOT_FOUND: of(
      'Catatan ini bukan catatan terverifikasi yang berlaku.',
      'Not a verified reading in force.',
    ),
    SAME_STAND: of('Stan ini sama dengan yang tercatat.', 'The stand is the one recorded.'),
    STAND_TOO_LARGE: of('Stan melebihi digit meter.', 'The stand is beyond the dial.'),
  },
  exchangeNotCorrectable: {
    NOT_FOUND: of(
      'Catatan ini bukan catatan terverifikasi yang berlaku.',
      'Not a verified reading in force.',
    ),
    NOT_EXCHANGED: of(
      'Pemakaian bulan ini tidak dihitung melewati penggantian meter. Ajukan koreksi pada rekening bulan pertama sesudah meter diganti.',
      'The usage of this month was not counted over an exchange. Correct the bill of the first month after it.',
    ),
    SAME_STANDS: of('Kedua stan ini sama dengan yang tercatat.', 'Both stands are those recorded.'),
    NOT_READ: of(
      'Bulan ini ditaksir. Koreksi dahulu stan bulan ini dengan yang terlihat di meter.',
      'This month was estimated. Correct its stand first, by what the meter shows.',
    ),
    REMOVED_BELOW_PREVIOUS: of(
      'Stan akhir meter lama di bawah stan bulan sebelumnya. Bila stan bulan itu yang salah, koreksi bulan itu lebih dahulu.',
      'The last stand of the old meter is below that of the month before. If that one is wrong, correct that month first.',
    ),
    INSTALLED_ABOVE_CURRENT: of(
      'Stan awal meter baru di atas stan yang dibaca bulan ini. Periksa lagi, atau koreksi dahulu stan bulan ini.',
      'The first stand of the new meter is above the one read in this month. Look again, or correct that stand first.',
    ),
    STAND_TOO_LARGE: of('Stan melebihi digit meter.', 'The stand is beyond the dial.'),
  },
  aboveRemovedStand: (month: string) =>
    of(
      `Melebihi stan meter saat dilepas (${said(month, 'id')}).`,
      `Above the stand the meter was removed with (${said(month, 'en')}).`,
    ),
  contradicts: (month: string) =>
    of(
      `Bertentangan dengan stan ${said(month, 'id')}; koreksi bulan itu lebih dahulu.`,
      `Contradicts the stand of ${said(month, 'en')}; correct that month first.`,
    ),
  readAlready: (taken: Taken) => {
    const { id, en } = takenAs(taken);
    return taken.status === 'VERIFIED'
      ? of(
          `Bulan ini sudah diverifikasi dengan ${id}. Bila stan lain yang benar, kantor mengajukan koreksi pada rekening bulan itu.`,
          `The month is verified with ${en}. If another stand is right, the office asks for a correction of the bill of that month.`,
        )
      : of(
          `Bulan ini sudah dicatat dengan ${id} dan belum diverifikasi. Bila stan lain yang benar, minta petugas verifikasi mengembalikannya untuk dibaca ulang.`,
          `The month is recorded with ${en} and not verified yet. If another stand is right, ask whoever verifies to have it read again.`,
        );
  },
  standMissing: of('Stan wajib diisi.', 'The stand is required.'),
  periodNotBegun: of('Periode ini belum mulai.', 'The period has not begun.'),
  readInFuture: of(
    'Waktu baca tidak boleh di masa depan.',
    'The time of the reading must not be in the future.',
  ),
} as const;
