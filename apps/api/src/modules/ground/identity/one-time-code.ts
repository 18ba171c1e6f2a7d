import { createHash, randomInt } from 'node:crypto';

/** Without I, L, O and U: nothing a person reads from paper or over the telephone is taken for something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 10;
const GROUP = 5;

/** 100 random bits in two halves. Either half alone still leaves 2^50 guesses, and every guess is counted. */
export interface OneTimeCode {
  readonly first: string;
  readonly second: string;
}

function letters(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

export function newCode(): OneTimeCode {
  return { first: letters(HALF), second: letters(HALF) };
}

/** `ABCDE-FGHJK`, for people. */
export function grouped(text: string): string {
  return text.replaceAll(new RegExp(`(.{${String(GROUP)}})(?=.)`, 'g'), '$1-');
}

export function wholeCode({ first, second }: OneTimeCode): string {
  return grouped(first + second);
}

/** 75 random bits in three groups. */
export function newRecoveryCode(): string {
  return grouped(letters(3 * GROUP));
}

/** As a person types it: any case, with or without dashes and blanks, O for 0 and I or L for 1. */
function normal(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Only this is stored. Random enough that it needs no slow hash. */
export function codeHash(typed: string): Buffer {
  return createHash('sha256').update(normal(typed)).digest();
}
