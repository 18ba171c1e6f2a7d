import type { ProposeWaiverBody } from '@tirtapay/api-client';
import { WAIVER_MODES, type WaiverMode } from '@tirtapay/domain';
import type { TypedNumber } from '../../../../lib/number-words';

export interface WaiverForm {
  readonly name: string;
  readonly legalBasis: string;
  readonly days: [string | null, string | null];
  readonly mode: WaiverMode;
  /** 50 for half of the penalty. */
  readonly percent: number | null;
  readonly amount: TypedNumber;
  readonly cap: TypedNumber;
  readonly budget: TypedNumber;
  readonly regions: string[];
  readonly tariffs: string[];
  readonly from: TypedNumber;
  readonly to: TypedNumber;
}

export const EMPTY: WaiverForm = {
  name: '',
  legalBasis: '',
  days: [null, null],
  mode: WAIVER_MODES[0],
  percent: null,
  amount: '',
  cap: '',
  budget: '',
  regions: [],
  tariffs: [],
  from: 1,
  to: '',
};

/** @returns null while something that is needed is missing */
export function bodyOf(form: WaiverForm): ProposeWaiverBody | null {
  const [from, to] = form.days;
  const optional = [form.cap, form.budget, form.from, form.to];
  if (from === null || to === null || form.name.trim().length < 3) return null;
  if (optional.some((value) => typeof value !== 'number' && value !== '')) return null;
  if (form.mode === 'PERCENT' ? form.percent === null : typeof form.amount !== 'number') return null;
  const given = (name: keyof ProposeWaiverBody, value: TypedNumber): Partial<ProposeWaiverBody> =>
    typeof value === 'number' ? { [name]: value } : {};
  return {
    name: form.name.trim(),
    valid_from: from,
    valid_to: to,
    mode: form.mode,
    ...(form.mode === 'PERCENT'
      ? { basis_points: Math.round((form.percent ?? 0) * 100) }
      : given('amount', form.amount)),
    ...given('cap', form.cap),
    ...given('budget', form.budget),
    ...given('min_months_late', form.from),
    ...given('max_months_late', form.to),
    ...(form.regions.length > 0 && { region_codes: form.regions }),
    ...(form.tariffs.length > 0 && { tariff_codes: form.tariffs }),
    ...(form.legalBasis.trim() !== '' && { legal_basis: form.legalBasis.trim() }),
  };
}
