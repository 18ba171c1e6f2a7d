import type { Rupiah } from '../money';
import type { PayableBill } from './totals';

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

export declare function allocate(bills: readonly AllocatedBill[]): AllocationRow[];
