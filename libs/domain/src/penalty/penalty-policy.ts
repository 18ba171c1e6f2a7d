import type { BillKind } from '../billing';
import type { Rounding, Rupiah } from '../money';
import type { BusinessDate, Period } from '../time';

export const PENALTY_MODES = ['FLAT_PER_BILL', 'FLAT_PER_MONTH_LATE', 'TIER_BY_AGE', 'PERCENT'] as const;
export type PenaltyMode = (typeof PENALTY_MODES)[number];

/** From the `fromMonth`-th month late on, this amount in place of (not on top of) the tier before. */
export type PenaltyTier = { readonly fromMonth: number; readonly amount: Rupiah };

/** A local rule, so everything about it is data. Applies to bills whose usage period lies in its validity. */
export type PenaltyPolicy = {
  readonly id?: number;
  readonly mode: PenaltyMode;
  /** FLAT_PER_BILL, FLAT_PER_MONTH_LATE */
  readonly amount?: Rupiah;
  /** TIER_BY_AGE */
  readonly tiers?: readonly PenaltyTier[];
  /** PERCENT: 200 = 2 % of the unpaid principal. */
  readonly basisPoints?: number;
  /** PERCENT: charged for every month late rather than once. */
  readonly perMonth?: boolean;
  /** PERCENT: whole rupiah, halves up, unless set. */
  readonly rounding?: Rounding;
  readonly graceDays: number;
  readonly cap: Rupiah | null;
  /** null = every category. */
  readonly tariffCodes: readonly string[] | null;
  readonly validFrom: Period;
  /** Inclusive; null = until further notice. */
  readonly validTo: Period | null;
};

export type PenalisedBill = {
  /** Unpaid principal; never includes an earlier penalty. */
  readonly principal: Rupiah;
  readonly dueDate: BusinessDate;
  readonly period: Period;
  readonly tariffCode: string;
  /** In doubt now: what is booked stays, nothing is added. */
  readonly disputed: boolean;
  /** Days it was in doubt before, for which the penalty stood still; none unless said. */
  readonly daysHeld?: number;
  /** WATER unless said. */
  readonly kind?: BillKind;
};

export type PenaltyResult = {
  readonly amount: Rupiah;
  readonly policy: PenaltyPolicy | null;
  readonly monthsLate: number;
  /** Why, in Indonesian. */
  readonly trace: string;
};
