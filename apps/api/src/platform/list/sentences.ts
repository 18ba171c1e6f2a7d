import { Sentence } from '../problem';

/** Why a list cannot be shown as it was asked for. `name` is the parameter. */
export const LIST_SAYS = {
  notPositive: (name: string) =>
    Sentence.of({
      id: `${name} harus bilangan bulat positif.`,
      en: `${name} must be a positive whole number.`,
    }),
  tooLarge: (name: string, max: number) =>
    Sentence.of({
      id: `${name} paling banyak ${String(max)}.`,
      en: `${name} must be at most ${String(max)}.`,
    }),
  notAChoice: (name: string, choices: readonly string[]) =>
    Sentence.of({
      id: `${name} harus salah satu dari ${choices.join(', ')}.`,
      en: `${name} must be one of ${choices.join(', ')}.`,
    }),
  notWhole: (name: string) =>
    Sentence.of({ id: `${name} harus bilangan bulat.`, en: `${name} must be a whole number.` }),
  notBoolean: (name: string) =>
    Sentence.of({ id: `${name} harus true atau false.`, en: `${name} must be true or false.` }),
  notADate: (name: string) =>
    Sentence.of({
      id: `${name} harus tanggal yang ada, TTTT-BB-HH.`,
      en: `${name} must be a day that exists, YYYY-MM-DD.`,
    }),
  notAPeriod: (name: string) =>
    Sentence.of({ id: `${name} harus bulan, TTTT-BB.`, en: `${name} must be a period, YYYY-MM.` }),
  notAcceptable: (name: string) =>
    Sentence.of({ id: `${name} tidak dapat diterima.`, en: `${name} is not acceptable.` }),
  searchTooLong: Sentence.of({
    id: 'q paling panjang 100 karakter.',
    en: 'q must be at most 100 characters.',
  }),
  searchTooShort: (least: number) =>
    Sentence.of({
      id: `q paling sedikit ${String(least)} huruf atau angka.`,
      en: `q takes at least ${String(least)} letters or digits.`,
    }),
  tooDeep: (rows: number) =>
    Sentence.of({
      id: `Halaman berakhir setelah ${String(rows)} baris pertama; persempit saringan, balik urutannya, lanjutkan dari meta.next, atau unduh semuanya.`,
      en: `Pages end after the first ${String(rows)} rows; narrow the filter, turn the order round, go on from meta.next, or download all of it.`,
    }),
  tooManyToSort: (rows: number) =>
    Sentence.of({
      id: `Urutan itu hanya untuk paling banyak ${String(rows)} baris; persempit saringannya dulu.`,
      en: `That order is for at most ${String(rows)} rows; narrow the filter first.`,
    }),
  notACursor: (name: string) =>
    Sentence.of({
      id: `${name} harus salinan dari meta.next atau meta.previous, dengan urutan yang sama dan tanpa page.`,
      en: `${name} must be copied from meta.next or meta.previous, with the same order and without page.`,
    }),
  noSuchFilter: Sentence.of({
    id: 'Daftar ini tidak punya saringan itu.',
    en: 'This list has no such filter.',
  }),
  notIds: (max: number) =>
    Sentence.of({
      id: `ids harus 1 sampai ${String(max)} nomor, dipisahkan koma.`,
      en: `ids must be 1 to ${String(max)} identifiers, separated by commas.`,
    }),
  repeated: (name: string) =>
    Sentence.of({ id: `${name} hanya boleh sekali.`, en: `${name} may be given once.` }),
  tooManySorts: Sentence.of({ id: 'sort paling banyak 5 kolom.', en: 'sort takes at most 5 columns.' }),
  notSortable: (names: readonly string[]) =>
    Sentence.of({
      id: `sort harus menyebut ${names.join(', ')}.`,
      en: `sort must name ${names.join(', ')}.`,
    }),
} as const;
