import { sumRupiah } from '../money';
import { withoutEmptyLines, type JournalLine } from './journal-line';

/** A journal that would unbalance the books, or has a line that says nothing. */
export class UnbalancedJournal extends Error {
  override readonly name = 'UnbalancedJournal';
}

/**
 * Every journal, before it is written: each line has exactly one positive side, and the sides are equal. The
 * database enforces the same with a trigger; here it fails with the reason, and earlier.
 * @throws UnbalancedJournal
 */
export function assertBalanced(lines: readonly JournalLine[]): void {
  for (const { account, debit, credit } of lines) {
    const sidesUsed = Number(debit !== 0) + Number(credit !== 0);
    if (debit < 0 || credit < 0 || sidesUsed !== 1) {
      throw new UnbalancedJournal(`line on ${account} must have one positive side`);
    }
  }
  const debits = sumRupiah(lines.map((line) => line.debit));
  const credits = sumRupiah(lines.map((line) => line.credit));
  if (debits !== credits) throw new UnbalancedJournal(`debit ${String(debits)} ≠ credit ${String(credits)}`);
}

/** The way every builder ends: empty lines left out, the rest proven. */
export function balanced(lines: readonly JournalLine[]): JournalLine[] {
  const kept = withoutEmptyLines(lines);
  assertBalanced(kept);
  return kept;
}
