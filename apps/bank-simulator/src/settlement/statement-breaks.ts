import { addDays, businessDate } from '@tirtapay/domain';
import type { StatementEntry } from '../books/statements';

/** What can be wrong with the statement of a supplier or partner. */
export const STATEMENT_BREAKS = ['missing', 'extra', 'duplicate', 'amount', 'next-day', 'reversed'] as const;
export type StatementBreak = (typeof STATEMENT_BREAKS)[number];

export const STATEMENT_BREAK_WORDS: Readonly<Record<StatementBreak, string>> = {
  missing: 'satu baris hilang',
  extra: 'satu baris yang tidak ada di PDAM',
  duplicate: 'satu baris tercatat dua kali',
  amount: 'satu nominal lebih Rp1.000',
  'next-day': 'satu baris tercatat hari berikutnya',
  reversed: 'satu baris dikembalikan setelah tercatat',
};

const DIFFERENCE = 1_000;
const EXTRA = 25_000;

/**
 * The entries of a day with the chosen breaks, each on an entry of its own while there are any: from the oldest that was not
 * given back, in the order of STATEMENT_BREAKS.
 */
export function withStatementBreaks(
  entries: readonly StatementEntry[],
  breaks: readonly StatementBreak[],
): StatementEntry[] {
  const chosen = STATEMENT_BREAKS.filter((name) => breaks.includes(name));
  const onRows = chosen.filter((name) => name !== 'extra');
  const back = new Set(
    entries
      .filter((entry, index) => entries.findIndex((other) => other.reference === entry.reference) !== index)
      .map(({ reference }) => reference),
  );
  const whole = entries.filter(({ reference }) => !back.has(reference));
  const broken = entries.flatMap((entry) => brokenEntry(entry, onRows[whole.indexOf(entry)]));
  const [like] = whole;
  return chosen.includes('extra') && like !== undefined ? [...broken, extraOf(like)] : broken;
}

function brokenEntry(entry: StatementEntry, name: StatementBreak | undefined): StatementEntry[] {
  switch (name) {
    case 'missing':
      return [];
    case 'duplicate':
      return [entry, entry];
    case 'amount':
      return [{ ...entry, amount: entry.amount + Math.sign(entry.amount) * DIFFERENCE }];
    case 'next-day':
      return [{ ...entry, at: `${addDays(businessDate(entry.at.slice(0, 10)), 1)}${entry.at.slice(10)}` }];
    case 'reversed':
      return [entry, { ...entry, amount: -entry.amount }];
    default:
      return [entry];
  }
}

/** What nobody at the biller has heard of. */
function extraOf(like: StatementEntry): StatementEntry {
  return {
    ...like,
    reference: `EXTRA-${like.at.slice(0, 10).replaceAll('-', '')}-000001`,
    customer_no: '',
    amount: Math.sign(like.amount) * EXTRA,
    at: `${like.at.slice(0, 10)}T23:59:59${like.at.slice(19)}`,
  };
}
