import type { AmountReading } from './settlement-reading';
import type { SettlementAmount } from './settlement-line';

/**
 * Amounts as banks and spreadsheets print them. One cell may be readable two ways (`1.000` is a thousand or one), a
 * column of them seldom: `1.488,69` above it decides. So a cell is asked which readings it allows, and the column takes
 * what all of its cells allow.
 *
 * Money has two decimals. `1.234` is therefore 1,234 in any column: with a point for decimals it would be 1 rupiah and
 * 23.4 sen. `1.000` and `97.500` stay open, because programs that print three decimals exist.
 */

/** A cell without currency, sign, mark and spaces. */
export interface BareAmount {
  readonly digits: string;
  readonly negative: boolean;
  /** Letters behind the number: `CR`, `DB`, `C`, `D`, `K`; upper case, empty when there are none. */
  readonly mark: string;
}

const CELL = /^(?:rp\.?|idr)?\s*([-+(]?)\s*(?:rp\.?|idr)?\s*([\d.,]+)\s*(\)?)(-?)\s*([a-z]{0,2})$/i;
/** No amount of any bank is written at such length. */
const LONGEST = 100;
const SCIENTIFIC = /^[-+]?\d+(?:[.,]\d+)?e[-+]?\d+$/i;

/** `1,23457E+11`: what a spreadsheet makes of a long number; the digits are gone. */
export function isScientific(cell: string): boolean {
  return SCIENTIFIC.test(cell.trim());
}

/** Takes `Rp97.500,00`, `Rp97.500,-`, `(97,500.00)`, `97,500.00 CR` or `-97500` apart; null when it is no number. */
export function bareAmount(cell: string): BareAmount | null {
  const words = cell
    .trim()
    .replace(/^'/, '')
    .replace(/[.,]-$/, '')
    // Where blanks may stand at four places, a thousand of them could be shared out in a billion ways.
    .replace(/\s+/g, ' ');
  const found = words.length > LONGEST ? null : CELL.exec(words);
  if (!found) return null;
  const [, before = '', digits = '', closing = '', after = '', mark = ''] = found;
  if ((before === '(') !== (closing === ')') || !/\d/.test(digits)) return null;
  return { digits, negative: before === '(' || before === '-' || after === '-', mark: mark.toUpperCase() };
}

const SHAPES: Readonly<Record<AmountReading, RegExp>> = {
  POINT_DECIMAL: /^(\d+|[1-9]\d{0,2}(?:,\d{3})+|)(?:\.(\d{0,2}0*))?$/,
  COMMA_DECIMAL: /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|)(?:,(\d{0,2}0*))?$/,
};

/** The amount under one reading, never negative; null when the cell's digits are no amount in it. */
export function amountIn(digits: string, reading: AmountReading): SettlementAmount | null {
  const found = SHAPES[reading].exec(digits);
  if (!found) return null;
  const whole = (found[1] ?? '').replace(/[.,]/g, '');
  const rupiah = Number(whole === '' ? '0' : whole);
  if (!Number.isSafeInteger(rupiah)) return null;
  return { rupiah, sen: Number((found[2] ?? '').slice(0, 2).padEnd(2, '0')) };
}

/** Which readings a column still allows, and whether the choice between them changes a number of it. */
export interface AmountEvidence {
  readonly allowed: readonly AmountReading[];
  /** The first cell that means two things; empty: none yet. */
  readonly ambiguous: string;
}

export const NO_AMOUNT_EVIDENCE: AmountEvidence = {
  allowed: ['POINT_DECIMAL', 'COMMA_DECIMAL'],
  ambiguous: '',
};

/**
 * The evidence with one more cell. A cell that would leave no reading is against the column: it says nothing here, and
 * is an error of its own row when the column is read.
 */
export function withAmountCell(evidence: AmountEvidence, cell: string): AmountEvidence {
  if (evidence.allowed.length < 2) return evidence;
  const bare = bareAmount(cell);
  if (!bare) return evidence;
  const [point, comma] = [amountIn(bare.digits, 'POINT_DECIMAL'), amountIn(bare.digits, 'COMMA_DECIMAL')];
  if (point && !comma) return { ...evidence, allowed: ['POINT_DECIMAL'] };
  if (comma && !point) return { ...evidence, allowed: ['COMMA_DECIMAL'] };
  if (!point || !comma || evidence.ambiguous !== '') return evidence;
  const same = point.rupiah === comma.rupiah && point.sen === comma.sen;
  return same ? evidence : { ...evidence, ambiguous: cell.trim() };
}

/** The column's reading; null: it must be asked for. Cells that mean the same either way leave nothing to ask. */
export function decidedAmounts(evidence: AmountEvidence): AmountReading | null {
  const [first = 'POINT_DECIMAL'] = evidence.allowed;
  return evidence.allowed.length > 1 && evidence.ambiguous !== '' ? null : first;
}
