import { rupiah, type Rupiah } from '../money';
import { comparePeriods, type BusinessDate, type Period } from '../time';
import { penaltyOf } from './penalty-of';
import type { PenalisedBill, PenaltyPolicy } from './penalty-policy';
import { validatePenaltyPolicy, type PenaltyPolicyProblem } from './validate-policy';

/** Most a single bill may ever bear as penalty, unless the setting says otherwise. */
export const PENALTY_CEILING = rupiah(500_000);

export type PolicyProposalProblem = PenaltyPolicyProblem | 'CAP_MISSING' | 'ABOVE_CEILING';

/** The most one bill can ever bear under a policy; null when nothing limits it. */
export function mostPenalty(policy: PenaltyPolicy): Rupiah | null {
  const most = uncapped(policy);
  if (policy.cap === null) return most;
  return most === null ? policy.cap : rupiah(Math.min(most, policy.cap));
}

function uncapped({ mode, amount, tiers }: PenaltyPolicy): Rupiah | null {
  if (mode === 'FLAT_PER_BILL') return amount ?? null;
  if (mode === 'TIER_BY_AGE') return rupiah(Math.max(0, ...(tiers ?? []).map((tier) => tier.amount)));
  // Grows with the months or with the bill: only a cap ends it.
  return null;
}

/**
 * Everything wrong with a policy that somebody proposes. Stricter than `validatePenaltyPolicy`, which also judges rules
 * written before: a new one must end somewhere, and not above the ceiling.
 */
export function validateProposal(policy: PenaltyPolicy, ceiling: Rupiah): PolicyProposalProblem[] {
  const problems: PolicyProposalProblem[] = validatePenaltyPolicy(policy);
  if (problems.length > 0) return problems;
  const most = mostPenalty(policy);
  if (most === null) problems.push('CAP_MISSING');
  else if (most > ceiling) problems.push('ABOVE_CEILING');
  return problems;
}

/**
 * Whether a rule may begin to count, or stop, at a period: no bill of it or of a later one is issued. What has been
 * issued keeps its rule; old penalties are lowered by a programme, never by a policy.
 *
 * @example mayBeginAt('2026-02', '2026-01') is true, mayBeginAt('2026-01', '2026-01') is false
 * @param lastIssued the latest period with an issued bill; null when there is none
 */
export function mayBeginAt(period: Period, lastIssued: Period | null): boolean {
  return lastIssued === null || comparePeriods(period, lastIssued) > 0;
}

/** One bill under two sets of rules, as though it were of a period. */
export function comparedRules(
  bill: PenalisedBill,
  period: Period,
  rules: { readonly current: readonly PenaltyPolicy[]; readonly proposed: readonly PenaltyPolicy[] },
  asOf: BusinessDate,
): { readonly current: Rupiah; readonly proposed: Rupiah } {
  const next = { ...bill, period, agreedIn: period };
  return {
    current: penaltyOf(next, rules.current, asOf).amount,
    proposed: penaltyOf(next, rules.proposed, asOf).amount,
  };
}
