import { isCustomerNumber, luhnCheckDigit } from '../customer';

/**
 * A virtual account is the bank's prefix (`partnerServiceId`, SNAP String(8) left-padded with spaces) followed by
 * our `customerNo` of 12 digits. Customers type it without the spaces.
 *
 * Static: `customerNo` is the customer number; nothing has to be created at the bank.
 * Dynamic, one per checkout: `99` + 9-digit sequence + a last digit that is the Luhn digit + 5 (mod 10), hence
 * never a valid customer number: a late payment on an old dynamic account can never land on somebody's static
 * one. It still catches every single mistyped digit, and the leading 99 keeps a slip away from real regions.
 */
const PARTNER_SERVICE_ID_LENGTH = 8;
const CUSTOMER_NO = /^\d{12}$/;
const DYNAMIC_MARK = '99';
const MAX_DYNAMIC_SEQUENCE = 999_999_999;

function bare(prefix: string): string {
  const digits = prefix.trim();
  if (!/^\d{1,8}$/.test(digits)) throw new RangeError(`not a virtual account prefix: ${prefix}`);
  return digits;
}

/** `13501` → `   13501`. Accepts an already padded prefix. @throws RangeError unless it is 1–8 digits. */
export function padPartnerServiceId(prefix: string): string {
  return bare(prefix).padStart(PARTNER_SERVICE_ID_LENGTH, ' ');
}

/**
 * The static account of a customer, digits only, as customers type it.
 * @throws RangeError for a wrong prefix or customer number.
 */
export function virtualAccountNumber(prefix: string, customerNumber: string): string {
  if (!isCustomerNumber(customerNumber)) throw new RangeError(`not a customer number: ${customerNumber}`);
  return `${bare(prefix)}${customerNumber}`;
}

/** @throws RangeError for a wrong prefix or a sequence outside 0–999,999,999. */
export function dynamicVirtualAccountNumber(prefix: string, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > MAX_DYNAMIC_SEQUENCE) {
    throw new RangeError(`not a dynamic account sequence: ${String(sequence)}`);
  }
  const body = `${DYNAMIC_MARK}${String(sequence).padStart(9, '0')}`;
  return `${bare(prefix)}${body}${String(dynamicCheckDigit(body))}`;
}

function dynamicCheckDigit(body: string): number {
  return (luhnCheckDigit(body) + 5) % 10;
}

/** Whether a `customerNo` is one that dynamicVirtualAccountNumber makes. */
export function isDynamicVirtualAccountCustomerNo(customerNo: string): boolean {
  if (!CUSTOMER_NO.test(customerNo) || !customerNo.startsWith(DYNAMIC_MARK)) return false;
  return dynamicCheckDigit(customerNo.slice(0, 11)) === Number(customerNo.slice(11));
}

/** SNAP `virtualAccountNo`: padded prefix + `customerNo`, as it stands in every message. */
export function snapVirtualAccountNo(prefix: string, customerNo: string): string {
  return `${padPartnerServiceId(prefix)}${customerNo}`;
}

/**
 * Takes an account number apart, padded or not.
 * @param prefix the bank's prefix; it is configuration, an account number alone does not tell where it ends
 * @returns null when the number does not begin with that prefix or no 12 digits follow
 */
export function splitVirtualAccount(
  virtualAccountNo: string,
  prefix: string,
): { partnerServiceId: string; customerNo: string } | null {
  const digits = virtualAccountNo.trim();
  if (!digits.startsWith(bare(prefix))) return null;
  const customerNo = digits.slice(bare(prefix).length);
  return CUSTOMER_NO.test(customerNo) ? { partnerServiceId: padPartnerServiceId(prefix), customerNo } : null;
}

/** `13501010203000046` → `1350 1010 2030 0004 6`, for the eye; what is copied stays digits only. */
export function formatVirtualAccountForDisplay(virtualAccountNo: string): string {
  return virtualAccountNo.replace(/\D/g, '').replace(/\d{4}(?=\d)/g, '$& ');
}
