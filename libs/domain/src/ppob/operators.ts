/** Who runs a mobile network: nobody in Indonesia takes a number along to another. */
export const MOBILE_OPERATORS = ['TELKOMSEL', 'BYU', 'INDOSAT', 'XL', 'AXIS', 'TRI', 'SMARTFREN'] as const;
export type MobileOperator = (typeof MOBILE_OPERATORS)[number];

/** Prefixes of numbers that begin with 0; the longest that fits wins, so by.U is told from Telkomsel. */
const PREFIXES: Readonly<Record<MobileOperator, readonly string[]>> = {
  BYU: ['085154', '085155', '085156', '085157', '085158'],
  TELKOMSEL: ['0811', '0812', '0813', '0821', '0822', '0823', '0851', '0852', '0853'],
  INDOSAT: ['0814', '0815', '0816', '0855', '0856', '0857', '0858'],
  XL: ['0817', '0818', '0819', '0859', '0877', '0878'],
  AXIS: ['0831', '0832', '0833', '0837', '0838'],
  TRI: ['0895', '0896', '0897', '0898', '0899'],
  SMARTFREN: ['0881', '0882', '0883', '0884', '0885', '0886', '0887', '0888', '0889'],
};

const BY_PREFIX = Object.entries(PREFIXES)
  .flatMap(([operator, prefixes]) => prefixes.map((prefix) => ({ operator, prefix })))
  .sort((a, b) => b.prefix.length - a.prefix.length);

/**
 * A mobile number as people write it (`+62 812-3456-7890`, `62812…`, `0812…`) → `081234567890`.
 * @returns null unless 10 to 13 digits that begin with 08 remain.
 */
export function mobileNumber(text: string): string | null {
  const bare = text.replace(/[\s().-]/g, '').replace(/^(?:\+?62)/, '0');
  return /^08\d{8,11}$/.test(bare) ? bare : null;
}

/** Of a number that begins with 0. @returns null when no operator has the prefix */
export function mobileOperator(number: string): MobileOperator | null {
  const found = BY_PREFIX.find(({ prefix }) => number.startsWith(prefix));
  return found === undefined ? null : (found.operator as MobileOperator);
}

/** Every operator that has prefixes. */
export function mobileOperators(): readonly MobileOperator[] {
  return Object.keys(PREFIXES) as MobileOperator[];
}
