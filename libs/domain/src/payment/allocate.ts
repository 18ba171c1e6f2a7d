import { ZERO_RUPIAH, type Rupiah } from '../money';
import { billTotal, totals, type PayableBill } from './totals';

export type AllocatedBill = PayableBill & { readonly billNumber: string };

/** One row per bill, and one for the stamp duty when there is any; `amount = principal + penalty − waiver`. */
export type AllocationRow = {
  readonly kind: 'BILL' | 'STAMP_DUTY';
  /** null for the stamp duty, which belongs to the receipt as a whole. */
  readonly billNumber: string | null;
  readonly principal: Rupiah;
  /** Gross, before the waiver. */
  readonly penalty: Rupiah;
  readonly waiver: Rupiah;
  readonly amount: Rupiah;
};

/**
 * Where the money of a payment goes. All-or-nothing: each bill is covered whole, and the rows add up to exactly
 * what reaches the utility (`bankAmount`); the bank's own fee is not in it. Bills keep the order given.
 */
export function allocate(bills: readonly AllocatedBill[]): AllocationRow[] {
  const rows = bills.map((bill): AllocationRow => {
    const { billNumber, principal, penalty, waiver = ZERO_RUPIAH } = bill;
    return { kind: 'BILL', billNumber, principal, penalty, waiver, amount: billTotal(bill) };
  });
  const { stampDuty } = totals(bills, ZERO_RUPIAH);
  if (stampDuty === 0) return rows;
  const duty = { principal: ZERO_RUPIAH, penalty: ZERO_RUPIAH, waiver: ZERO_RUPIAH, amount: stampDuty };
  return [...rows, { kind: 'STAMP_DUTY', billNumber: null, ...duty }];
}
