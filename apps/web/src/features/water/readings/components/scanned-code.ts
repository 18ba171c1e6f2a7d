import { normalizeCustomerNumber } from '@tirtapay/domain';

/** What a code beside a meter says: whose it is, or which meter. */
export type ScannedCode = { readonly customer: string } | { readonly meter: string };

/** As long as a serial may be. */
const LONGEST = 40;

/**
 * Our labels carry the customer number; what a maker printed on the meter is its serial. A number with a wrong check digit
 * is taken for a serial too, and then finds nobody rather than somebody else.
 */
export function scannedCode(text: string): ScannedCode | null {
  const typed = text.trim();
  const number = normalizeCustomerNumber(typed);
  if (number.ok) return { customer: number.value };
  return typed === '' || typed.length > LONGEST ? null : { meter: typed };
}
