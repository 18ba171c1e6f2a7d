import type { BillState } from '../states';
import { formatRupiah } from '../money';
import { periodName, type Period } from '../time';

/**
 * READING, TARIFF, OPENING (a balance that was taken over): somebody found a mistake, two people decided. CATCH_UP: a true
 * stand settled estimates, by itself. CHARGE: a charge that is no water was not to be asked for.
 */
export const CORRECTION_CAUSES = ['READING', 'TARIFF', 'OPENING', 'CATCH_UP', 'CHARGE'] as const;
export type CorrectionCause = (typeof CORRECTION_CAUSES)[number];

/** How a paper of corrections is settled: as the customer's credit at once, or asked for on a later bill. */
export type CorrectionSettlement = 'CREDIT' | 'CARRIER';

/**
 * What became of a bill. REDRAFTED, REISSUED: it was cancelled and another one has its number. ROW: it was paid (or
 * corrected before) and stays, the difference is a row. SAME: its stands changed, its amount did not.
 */
export const CORRECTION_WAYS = ['REDRAFTED', 'REISSUED', 'ROW', 'SAME'] as const;
export type CorrectionWay = (typeof CORRECTION_WAYS)[number];

/** A bill as it was asked for: stands and usage in m³, amounts in rupiah; of water and fixed charges alone. */
export type BillFigures = {
  readonly previous_stand: number;
  readonly current_stand: number;
  readonly usage_m3: number;
  readonly water_amount: number;
  readonly fixed_amount: number;
  /** Of a charge that is no water, or of a balance that was taken over, which have neither of those. */
  readonly other_amount?: number;
};

/** One bill of a correction, before and after; kept as it was written. */
export type CorrectedBill = {
  readonly bill_id: number;
  readonly bill_number: string;
  readonly period: Period;
  readonly way: CorrectionWay;
  readonly before: BillFigures;
  readonly after: BillFigures;
  /** Booked penalty that no longer is owed, or goes back: below zero. Above: what an earlier correction gave back too much. */
  readonly penalty: number;
};

/**
 * What a correction does to a bill. A bill nobody paid yet is cancelled and issued anew; a paid one stays paid, and so does
 * one that has correction rows already, because those rows are about this very bill, and one whose rest is owed by instalments. A bill settled by a true stand
 * (`kept`) is never taken back: it was right when it was asked for, as an estimate.
 */
export function correctionWay(bill: {
  readonly state: BillState;
  readonly corrected: boolean;
  readonly kept: boolean;
  readonly difference: number;
}): CorrectionWay {
  if (bill.state === 'DRAFT') return 'REDRAFTED';
  if (bill.state === 'ISSUED' && !bill.corrected && !bill.kept) return 'REISSUED';
  return bill.difference === 0 ? 'SAME' : 'ROW';
}

/** What the bill asked for is paid, or owed by the instalments of a plan: it stays, and what is found wrong is a row. */
export function isSettled(state: BillState): boolean {
  return state === 'PAID' || state === 'REPLACED_BY';
}

/** The customer owes only what all rows of a paper come to; when that is nothing or less, it is credit at once. */
export function settlementOf(amounts: readonly number[]): CorrectionSettlement {
  return amounts.reduce((sum, amount) => sum + amount, 0) > 0 ? 'CARRIER' : 'CREDIT';
}

/** Water and fixed charges, or the charge that is no water. */
export function figuresTotal(figures: BillFigures): number {
  return figures.water_amount + figures.fixed_amount + (figures.other_amount ?? 0);
}

/** What corrections have found to be too much of a penalty that stays booked, because its bill is settled. Whole rupiah. */
export type PenaltyExcess = {
  /** It had been asked for, and was given back. */
  readonly returned: number;
  /** It had been forgiven: nobody owed it, so that nothing was given back, and nobody asks for it again. */
  readonly excessWaived: number;
};

/**
 * What of a settled penalty was too much, when its bill is worked out anew. Of the right penalty the programme forgives what
 * its terms say, not what it forgave of the wrong one. However many corrections there are, the last one says the same as if
 * it had been the only one; what was asked for never grows above what the bill first asked.
 *
 * Worked: of 8.000 a programme forgave 4.000; the right penalty is 2.000, of which it forgives 1.000. 4.000 were asked for
 * and 1.000 are right: 3.000 are given back. Of the 4.000 forgiven 3.000 were no penalty at all: whoever takes the waiver
 * back asks for 1.000.
 * @param penalty.waived what is forgiven of it now; nothing while the bill is open
 * @param penalty.assessed the penalty of the corrected principal on the day the booked one was booked, rupiah
 * @param penalty.forgiven of `assessed`, by the programme of the day it was forgiven on, rupiah
 * @param before what earlier corrections found
 */
export function penaltyExcess(
  penalty: {
    readonly booked: number;
    readonly waived: number;
    readonly assessed: number;
    readonly forgiven: number;
  },
  before: PenaltyExcess,
): PenaltyExcess {
  const { booked, waived, assessed, forgiven } = penalty;
  const asked = booked - (waived > 0 ? waived : before.excessWaived);
  const returned = Math.max(0, asked - Math.max(0, assessed - forgiven));
  // Nothing is forgiven of an open bill yet: what was no penalty stays off it, unless it turns out to be one after all.
  if (waived === 0)
    return {
      returned,
      excessWaived: Math.min(before.excessWaived, Math.max(0, booked - returned - assessed)),
    };
  return { returned, excessWaived: Math.max(0, waived - forgiven) };
}

/** What the bill that asks for corrections writes on its line. */
export function carriedLabel(periods: readonly Period[]): string {
  const sorted = [...periods].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return 'Koreksi tagihan';
  if (first === last) return `Koreksi tagihan ${periodName(first, 'id')}`;
  return `Koreksi tagihan ${periodName(first, 'id')} s.d. ${periodName(last, 'id')}`;
}

/** `1 × Rp165.000 = Rp165.000` */
export function carriedFormula(amount: number): string {
  return `1 × ${formatRupiah(amount)} = ${formatRupiah(amount)}`;
}

/**
 * What becomes of a charge that is no water and is settled already, when it was not to be asked for: it stays as it is, and
 * all of it becomes credit.
 */
export function returnedCharge(bill: {
  readonly id: number;
  readonly bill_number: string;
  readonly period: Period;
  readonly principal: number;
}): CorrectedBill {
  const nothing = { previous_stand: 0, current_stand: 0, usage_m3: 0, water_amount: 0, fixed_amount: 0 };
  return {
    bill_id: bill.id,
    bill_number: bill.bill_number,
    period: bill.period,
    way: 'ROW',
    before: { ...nothing, other_amount: bill.principal },
    after: { ...nothing, other_amount: 0 },
    penalty: 0,
  };
}

/**
 * What becomes of a balance that was taken over, before and after, rupiah. Its principal and the penalty of the system before
 * are one figure here: both are what the bill asks for.
 * @param outcome of the penalty of ours booked on it, what is no longer owed or goes back: zero or below
 */
export function correctedBalance(
  bill: {
    readonly id: number;
    readonly bill_number: string;
    readonly period: Period;
    readonly previous_stand: number;
    readonly current_stand: number;
    readonly usage_m3: number;
    readonly principal: number;
    readonly penalty: number;
  },
  right: { readonly principal: number; readonly penalty: number },
  outcome: { readonly way: CorrectionWay; readonly penalty: number },
): CorrectedBill {
  const { id, bill_number: number, period, previous_stand, current_stand, usage_m3 } = bill;
  const stands = { previous_stand, current_stand, usage_m3, water_amount: 0, fixed_amount: 0 };
  return {
    bill_id: id,
    bill_number: number,
    period,
    way: outcome.way,
    before: { ...stands, other_amount: bill.principal + bill.penalty },
    after: { ...stands, other_amount: right.principal + right.penalty },
    // Nothing is nothing, also below zero.
    penalty: outcome.penalty || 0,
  };
}
