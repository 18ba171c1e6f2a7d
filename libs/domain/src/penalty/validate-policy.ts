import { comparePeriods } from '../time';
import type { PenaltyPolicy, PenaltyTier } from './penalty-policy';

export type PenaltyPolicyProblem =
  | 'AMOUNT_MISSING'
  | 'AMOUNT_NEGATIVE'
  | 'TIERS_MISSING'
  | 'TIER_MONTH_INVALID'
  | 'TIER_MONTH_REPEATED'
  | 'TIERS_DECREASING'
  | 'BASIS_POINTS_INVALID'
  | 'GRACE_DAYS_INVALID'
  | 'CAP_NEGATIVE'
  | 'TARIFF_CODES_EMPTY'
  | 'VALIDITY_REVERSED';

const whole = (value: number | undefined, least: number): value is number =>
  value !== undefined && Number.isSafeInteger(value) && value >= least;

/** Everything wrong with a policy; empty when penaltyOf can apply it. */
export function validatePenaltyPolicy(policy: PenaltyPolicy): PenaltyPolicyProblem[] {
  const problems = modeProblems(policy);
  if (!whole(policy.graceDays, 0)) problems.push('GRACE_DAYS_INVALID');
  if (policy.cap !== null && !whole(policy.cap, 0)) problems.push('CAP_NEGATIVE');
  if (policy.tariffCodes?.length === 0) problems.push('TARIFF_CODES_EMPTY');
  if (policy.validTo !== null && comparePeriods(policy.validFrom, policy.validTo) > 0) {
    problems.push('VALIDITY_REVERSED');
  }
  return problems;
}

function modeProblems(policy: PenaltyPolicy): PenaltyPolicyProblem[] {
  if (policy.mode === 'TIER_BY_AGE') return tierProblems(policy.tiers ?? []);
  if (policy.mode === 'PERCENT') return whole(policy.basisPoints, 0) ? [] : ['BASIS_POINTS_INVALID'];
  if (policy.amount === undefined) return ['AMOUNT_MISSING'];
  return whole(policy.amount, 0) ? [] : ['AMOUNT_NEGATIVE'];
}

/** Tiers may not fall with age: a penalty must never shrink because somebody waited longer. */
function tierProblems(tiers: readonly PenaltyTier[]): PenaltyPolicyProblem[] {
  if (tiers.length === 0) return ['TIERS_MISSING'];
  const problems: PenaltyPolicyProblem[] = [];
  const byAge = [...tiers].sort((a, b) => a.fromMonth - b.fromMonth);
  if (!tiers.every((tier) => whole(tier.fromMonth, 1))) problems.push('TIER_MONTH_INVALID');
  if (new Set(tiers.map((tier) => tier.fromMonth)).size < tiers.length) problems.push('TIER_MONTH_REPEATED');
  if (!tiers.every((tier) => whole(tier.amount, 0))) problems.push('AMOUNT_NEGATIVE');
  if (byAge.some((tier, index) => tier.amount < (byAge[index - 1]?.amount ?? 0)))
    problems.push('TIERS_DECREASING');
  return problems;
}
