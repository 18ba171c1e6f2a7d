import { rupiah, type Rupiah } from '../money';
import { balanced } from './balance';
import type { AccountCode } from './chart-of-accounts';
import { credit, debit, type JournalLine, type JournalParties } from './journal-line';
import type { SupplierAccount } from './supplier-journals';

/** Of what a day is cleared: what a bank owes, a partner's deposit, our deposit at a supplier or what it is owed. */
export type SettledAccount = '1130' | '2140' | SupplierAccount;

/** Where a day is booked: what came, what was kept, and what it is cleared off. */
interface DayAccounts {
  readonly received: AccountCode;
  readonly charged: AccountCode;
  readonly cleared: AccountCode;
}

/**
 * What a supplier differs by is put right on the very account its statement is of: one net line there. What it charges more
 * than we booked is margin, as the cost of a sale is. Of a partner's day nothing is booked: its deposit is what we say it is.
 */
function accountsOf(account: SettledAccount): DayAccounts {
  return account === '1130'
    ? { received: '1110', charged: '5110', cleared: account }
    : { received: account, charged: '4220', cleared: account };
}

/** Of a bank, supplier or partner, whole rupiah, signed: a day on which more was taken back than paid is negative. */
interface ReconciledDay {
  readonly collectorId: number;
  readonly account: SettledAccount;
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
  const { received, charged, cleared } = accountsOf(day.account);
  const moved =
    received === cleared
      ? [signed(received, day.received - day.cleared, parties)]
      : [signed(received, day.received, parties), signed(cleared, 0 - day.cleared, parties)];
  return balanced([
    ...moved,
    signed(charged, day.charged, parties),
    signed('1160', 0 - day.claimSettled, parties),
  ]);
}

/** A day that is opened again: the mirror of its closing. */
export function dayReopened(day: ReconciledDay): JournalLine[] {
  return dayReconciled({
    ...day,
    received: 0 - day.received,
    charged: 0 - day.charged,
    cleared: 0 - day.cleared,
    claimSettled: 0 - day.claimSettled,
  });
}

interface Claim {
  readonly collectorId: number;
  readonly account: SettledAccount;
  readonly amount: number;
}

/** What a bank or supplier should have paid and did not; below zero, what it paid and should not have. */
export function claimRaised({ collectorId, account, amount }: Claim): JournalLine[] {
  const parties = { collectorId };
  return balanced([signed('1160', amount, parties), signed(account, 0 - amount, parties)]);
}

/** A claim that should not have been raised: the mirror of raising it. */
export function claimWithdrawn(claim: Claim): JournalLine[] {
  return claimRaised({ ...claim, amount: 0 - claim.amount });
}

/** What a journal moved on an account, debit less credit. */
export function netOn(account: AccountCode, lines: readonly JournalLine[]): number {
  return lines.reduce((sum, line) => (line.account === account ? sum + line.debit - line.credit : sum), 0);
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
