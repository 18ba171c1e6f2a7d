import type { ProposeWaiverBody } from '@tirtapay/api-client';
import i18next, { type TFunction } from 'i18next';
import { reasonRule } from '../../../../components/form/reason';
import { WAIVER_MODES, type WaiverMode } from '@tirtapay/domain';
import { basisPointsOf } from '../../../../lib/basis-points';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';

export interface WaiverForm {
  readonly name: string;
  readonly legalBasis: string;
  readonly days: [string | null, string | null];
  readonly mode: WaiverMode;
  /** As typed; `50` for half of the penalty. */
  readonly percent: string;
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
  percent: '',
  amount: '',
  cap: '',
  budget: '',
  regions: [],
  tariffs: [],
  from: 1,
  to: '',
};

export type WaiverProblems = Readonly<
  Record<Exclude<keyof WaiverForm, 'regions' | 'tariffs' | 'mode' | 'legalBasis'>, string | null>
>;

export const MONTHS = { min: 1, max: 600, optional: true };
export const MONEY = { min: 1, unit: 'Rp' } as const;
export const NAME = { min: 3, max: 120 };

/** What keeps a programme from being simulated, each at its field. */
export function problemsOf(form: WaiverForm, t: TFunction<'waivers'>): WaiverProblems {
  const reversed = typeof form.from === 'number' && typeof form.to === 'number' && form.from > form.to;
  return {
    name: reasonRule(NAME.min)(form.name),
    days: form.days.includes(null) ? t('form.daysMissing') : null,
    percent:
      form.mode === 'PERCENT' && basisPointsOf(form.percent) === null ? i18next.t('number.PERCENT') : null,
    amount: form.mode === 'AMOUNT' ? numberProblem(form.amount, MONEY) : null,
    cap: numberProblem(form.cap, { ...MONEY, optional: true }),
    budget: numberProblem(form.budget, { ...MONEY, optional: true }),
    from: numberProblem(form.from, MONTHS),
    to: numberProblem(form.to, MONTHS) ?? (reversed ? t('form.agesReversed') : null),
  };
}

/** @returns null while a day is missing; whatever else is wrong is for `problemsOf` */
export function bodyOf(form: WaiverForm): ProposeWaiverBody | null {
  const [from, to] = form.days;
  if (from === null || to === null) return null;
  const given = (name: keyof ProposeWaiverBody, value: TypedNumber): Partial<ProposeWaiverBody> =>
    typeof value === 'number' ? { [name]: value } : {};
  return {
    name: form.name.trim(),
    valid_from: from,
    valid_to: to,
    mode: form.mode,
    ...(form.mode === 'PERCENT'
      ? { basis_points: basisPointsOf(form.percent) ?? 0 }
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
