import { addRupiah, rupiah, subtractRupiah, sumRupiah, ZERO_RUPIAH, type Rupiah } from '../money';

/** What one bill asks for. A waiver is part of the penalty that a programme forgives at payment. */
export type PayableBill = { readonly principal: Rupiah; readonly penalty: Rupiah; readonly waiver?: Rupiah };

export type PaymentTotals = {
  /** Sum of the bills' totals. */
  readonly billAmount: Rupiah;
  readonly stampDuty: Rupiah;
  /** The bank's own fee: shown and stored, never booked as our revenue. */
  readonly adminFee: Rupiah;
  /** What the customer pays: billAmount + stampDuty + adminFee. */
  readonly totalAmount: Rupiah;
  /** What reaches the utility: billAmount + stampDuty. */
  readonly bankAmount: Rupiah;
};

/** UU 10/2020: Rp10.000 on every document that acknowledges more than Rp5.000.000. */
export const STAMP_DUTY: Rupiah = rupiah(10_000);
export const STAMP_DUTY_THRESHOLD: Rupiah = rupiah(5_000_000);

/** Stamp duty of a receipt: strictly above the threshold, so exactly Rp5.000.000 bears none. */
export function stampDuty(billAmount: Rupiah): Rupiah {
  return billAmount > STAMP_DUTY_THRESHOLD ? STAMP_DUTY : ZERO_RUPIAH;
}

/**
 * `principal + penalty − waiver`.
 * @throws RangeError when a part is negative or more than the penalty would be waived.
 */
export function billTotal({ principal, penalty, waiver = ZERO_RUPIAH }: PayableBill): Rupiah {
  if (principal < 0 || penalty < 0 || waiver < 0)
    throw new RangeError('a bill cannot ask for less than nothing');
  if (waiver > penalty) throw new RangeError('a waiver forgives penalties, not principal');
  return subtractRupiah(addRupiah(principal, penalty), waiver);
}

/**
 * The amounts of a payment of these bills together (bank-api.md, Amounts). Stamp duty goes by the receipt, hence
 * by the sum of all bills.
 * @throws RangeError for a negative fee, see also billTotal.
 */
export function totals(bills: readonly PayableBill[], adminFee: Rupiah): PaymentTotals {
  if (adminFee < 0) throw new RangeError('an admin fee cannot be negative');
  const billAmount = sumRupiah(bills.map(billTotal));
  const duty = stampDuty(billAmount);
  const bankAmount = addRupiah(billAmount, duty);
  return { billAmount, stampDuty: duty, adminFee, totalAmount: addRupiah(bankAmount, adminFee), bankAmount };
}
