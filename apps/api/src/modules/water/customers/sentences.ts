import { said, Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

export const CUSTOMER_SAYS = {
  nikTaken: of(
    'Pelanggan lain sudah terdaftar dengan NIK ini.',
    'Another customer is registered with this NIK.',
  ),
  meterElsewhere: of(
    'Meter ini terpasang pada pelanggan lain.',
    'This meter is installed at another customer.',
  ),
  notAfterNow: of('Waktu ini belum tiba.', 'This time has not come yet.'),
  otherDay: of('Jam itu milik hari lain.', 'The hour is of another day.'),
  notAfterToday: of('Tidak boleh sesudah hari ini.', 'Must not be after today.'),
  installedThatDay: of(
    'Meter baru dipasang pada hari penggantian.',
    'The new meter is installed on the day of the replacement.',
  ),
  installedOn: (day: string) =>
    of(`Meter ini dipasang pada ${said(day, 'id')}.`, `The meter was installed on ${said(day, 'en')}.`),
  removedOn: (day: string) =>
    of(
      `Meter sebelumnya dilepas pada ${said(day, 'id')}.`,
      `The meter before was taken out on ${said(day, 'en')}.`,
    ),
  fewerDigits: of('Angka meter ini lebih pendek.', 'The counter has fewer digits.'),
  beganAt: (stand: number) =>
    of(`Meter ini mulai dari ${String(stand)}.`, `The meter began at ${String(stand)}.`),
  monthBilled: (customers: number, earliest: string) =>
    of(
      `${String(customers)} pelanggan sudah punya rekening terbit; semuanya dapat pindah mulai periode ${said(earliest, 'id')}.`,
      `${String(customers)} customers have issued bills; all of them may move from ${said(earliest, 'en')} on.`,
    ),
  notAfterMonth: (period: string) =>
    of(
      `Perpindahan berlaku paling lambat mulai periode ${said(period, 'id')}.`,
      `A move counts from ${said(period, 'en')} at the latest.`,
    ),
  notExchanged: of('Meter ini tidak menggantikan meter lain.', 'This meter took the place of no other.'),
  sameMeter: of('Ini meter yang dilepas.', 'This is the meter that is taken away.'),
} as const;
