import { rupiah, type Rupiah } from '../money';
import { balanced } from './balance';
import type { AccountCode } from './chart-of-accounts';
import { credit, debit, type JournalLine, type JournalParties } from './journal-line';

/** Of a bank, whole rupiah, signed: a day on which more was taken back than paid is negative. */
interface ReconciledDay {
  readonly collectorId: number;
  /** What came into our account. */
  readonly received: number;
  /** What the bank kept: fees, discounts. */
  readonly charged: number;
  /** What it does not owe any more. */
  readonly cleared: number;
  /** What it paid of earlier claims. */
  readonly claimSettled: number;
}

/** Debits above zero, credits below it become the other side. */
function signed(account: AccountCode, amount: number, parties: JournalParties): JournalLine {
  return amount >= 0 ? debit(account, rupiah(amount), parties) : credit(account, rupiah(-amount), parties);
}

/** A closed day: what was due from the bank is in our account, less what it kept. Empty for a day of nothing. */
export function dayReconciled(day: ReconciledDay): JournalLine[] {
  const parties = { collectorId: day.collectorId };
  return balanced([
    signed('1110', day.received, parties),
    signed('5110', day.charged, parties),
    signed('1130', 0 - day.cleared, parties),
    signed('1160', 0 - day.claimSettled, parties),
  ]);
}

/** A day that is opened again: the mirror of its closing. */
export function dayReopened(day: ReconciledDay): JournalLine[] {
  return dayReconciled({
    collectorId: day.collectorId,
    received: 0 - day.received,
    charged: 0 - day.charged,
    cleared: 0 - day.cleared,
    claimSettled: 0 - day.claimSettled,
  });
}

/** What the bank should have paid and did not; below zero, what it paid and should not have. */
export function claimRaised(claim: { readonly collectorId: number; readonly amount: number }): JournalLine[] {
  const parties = { collectorId: claim.collectorId };
  return balanced([signed('1160', claim.amount, parties), signed('1130', 0 - claim.amount, parties)]);
}

/** A claim that should not have been raised: the mirror of raising it. */
export function claimWithdrawn(claim: {
  readonly collectorId: number;
  readonly amount: number;
}): JournalLine[] {
  return claimRaised({ collectorId: claim.collectorId, amount: 0 - claim.amount });
}

/** The days before reconciliation began, by the bank's balance letter: agreed is in our account, the rest is claimed. */
export function oldDaysAgreed(old: {
  readonly collectorId: number;
  readonly agreed: Rupiah;
  readonly due: Rupiah;
}): JournalLine[] {
  const parties = { collectorId: old.collectorId };
  return balanced([
    signed('1110', old.agreed, parties),
    signed('1160', old.due - old.agreed, parties),
    signed('1130', 0 - old.due, parties),
  ]);
}
