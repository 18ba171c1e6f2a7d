import { formatRupiah, percentOf, rupiah, ZERO_RUPIAH, type Rounding, type Rupiah } from '../money';
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

/**
 * What a programme forgives of one bill's penalty on one day. Never above the penalty, never above what is left
 * of the budget; the principal is never touched.
 * @throws RangeError when the programme lacks the percent (0–10000 basis points) or amount its mode needs.
 */
export function waiverOf(
  penalty: Rupiah,
  programme: WaiverProgramme,
  bill: WaivableBill,
  date: BusinessDate,
): WaiverResult {
  const refusal = refusalOf(penalty, programme, bill, date);
  if (refusal) return { amount: ZERO_RUPIAH, refusal, trace: REFUSALS[refusal] };
  const granted = grantOf(penalty, programme);
  const amount = rupiah(Math.min(penalty, granted, remainingBudget(programme)));
  return {
    amount,
    refusal: null,
    trace: `Pemutihan ${formatRupiah(amount)} dari denda ${formatRupiah(penalty)}`,
  };
}

const REFUSALS: Readonly<Record<WaiverRefusal, string>> = {
  NO_PENALTY: 'Tidak ada denda',
  OUTSIDE_VALIDITY: 'Di luar masa program pemutihan',
  REGION_NOT_COVERED: 'Wilayah tidak termasuk program',
  TARIFF_NOT_COVERED: 'Golongan tarif tidak termasuk program',
  AGE_NOT_COVERED: 'Umur tunggakan tidak termasuk program',
  BUDGET_EXHAUSTED: 'Anggaran program sudah habis',
};

function refusalOf(
  penalty: Rupiah,
  programme: WaiverProgramme,
  bill: WaivableBill,
  date: BusinessDate,
): WaiverRefusal | null {
  const { minMonthsLate, maxMonthsLate } = programme;
  if (penalty <= 0) return 'NO_PENALTY';
  if (date < programme.validFrom || date > programme.validTo) return 'OUTSIDE_VALIDITY';
  if (programme.regionCodes?.includes(bill.regionCode) === false) return 'REGION_NOT_COVERED';
  if (programme.tariffCodes?.includes(bill.tariffCode) === false) return 'TARIFF_NOT_COVERED';
  if (bill.monthsLate < (minMonthsLate ?? 0) || bill.monthsLate > (maxMonthsLate ?? Infinity)) {
    return 'AGE_NOT_COVERED';
  }
  return remainingBudget(programme) <= 0 ? 'BUDGET_EXHAUSTED' : null;
}

function grantOf(
  penalty: Rupiah,
  { mode, amount, basisPoints, rounding = 'HALF_UP' }: WaiverProgramme,
): Rupiah {
  if (mode === 'AMOUNT') {
    if (amount === undefined || amount < 0) throw new RangeError('waiver programme without an amount');
    return amount;
  }
  if (basisPoints === undefined || basisPoints > 10_000)
    throw new RangeError('waiver programme without a percent');
  return percentOf(penalty, basisPoints, rounding);
}

function remainingBudget({ budget, spent }: WaiverProgramme): number {
  return budget === null ? Infinity : budget - spent;
}
