import { groupWholeNumber, parseWholeNumber } from '@tirtapay/domain';
import type { NumberUnit } from '@tirtapay/domain';
import i18next from 'i18next';

/** What a number field holds: its number; its text while that is no number; nothing as ''. */
export type TypedNumber = number | string;

export interface NumberLimits {
  readonly unit?: NumberUnit | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** An empty field is fine as well. */
  readonly optional?: boolean;
}

/** The number a field holds, null while it holds none. */
export function numberIn(typed: TypedNumber): number | null {
  if (typeof typed === 'number') return typed;
  const parsed = parseWholeNumber(typed);
  return parsed.ok ? parsed.value : null;
}

/** Why the content of a number field cannot be sent, in the words of the page; null when it can. */
export function numberProblem(typed: TypedNumber, limits: NumberLimits = {}): string | null {
  const { unit, min = 0, max = Number.MAX_SAFE_INTEGER, optional = false } = limits;
  const parsed = parseWholeNumber(String(typed), unit);
  if (!parsed.ok) {
    if (parsed.reason !== 'EMPTY') return i18next.t(`number.${parsed.reason}`);
    return optional ? null : i18next.t('form.required');
  }
  if (parsed.value < min) return i18next.t('number.tooSmall', { min: groupWholeNumber(min) });
  return parsed.value > max ? i18next.t('number.tooLarge', { max: groupWholeNumber(max) }) : null;
}
