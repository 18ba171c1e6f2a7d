import type { CreatePenaltyPolicyBody } from '@tirtapay/api-client';
import { PENALTY_MODES, type PenalisedKind } from '@tirtapay/domain';
import { basisPointsOf } from '../../../../lib/basis-points';
import type { TypedNumber } from '../../../../lib/number-words';

export interface TierForm {
  readonly month: TypedNumber;
  readonly amount: TypedNumber;
}

export interface PolicyForm {
  readonly name: string;
  readonly legalBasis: string;
  readonly from: string | null;
  readonly tariffs: string[];
  readonly kinds: PenalisedKind[];
  readonly mode: (typeof PENALTY_MODES)[number];
  readonly amount: TypedNumber;
  /** 2,5 for 2.5 % of the principal for every month late. */
  /** As typed, `2,5`. */
  readonly percent: string;
  readonly tiers: readonly TierForm[];
  readonly cap: TypedNumber;
  readonly grace: TypedNumber;
}

export const EMPTY: PolicyForm = {
  name: '',
  legalBasis: '',
  from: null,
  tariffs: [],
  kinds: ['WATER'],
  mode: 'FLAT_PER_BILL',
  amount: '',
  percent: '',
  tiers: [{ month: 1, amount: '' }],
  cap: '',
  grace: 0,
};

/** Only what the chosen way needs; what was typed for another one stays on the screen, not in the proposal. */
function numbersOf(form: PolicyForm): Partial<CreatePenaltyPolicyBody> | null {
  if (form.mode === 'PERCENT') {
    const points = basisPointsOf(form.percent);
    return points === null ? null : { basis_points: points, per_month: true };
  }
  if (form.mode === 'TIER_BY_AGE') {
    const tiers = form.tiers.flatMap(({ month, amount }) =>
      typeof amount === 'number' && typeof month === 'number' ? [{ from_month: month, amount }] : [],
    );
    return tiers.length === form.tiers.length ? { tiers } : null;
  }
  return typeof form.amount === 'number' ? { amount: form.amount } : null;
}

const MISSING = ['name', 'from', 'kinds', 'amount', 'percent', 'tiers', 'cap', 'grace'] as const;
type Missing = (typeof MISSING)[number];

/** What is still to be written before there is a rule, in the order of the form. */
export function missingIn(form: PolicyForm): Missing[] {
  const lacks: Readonly<Record<Missing, boolean>> = {
    name: form.name.trim().length < 3,
    from: form.from === null,
    kinds: form.kinds.length === 0,
    amount:
      (form.mode === 'FLAT_PER_BILL' || form.mode === 'FLAT_PER_MONTH_LATE') &&
      typeof form.amount !== 'number',
    percent: form.mode === 'PERCENT' && basisPointsOf(form.percent) === null,
    tiers: form.mode === 'TIER_BY_AGE' && numbersOf(form) === null,
    cap: form.cap !== '' && typeof form.cap !== 'number',
    grace: typeof form.grace !== 'number',
  };
  return MISSING.filter((one) => lacks[one]);
}

/** @returns null while something that is needed is missing */
export function bodyOf(form: PolicyForm): CreatePenaltyPolicyBody | null {
  const numbers = numbersOf(form);
  if (missingIn(form).length > 0 || numbers === null) return null;
  if (form.from === null || typeof form.grace !== 'number') return null;
  return {
    name: form.name.trim(),
    valid_from: form.from,
    mode: form.mode,
    grace_days: form.grace,
    kinds: form.kinds,
    ...numbers,
    ...(typeof form.cap === 'number' && { cap: form.cap }),
    ...(form.tariffs.length > 0 && { tariff_codes: form.tariffs }),
    ...(form.legalBasis.trim() !== '' && { legal_basis: form.legalBasis.trim() }),
  };
}
