import { isSingleLine, singleLine } from '../field-kinds';
import { MAX_TRANSACTION } from '../money';
import { parsePeriod, type Language } from '../time';
import { mobileNumber, mobileOperator } from './operators';

/** What a field takes; how each is read is `readField`. */
export type PpobFieldKind =
  'TEXT' | 'NOP' | 'PLN_METER' | 'ACCOUNT' | 'MOBILE' | 'MONTH' | 'DURATION' | 'NOMINAL' | 'CHOICE';

/** Fields that a service has of its own, as the specification names them. */
export type PpobFieldName =
  | 'customer_address'
  | 'nop'
  | 'meter_number'
  | 'nominal'
  | 'no_pelanggan'
  | 'periode'
  | 'nomor_hp'
  | 'id_pelanggan'
  | 'paket'
  | 'paket_data'
  | 'game_id'
  | 'merchant'
  | 'jenis_hewan'
  | 'jenis_zakat';

export interface PpobField {
  readonly name: PpobFieldName;
  readonly kind: PpobFieldKind;
  readonly label: Readonly<Record<Language, string>>;
}

export interface FieldProblem {
  readonly code: string;
  readonly words: Readonly<Record<Language, string>>;
}

export type ReadField =
  | { readonly ok: true; readonly value: string | number }
  | { readonly ok: false; readonly problem: FieldProblem };

const MAX_NAME = 100;
const MAX_TEXT = 200;
const MAX_CHOICE = 60;

const WORDS = {
  text: { id: 'Isi dengan teks.', en: 'Must be text.' },
  required: { id: 'Wajib diisi.', en: 'Required.' },
  singleLine: {
    id: 'Tulis dalam satu baris, tanpa tab dan karakter yang tidak dapat dicetak.',
    en: 'Write on one line, without tabs or characters that cannot be printed.',
  },
  nop: { id: 'NOP terdiri dari 18 angka.', en: 'A NOP has 18 digits.' },
  meter: {
    id: 'Nomor meter atau ID pelanggan PLN terdiri dari 11 atau 12 angka.',
    en: 'A PLN meter number or customer ID has 11 or 12 digits.',
  },
  account: {
    id: 'Tulis 3 sampai 40 huruf, angka, titik, garis bawah, tanda kurung, tagar, atau tanda hubung.',
    en: 'Write 3 to 40 letters, digits, dots, underscores, brackets, number signs or hyphens.',
  },
  mobile: {
    id: 'Tulis nomor HP, misalnya 081234567890.',
    en: 'Write a mobile number, such as 081234567890.',
  },
  operator: { id: 'Awalan nomor ini bukan milik operator mana pun.', en: 'No operator has this prefix.' },
  month: {
    id: 'Tulis bulan sebagai BB-TTTT, misalnya 10-2025.',
    en: 'Write the month as MM-YYYY, such as 10-2025.',
  },
  duration: { id: 'Tulis lama berlangganan, misalnya 1 Bulan.', en: 'Write how long, such as 1 Bulan.' },
  nominal: {
    id: 'Isi dengan bilangan bulat rupiah, bukan teks.',
    en: 'Must be a whole number of rupiah, not text.',
  },
} as const;

function refuse(code: string, words: Readonly<Record<Language, string>>): ReadField {
  return { ok: false, problem: { code, words } };
}

/** One line that can be printed, of at most `max` characters. */
function readText(value: unknown, max: number): ReadField {
  if (typeof value !== 'string') return refuse('isString', WORDS.text);
  const text = singleLine(value);
  if (text === '') return refuse('minLength', WORDS.required);
  if (!isSingleLine(text)) return refuse('isSingleLine', WORDS.singleLine);
  if (text.length > max)
    return refuse('maxLength', {
      id: `Maksimal ${String(max)} karakter.`,
      en: `At most ${String(max)} characters.`,
    });
  return { ok: true, value: text };
}

const NOP = /^\d{2}\.?\d{2}\.?\d{3}\.?\d{3}\.?\d{3}-?\d{4}\.?\d$/;

/**
 * Nomor Objek Pajak in the form it is printed: `32.75.080.012.001-1234.0` (province 2, regency 2, district 3, village
 * 3, block 3, serial number 4, special code 1).
 * @returns null unless the text holds 18 digits, bare or with the usual dots
 */
export function formatNop(text: string): string | null {
  if (!NOP.test(text)) return null;
  const d = text.replace(/\D/g, '');
  const part = (from: number, to: number) => d.slice(from, to);
  return `${part(0, 2)}.${part(2, 4)}.${part(4, 7)}.${part(7, 10)}.${part(10, 13)}-${part(13, 17)}.${part(17, 18)}`;
}

/** A token or voucher as machines write it → groups of four, as it is printed and typed. */
export function groupsOfFour(code: string): string {
  return (code.replace(/[\s-]/g, '').match(/.{1,4}/g) ?? []).join('-');
}

function readWord(value: unknown, kind: Exclude<PpobFieldKind, 'NOMINAL' | 'TEXT' | 'CHOICE'>): ReadField {
  const read = readText(value, MAX_TEXT);
  if (!read.ok) return read;
  const text = String(read.value);
  const made = (word: string | null, code: string, words: Readonly<Record<Language, string>>): ReadField =>
    word === null ? refuse(code, words) : { ok: true, value: word };
  switch (kind) {
    case 'NOP':
      return made(formatNop(text), 'isNop', WORDS.nop);
    case 'PLN_METER':
      return made(/^\d{11,12}$/.test(text) ? text : null, 'isPlnMeter', WORDS.meter);
    case 'ACCOUNT':
      return made(/^[A-Za-z0-9._()#-]{3,40}$/.test(text) ? text : null, 'isAccount', WORDS.account);
    case 'MONTH': {
      const month = /^\d{2}-\d{4}$/.test(text) ? parsePeriod(text) : null;
      return made(month === null ? null : text, 'isMonth', WORDS.month);
    }
    case 'DURATION': {
      const months = /^([1-9]|1[0-2]) bulan$/i.exec(text)?.[1];
      return made(months === undefined ? null : `${months} Bulan`, 'isDuration', WORDS.duration);
    }
    case 'MOBILE': {
      const number = mobileNumber(text);
      if (number !== null && mobileOperator(number) === null) return refuse('isOperator', WORDS.operator);
      return made(number, 'isMobile', WORDS.mobile);
    }
  }
}

/** Reads one field: its value in the one form it is stored and printed in, or why it is none. */
export function readField(kind: PpobFieldKind, value: unknown): ReadField {
  if (value === undefined || value === null) return refuse('required', WORDS.required);
  switch (kind) {
    case 'NOMINAL':
      return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= MAX_TRANSACTION
        ? { ok: true, value }
        : refuse('isNominal', WORDS.nominal);
    case 'TEXT':
      return readText(value, MAX_TEXT);
    case 'CHOICE':
      return readText(value, MAX_CHOICE);
    default:
      return readWord(value, kind);
  }
}

/** Whom the invoice is for. */
export function readCustomerName(value: unknown): ReadField {
  return value === undefined || value === null
    ? refuse('required', WORDS.required)
    : readText(value, MAX_NAME);
}
