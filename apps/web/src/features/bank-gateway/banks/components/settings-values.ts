import type { BankDto, ChangeBankSettingsBody } from '@tirtapay/api-client';
import { INSTRUCTION_CHANNELS, type InstructionChannel } from '@tirtapay/domain';

/** One step a line, as it is typed. */
interface StepTexts {
  id: string;
  en: string;
}

export interface SettingsValues extends Record<string, unknown> {
  addresses: { key: number; text: string }[];
  admin_fee: number | string;
  qris_admin_fee: number | string;
  rate_limit_per_second: number | string;
  closes: boolean;
  cutoff_start: string;
  cutoff_end: string;
  va_prefix: string;
  channels: string[];
  instructions: Record<InstructionChannel, StepTexts>;
}

/** What of a bank is asked to be different; the names of the API. */
export type SettingsChange = Omit<ChangeBankSettingsBody, 'version' | 'reason'>;

let lastKey = 0;
export const addressRow = (text = '') => ({ key: (lastKey += 1), text });

export const stepsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function valuesOf(bank: BankDto): SettingsValues {
  const texts = INSTRUCTION_CHANNELS.map((channel): [InstructionChannel, StepTexts] => {
    const steps = bank.instructions[channel];
    return [channel, { id: (steps?.id ?? []).join('\n'), en: (steps?.en ?? []).join('\n') }];
  });
  return {
    addresses: bank.allowed_cidrs.map(addressRow),
    admin_fee: bank.admin_fee,
    qris_admin_fee: bank.qris_admin_fee,
    rate_limit_per_second: bank.rate_limit_per_second,
    closes: bank.cutoff_start !== null,
    cutoff_start: bank.cutoff_start ?? '',
    cutoff_end: bank.cutoff_end ?? '',
    va_prefix: bank.va_prefix ?? '',
    channels: [...bank.channels],
    instructions: Object.fromEntries(texts) as Record<InstructionChannel, StepTexts>,
  };
}

/** The address rows that are not empty; the n-th of them is the n-th the server speaks of. */
export const typedAddresses = (values: SettingsValues) =>
  values.addresses.filter(({ text }) => text.trim() !== '');

function instructionsOf(values: SettingsValues): NonNullable<SettingsChange['instructions']> {
  const entries = INSTRUCTION_CHANNELS.map((channel) => {
    const { id, en } = values.instructions[channel];
    return [channel, { id: stepsOf(id), en: stepsOf(en) }] as const;
  });
  return Object.fromEntries(entries.filter(([, { id, en }]) => id.length > 0 || en.length > 0));
}

const same = (left: unknown, right: unknown): boolean => canonical(left) === canonical(right);

/** Text by which two values of the API are compared: the order of keys says nothing, that of lists does. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, inner]) => `${name}:${canonical(inner)}`)
      .join()}}`;
  return JSON.stringify(value);
}

/** Only what differs from the bank as it is: what is not named stays. */
export function changeOf(bank: BankDto, values: SettingsValues): SettingsChange {
  const wanted: Required<SettingsChange> = {
    allowed_cidrs: typedAddresses(values).map(({ text }) => text.trim()),
    admin_fee: Number(values.admin_fee),
    qris_admin_fee: Number(values.qris_admin_fee),
    rate_limit_per_second: Number(values.rate_limit_per_second),
    cutoff_start: values.closes ? values.cutoff_start.trim() : null,
    cutoff_end: values.closes ? values.cutoff_end.trim() : null,
    channels: bank.channels
      .filter((channel) => values.channels.includes(channel))
      .concat(values.channels.filter((channel) => !bank.channels.some((had) => had === channel)) as never[]),
    va_prefix: values.va_prefix.trim() === '' ? null : values.va_prefix.trim(),
    instructions: instructionsOf(values),
  };
  const names = Object.keys(wanted) as (keyof SettingsChange)[];
  const different = names.filter((name) => !same(wanted[name], bank[name]));
  // A window is asked for as a whole.
  const asked = names.filter(
    (name) =>
      different.includes(name) ||
      (name.startsWith('cutoff_') && different.some((n) => n.startsWith('cutoff_'))),
  );
  return Object.fromEntries(asked.map((name) => [name, wanted[name]]));
}
