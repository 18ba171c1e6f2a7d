import type { ConditionCode, CustomerState } from '@tirtapay/domain';
import { said, Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

/** Why a reading is not taken, verified or exchanged. */
export const READING_SAYS = {
  noSuchReading: of('Pembacaan ini tidak ada.', 'no such reading'),
  verified: of('Pembacaan ini sudah diverifikasi.', 'the reading is verified'),
  rereadPending: of('Pembacaan ulang sudah diminta.', 'a new reading has been asked for'),
  needsNote: of('Pembacaan bertanda ERROR diverifikasi dengan catatan.', 'an ERROR is verified with a note'),
  laterVerified: of(
    'Periode sesudahnya sudah diverifikasi; pemakaian periode ini ada di dalamnya.',
    'a later period is verified; its usage contains this one',
  ),
  earlierWaits: of('Periode sebelumnya masih menunggu keputusan.', 'an earlier period waits for a decision'),
  lower: of(
    'Stan lebih kecil daripada sebelumnya; minta dibaca ulang.',
    'the stand is lower than the one before; have it read again',
  ),
  impossible: of(
    'Meter, periode, atau waktu bacanya tidak mungkin; minta dibaca ulang.',
    'its meter, period or instant cannot be; have it read again',
  ),
  stale: of(
    'Dasar hitungan pembacaan ini berubah; periksa lagi.',
    'what the reading is counted from has changed; look at it again',
  ),
  estimateLimit: of(
    'Sudah tiga kali taksiran berturut-turut; meter harus dibaca.',
    'three estimates in a row; the meter has to be read',
  ),
  notPriced: of(
    'Tidak ada tarif untuk periode atau ukuran meter ini.',
    'no tariff prices this period or meter',
  ),
  periodBeforeConnection: of(
    'Meter pertama dipasang sesudah periode ini.',
    'the first meter was installed after this period',
  ),
  periodAfterConnection: of(
    'Meter terakhir dilepas sebelum periode ini.',
    'the last meter was taken away before this period',
  ),
  beforeInstallation: of('Saat itu belum ada meter terpasang.', 'no meter was installed at this instant'),
  readBeforePeriod: of('Saat itu periode ini belum mulai.', 'the period had not begun at this instant'),
  readBeforeLast: of(
    'Pembacaan terverifikasi terakhir lebih baru daripada yang ini.',
    'the last verified reading is younger than this one',
  ),
  meterUnclear: of(
    'Meter diganti pada hari ini dan jamnya tidak diketahui. Baca ulang meter baru, atau pilih kondisi GANTI_METER bila itu memang meter baru.',
    'the meter was exchanged on this day and nobody knows the hour; read the new one again, or say with condition GANTI_METER that it was the new one',
  ),
  noMeter: of('Tidak ada meter yang terpasang.', 'no meter is installed'),
  previousStand: (stand: number) =>
    of(`Stan sebelumnya ${String(stand)}.`, `previous stand ${String(stand)}`),
  beingReadAgain: of('Meter ini sedang dibaca ulang.', 'it is being read again'),
  whatToLookFor: of('Beri tahu petugas apa yang harus diperiksa.', 'tell the reader what to look for'),
  otherContent: of(
    'client_id ini sudah tercatat dengan isi lain.',
    'this client_id was recorded with another content',
  ),
  otherCustomer: of('Tercatat untuk pelanggan lain.', 'recorded for another customer'),
  recordedWithout: of('Tercatat tanpa isian ini.', 'recorded without'),
  recordedAs: (value: string) => of(`Tercatat: ${value}`, `recorded: ${value}`),
  namePeriodOrIds: of('Sebut periode atau daftar pembacaan.', 'name a period or ids'),
  notRead: (state: CustomerState) =>
    of(`Pelanggan berstatus ${state} dan tidak dibaca.`, `the customer is ${state} and not read`),
  lastStand: (stand: number) =>
    of(`Pembacaan terakhir ${String(stand)}.`, `the last reading was ${String(stand)}`),
  lastReadOn: (day: string) => of(`Meter dibaca pada ${day}.`, `the meter was read on ${day}`),
  notAPeriod: of('Tulis bulan sebagai TTTT-BB.', 'period must be a period, YYYY-MM'),
  standNow: (stand: number) => of(`Stan sekarang ${String(stand)}.`, `The stand is ${String(stand)} now.`),
  stateNow: {
    RECORDED: of('Masih menunggu keputusan.', 'It still waits for a decision.'),
    REREAD: of('Sudah diminta baca ulang.', 'It is being read again.'),
    VERIFIED: of('Sudah diverifikasi.', 'It is verified.'),
    CORRECTED: of('Sudah dikoreksi.', 'It is corrected.'),
  },
  decidedBy: (name: string) => of(`Terakhir diputuskan oleh ${name}.`, `Last decided by ${name}.`),
  rowRefused: of('Baris ini tidak dapat diterima.', 'This row cannot be taken.'),
  noSuchMeter: of('Tidak ada meter terpasang dengan nomor ini.', 'no meter in place has this number'),
  otherRoute: of('Pelanggan ini bukan di rute ini.', 'this customer is not on the route'),
  photoKept: of(
    'Foto pembacaan yang sudah diverifikasi tidak dapat diganti.',
    'the photo of a verified reading is not exchanged',
  ),
  estimated: (condition: ConditionCode) =>
    of(
      `Pada kondisi ${condition} pemakaian ditaksir, tanpa stan.`,
      `with ${condition} usage is estimated, there is no stand`,
    ),
  notCorrectable: {
    NOT_FOUND: of(
      'Pembacaan ini bukan pembacaan terverifikasi yang berlaku.',
      'not a verified reading in force',
    ),
    SAME_STAND: of('Stan ini sama dengan yang tercatat.', 'the stand is the one recorded'),
    STAND_TOO_LARGE: of('Stan melebihi digit meter.', 'the stand is beyond the dial'),
  },
  aboveRemovedStand: (month: string) =>
    of(
      `Melebihi stan meter saat dilepas (${said(month, 'id')}).`,
      `above the stand the meter was removed with (${said(month, 'en')})`,
    ),
  contradicts: (month: string) =>
    of(
      `Bertentangan dengan stan ${said(month, 'id')}; koreksi bulan itu lebih dahulu.`,
      `contradicts the stand of ${said(month, 'en')}; correct that month first`,
    ),
  standMissing: of('Stan wajib diisi.', 'the stand is required'),
  periodNotBegun: of('Periode ini belum mulai.', 'the period has not begun'),
  readInFuture: of('Waktu baca tidak boleh di masa depan.', 'read_at must not be in the future'),
} as const;
