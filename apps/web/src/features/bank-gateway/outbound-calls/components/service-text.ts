import type { TFunction } from 'i18next';

/** The SNAP BI services we call a bank by (payment-standards §1.8, §1.9). */
export const SERVICES = ['27', '28', '29', '30', '31', '35', '47', '51', '73', '77', '78'] as const;

/** `27 · Buat virtual account`: the number banks speak of, and what it does. */
export function serviceText(t: TFunction<'outbound-calls'>, service: string): string {
  const words = t(`service.${service}` as 'service.27', { defaultValue: '' });
  return words === '' ? service : `${service} · ${words}`;
}
