import { createHash } from 'node:crypto';

/** What customers owe here, by what the product code begins with. */
const BILLS: readonly (readonly [prefix: string, amount: number])[] = [
  ['PAJAK', 40_000],
  ['PDAM', 40_000],
  ['PGN', 50_000],
];
/** Of a bill, what the supplier leaves to who collects it. */
const COMMISSION = 500;
/** Accounts that begin so owe nothing. */
const NOTHING_OWED = '0000';

/** The bill of an account; null when nothing is owed. */
export function billOf(
  sku: string,
  customer: string,
): { readonly amount: number; readonly price: number } | null {
  const amount = BILLS.find(([prefix]) => sku.startsWith(prefix))?.[1];
  if (amount === undefined || customer.startsWith(NOTHING_OWED)) return null;
  return { amount, price: amount - COMMISSION };
}

function digits(ref: string, count: number): string {
  const hash = createHash('sha256').update(ref).digest('hex');
  return BigInt(`0x${hash}`).toString().slice(0, count);
}

/** What is handed over: the same for the same reference. */
export function serialOf(sku: string, ref: string, tokenDigits: 16 | 20): string {
  if (sku.startsWith('PLN')) return `${digits(ref, tokenDigits)}/PELANGGAN/R1/1300/6.6`;
  if (sku.startsWith('VOUCHER_GAME')) return `GAME-${digits(ref, 12)}`;
  if (sku.startsWith('VOUCHER_MAKANAN')) return `FOOD-${digits(ref, 12)}`;
  return digits(ref, 14);
}
