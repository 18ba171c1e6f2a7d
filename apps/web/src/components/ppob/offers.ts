import type { PpobPriceDto, PpobServiceDto } from '@tirtapay/api-client';
import { mobileNumber, mobileOperator } from '@tirtapay/domain';

/** What was filled in so far, by the name of the field. */
export type Filled = Readonly<Record<string, string>>;

/** What the price list offers for a field, given what was filled in before it; null where anything may be written. */
export function offersFor(
  service: PpobServiceDto,
  prices: readonly PpobPriceDto[],
  name: string,
  filled: Filled,
): string[] | null {
  const kind = service.fields.find((field) => field.name === name)?.kind;
  const part = service.variant_of.indexOf(name);
  if (service.priced_by !== 'PRICE_LIST' || (part < 0 && kind !== 'NOMINAL')) return null;
  const before = part < 0 ? service.variant_of : service.variant_of.slice(0, part);
  const wanted = before.map((word) => (word === 'operator' ? operatorOf(filled) : (filled[word] ?? '')));
  const offered = prices
    .filter(({ service_code: code }) => code === service.service_code)
    .map(({ variant, price }) => ({ parts: variant.split('/'), price }))
    .filter(({ parts }) => wanted.every((word, index) => parts[index] === word));
  if (part >= 0) return distinct(offered.map(({ parts }) => parts[part] ?? ''));
  const nominals = offered.flatMap(({ price }) => (price === null ? [] : [price]));
  return distinct(nominals.sort((a, b) => a - b).map(String));
}

/** Of the phone number that was filled in; empty while it is none. */
export function operatorOf({ nomor_hp: typed = '' }: Filled): string {
  const number = mobileNumber(typed);
  return number === null ? '' : (mobileOperator(number) ?? '');
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}
