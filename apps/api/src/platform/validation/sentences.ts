import type { Language } from '@tirtapay/domain';
import { Sentence } from '../problem';

type Words = Readonly<Record<Language, string>>;

/** What a rule was given: a bound, or the words of a kind of field. */
export interface RuleContext {
  readonly limit?: number;
  readonly words?: Words;
}

const RULES: Readonly<Record<string, (limit: string) => Words>> = {
  required: () => ({ id: 'Wajib diisi.', en: 'Required.' }),
  isString: () => ({ id: 'Isi dengan teks.', en: 'Must be text.' }),
  minLength: (limit) =>
    limit === '1'
      ? { id: 'Wajib diisi.', en: 'Required.' }
      : { id: `Minimal ${limit} karakter.`, en: `At least ${limit} characters.` },
  maxLength: (limit) => ({ id: `Maksimal ${limit} karakter.`, en: `At most ${limit} characters.` }),
  isPrintable: () => ({
    id: 'Ada karakter yang tidak dapat dicetak.',
    en: 'Contains characters that cannot be printed.',
  }),
  isSingleLine: () => ({
    id: 'Tulis dalam satu baris, tanpa tab dan karakter yang tidak dapat dicetak.',
    en: 'Write on one line, without tabs or characters that cannot be printed.',
  }),
  matches: () => ({ id: 'Bentuknya tidak sesuai.', en: 'Not in the expected form.' }),
  isInt: () => ({ id: 'Isi dengan bilangan bulat.', en: 'Must be a whole number.' }),
  min: (limit) => ({ id: `Minimal ${limit}.`, en: `At least ${limit}.` }),
  max: (limit) => ({ id: `Maksimal ${limit}.`, en: `At most ${limit}.` }),
  isBoolean: () => ({ id: 'Isi dengan true atau false.', en: 'Must be true or false.' }),
  isUuid: () => ({ id: 'Bukan UUID.', en: 'Must be a UUID.' }),
  isIn: () => ({ id: 'Pilih salah satu pilihan yang ada.', en: 'Must be one of the choices.' }),
  isPeriod: () => ({ id: 'Tulis bulan sebagai TTTT-BB.', en: 'Must be a month, YYYY-MM.' }),
  isCalendarDay: () => ({
    id: 'Tanggal ini tidak ada. Tulis sebagai TTTT-BB-HH.',
    en: 'Must be a day that exists, YYYY-MM-DD.',
  }),
  isRfc3339: () => ({
    id: 'Tulis waktu menurut RFC 3339, dengan selisih zona.',
    en: 'Must be a time of RFC 3339, with its offset.',
  }),
  isArray: () => ({ id: 'Isi dengan daftar.', en: 'Must be a list.' }),
  arrayMaxSize: (limit) => ({ id: `Maksimal ${limit} butir.`, en: `At most ${limit} items.` }),
  isObject: () => ({ id: 'Isi dengan objek.', en: 'Must be an object.' }),
  isEmail: () => ({ id: 'Alamat surel tidak sah.', en: 'Not an e-mail address.' }),
  areInstructions: () => ({
    id: 'Petunjuk harus berisi langkah untuk setiap kanal, dalam kedua bahasa.',
    en: 'Instructions hold the steps of each channel, in both languages.',
  }),
  whitelistValidation: () => ({ id: 'Isian ini tidak dikenal.', en: 'There is no such field.' }),
};

const UNSPECIFIC: Words = { id: 'Isian ini tidak sah.', en: 'Not valid.' };

/** Why a field was refused, for the person who filled it in: never a regular expression, never the other language. */
export function fieldSays(rule: string, context: RuleContext | undefined): Sentence {
  const words =
    context?.words ?? (Object.hasOwn(RULES, rule) ? RULES[rule]?.(String(context?.limit ?? '')) : undefined);
  return Sentence.of(words ?? UNSPECIFIC);
}
