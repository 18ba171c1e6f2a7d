import type { BillLine, RecomputedBill } from './bill';

export declare function recomputeBill(
  lines: readonly Pick<BillLine, 'kind' | 'quantity' | 'rate' | 'amount'>[],
): RecomputedBill;
