import { comparePeriods } from '../time';
import type { PenalisedBill, PenalisedKind, PenaltyPolicy } from './penalty-policy';

/**
 * The one policy that applies to a bill: it names the kind, its usage period (of an instalment: the month it was agreed in)
 * lies in the policy's validity and its category in the scope. When several do, one that names categories goes before one for all, then the later one, then the one
 * with the higher id: policies are never added up.
 */
export function selectPenaltyPolicy(
  bill: Pick<PenalisedBill, 'period' | 'tariffCode' | 'kind' | 'agreedIn'>,
  policies: readonly PenaltyPolicy[],
): PenaltyPolicy | null {
  const month = bill.kind === 'INSTALMENT' ? (bill.agreedIn ?? null) : bill.period;
  if (month === null || bill.kind === 'NONWATER') return null;
  const kind: PenalisedKind = bill.kind === 'INSTALMENT' ? 'INSTALMENT' : 'WATER';
  const applicable = policies.filter(
    (policy) =>
      (policy.kinds ?? ['WATER']).includes(kind) &&
      comparePeriods(policy.validFrom, month) <= 0 &&
      (policy.validTo === null || comparePeriods(month, policy.validTo) <= 0) &&
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
