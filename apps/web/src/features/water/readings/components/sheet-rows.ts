import {
  CONDITION_CODES,
  CONDITIONS,
  isConditionCode,
  normalizeCustomerNumber,
  parseWholeNumber,
  type ConditionCode,
} from '@tirtapay/domain';
import type { SheetRowBody } from '@tirtapay/api-client';

/** As many as the server takes at once. */
export const MOST_ROWS = 200;

/** A line of the sheet, to the letter as it was typed. */
export interface SheetRow {
  readonly id: string;
  readonly number: string;
  readonly stand: string;
  readonly condition: ConditionCode;
  readonly note: string;
}

export const emptyRow = (): SheetRow => ({
  id: crypto.randomUUID(),
  number: '',
  stand: '',
  condition: 'NORMAL',
  note: '',
});

export const isEmpty = (row: SheetRow): boolean =>
  row.number.trim() === '' && row.stand.trim() === '' && row.note.trim() === '';

/** What can be seen to be wrong without asking; keys of the words of this feature. */
export type RowFault = 'number' | 'checkDigit' | 'stand' | 'standMissing' | 'standTooMuch' | 'twice';

/**
 * What is copied from a spreadsheet: a line for each row, tabs between number, stand, condition and note. A heading of
 * words is no row; conditions are understood by their code and by their name.
 */
export function pastedRows(text: string): SheetRow[] {
  return text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .filter(([first = ''], index) => index > 0 || /\d/.test(first))
    .map(([number = '', stand = '', condition = '', note = '']) => ({
      ...emptyRow(),
      // A spreadsheet marks text that looks like a number.
      number: number.replace(/^'/, ''),
      stand,
      condition: conditionOf(condition) ?? 'NORMAL',
      note:
        conditionOf(condition) === null ? [condition, note].filter((part) => part !== '').join(' ') : note,
    }));
}

function conditionOf(text: string): ConditionCode | null {
  if (text === '') return 'NORMAL';
  const code = text.toUpperCase().replaceAll(' ', '_');
  if (isConditionCode(code)) return code;
  const small = text.toLowerCase();
  return (
    CONDITION_CODES.find((known) =>
      Object.values(CONDITIONS[known].label).some((label) => label.toLowerCase() === small),
    ) ?? null
  );
}

/**
 * Pasted rows take the place of the row they were pasted into and of the empty ones after it; none beyond the most, and how
 * many found no place.
 */
export function withPasted(
  rows: readonly SheetRow[],
  at: number,
  pasted: readonly SheetRow[],
): { readonly rows: SheetRow[]; readonly left: number } {
  const before = rows.slice(0, at);
  const after = rows.slice(at).filter((row) => !isEmpty(row));
  const all = [...before, ...pasted, ...after];
  return { rows: all.slice(0, MOST_ROWS), left: Math.max(0, all.length - MOST_ROWS) };
}

export function faultOf(row: SheetRow, rows: readonly SheetRow[]): RowFault | null {
  const number = normalizeCustomerNumber(row.number);
  if (!number.ok) return number.reason === 'CHECK_DIGIT' ? 'checkDigit' : 'number';
  const same = (other: SheetRow) => {
    const theirs = normalizeCustomerNumber(other.number);
    return theirs.ok && theirs.value === number.value;
  };
  if (rows.filter((other) => same(other)).length > 1) return 'twice';
  const stand = parseWholeNumber(row.stand, 'm³');
  const { estimated } = CONDITIONS[row.condition];
  if (!stand.ok && stand.reason !== 'EMPTY') return 'stand';
  if (estimated) return stand.ok ? 'standTooMuch' : null;
  return stand.ok ? null : 'standMissing';
}

/** What is sent of a line without a fault. */
export function bodyOf(row: SheetRow): SheetRowBody {
  const stand = parseWholeNumber(row.stand, 'm³');
  return {
    client_id: row.id,
    customer_number: row.number.trim(),
    condition_code: row.condition,
    ...(stand.ok && { current_stand: stand.value }),
    ...(row.note.trim() !== '' && { note: row.note.trim() }),
  };
}
