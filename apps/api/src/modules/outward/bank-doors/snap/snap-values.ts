import { periodName, type Period } from '@tirtapay/domain';
import { parseSnapTimestamp } from '@tirtapay/bank-protocol';

/** ASPI: `billDetails` holds at most 24 entries. */
export const MAX_BILL_DETAILS = 24;
/** The biller has no sub companies; ASPI's value for that. */
export const SUB_COMPANY = '00000';

export interface LocalizedText {
  readonly english: string;
  readonly indonesia: string;
}

export const SUCCESS: LocalizedText = { english: 'Success', indonesia: 'Sukses' };

/** Amounts are emitted with two decimals, always. */
export function snapAmount(rupiah: number): { value: string; currency: 'IDR' } {
  return { value: `${String(rupiah)}.00`, currency: 'IDR' };
}

/** Suffix of a number that ends in a month; other bills end in 21 to 99. */
const LAST_MONTH = 12;
const DESCRIPTION_LENGTH = 18;

/**
 * Names of a bill, each within ASPI's length (20, 10, 18): `REK AIR NOV 2025`, `NOV25`. One that is no water of a month, which
 * its number says, is never called water; what it is for is its description where that is known: `ANGSURAN 2 DARI 6`.
 */
export function billNames(bill: {
  readonly billNumber: string;
  readonly period: string;
  readonly title?: string | null;
}): {
  billName: string;
  billShortName: string;
  billDescription: LocalizedText;
} {
  const year = bill.period.slice(0, 4);
  const short = (language: 'id' | 'en') =>
    periodName(bill.period as Period, language)
      .slice(0, 3)
      .toUpperCase();
  const water = Number(bill.billNumber.slice(16)) <= LAST_MONTH;
  const name = `${water ? 'REK AIR' : 'NON AIR'} ${short('id')} ${year}`;
  const title = water ? null : asciiOf(bill.title ?? '');
  return {
    billName: name,
    billShortName: `${short('id')}${year.slice(2)}`,
    billDescription:
      title === null || title === ''
        ? { english: `${water ? 'WATER' : 'OTHER'} ${short('en')} ${year}`, indonesia: name }
        : { english: title, indonesia: title },
  };
}

/** Capitals, digits and what a line of a teller's screen can show. */
function asciiOf(title: string): string {
  return title
    .toUpperCase()
    .replace(/[^ -~]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, DESCRIPTION_LENGTH)
    .trim();
}

const BASIC_ISO = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z|[+-]\d{2}:?\d{2})$/;

/** Epoch milliseconds of a date-time in a body: extended ISO as the rule says, or basic ISO as ASPI's samples print. */
export function snapInstant(text: string): number | null {
  const basic = BASIC_ISO.exec(text);
  if (basic === null) return parseSnapTimestamp(text);
  const [, year, month, day, hour, minute, second, zone = ''] = basic;
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return parseSnapTimestamp(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}${offset}`,
  );
}
