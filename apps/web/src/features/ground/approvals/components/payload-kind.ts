const MONEY = new Set([
  'amount',
  'booked',
  'budget',
  'cap',
  'per_month',
  'price',
  'cost',
  'admin_fee',
  'low_balance',
  'down_payment',
  'rest',
  'principal',
  'penalty',
  'waiver_revoked',
  'our_amount',
  'bank_amount',
  'difference',
  'held',
  'claims',
  'rate',
  'fee_per_payment',
  'qris_admin_fee',
  'price_before',
  'expected',
  'counted',
  'due',
  'agreed',
  'claimed',
  'received',
  'cleared',
]);
const WORDS = new Set([
  'action',
  'change',
  'kind',
  'mode',
  'outcome',
  'resolution',
  'role',
  'service_code',
  'source',
  'party',
  'terms',
  'type',
  'way',
]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;

/**
 * How whoever decides reads a value of what was asked for: a rupiah amount, basis points or millionths as percent, a day, a month, or a
 * word of the house.
 * @returns null for what stands as it was sent
 */
export function payloadKind(
  name: string,
  value: unknown,
): 'MONEY' | 'BASIS_POINTS' | 'PPM' | 'DAY' | 'MONTH' | 'WORD' | null {
  if (typeof value === 'number') {
    if (MONEY.has(name) && Number.isSafeInteger(value)) return 'MONEY';
    if (name === 'mdr_ppm') return 'PPM';
    return name === 'basis_points' ? 'BASIS_POINTS' : null;
  }
  if (typeof value !== 'string') return null;
  if (WORDS.has(name)) return 'WORD';
  // A word like a day that is none (2026-02-31) was refused before anybody could ask for it.
  if (DAY.test(value)) return 'DAY';
  return MONTH.test(value) ? 'MONTH' : null;
}
