import { keyForm } from '../search';

/**
 * The check digit (0–9) that makes `digits` + digit pass the Luhn test.
 * @throws RangeError unless the text is one or more ASCII digits.
 */
export function luhnCheckDigit(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError(`not a string of digits: ${digits}`);
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const value = digits.charCodeAt(digits.length - 1 - i) - 48;
    // Counted from the right, the digit next to the check digit is doubled first.
    const weighted = i % 2 === 0 ? value * 2 : value;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}

/** 12 digits, the last of which is the Luhn digit of the first eleven. */
export function isCustomerNumber(text: string): boolean {
  return /^\d{12}$/.test(text) && luhnCheckDigit(text.slice(0, 11)) === text.charCodeAt(11) - 48;
}

/** Region 2 digits, route 4 digits (both as text, leading zeros count), sequence 1…99999 within the route. */
export type CustomerNumberParts = { region: string; route: string; sequence: number };

/**
 * Region 2 + route 4 + sequence 5 + check digit 1. Numeric, because virtual accounts, ATMs and EDC terminals can
 * carry nothing else.
 * @throws RangeError when a part has the wrong shape.
 */
export function buildCustomerNumber({ region, route, sequence }: CustomerNumberParts): string {
  if (!/^\d{2}$/.test(region)) throw new RangeError(`region code must be 2 digits: ${region}`);
  if (!/^\d{4}$/.test(route)) throw new RangeError(`route code must be 4 digits: ${route}`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 99_999) {
    throw new RangeError(`sequence must be 1–99999: ${String(sequence)}`);
  }
  const body = `${region}${route}${String(sequence).padStart(5, '0')}`;
  return `${body}${String(luhnCheckDigit(body))}`;
}

/** The parts of a valid number; null when it is none. */
export function parseCustomerNumber(text: string): CustomerNumberParts | null {
  if (!isCustomerNumber(text)) return null;
  return { region: text.slice(0, 2), route: text.slice(2, 6), sequence: Number(text.slice(6, 11)) };
}

export type CustomerNumberProblem = 'CHARACTERS' | 'LENGTH' | 'CHECK_DIGIT';
export type NormalizedCustomerNumber =
  { ok: true; value: string } | { ok: false; reason: CustomerNumberProblem };

/**
 * What a person typed or pasted → the bare number. Spaces, dots and dashes of every kind are dropped; a wrong
 * digit is told apart from a wrong length, so that the page can say which, before anything is looked up.
 */
export function normalizeCustomerNumber(raw: string): NormalizedCustomerNumber {
  const value = raw.replace(/[\s.\u200B\uFEFF\p{Pd}]/gu, '');
  if (/[^0-9]/.test(value)) return { ok: false, reason: 'CHARACTERS' };
  if (value.length !== 12) return { ok: false, reason: 'LENGTH' };
  return isCustomerNumber(value) ? { ok: true, value } : { ok: false, reason: 'CHECK_DIGIT' };
}

/** What somebody wrote to name a customer: our number, or the one an older system gave. */
export type CustomerKey =
  | { readonly kind: 'NUMBER'; readonly value: string }
  /** In the form in which earlier numbers are compared. */
  | { readonly kind: 'LEGACY'; readonly value: string }
  | { readonly kind: 'NEITHER'; readonly reason: CustomerNumberProblem };

const LEGACY_FORM = /^[a-z0-9./_-]{3,40}$/;

/**
 * Tells the two kinds of number apart before anything is looked up. Twelve digits are always meant as ours: with a wrong
 * check digit they are refused. Of digits alone, five to ten may be an earlier number; more are ours with one lost or
 * doubled, fewer are ours that was not finished.
 */
export function customerKey(raw: string): CustomerKey {
  const number = normalizeCustomerNumber(raw);
  if (number.ok) return { kind: 'NUMBER', value: number.value };
  const legacy = keyForm(raw);
  const digits = legacy.replace(/[^0-9]/g, '').length;
  const unfinished = number.reason === 'LENGTH' && (digits < 5 || digits > 10);
  if (number.reason === 'CHECK_DIGIT' || unfinished || !LEGACY_FORM.test(legacy))
    return { kind: 'NEITHER', reason: number.reason };
  return { kind: 'LEGACY', value: legacy };
}
