import { addRupiah, rupiah, ZERO_RUPIAH, type Rupiah } from '../money';
import { daysBetween, type BusinessDate } from '../time';
import { forgivenBy, type WaiverTerms } from './waiver';

/** What two people agree on. Scope and ages are looked at once, as of the first day; days are whole and inclusive. */
export type WaiverProposal = WaiverTerms & {
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate;
  /** null = everywhere / every category. */
  readonly regionCodes: readonly string[] | null;
  readonly tariffCodes: readonly string[] | null;
  /** Months late on the first day, both inclusive; null = no limit. */
  readonly minMonthsLate: number | null;
  readonly maxMonthsLate: number | null;
  /** Most it may forgive in all; null = no limit. */
  readonly budget: Rupiah | null;
};

const WAIVER_PROPOSAL_PROBLEMS = [
  'STARTS_TOO_EARLY',
  'DATES_REVERSED',
  'TOO_LONG',
  'PERCENT_INVALID',
  'AMOUNT_INVALID',
  'AGES_REVERSED',
] as const;
export type WaiverProposalProblem = (typeof WAIVER_PROPOSAL_PROBLEMS)[number];

/** A programme that never ends is no programme but a policy. */
const MOST_DAYS = 366;

/**
 * Everything wrong with a programme that somebody proposes or agrees to. It begins tomorrow at the earliest: what was asked
 * for today is asked for until midnight.
 */
export function waiverProblems(proposal: WaiverProposal, today: BusinessDate): WaiverProposalProblem[] {
  const { validFrom, validTo, mode, basisPoints, amount, minMonthsLate, maxMonthsLate } = proposal;
  const within = (value: number | null, most: number) => value !== null && value >= 1 && value <= most;
  const found: Readonly<Record<WaiverProposalProblem, boolean>> = {
    STARTS_TOO_EARLY: validFrom <= today,
    DATES_REVERSED: validTo < validFrom,
    TOO_LONG: daysBetween(validFrom, validTo) >= MOST_DAYS,
    PERCENT_INVALID: mode === 'PERCENT' && !within(basisPoints, 10_000),
    AMOUNT_INVALID: mode === 'AMOUNT' && !within(amount, Infinity),
    AGES_REVERSED: minMonthsLate !== null && maxMonthsLate !== null && minMonthsLate > maxMonthsLate,
  };
  return WAIVER_PROPOSAL_PROBLEMS.filter((problem) => found[problem]);
}

export type WaivedBill<Bill> = { readonly bill: Bill; readonly reserved: Rupiah };

/**
 * Hands a budget out, oldest first: to each bill the most the programme can forgive of it until its last day, whole or not
 * at all. From the first bill that does not fit on, nobody gets any, so that nobody is passed over for a smaller debt.
 *
 * The sum set aside is at most the budget, so the programme can never forgive more, however many pay at the same moment.
 * @param bills oldest first, `most` being the penalty on the last day of the programme (a penalty never falls)
 */
export function reserveWaivers<Bill extends { readonly most: Rupiah }>(
  bills: readonly Bill[],
  terms: WaiverTerms & { readonly budget: Rupiah | null },
): { readonly within: readonly WaivedBill<Bill>[]; readonly beyond: readonly WaivedBill<Bill>[] } {
  const wanted = bills
    .map((bill) => ({ bill, reserved: forgivenBy(bill.most, terms) }))
    .filter(({ reserved }) => reserved > 0);
  const { budget } = terms;
  if (budget === null) return { within: wanted, beyond: [] };
  let spent = ZERO_RUPIAH;
  const end = wanted.findIndex(({ reserved }) => {
    spent = addRupiah(spent, rupiah(reserved));
    return spent > budget;
  });
  return end === -1
    ? { within: wanted, beyond: [] }
    : { within: wanted.slice(0, end), beyond: wanted.slice(end) };
}
