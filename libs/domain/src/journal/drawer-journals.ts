import { type Rupiah } from '../money';
import { balanced } from './balance';
import { credit, debit, type JournalLine, type RowId } from './journal-line';

interface DrawerMove {
  /** The drawer, which is a collector. */
  readonly collectorId: RowId;
  /** Above zero. */
  readonly amount: Rupiah;
}

/** Change money is put into a drawer, out of our bank account. */
export function drawerFloated({ collectorId, amount }: DrawerMove): JournalLine[] {
  return balanced([debit('1140', amount, { collectorId }), credit('1110', amount, { collectorId })]);
}

/** Takings are brought to the bank; the line of its statement only matches this. */
export function drawerDeposited({ collectorId, amount }: DrawerMove): JournalLine[] {
  return balanced([debit('1110', amount, { collectorId }), credit('1140', amount, { collectorId })]);
}

/**
 * Counted is not what it should be: too little is our expense, too much the reverse.
 * @param difference counted − expected, not zero
 */
export function drawerDiffered(drawer: {
  readonly collectorId: RowId;
  readonly difference: Rupiah;
}): JournalLine[] {
  const { collectorId, difference } = drawer;
  const amount = Math.abs(difference) as Rupiah;
  return difference < 0
    ? balanced([debit('5120', amount, { collectorId }), credit('1140', amount, { collectorId })])
    : balanced([debit('1140', amount, { collectorId }), credit('5120', amount, { collectorId })]);
}
