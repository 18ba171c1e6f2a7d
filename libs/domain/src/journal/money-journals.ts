import { feeBooked, type CollectorKind } from '../collector';
import { addRupiah, subtractRupiah, sumRupiah, ZERO_RUPIAH, type Rupiah } from '../money';
import { balanced } from './balance';
import type { AccountCode } from './chart-of-accounts';
import { CLEARING_ACCOUNT } from './clearing-account';
import { credit, debit, type JournalLine, type JournalParties, type RowId } from './journal-line';

/** Penalty gross; a waiver applied by this very payment is booked with it. */
export type SettledBill = {
  readonly billId: RowId;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
  readonly waiver?: Rupiah;
};

/** Who took the money; its kind says in which account it stands until it is ours. */
export type JournalCollector = { readonly id: RowId; readonly kind: CollectorKind };

type Settlement = {
  readonly customerId: RowId;
  readonly bills: readonly SettledBill[];
  readonly stampDuty: Rupiah;
};

/**
 * Money a collector took settles bills. What it owes us is bills and stamp duty; of a counter or a partner also the
 * fee, which is ours. A bank's own fee never enters our books.
 */
export function paymentPosted(
  payment: Settlement & { readonly collector: JournalCollector; readonly adminFee: Rupiah },
): JournalLine[] {
  const { collector, customerId } = payment;
  const parties = { collectorId: collector.id, customerId };
  const fee = feeBooked(collector.kind, payment.adminFee);
  return settle(CLEARING_ACCOUNT[collector.kind], parties, payment, [credit('4210', fee, parties)]);
}

/** Credit the customer already has settles bills: the same, out of the liability in place of the bank. */
export function creditApplied(application: Settlement): JournalLine[] {
  return settle('2110', { customerId: application.customerId }, application);
}

function settle(
  source: AccountCode,
  payer: JournalParties,
  settlement: Settlement,
  fees: readonly JournalLine[] = [],
): JournalLine[] {
  const { customerId, stampDuty } = settlement;
  const bills = settlement.bills.map((bill) => ({ ...bill, waiver: bill.waiver ?? ZERO_RUPIAH }));
  const waivers = bills.map(({ billId, waiver }) => debit('4190', waiver, { customerId, billId }));
  const credits = [
    ...bills.flatMap(({ billId, principal, penalty }) => [
      credit('1210', principal, { customerId, billId }),
      credit('1220', penalty, { customerId, billId }),
    ]),
    credit('2130', stampDuty, { customerId }),
    ...fees,
  ];
  const received = subtractRupiah(
    sumRupiah(credits.map((line) => line.credit)),
    sumRupiah(bills.map((bill) => bill.waiver)),
  );
  return balanced([debit(source, received, payer), ...waivers, ...credits]);
}

/**
 * The mirror of the journal that was posted: reversed, never edited, and so exact to the rupiah. What was booked as cash
 * at bank before there were clearing accounts stands in the collector's account since the cut-over, and goes back from
 * there.
 */
export function paymentReversed(posted: readonly JournalLine[], collector: CollectorKind): JournalLine[] {
  return balanced(
    posted.map((line) => ({
      ...line,
      account: line.account === '1110' ? CLEARING_ACCOUNT[collector] : line.account,
      debit: line.credit,
      credit: line.debit,
    })),
  );
}

/** Money for a known customer that settles nothing now: paid late, twice, or on a closed virtual account. */
export function creditReceived(receipt: HeldMoney & { readonly customerId: RowId }): JournalLine[] {
  const { customerId, amount } = receipt;
  return held(receipt, { customerId }, credit('2110', amount, { customerId }));
}

/**
 * Held money leaves our bank account again, to the customer or back to the bank it came from: out of the customer's
 * credit, or out of suspense when nobody was named.
 */
export function heldMoneyReturned(payout: {
  /** Null for credit that no collector brought: what a correction gave back. */
  readonly collectorId: RowId | null;
  readonly customerId: RowId | null;
  readonly amount: Rupiah;
}): JournalLine[] {
  const { collectorId, customerId, amount } = payout;
  const through = collectorId === null ? {} : { collectorId };
  const source = customerId === null ? debit('2120', amount, through) : debit('2110', amount, { customerId });
  return balanced([source, credit('1110', amount, through)]);
}

/** Money nobody can be named for; it stays a liability until its case is resolved. */
export function suspenseReceived(receipt: HeldMoney): JournalLine[] {
  return held(receipt, {}, credit('2120', receipt.amount, { collectorId: receipt.collector.id }));
}

/** Money that settles nothing; the fee as for a payment. */
type HeldMoney = {
  readonly collector: JournalCollector;
  readonly amount: Rupiah;
  readonly adminFee: Rupiah;
};

function held(
  { collector, amount, adminFee }: HeldMoney,
  payer: JournalParties,
  liability: JournalLine,
): JournalLine[] {
  const parties = { collectorId: collector.id, ...payer };
  const fee = feeBooked(collector.kind, adminFee);
  return balanced([
    debit(CLEARING_ACCOUNT[collector.kind], addRupiah(amount, fee), parties),
    liability,
    credit('4210', fee, parties),
  ]);
}
