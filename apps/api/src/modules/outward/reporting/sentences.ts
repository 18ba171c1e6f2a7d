import { Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

export const REPORTING_SAYS = {
  notANumber: of(
    'Nomor pelanggan terdiri dari 12 angka; angka terakhir memeriksa yang lain.',
    'a customer number has 12 digits, the last of which checks the others',
  ),
  notADay: (name: string) =>
    of(`${name} harus tanggal yang ada, TTTT-BB-HH.`, `${name} must be a day that exists, YYYY-MM-DD`),
  notAPeriod: (name: string) => of(`${name} harus bulan, TTTT-BB.`, `${name} must be a period, YYYY-MM`),
} as const;
