import { PENALTY_CEILING, rupiah, validateProposal, type Rupiah } from '@tirtapay/domain';
import { Problem, Sentence } from '../../../platform/problem';
import type { CreatePenaltyPolicyBody } from './dto/penalty-policy.dto';
import { toPolicy, type StoredPolicy } from './stored-policy';
import { PENALTY_SAYS } from './sentences';

export type NewPolicy = Omit<StoredPolicy, 'id'>;

export function newPolicy(body: CreatePenaltyPolicyBody): NewPolicy {
  return {
    valid_from: body.valid_from,
    valid_to: body.valid_to ?? null,
    mode: body.mode,
    amount: body.amount ?? null,
    tiers: body.tiers?.map(({ from_month, amount }) => ({ fromMonth: from_month, amount })) ?? null,
    basis_points: body.basis_points ?? null,
    per_month: body.per_month ?? false,
    grace_days: body.grace_days ?? 0,
    cap: body.cap ?? null,
    tariff_codes: body.tariff_codes ?? null,
    kinds: body.kinds ?? ['WATER'],
  };
}

/** The most one bill may ever bear: setting `penalty_ceiling`. */
export async function penaltyCeiling(
  read: (sql: string) => Promise<readonly { readonly value: unknown }[]>,
): Promise<Rupiah> {
  const [row] = await read("SELECT value FROM app_setting WHERE key = 'penalty_ceiling'");
  const value = row?.value;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? rupiah(value)
    : PENALTY_CEILING;
}

const POINTERS: Readonly<Partial<Record<string, string>>> = {
  AMOUNT_MISSING: '/amount',
  AMOUNT_NEGATIVE: '/amount',
  CAP_MISSING: '/cap',
  CAP_NEGATIVE: '/cap',
  VALIDITY_REVERSED: '/valid_to',
  BASIS_POINTS_INVALID: '/basis_points',
};

/** @throws Problem penalty_policy.invalid, with everything that is wrong */
export function assertProposable(policy: NewPolicy, ceiling: Rupiah): void {
  const problems = validateProposal(toPolicy({ id: 0, ...policy }), ceiling);
  if (problems.length > 0)
    throw new Problem('penalty_policy.invalid', {
      detail: Sentence.joined(problems.map((problem) => PENALTY_SAYS.policy[problem])),
      members: { ceiling },
      errors: problems.map((problem) => ({
        pointer: POINTERS[problem] ?? '',
        code: problem.toLowerCase(),
        message: PENALTY_SAYS.policy[problem],
      })),
    });
}
