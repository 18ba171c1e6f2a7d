import {
  addMonths,
  type ApprovalState,
  type BusinessDate,
  comparePeriods,
  period,
  type Period,
  validatePenaltyPolicy,
} from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { Problem, Sentence } from '../../../platform/problem';
import { assertNotIssued } from './issued-periods';
import type { NewPolicy } from './new-policy';
import { POLICY_COLUMNS, toPolicy, type StoredPolicy } from './stored-policy';
import { PENALTY_SAYS } from './sentences';

export const POLICY_APPROVAL = 'penalty_policy';

export interface LockedPolicy extends StoredPolicy {
  readonly name: string;
  readonly active: boolean;
  readonly status: ApprovalState;
  readonly version: number;
}

/** What may become of a policy after it was written. */
export interface PolicyChange {
  readonly valid_to: string | null;
  readonly active: boolean;
}

/** Not against keys: a penalty that a payment books refers to its policy. @throws Problem penalty_policy.not_found */
export async function lockPolicy(tx: Tx, id: number): Promise<LockedPolicy> {
  const [policy] = await tx.query<LockedPolicy & Record<string, unknown>>(
    `SELECT ${POLICY_COLUMNS}, name, active, status, version FROM kebijakan_denda WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (policy === undefined) throw new Problem('penalty_policy.not_found');
  return policy;
}

/**
 * The first period whose rule a change would touch: the one after the earlier of two ends, or the first of a policy that
 * is switched.
 */
export function firstTouched(
  before: Pick<LockedPolicy, 'valid_from' | 'valid_to' | 'active'>,
  after: PolicyChange,
): Period {
  if (before.active !== after.active) return period(before.valid_from);
  const ends = [before.valid_to, after.valid_to].filter((end) => end !== null).map(period);
  return addMonths(ends.sort(comparePeriods)[0] ?? period(before.valid_from), 1);
}

/** @throws Problem penalty_policy.invalid, penalty_policy.period_issued, penalty_policy.overlap, approval.pending */
export async function assertChangeable(
  tx: Tx,
  before: LockedPolicy,
  after: PolicyChange,
  today: BusinessDate,
): Promise<void> {
  if (before.status === 'PENDING') throw new Problem('approval.pending');
  const problems = validatePenaltyPolicy(toPolicy({ ...before, valid_to: after.valid_to }));
  if (problems.length > 0 || (after.active && before.status !== 'APPROVED'))
    throw new Problem('penalty_policy.invalid', {
      detail: Sentence.joined(problems.map((problem) => PENALTY_SAYS.policy[problem])),
      errors: problems.map((problem) => ({
        pointer: '',
        code: problem.toLowerCase(),
        message: PENALTY_SAYS.policy[problem],
      })),
    });
  await assertNotIssued(tx, firstTouched(before, after), { kinds: before.kinds, today });
  if (after.active && !before.active) await assertNoTwin(tx, before);
}

/** Two active policies for the same categories and kinds from the same period: nobody could say which one was meant. */
export async function assertNoTwin(tx: Tx, policy: NewPolicy): Promise<void> {
  const [twin] = await tx.query<{ id: number }>(
    `SELECT id FROM kebijakan_denda WHERE active AND valid_from = $1 AND kinds && $3::text[]
       AND coalesce(tariff_codes, '{}') @> coalesce($2::text[], '{}') AND coalesce(tariff_codes, '{}') <@ coalesce($2::text[], '{}')`,
    [policy.valid_from, policy.tariff_codes, policy.kinds],
  );
  if (twin !== undefined) throw new Problem('penalty_policy.overlap', { members: { policy_id: twin.id } });
}

/** @throws Problem tariff.not_found, naming what nobody knows */
export async function assertTariffsExist(tx: Tx, codes: readonly string[] | null): Promise<void> {
  if (codes === null) return;
  const rows = await tx.query<{ code: string }>('SELECT code FROM tarif WHERE code = ANY ($1)', [codes]);
  const known = new Set(rows.map((row) => row.code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw new Problem('tariff.not_found', {
      errors: [
        {
          pointer: '/tariff_codes',
          code: 'unknown',
          message: PENALTY_SAYS.unknownCategories(unknown.slice(0, 5)),
        },
      ],
    });
}
