import { formatRupiah, rupiah, ZERO_RUPIAH, type Rupiah } from '../money';
import { addDays, addMonthsToDate, formatDateLong, type BusinessDate } from '../time';

/** Fewest and most instalments of a plan; a customer has 79 numbers of bills that are no water a year. */
export const FEWEST_INSTALMENTS = 2;
export const MOST_INSTALMENTS = 24;

/** The first instalment is due within so many days: who agrees to a plan begins to pay. */
export const FIRST_DUE_WITHIN = 31;

/** Least of one instalment, rupiah: a bill of less costs more to collect than it brings. */
export const LEAST_INSTALMENT = 1_000;

/** Days an instalment may be late before its plan is broken, where the settings say nothing. */
export const INSTALMENT_GRACE_DAYS = 7;

/** What a plan replaces: what is owed of one bill on the day of the agreement. Whole rupiah. */
export type ReplacedBill = {
  readonly principal: Rupiah;
  /** Booked up to that day, less what was waived and what a programme forgives on that day. */
  readonly penalty: Rupiah;
  /** Of the principal: what bears no penalty. */
  readonly penaltyFree: Rupiah;
};

export type PlanTerms = {
  readonly count: number;
  readonly firstDue: BusinessDate;
  /** The first instalment; null when all are alike. */
  readonly downPayment: Rupiah | null;
};

export type Instalment = {
  readonly seq: number;
  readonly dueDate: BusinessDate;
  readonly amount: Rupiah;
  /** Its share of what bears no penalty: penalties agreed, and what bore none before. */
  readonly penaltyFree: Rupiah;
  /** As the customer reads it everywhere: `Angsuran 2 dari 6`. */
  readonly label: string;
  /** `Rp85.000 dari Rp510.000` */
  readonly formula: string;
};

export type PlanRefusal = 'NOTHING_OWED' | 'COUNT' | 'FIRST_DUE' | 'DOWN_PAYMENT' | 'TOO_SMALL';

/** What may be paid in instalments: open, and nobody doubts it. The rest of a broken plan may be agreed on anew. */
export function mayBeReplaced(bill: {
  readonly disputed: boolean;
  /** An instalment of a plan that goes on. */
  readonly inPlan: boolean;
}): boolean {
  return !bill.disputed && !bill.inPlan;
}

/**
 * The instalments of a plan. They sum to principal and penalty of what they replace, to the rupiah: what cannot be divided
 * evenly is one rupiah more on the first ones. Due every month on the day of the first, counted from it each time, so that
 * the 31st does not creep.
 *
 * The penalty agreed is part of the sum and bears none itself; each instalment has its share of it, so that a policy that
 * names instalments can only ever look at the principal.
 * @param owed bills with what is owed of them today
 * @example 100.000 in 3 are 33.334, 33.333, 33.333
 */
export function planInstalments(
  owed: readonly ReplacedBill[],
  terms: PlanTerms,
  today: BusinessDate,
): { readonly instalments: readonly Instalment[] } | { readonly refusal: PlanRefusal } {
  const { count, firstDue, downPayment } = terms;
  const total = owed.reduce((sum, { principal, penalty }) => sum + principal + penalty, 0);
  const free = owed.reduce((sum, { penalty, penaltyFree }) => sum + penalty + penaltyFree, 0);
  if (total <= 0) return { refusal: 'NOTHING_OWED' };
  if (!Number.isInteger(count) || count < FEWEST_INSTALMENTS || count > MOST_INSTALMENTS)
    return { refusal: 'COUNT' };
  if (firstDue < today || firstDue > addDays(today, FIRST_DUE_WITHIN)) return { refusal: 'FIRST_DUE' };
  if (downPayment !== null && (downPayment < LEAST_INSTALMENT || downPayment >= total))
    return { refusal: 'DOWN_PAYMENT' };
  const amounts =
    downPayment === null ? evenly(total, count) : [downPayment, ...evenly(total - downPayment, count - 1)];
  if (amounts.some((amount) => amount < LEAST_INSTALMENT)) return { refusal: 'TOO_SMALL' };
  const shares = penaltyFreeShares(free, amounts);
  const instalments = amounts.map((amount, index): Instalment => ({
    seq: index + 1,
    dueDate: addMonthsToDate(firstDue, index),
    amount: rupiah(amount),
    penaltyFree: shares[index] ?? ZERO_RUPIAH,
    label: `Angsuran ${String(index + 1)} dari ${String(count)}`,
    formula: `${formatRupiah(rupiah(amount))} dari ${formatRupiah(rupiah(total))}`,
  }));
  return { instalments };
}

/**
 * What of each instalment bears no penalty. It follows from the bills the plan replaced and from nothing else: when a
 * correction finds that one of them asked for too much, each instalment bears what it would have borne in a plan of the
 * right bills.
 *
 * Worked: 90.000 in three, of which 20.000 are free, share 6.666, 6.667 and 6.667.
 * @param free of all of it together, rupiah
 * @param amounts of the instalments in their order
 */
export function penaltyFreeShares(free: number, amounts: readonly number[]): readonly Rupiah[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  let before = 0;
  return amounts.map((amount) => {
    const share = shareUpTo(free, before + amount, total) - shareUpTo(free, before, total);
    before += amount;
    return rupiah(share);
  });
}

/** Whether an instalment nobody paid breaks its plan: the last day of grace has passed. */
export function breaksPlan(dueDate: BusinessDate, graceDays: number, today: BusinessDate): boolean {
  return today > addDays(dueDate, graceDays);
}

export type RestOfPlan = {
  readonly amount: Rupiah;
  readonly penaltyFree: Rupiah;
  readonly dueDate: BusinessDate;
  /** `Sisa rencana angsuran (4 dari 6)` */
  readonly label: string;
  readonly formula: string;
};

/**
 * What is left of a plan that is broken: one bill in place of the instalments nobody paid, with the oldest of their due
 * days, so that it stands where they stood. What a waiver programme forgave when the plan was agreed was forgiven for the
 * plan's sake: it is owed again, and bears no penalty itself.
 *
 * Worked: three instalments of 50.000 are unpaid and 12.500 was forgiven: 162.500, of which 12.500 are free of penalty.
 * @param revoked what was forgiven of the penalties the plan replaced, rupiah
 * @throws RangeError when nothing is unpaid
 */
export function restOfPlan(
  unpaid: readonly {
    readonly amount: Rupiah;
    readonly penaltyFree: Rupiah;
    readonly dueDate: BusinessDate;
  }[],
  count: number,
  revoked: Rupiah = ZERO_RUPIAH,
): RestOfPlan {
  const oldest = unpaid.map(({ dueDate }) => dueDate).sort()[0];
  if (oldest === undefined) throw new RangeError('a plan without an unpaid instalment has no rest');
  const amount = rupiah(unpaid.reduce<number>((sum, one) => sum + one.amount, revoked));
  const waiver = revoked === 0 ? '' : `, termasuk pemutihan yang dicabut ${formatRupiah(revoked)}`;
  return {
    amount,
    penaltyFree: rupiah(unpaid.reduce<number>((sum, one) => sum + one.penaltyFree, revoked)),
    dueDate: oldest,
    label: `Sisa rencana angsuran (${String(unpaid.length)} dari ${String(count)})`,
    formula: `Sisa yang jatuh tempo sejak ${formatDateLong(oldest, 'id')}: ${formatRupiah(amount)}${waiver}`,
  };
}

/** LATE: an instalment is past its day; ended plans are BROKEN or WITHDRAWN; SETTLED: all of it is paid. */
export const PLAN_STATES = ['RUNNING', 'LATE', 'SETTLED', 'BROKEN', 'WITHDRAWN'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** How a plan ends before its time. WITHDRAWN: nothing was paid, and what it replaced is owed again as it was. */
export const PLAN_ENDS = ['BROKEN', 'WITHDRAWN'] as const;
export type PlanEnd = (typeof PLAN_ENDS)[number];

function evenly(total: number, count: number): number[] {
  const each = Math.floor(total / count);
  const more = total - each * count;
  return Array.from({ length: count }, (_, index) => each + (index < more ? 1 : 0));
}

/** Of `part`, what falls on the first `upTo` of `total`: whole rupiah, all of it at the end. */
function shareUpTo(part: number, upTo: number, total: number): number {
  return Number((BigInt(part) * BigInt(upTo)) / BigInt(total));
}
