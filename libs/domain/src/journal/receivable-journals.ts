import { settlementOf, type BillKind, type CorrectionSettlement } from '../billing';
import { addRupiah, rupiah, ZERO_RUPIAH, type Rupiah } from '../money';
import { balanced } from './balance';
import type { AccountCode } from './chart-of-accounts';
import { credit, debit, type JournalLine, type JournalParties, type RowId } from './journal-line';

export type BilledAmounts = {
  readonly customerId: RowId;
  readonly billId: RowId;
  readonly waterAmount: Rupiah;
  readonly fixedAmount: Rupiah;
  /** WATER unless said. */
  readonly kind?: BillKind;
  /** Lines of the bill's own kind that are neither water nor fixed. */
  readonly otherAmount?: Rupiah;
  /** Lines KOREKSI: corrections of earlier bills this one asks for. */
  readonly carriedAmount?: Rupiah;
};

export type PenaltyEvent = { readonly customerId: RowId; readonly billId: RowId; readonly amount: Rupiah };

/** What the lines of a kind that are neither water nor fixed are credited to; instalments are booked by their plan. */
const OTHER_ACCOUNT: Readonly<Partial<Record<BillKind, AccountCode>>> = { OPENING: '3900', NONWATER: '4140' };

/** What a bill is made of, each part on its account; empty for an instalment, which moves inside receivables. */
function parts(bill: BilledAmounts): (readonly [AccountCode, Rupiah])[] {
  const { waterAmount, fixedAmount, kind = 'WATER' } = bill;
  const { otherAmount = ZERO_RUPIAH, carriedAmount = ZERO_RUPIAH } = bill;
  const other = OTHER_ACCOUNT[kind];
  return [
    ['4110', waterAmount],
    ['4120', fixedAmount],
    ...(other === undefined ? [] : [[other, otherAmount] as const]),
    ['1230', carriedAmount],
  ];
}

/**
 * A bill becomes due: the receivable against water and fixed revenue, non-water revenue, opening balances, or corrections
 * booked before. No lines for a bill of Rp0, nor for an instalment (`billsReplaced` books those of a plan together).
 */
export function billIssued(bill: BilledAmounts): JournalLine[] {
  const parties = { customerId: bill.customerId, billId: bill.billId };
  const owed = parts(bill);
  return balanced([
    debit('1210', sumOf(owed), parties),
    ...owed.map(([account, amount]) => credit(account, amount, parties)),
  ]);
}

/** A correction takes an issued bill back, together with the penalty booked on it so far (gross). */
export function billCancelled(bill: BilledAmounts & { readonly penalty?: Rupiah }): JournalLine[] {
  const { penalty = ZERO_RUPIAH } = bill;
  const parties = { customerId: bill.customerId, billId: bill.billId };
  const owed = parts(bill);
  return balanced([
    ...owed.map(([account, amount]) => debit(account, amount, parties)),
    debit('4130', penalty, parties),
    credit('1210', sumOf(owed), parties),
    credit('1220', penalty, parties),
  ]);
}

function sumOf(owed: readonly (readonly [AccountCode, Rupiah])[]): Rupiah {
  return owed.reduce<Rupiah>((sum, [, amount]) => addRupiah(sum, amount), ZERO_RUPIAH);
}

/**
 * A paid bill was wrong. What it was too much becomes the customer's credit at once; what it was too little is revenue at
 * once and waits in 1230 for the bill that will carry it. On a paper with several bills the sum decides for all of them
 * (`settlementOf`), so that nobody is given credit and asked for more at the same time.
 * @param correction recomputed minus billed, each part with its sign; of penalties only what goes back (zero or below)
 */
export function billCorrected(correction: {
  readonly customerId: RowId;
  readonly billId: RowId;
  readonly waterDifference: number;
  readonly fixedDifference: number;
  /** Of a charge that is no water. */
  readonly chargeDifference?: number;
  /** Of a balance that was taken over. */
  readonly openingDifference?: number;
  readonly penaltyDifference?: number;
  readonly settlement?: CorrectionSettlement;
}): JournalLine[] {
  const { waterDifference, fixedDifference, penaltyDifference = 0 } = correction;
  const { chargeDifference = 0, openingDifference = 0 } = correction;
  const parties = { customerId: correction.customerId, billId: correction.billId };
  const owed = waterDifference + fixedDifference + chargeDifference + openingDifference + penaltyDifference;
  const { settlement = settlementOf([owed]) } = correction;
  return balanced([
    settlement === 'CREDIT'
      ? signed('2110', -owed, { customerId: correction.customerId })
      : signed('1230', -owed, parties),
    signed('4110', waterDifference, parties),
    signed('4120', fixedDifference, parties),
    signed('4140', chargeDifference, parties),
    signed('3900', openingDifference, parties),
    signed('4130', penaltyDifference, parties),
  ]);
}

function signed(account: AccountCode, amount: number, parties: JournalParties): JournalLine {
  return amount < 0 ? debit(account, rupiah(-amount), parties) : credit(account, rupiah(amount), parties);
}

/** One plan: what the sources still owed, with their penalties, is owed by instalments from now on. */
export function billsReplaced(plan: {
  readonly customerId: RowId;
  readonly sources: readonly {
    readonly billId: RowId;
    readonly principal: Rupiah;
    readonly penalty: Rupiah;
  }[];
  readonly instalments: readonly { readonly billId: RowId; readonly principal: Rupiah }[];
}): JournalLine[] {
  const { customerId } = plan;
  return balanced([
    ...plan.instalments.map(({ billId, principal }) => debit('1210', principal, { customerId, billId })),
    ...plan.sources.flatMap(({ billId, principal, penalty }) => [
      credit('1210', principal, { customerId, billId }),
      credit('1220', penalty, { customerId, billId }),
    ]),
  ]);
}

/** What the daily assessment (or a payment ahead of it) adds to a bill's penalty: the increase, not the sum. */
export function penaltyAccrued({ customerId, billId, amount }: PenaltyEvent): JournalLine[] {
  const parties = { customerId, billId };
  return balanced([debit('1220', amount, parties), credit('4130', amount, parties)]);
}

/** A programme forgives penalty outside a payment: when a plan is agreed. Kept apart from revenue, so that its cost can be reported. */
export function penaltyWaived({ customerId, billId, amount }: PenaltyEvent): JournalLine[] {
  const parties = { customerId, billId };
  return balanced([debit('4190', amount, parties), credit('1220', amount, parties)]);
}

/** The plan it was forgiven for ended before its time: the penalty is owed again. */
export function waiverRevoked({ customerId, billId, amount }: PenaltyEvent): JournalLine[] {
  const parties = { customerId, billId };
  return balanced([debit('1220', amount, parties), credit('4190', amount, parties)]);
}
