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
  sameLegacyNumber: of(
    'Nomor lama pelanggan ini sudah begitu.',
    'The customer has this earlier number already.',
  ),
  notALegacyNumber: of(
    'Nomor lama terdiri dari 5 sampai 10 angka, atau paling sedikit 3 huruf dan angka. Periksa pada rekening lama pelanggan.',
    'An earlier number has 5 to 10 digits, or at least 3 letters and digits. Look at an old bill of the customer.',
  ),
  legacyNumberElsewhere: of(
    'Nomor lama ini baru saja diberikan kepada pelanggan lain.',
    'This earlier number was given to another customer just now.',
  ),
  legacyNumberTaken: (number: string) =>
    of(
      `Nomor lama ini sudah milik pelanggan ${number}. Kosongkan dahulu di sana.`,
      `This earlier number is that of customer ${number}. Take it away there first.`,
    ),
  notExchanged: of('Meter ini tidak menggantikan meter lain.', 'This meter took the place of no other.'),
  sameMeter: of('Ini meter yang dilepas.', 'This is the meter that is taken away.'),
} as const;
