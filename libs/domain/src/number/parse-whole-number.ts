/** Why a text is no whole number; what a form says in words. */
export type WholeNumberProblem = 'EMPTY' | 'NEGATIVE' | 'COMMA' | 'GROUPING' | 'CHARACTERS' | 'TOO_LARGE';

export type ParsedWholeNumber = { ok: true; value: number } | { ok: false; reason: WholeNumberProblem };

/** What may stand beside the digits of a field of that kind, as the product itself prints it. */
export type NumberUnit = 'Rp' | 'm³';

const BESIDE: Record<NumberUnit, RegExp> = {
  Rp: /^Rp\.?\s*(?=\S)/i,
  'm³': /\s*m(?:³|3)$/i,
};

/**
 * What a person typed or pasted → a whole number of cubic metres, rupiah or pieces. Thousands may be grouped as
 * Indonesian writes them (`2.654`, `Rp12.500`, `2.654 m³`); leading zeros count for nothing, as on the dial of a meter.
 * Everything else is refused and never trimmed: of `12,5` and `12,500` nobody can tell which one was meant.
 *
 * @param unit which unit the field is in; a text in another one is refused
 * @returns a safe integer ≥ 0, or why it is none
 */
export function parseWholeNumber(text: string, unit?: NumberUnit): ParsedWholeNumber {
  const bare = text.trim();
  if (bare === '') return { ok: false, reason: 'EMPTY' };
  if (/^[-−–]|^\(|^Rp\.?\s*[-−–]/i.test(bare)) return { ok: false, reason: 'NEGATIVE' };
  const digits = unit === undefined ? bare : bare.replace(BESIDE[unit], '');
  if (/^\d+$/.test(digits) || /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(digits)) {
    const value = Number(digits.replaceAll('.', ''));
    return Number.isSafeInteger(value) ? { ok: true, value } : { ok: false, reason: 'TOO_LARGE' };
  }
  if (!/^[\d.,]+$/.test(digits)) return { ok: false, reason: 'CHARACTERS' };
  return { ok: false, reason: digits.includes(',') ? 'COMMA' : 'GROUPING' };
}

/** 2654 → `2.654`, the form `parseWholeNumber` reads back. @throws RangeError unless a safe integer ≥ 0 */
export function groupWholeNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${String(value)}`);
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
