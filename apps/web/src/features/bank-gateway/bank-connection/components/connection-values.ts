import type { BankConnectionDto, ChangeConnectionBody } from '@tirtapay/api-client';
import { CHECKOUT_METHODS } from '@tirtapay/domain';
import { numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';

/** How long an account or a code may live. */
export const MINUTES = { va_minutes: { min: 5, max: 43_200 }, qris_minutes: { min: 5, max: 1_440 } } as const;

export interface ConnectionValues extends Record<string, unknown> {
  base_url: string;
  client_key: string;
  partner_id: string;
  channel_id: string;
  partner_service_id: string;
  mode: string;
  merchant_id: string;
  terminal_id: string;
  va_minutes: TypedNumber;
  qris_minutes: TypedNumber;
  methods: string[];
  active: boolean;
}

export const TEXT_FIELDS = [
  'base_url',
  'client_key',
  'partner_id',
  'channel_id',
  'partner_service_id',
  'merchant_id',
  'terminal_id',
] as const;
const OPTIONAL: readonly string[] = ['merchant_id', 'terminal_id'];

/** One day for an account, half an hour for a code: what banks usually agree to. */
export function valuesOf(connection: BankConnectionDto | null): ConnectionValues {
  return {
    base_url: connection?.base_url ?? '',
    client_key: connection?.client_key ?? '',
    partner_id: connection?.partner_id ?? '',
    channel_id: connection?.channel_id ?? '',
    partner_service_id: connection?.partner_service_id ?? '',
    mode: connection?.mode ?? 'SYMMETRIC',
    merchant_id: connection?.merchant_id ?? '',
    terminal_id: connection?.terminal_id ?? '',
    va_minutes: connection?.va_minutes ?? 1_440,
    qris_minutes: connection?.qris_minutes ?? 30,
    methods: [...(connection?.methods ?? CHECKOUT_METHODS)],
    active: connection?.active ?? true,
  };
}

/** Which texts must not be left empty. */
export function missingFields(values: ConnectionValues): (keyof ConnectionValues & string)[] {
  return TEXT_FIELDS.filter((name) => !OPTIONAL.includes(name) && values[name].trim() === '');
}

/** The lives that cannot be sent, each with why. */
export function numberProblems(values: ConnectionValues): Record<string, string> {
  const problems = (['va_minutes', 'qris_minutes'] as const).map((name) => [
    name,
    numberProblem(values[name], MINUTES[name]),
  ]);
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null)) as Record<string, string>;
}

export function changeOf(values: ConnectionValues): Omit<ChangeConnectionBody, 'version' | 'reason'> {
  const optional = (name: 'merchant_id' | 'terminal_id') => {
    const text = values[name].trim();
    return text === '' ? {} : { [name]: text };
  };
  return {
    base_url: values.base_url.trim(),
    client_key: values.client_key.trim(),
    partner_id: values.partner_id.trim(),
    channel_id: values.channel_id.trim(),
    partner_service_id: values.partner_service_id.trim(),
    mode: values.mode === 'ASYMMETRIC' ? 'ASYMMETRIC' : 'SYMMETRIC',
    ...optional('merchant_id'),
    ...optional('terminal_id'),
    va_minutes: Number(values.va_minutes),
    qris_minutes: Number(values.qris_minutes),
    methods: CHECKOUT_METHODS.filter((method) => values.methods.includes(method)),
    active: values.active,
  };
}
