import { waiverProblems, type BusinessDate } from '@tirtapay/domain';
import type { Clock } from '../../../../platform/clock';
import { Problem, Sentence } from '../../../../platform/problem';
import type { ProposeWaiverBody } from '../dto/waiver.dto';
import { PENALTY_SAYS } from '../sentences';
import { toWaiver, type StoredWaiver } from './stored-waiver';

export function newWaiver(body: ProposeWaiverBody): StoredWaiver {
  return {
    valid_from: body.valid_from,
    valid_to: body.valid_to,
    mode: body.mode,
    basis_points: body.mode === 'PERCENT' ? (body.basis_points ?? null) : null,
    amount: body.mode === 'AMOUNT' ? (body.amount ?? null) : null,
    cap: body.cap ?? null,
    region_codes: body.region_codes ?? null,
    tariff_codes: body.tariff_codes ?? null,
    min_months_late: body.min_months_late ?? null,
    max_months_late: body.max_months_late ?? null,
    budget: body.budget ?? null,
  };
}

const HOUR = 3_600_000;

/**
 * The day whose amounts are fixed already: today, and shortly before midnight tomorrow, because an account opened then may
 * still be paid tomorrow (`checkoutExpiry`). A programme begins after it, and a revoked one ends with it.
 */
export function lastFixedDay(clock: Clock): BusinessDate {
  return clock.dayOf(clock.now() + HOUR);
}

const POINTERS: Readonly<Partial<Record<string, string>>> = {
  STARTS_TOO_EARLY: '/valid_from',
  DATES_REVERSED: '/valid_to',
  TOO_LONG: '/valid_to',
  PERCENT_INVALID: '/basis_points',
  AMOUNT_INVALID: '/amount',
  AGES_REVERSED: '/max_months_late',
};

/** @throws Problem waiver.invalid, with everything that is wrong */
export function assertProposable(terms: StoredWaiver, clock: Clock): void {
  const problems = waiverProblems(toWaiver(terms), lastFixedDay(clock));
  if (problems.length > 0)
    throw new Problem('waiver.invalid', {
      detail: Sentence.joined(problems.map((problem) => PENALTY_SAYS.waiver[problem])),
      errors: problems.map((problem) => ({
        pointer: POINTERS[problem] ?? '',
        code: problem.toLowerCase(),
        message: PENALTY_SAYS.waiver[problem],
      })),
    });
}
