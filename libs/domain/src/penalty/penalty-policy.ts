import type { BillKind } from '../billing';
import type { Rounding, Rupiah } from '../money';
import type { BusinessDate, Period } from '../time';

export const PENALTY_MODES = ['FLAT_PER_BILL', 'FLAT_PER_MONTH_LATE', 'TIER_BY_AGE', 'PERCENT'] as const;
export type PenaltyMode = (typeof PENALTY_MODES)[number];

/**
 * What a policy may be about. WATER: water of a month, and balances that were taken over. INSTALMENT: instalments of plans
 * and the rest of a broken one. A charge that is no water never bears a penalty.
 */
export const PENALISED_KINDS = ['WATER', 'INSTALMENT'] as const;
export type PenalisedKind = (typeof PENALISED_KINDS)[number];

/** From the `fromMonth`-th month late on, this amount in place of (not on top of) the tier before. */
export type PenaltyTier = { readonly fromMonth: number; readonly amount: Rupiah };

/**
 * A local rule, so everything about it is data. Applies to bills whose usage period lies in its validity, and to the
 * instalments of plans that were agreed in it: what was agreed is not changed by a later rule.
 */
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
  /** WATER alone unless said: instalments bear a penalty only by a policy that names them. */
  readonly kinds?: readonly PenalisedKind[];
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
  /** Of an instalment: the month its plan was agreed in; null or left out for one that was agreed to bear none. */
  readonly agreedIn?: Period | null;
};

export type PenaltyResult = {
  readonly amount: Rupiah;
  readonly policy: PenaltyPolicy | null;
  readonly monthsLate: number;
  /** Why, in Indonesian. */
  readonly trace: string;
};
