import type { Rounding, Rupiah } from '../money';
import type { BusinessDate } from '../time';

/** Pemutihan. An approved programme; `spent` is what it has waived so far. */
export type WaiverProgramme = {
  readonly id?: number;
  /** Both inclusive; counted on the day of payment. */
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate;
  readonly mode: 'PERCENT' | 'AMOUNT';
  /** PERCENT: 10000 = all of it. */
  readonly basisPoints?: number;
  readonly rounding?: Rounding;
  /** AMOUNT: per bill. */
  readonly amount?: Rupiah;
  /** null = everywhere / every category. */
  readonly regionCodes: readonly string[] | null;
  readonly tariffCodes: readonly string[] | null;
  /** Months late, both inclusive; null = no limit. */
  readonly minMonthsLate: number | null;
  readonly maxMonthsLate: number | null;
  /** null = unlimited. */
  readonly budget: Rupiah | null;
  readonly spent: Rupiah;
};

export type WaivableBill = {
  readonly regionCode: string;
  readonly tariffCode: string;
  readonly monthsLate: number;
};

export type WaiverRefusal =
  | 'NO_PENALTY'
  | 'OUTSIDE_VALIDITY'
  | 'REGION_NOT_COVERED'
  | 'TARIFF_NOT_COVERED'
  | 'AGE_NOT_COVERED'
  | 'BUDGET_EXHAUSTED';

export type WaiverResult = {
  readonly amount: Rupiah;
  readonly refusal: WaiverRefusal | null;
  readonly trace: string;
};

export declare function waiverOf(
  penalty: Rupiah,
  programme: WaiverProgramme,
  bill: WaivableBill,
  date: BusinessDate,
): WaiverResult;
