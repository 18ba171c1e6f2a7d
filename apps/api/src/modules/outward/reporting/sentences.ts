import { Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

export const REPORTING_SAYS = {
  notANumber: of(
    'Nomor pelanggan terdiri dari 12 angka; angka terakhir memeriksa yang lain.',
    'A customer number has 12 digits, the last of which checks the others.',
  ),
  tooManyCustomers: (most: number) =>
    of(
      `Sekaligus paling banyak ${String(most)} pelanggan; persempit saringannya.`,
      `At most ${String(most)} customers at once; narrow the filter.`,
    ),
  nobodyNamed: of(
    'Pilih pelanggannya, atau saring daftarnya dahulu.',
    'Choose the customers, or filter the list first.',
  ),
  notADay: (name: string) =>
    of(`${name} harus tanggal yang ada, TTTT-BB-HH.`, `${name} must be a day that exists, YYYY-MM-DD.`),
  notAChoice: (name: string) =>
    of(`${name} bukan salah satu pilihan laporan ini.`, `${name} is not one of the choices of this report.`),
  notAsked: (name: string) =>
    of(
      `Laporan ini tidak punya pilihan ${name}; hapus dari alamatnya.`,
      `This report has no choice ${name}; take it out of the address.`,
    ),
  askedTwice: (name: string) =>
    of(`${name} hanya boleh sekali; sisakan satu.`, `${name} may be given once; leave one of them.`),
  endsBeforeItBegins: of('Rentang berakhir sebelum mulai.', 'The range ends before it begins.'),
  tooManyDays: (days: number) =>
    of(
      `Laporan ini paling lama ${String(days)} hari sekaligus.`,
      `This report covers at most ${String(days)} days at once.`,
    ),
  tooManyPeriods: (periods: number) =>
    of(
      `Laporan ini paling lama ${String(periods)} bulan sekaligus.`,
      `This report covers at most ${String(periods)} months at once.`,
    ),
  notAPeriod: (name: string) => of(`${name} harus bulan, TTTT-BB.`, `${name} must be a period, YYYY-MM.`),
} as const;
