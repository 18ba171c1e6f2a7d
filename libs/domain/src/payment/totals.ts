import { rupiah, type Rupiah } from '../money';

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

export declare function stampDuty(billAmount: Rupiah): Rupiah;
export declare function billTotal(bill: PayableBill): Rupiah;
export declare function totals(bills: readonly PayableBill[], adminFee: Rupiah): PaymentTotals;
