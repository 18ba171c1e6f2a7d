import { formatRupiah, multiplyRupiah, type Rupiah } from '../money';
import type { Period } from '../time';

/** Bills that are no water end in 21 to 99 a year, so that 18 digits never collide with a month. */
const FIRST = 21;
const LAST = 99;

/**
 * The number of a customer's next bill that is no water: customer number, year, and the next free two digits.
 * @param last the highest two digits given in that year, cancelled ones too; null when there are none
 * @returns null when the year has no number left
 * @example otherBillNumber('010203000046', '2026-01', null) is '010203000046202621'
 */
export function otherBillNumber(customerNumber: string, month: Period, last: number | null): string | null {
  const next = last === null ? FIRST : Math.max(FIRST, last + 1);
  return next > LAST ? null : `${customerNumber}${month.slice(0, 4)}${String(next)}`;
}

/** Most of one charge on one bill. */
export const MOST_CHARGES = 100;

type ChargeLine = {
  readonly kind: 'NONWATER';
  readonly code: string;
  readonly label: string;
  readonly quantity: number;
  readonly unit: 'kali';
  readonly rate: Rupiah;
  readonly amount: Rupiah;
  /** `2 × Rp150.000 = Rp300.000` */
  readonly formula: string;
};

/**
 * The line of a charge that is no water (registration, reconnection, a meter): price × how many, whole rupiah.
 * @throws RangeError unless `quantity` is whole, 1 to `MOST_CHARGES`, and the price above zero
 */
export function chargeLine(
  charge: { readonly code: string; readonly name: string; readonly price: Rupiah },
  quantity: number,
): ChargeLine {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_CHARGES)
    throw new RangeError(`not a number of charges: ${String(quantity)}`);
  if (charge.price <= 0) throw new RangeError('a charge without a price');
  const amount = multiplyRupiah(charge.price, quantity);
  return {
    kind: 'NONWATER',
    code: charge.code,
    label: charge.name,
    quantity,
    unit: 'kali',
    rate: charge.price,
    amount,
    formula: `${String(quantity)} × ${formatRupiah(charge.price)} = ${formatRupiah(amount)}`,
  };
}
