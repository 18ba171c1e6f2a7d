import { addRupiah, multiplyRupiah, sumRupiah } from '../money';
import type { BillLine, RecomputedBill } from './bill';

/**
 * A bill worked out again from the quantities and rates of its stored lines, as anybody with the paper can.
 * Lines whose stored amount disagrees are named; the sums are those of the recomputed amounts.
 */
export function recomputeBill(
  lines: readonly Pick<BillLine, 'kind' | 'quantity' | 'rate' | 'amount'>[],
): RecomputedBill {
  const amounts = lines.map((line) => multiplyRupiah(line.rate, line.quantity));
  const waterAmount = sumRupiah(amounts.filter((_, index) => lines[index]?.kind !== 'FIXED'));
  const fixedAmount = sumRupiah(amounts.filter((_, index) => lines[index]?.kind === 'FIXED'));
  return {
    waterAmount,
    fixedAmount,
    total: addRupiah(waterAmount, fixedAmount),
    wrongLines: lines.flatMap((line, index) => (line.amount === amounts[index] ? [] : [index])),
  };
}
