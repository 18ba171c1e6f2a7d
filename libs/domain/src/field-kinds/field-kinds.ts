import type { Language } from '../time';

/*
 * What a kind of field takes, wherever it is filled in: a request of the API, a form of the pages, a row of an import.
 */

/** Controls, separators of lines, unpaired surrogates, zero-width and bidirectional marks: nothing a name needs. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text for people to read, on as many lines as they like. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

/** The same on one line: a tab or a line break in a name goes on to banks, into files and onto paper. */
export function isSingleLine(text: string): boolean {
  return isPrintable(text) && !/[\t\n\r]/.test(text);
}

/** Composed letters, no blanks around, single spaces within. */
export function singleLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ \u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
    .trim();
}

export interface FieldKind {
  readonly min: number;
  readonly max: number;
  readonly accepts: (text: string) => boolean;
  /** What the person at the field is told instead. */
  readonly words: Readonly<Record<Language, string>>;
}

/** Digits in groups, with the area code in brackets or the country in front: six digits at least. */
export const PHONE: FieldKind = {
  min: 6,
  max: 25,
  accepts: (text) =>
    /^(?:\+?[0-9]|\([0-9+])[0-9 ()./-]*[0-9]$/.test(text) &&
    /^[^()]*(?:\([^()]*\)[^()]*)?$/.test(text) &&
    text.replace(/[^0-9]/g, '').length >= 6 &&
    text.replace(/[^0-9]/g, '').length <= 15,
  words: {
    id: 'Tulis nomor telepon, misalnya 0812-3456-7890 atau (0401) 312345.',
    en: 'Write a telephone number, such as 0812-3456-7890 or (0401) 312345.',
  },
};

const EMAIL =
  /^[^\s@<>",;:()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** Where an answer can go: a telephone, which is mostly WhatsApp too, or an e-mail address. */
export const CONTACT: FieldKind = {
  min: 6,
  max: 120,
  accepts: (text) => PHONE.accepts(text) || EMAIL.test(text),
  words: {
    id: 'Tulis nomor telepon/WhatsApp atau alamat surel, misalnya 0812-3456-7890.',
    en: 'Write a telephone or WhatsApp number or an e-mail address, such as 0812-3456-7890.',
  },
};

/** Latitude and longitude in degrees as a map gives them to be copied, within Indonesia: `-3.992951, 122.518959`. */
export const COORDINATES: FieldKind = {
  min: 8,
  max: 32,
  accepts: (text) => {
    const found = /^(-?[0-9]{1,2}\.[0-9]{1,10}), ?([0-9]{2,3}\.[0-9]{1,10})$/.exec(text);
    const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])];
    return latitude >= -11.5 && latitude <= 6.5 && longitude >= 94.5 && longitude <= 141.5;
  },
  words: {
    id: 'Tempel lintang dan bujur dari peta, misalnya -3.992951, 122.518959.',
    en: 'Paste latitude and longitude from a map, such as -3.992951, 122.518959.',
  },
};

/**
 * Nomor Induk Kependudukan: province, regency and district (6), date of birth with 40 added to the day of women (6),
 * serial number (4). Provinces begin at 11. Permendagri 109/2019 leaves the check to the register; here only what can
 * be no number of anybody is refused.
 */
export const NIK: FieldKind = {
  min: 16,
  max: 16,
  accepts: (text) => /^[1-9][0-9]{5}(?:[04][1-9]|[1256][0-9]|[37][01])(?:0[1-9]|1[0-2])[0-9]{6}$/.test(text),
  words: {
    id: 'NIK terdiri dari 16 angka seperti pada KTP.',
    en: 'A NIK has 16 digits, as on the identity card.',
  },
};

export const METER_SERIAL: FieldKind = {
  min: 3,
  max: 40,
  accepts: (text) => /^[A-Za-z0-9./-]{3,40}$/.test(text),
  words: {
    id: 'Tulis 3 sampai 40 huruf, angka, titik, garis miring, atau tanda hubung, tanpa spasi.',
    en: 'Write 3 to 40 letters, digits, dots, slashes or hyphens, without spaces.',
  },
};

export const USERNAME: FieldKind = {
  min: 3,
  max: 32,
  accepts: (text) => /^[a-z0-9._-]{3,32}$/.test(text),
  words: {
    id: 'Tulis 3 sampai 32 huruf kecil, angka, titik, atau tanda hubung.',
    en: 'Write 3 to 32 small letters, digits, dots or hyphens.',
  },
};

export const TARIFF_CODE: FieldKind = {
  min: 2,
  max: 32,
  accepts: (text) => /^[A-Z0-9-]{2,32}$/.test(text),
  words: {
    id: 'Tulis 2 sampai 32 huruf besar, angka, atau tanda hubung.',
    en: 'Write 2 to 32 capital letters, digits or hyphens.',
  },
};

export const CHARGE_CODE: FieldKind = {
  min: 1,
  max: 32,
  accepts: (text) => /^[A-Z0-9_-]{1,32}$/.test(text),
  words: {
    id: 'Tulis huruf besar, angka, garis bawah, atau tanda hubung.',
    en: 'Write capital letters, digits, underscores or hyphens.',
  },
};
