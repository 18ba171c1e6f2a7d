import type { PpobServiceDto } from '@tirtapay/api-client';
import { ppobService } from '@tirtapay/domain';

/**
 * The services that what was typed means: one by its number in the list, by its code or a title of the specification; else
 * all whose name or code has it in it.
 */
export function matchingServices(services: readonly PpobServiceDto[], typed: string): PpobServiceDto[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [...services];
  const meant = /^\d+$/.test(text)
    ? services[Number(text) - 1]
    : services.find(({ service_code: code }) => code === ppobService(text)?.code);
  if (meant !== undefined) return [meant];
  return services.filter(({ service_code: code, name }) => `${code} ${name}`.toLowerCase().includes(text));
}
