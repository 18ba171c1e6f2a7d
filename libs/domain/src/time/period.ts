import { MONTH_NAMES, monthName, type Language } from './month-names';

/** A usage month, `YYYY-MM`. Sorts as text. */
export type Period = string & { readonly __brand: 'Period' };

// Years before 1900 or after 2999 are typing mistakes, not billing months.
const PERIOD = /^(?:19|2\d)\d{2}-(?:0[1-9]|1[0-2])$/;

export function isPeriod(text: unknown): text is Period {
  return typeof text === 'string' && PERIOD.test(text);
}

/** @throws RangeError unless the text is `YYYY-MM`. */
export function period(text: string): Period {
  if (!isPeriod(text)) throw new RangeError(`not a period (YYYY-MM): ${text}`);
  return text;
}

function fromParts(year: number, month: number): Period {
  return period(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`);
}

/** Months since year 0, so that arithmetic on periods is arithmetic on integers. */
function ordinal(value: Period): number {
  return Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1;
}

/**
 * Reads what people and banks write: `10-2025`, `2025-10`, `Oktober 2025`, `October 2025` (any case).
 * @returns null when it is none of these.
 */
export function parsePeriod(text: string): Period | null {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (isPeriod(trimmed)) return trimmed;
  const numeric = /^(\d{2})-(\d{4})$/.exec(trimmed);
  if (numeric) return orNull(`${numeric[2] ?? ''}-${numeric[1] ?? ''}`);
  const named = /^(\p{L}+) (\d{4})$/u.exec(trimmed);
  if (!named) return null;
  const name = (named[1] ?? '').toLowerCase();
  const months = [MONTH_NAMES.id, MONTH_NAMES.en].map((names) =>
    names.findIndex((m) => m.toLowerCase() === name),
  );
  const month = Math.max(...months) + 1;
  return orNull(`${named[2] ?? ''}-${String(month).padStart(2, '0')}`);
}

function orNull(text: string): Period | null {
  return isPeriod(text) ? text : null;
}

/** `2025-10` → `10-2025`, the form the PPOB invoices and many banks use. */
export function formatPeriodMonthYear(value: Period): string {
  return `${value.slice(5, 7)}-${value.slice(0, 4)}`;
}

/** `2025-10` → `Oktober 2025` / `October 2025`. */
export function periodName(value: Period, language: Language): string {
  return `${monthName(Number(value.slice(5, 7)), language)} ${value.slice(0, 4)}`;
}

/** @throws RangeError when the result leaves the years 1900–2999 or `count` is not an integer. */
export function addMonths(value: Period, count: number): Period {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a number of months: ${String(count)}`);
  const target = ordinal(value) + count;
  return fromParts(Math.floor(target / 12), (target % 12) + 1);
}

export function nextPeriod(value: Period): Period {
  return addMonths(value, 1);
}

export function previousPeriod(value: Period): Period {
  return addMonths(value, -1);
}

/** Negative when `a` is earlier, 0 when equal, positive when later: usable in `sort`. */
export function comparePeriods(a: Period, b: Period): number {
  return ordinal(a) - ordinal(b);
}

/** Months from `a` to `b`; negative when `b` is earlier. */
export function monthsBetween(a: Period, b: Period): number {
  return ordinal(b) - ordinal(a);
}

/** `2025-10` → `202510`, the form inside bill numbers and settlement files. */
export function periodCode(value: Period): string {
  return value.replace('-', '');
}

/** @throws RangeError unless the code is `YYYYMM`. */
export function periodFromCode(code: string): Period {
  if (!/^\d{6}$/.test(code)) throw new RangeError(`not a period code (YYYYMM): ${code}`);
  return period(`${code.slice(0, 4)}-${code.slice(4)}`);
}
