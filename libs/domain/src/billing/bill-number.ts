import { isCustomerNumber } from '../customer';
import { isPeriod, periodCode, type Period } from '../time';

/**
 * Customer number + `YYYYMM`, 18 digits: unique by the law of one bill per customer and period, and readable.
 * @throws RangeError when the customer number is not valid.
 */
export function billNumber(customerNumber: string, usagePeriod: Period): string {
  if (!isCustomerNumber(customerNumber)) throw new RangeError(`not a customer number: ${customerNumber}`);
  return `${customerNumber}${periodCode(usagePeriod)}`;
}

/** Its two parts; null when the text is no bill number. */
export function parseBillNumber(text: string): { customerNumber: string; period: Period } | null {
  if (!/^\d{18}$/.test(text)) return null;
  const customerNumber = text.slice(0, 12);
  const usagePeriod = `${text.slice(12, 16)}-${text.slice(16)}`;
  return isCustomerNumber(customerNumber) && isPeriod(usagePeriod)
    ? { customerNumber, period: usagePeriod }
    : null;
}
