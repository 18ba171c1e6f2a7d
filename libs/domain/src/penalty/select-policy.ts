import { comparePeriods } from '../time';
import type { PenalisedBill, PenaltyPolicy } from './penalty-policy';

/**
 * The one policy that applies to a bill: its usage period lies in the policy's validity and its category in the
 * scope. When several do, one that names categories goes before one for all, then the later one, then the one
 * with the higher id: policies are never added up.
 */
export function selectPenaltyPolicy(
  bill: Pick<PenalisedBill, 'period' | 'tariffCode'>,
  policies: readonly PenaltyPolicy[],
): PenaltyPolicy | null {
  const applicable = policies.filter(
    (policy) =>
      comparePeriods(policy.validFrom, bill.period) <= 0 &&
      (policy.validTo === null || comparePeriods(bill.period, policy.validTo) <= 0) &&
      (policy.tariffCodes === null || policy.tariffCodes.includes(bill.tariffCode)),
  );
  return applicable.sort(mostSpecificFirst)[0] ?? null;
}

function mostSpecificFirst(a: PenaltyPolicy, b: PenaltyPolicy): number {
  return (
    Number(a.tariffCodes === null) - Number(b.tariffCodes === null) ||
    comparePeriods(b.validFrom, a.validFrom) ||
    (b.id ?? 0) - (a.id ?? 0)
  );
}
