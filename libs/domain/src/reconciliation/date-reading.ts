import { addDays, businessDate, isBusinessDate } from '../time';
import { MONTH_NAMES } from '../time/month-names';
import type { DateOrder } from './settlement-reading';

/**
 * Dates as banks print them: `29/11/2026`, `29/11/26 00.03`, `31/12` (the year is the period's), `2026-11-29 00:03:19`,
 * `20261129`, `03 Agustus 2026 11:27:10`, a spreadsheet's day number (46355), and `PEND` for what is not settled yet.
 */
export interface WrittenMoment {
  /** `YYYY-MM-DD`; null: not settled yet. */
  readonly date: string | null;
  /** `HH:MM:SS`. */
  readonly time: string | null;
}

export interface DatePeriod {
  readonly from: string;
  readonly to: string;
}

const TIME = /(?:[ T]|^)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const PENDING = /^pend(?:ing)?$/i;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const PARTS = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?$/;
const WORDS = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{2}|\d{4})$/i;
const SERIAL = /^([3-6]\d{4})(?:[.,](\d+))?$/;
const DAY_SECONDS = 86_400;

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ...[MONTH_NAMES.id, MONTH_NAMES.en].flatMap((names) =>
      names.flatMap((name, index) => [
        [name.toLowerCase(), index + 1] as const,
        [name.slice(0, 3).toLowerCase(), index + 1] as const,
      ]),
    ),
    ['ags', 8] as const,
    ['agst', 8] as const,
    ['nop', 11] as const,
    ['nopember', 11] as const,
    ['pebruari', 2] as const,
  ].map(([name, month]) => [name, month]),
);

/** A day of a sheet that counts from 1900: 46355 is 2026-11-29. */
function ofSerial(day: number): string {
  return addDays(businessDate('1970-01-01'), day - 25_569);
}

/** @param decimals of a day: `5` is noon */
function timeOfDayPart(decimals: string): string {
  // Half a second before midnight is still that day.
  const seconds = Math.min(DAY_SECONDS - 1, Math.round(Number(`0.${decimals}`) * DAY_SECONDS));
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

function ofParts(year: number, month: number, day: number): string | null {
  const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isBusinessDate(text) ? text : null;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** The year in which `DD/MM` falls into the period; null when it falls into none or into two of it. */
function yearOf(month: number, day: number, period: DatePeriod | null): number | null {
  if (!period) return null;
  const years = new Set([period.from, period.to].map((date) => Number(date.slice(0, 4))));
  const within = [...years].filter((year) => {
    const date = ofParts(year, month, day);
    return date !== null && date >= period.from && date <= period.to;
  });
  return within.length === 1 ? (within[0] ?? null) : null;
}

function dateOf(text: string, order: DateOrder, period: DatePeriod | null): string | null {
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return ofParts(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const named = WORDS.exec(text);
  if (named) {
    const month = MONTHS.get((named[2] ?? '').toLowerCase());
    return month === undefined ? null : ofParts(fullYear(named[3] ?? ''), month, Number(named[1]));
  }
  const parts = PARTS.exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const [day, month] = order === 'MDY' ? [second, first] : [first, second];
  const year = parts[3] === undefined ? yearOf(month, day, period) : fullYear(parts[3]);
  return year === null ? null : ofParts(year, month, day);
}

function timeOf(found: RegExpExecArray): string | null {
  const [hour, minute, second] = [found[1] ?? '', found[2] ?? '', found[3] ?? '00'];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}:${second}`;
}

/**
 * @param order of the column; years in front, months in words and day numbers need none
 * @param period for dates without a year
 * @returns null when the cell is no moment, or no day of the period decides its year
 */
export function writtenMoment(
  cell: string,
  order: DateOrder,
  period: DatePeriod | null = null,
): WrittenMoment | null {
  const text = cell.trim().replace(/^'/, '').replace(/\s+/g, ' ');
  if (PENDING.test(text)) return { date: null, time: null };
  const serial = SERIAL.exec(text);
  if (serial) {
    const time = serial[2] === undefined ? null : timeOfDayPart(serial[2]);
    return { date: ofSerial(Number(serial[1])), time };
  }
  const date = dateOf(text, order, period);
  if (date !== null) return { date, time: null };
  const clock = TIME.exec(text);
  if (!clock || clock.index === 0) return null;
  const [day, time] = [dateOf(text.slice(0, clock.index), order, period), timeOf(clock)];
  return day === null || time === null ? null : { date: day, time };
}

/** `093105`, `09:31:05`, `09.31` → `09:31:05`, and a spreadsheet's part of a day (`0,396586`); null when it is none. */
export function writtenTime(cell: string): string | null {
  const text = cell.trim().replace(/^'/, '');
  const part = /^0?[.,](\d{2,})$/.exec(text);
  if (part) return timeOfDayPart(part[1] ?? '');
  const compact = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  const found = compact ?? TIME.exec(text);
  return found ? timeOf(found) : null;
}

/** Which orders a column of dates still allows; years in front and months in words say nothing. */
export interface DateEvidence {
  readonly allowed: readonly DateOrder[];
  readonly ambiguous: string;
}

export const NO_DATE_EVIDENCE: DateEvidence = { allowed: ['DMY', 'MDY'], ambiguous: '' };

export function withDateCell(evidence: DateEvidence, cell: string): DateEvidence {
  if (evidence.allowed.length < 2) return evidence;
  const found = /^'?(\d{1,2})[-/.](\d{1,2})(?:[-/. ]|$)/.exec(cell.trim());
  const [first, second] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || first === second || first > 31 || second > 31) return evidence;
  if (first > 12 && second <= 12) return { ...evidence, allowed: ['DMY'] };
  if (second > 12 && first <= 12) return { ...evidence, allowed: ['MDY'] };
  return evidence.ambiguous === '' ? { ...evidence, ambiguous: cell.trim() } : evidence;
}

export function decidedDates(evidence: DateEvidence): DateOrder | null {
  const [first = 'DMY'] = evidence.allowed;
  return evidence.allowed.length > 1 && evidence.ambiguous !== '' ? null : first;
}
