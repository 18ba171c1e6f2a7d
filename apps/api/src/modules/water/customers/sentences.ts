import { said, Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

export const CUSTOMER_SAYS = {
  nikTaken: of(
    'Pelanggan lain sudah terdaftar dengan NIK ini.',
    'another customer is registered with this NIK',
  ),
  meterElsewhere: of(
    'Meter ini terpasang pada pelanggan lain.',
    'this meter is installed at another customer',
  ),
  notAfterNow: of('Belum terjadi.', 'not after now'),
  otherDay: of('Jam itu milik hari lain.', 'the hour is of another day'),
  notAfterToday: of('Tidak boleh sesudah hari ini.', 'not after today'),
  installedThatDay: of(
    'Meter baru dipasang pada hari penggantian.',
    'the new meter is installed on the day of the replacement',
  ),
  installedOn: (day: string) => of(`Meter ini dipasang pada ${day}.`, `the meter was installed on ${day}`),
  removedOn: (day: string) =>
    of(
      `Meter sebelumnya dilepas pada ${said(day, 'id')}.`,
      `the meter before was taken out on ${said(day, 'en')}`,
    ),
  fewerDigits: of('Angka meter ini lebih pendek.', 'the counter has fewer digits'),
  beganAt: (stand: number) =>
    of(`Meter ini mulai dari ${String(stand)}.`, `the meter began at ${String(stand)}`),
  monthBilled: (customers: number, earliest: string) =>
    of(
      `${String(customers)} pelanggan sudah punya rekening terbit; semuanya dapat pindah mulai periode ${said(earliest, 'id')}.`,
      `${String(customers)} customers have issued bills; all of them may move from ${said(earliest, 'en')} on`,
    ),
  notAfterMonth: (period: string) =>
    of(
      `Perpindahan berlaku paling lambat mulai periode ${said(period, 'id')}.`,
      `a move counts from ${said(period, 'en')} at the latest`,
    ),
  sameMeter: of('Ini meter yang dilepas.', 'this is the meter that is taken away'),
} as const;
