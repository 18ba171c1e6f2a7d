import type { Roll } from './printer-settings';

/** What goes on a roll: lines that are laid out already, and what the code under them holds. */
export interface Slip {
  /** Of the document, for people. */
  readonly number: string;
  /** ASCII, a line feed after every line, no line longer than the roll has columns. */
  readonly text: string;
  readonly qr: string | null;
}

export const COLUMNS: Readonly<Record<Roll, number>> = { 58: 32, 80: 42 };

/** Edges, letters and a code: enough to see whether the paper is set right. */
export function testSlip(roll: Roll, title: string, moment: string): Slip {
  const columns = COLUMNS[roll];
  const middle = (text: string): string => ' '.repeat(Math.max(0, (columns - text.length) >> 1)) + text;
  const scale = '1234567890'.repeat(5).slice(0, columns);
  return {
    number: title,
    text: [
      middle('TirtaPay'),
      middle(title),
      '='.repeat(columns),
      scale,
      '|' + ' '.repeat(columns - 2) + '|',
      'Rp1.234.567.890'.padStart(columns),
      'abcdefghijklm nopqrstuvwxyz',
      '-'.repeat(columns),
      moment,
    ]
      .map((line) => `${line}\n`)
      .join(''),
    qr: 'TIRTAPAY',
  };
}
