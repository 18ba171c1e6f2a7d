import type { JournalLine } from './journal-line';

/** A journal that would unbalance the books, or has a line that says nothing. */
export class UnbalancedJournal extends Error {
  override readonly name = 'UnbalancedJournal';
}

export declare function assertBalanced(lines: readonly JournalLine[]): void;
