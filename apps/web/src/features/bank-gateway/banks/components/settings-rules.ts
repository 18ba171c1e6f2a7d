import type { TFunction } from 'i18next';
import { INSTRUCTION_CHANNELS } from '@tirtapay/domain';
import { numberProblem } from '../../../../lib/number-words';
import { stepsOf } from './settings-values';
import type { SettingsValues } from './settings-values';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
export const NUMBER_LIMITS = {
  admin_fee: { max: 100_000 },
  qris_admin_fee: { max: 100_000 },
  rate_limit_per_second: { min: 1, max: 100_000 },
};
const MAX_STEPS = 20;
const MAX_STEP_LETTERS = 300;

/** The path of a field, and why it cannot be sent like this. */
type Errors = Record<string, string>;

/** What can be told before the server is asked; whether an address is a proper one the server alone decides. */
export function settingsErrors(values: SettingsValues, t: TFunction<'banks'>): Errors {
  const errors: Errors = {};
  const seen = new Set<string>();
  values.addresses.forEach(({ text }, index) => {
    const address = text.trim();
    if (address !== '' && seen.has(address))
      errors[`addresses.${String(index)}.text`] = t('settings.duplicate');
    seen.add(address);
  });
  for (const [name, limits] of Object.entries(NUMBER_LIMITS)) {
    const problem = numberProblem(values[name as keyof typeof NUMBER_LIMITS], limits);
    if (problem !== null) errors[name] = problem;
  }
  for (const name of ['cutoff_start', 'cutoff_end'] as const)
    if (values.closes && !TIME.test(values[name].trim())) errors[name] = t('settings.timeInvalid');
  if (!/^(\d{3,8})?$/.test(values.va_prefix.trim())) errors.va_prefix = t('settings.prefixInvalid');
  if (values.channels.length === 0) errors.channels = t('settings.channelsNone');
  for (const channel of INSTRUCTION_CHANNELS) {
    const texts = values.instructions[channel];
    const [id, en] = [stepsOf(texts.id), stepsOf(texts.en)];
    if ((id.length === 0) !== (en.length === 0))
      errors[`instructions.${channel}.${id.length === 0 ? 'id' : 'en'}`] = t('settings.stepsBoth');
    for (const [language, steps] of [
      ['id', id],
      ['en', en],
    ] as const) {
      const path = `instructions.${channel}.${language}`;
      if (steps.length > MAX_STEPS) errors[path] = t('settings.stepsTooMany');
      if (steps.some((step) => step.length > MAX_STEP_LETTERS)) errors[path] = t('settings.stepTooLong');
    }
  }
  return errors;
}
