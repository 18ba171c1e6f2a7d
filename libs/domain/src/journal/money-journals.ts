import { subtractRupiah, sumRupiah, ZERO_RUPIAH, type Rupiah } from '../money';
import { balanced } from './balance';
import type { AccountCode } from './chart-of-accounts';
import { credit, debit, type JournalLine, type JournalParties, type RowId } from './journal-line';

/** Penalty gross; a waiver applied by this very payment is booked with it. */
export type SettledBill = {
  readonly billId: RowId;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
  readonly waiver?: Rupiah;
};

type Settlement = {
  readonly customerId: RowId;
  readonly bills: readonly SettledBill[];
  readonly stampDuty: Rupiah;
};

/**
 * Money from a bank settles bills. The bank's line is exactly what reaches the utility (bills + stamp duty); the
 * bank's own fee never enters our books.
 */
export function paymentPosted(payment: Settlement & { readonly bankId: RowId }): JournalLine[] {
  return settle('1110', { bankId: payment.bankId, customerId: payment.customerId }, payment);
}

/** Credit the customer already has settles bills: the same, out of the liability in place of the bank. */
export function creditApplied(application: Settlement): JournalLine[] {
  return settle('2110', { customerId: application.customerId }, application);
}

function settle(source: AccountCode, payer: JournalParties, settlement: Settlement): JournalLine[] {
  const { customerId, stampDuty } = settlement;
  const bills = settlement.bills.map((bill) => ({ ...bill, waiver: bill.waiver ?? ZERO_RUPIAH }));
  const waivers = bills.map(({ billId, waiver }) => debit('4190', waiver, { customerId, billId }));
  const credits = [
    ...bills.flatMap(({ billId, principal, penalty }) => [
      credit('1210', principal, { customerId, billId }),
      credit('1220', penalty, { customerId, billId }),
    ]),
    credit('2130', stampDuty, { customerId }),
  ];
  const received = subtractRupiah(
    sumRupiah(credits.map((line) => line.credit)),
    sumRupiah(bills.map((bill) => bill.waiver)),
  );
  return balanced([debit(source, received, payer), ...waivers, ...credits]);
}

/** The mirror of the journal that was posted: reversed, never edited, and so exact to the rupiah. */
export function paymentReversed(posted: readonly JournalLine[]): JournalLine[] {
  return balanced(posted.map((line) => ({ ...line, debit: line.credit, credit: line.debit })));
}

/** Money for a known customer that settles nothing now: paid late, twice, or on a closed virtual account. */
export function creditReceived(receipt: {
  readonly bankId: RowId;
  readonly customerId: RowId;
  readonly amount: Rupiah;
}): JournalLine[] {
  const { bankId, customerId, amount } = receipt;
  return balanced([debit('1110', amount, { bankId, customerId }), credit('2110', amount, { customerId })]);
}

/**
 * Held money leaves again, to the customer or back to the bank it came from: out of the customer's credit, or out of
 * suspense when nobody was named.
 */
export function heldMoneyReturned(payout: {
  readonly bankId: RowId;
  readonly customerId: RowId | null;
  readonly amount: Rupiah;
}): JournalLine[] {
  const { bankId, customerId, amount } = payout;
  const held =
    customerId === null ? debit('2120', amount, { bankId }) : debit('2110', amount, { customerId });
  return balanced([held, credit('1110', amount, { bankId })]);
}

/** Money nobody can be named for; it stays a liability until its case is resolved. */
export function suspenseReceived(receipt: {
  readonly bankId: RowId;
  readonly amount: Rupiah;
}): JournalLine[] {
  const { bankId, amount } = receipt;
  return balanced([debit('1110', amount, { bankId }), credit('2120', amount, { bankId })]);
}
