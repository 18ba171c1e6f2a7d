import { ZERO_RUPIAH, type Rupiah } from '../money';
import type { AccountCode } from './chart-of-accounts';

/** A row id as the caller's tables have it; only passed through. */
export type RowId = string | number;

/** Whom or what a line concerns, for sub-ledgers and the invariants. */
export type JournalParties = {
  readonly collectorId?: RowId;
  readonly customerId?: RowId;
  readonly billId?: RowId;
};

/** Exactly one of debit and credit is above zero. */
export type JournalLine = JournalParties & {
  readonly account: AccountCode;
  readonly debit: Rupiah;
  readonly credit: Rupiah;
};

export function debit(account: AccountCode, amount: Rupiah, parties: JournalParties): JournalLine {
  return { account, debit: amount, credit: ZERO_RUPIAH, ...parties };
}

export function credit(account: AccountCode, amount: Rupiah, parties: JournalParties): JournalLine {
  return { account, debit: ZERO_RUPIAH, credit: amount, ...parties };
}

/** Lines of nothing are left out: a bill without fixed charges has no line for them. */
export function withoutEmptyLines(lines: readonly JournalLine[]): JournalLine[] {
  return lines.filter((line) => line.debit !== 0 || line.credit !== 0);
}
