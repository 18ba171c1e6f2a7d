import { multiplyRupiah, sumRupiah } from '../money';
import type { TariffBlock, WaterLine, WaterPrice } from './tariff-version';

/**
 * Block-progressive price: every m³ is charged in its own block, never the whole volume at the top rate
 * (`Σ (min(usage, upper) − lower) × rate`). Whole m³ only. No usage still names the first block, with 0 m³, so
 * that the bill shows its price.
 * @param usage m³, whole, ≥ 0
 * @throws RangeError for any other usage, or when the blocks do not cover it (see validateBlocks).
 */
export function priceWater(version: { readonly blocks: readonly TariffBlock[] }, usage: number): WaterPrice {
  if (!Number.isSafeInteger(usage) || usage < 0) throw new RangeError(`not a usage in m³: ${String(usage)}`);
  const lines: WaterLine[] = [];
  let priced = 0;
  for (const { lower, upper, rate } of version.blocks) {
    const quantity = Math.min(usage, upper ?? usage) - lower;
    if (quantity <= 0 && lines.length > 0) break;
    const charged = Math.max(quantity, 0);
    lines.push({ lower, upper, quantity: charged, rate, amount: multiplyRupiah(rate, charged) });
    priced += charged;
  }
  if (priced !== usage || lines.length === 0) {
    throw new RangeError(`tariff blocks price ${String(priced)} of ${String(usage)} m³`);
  }
  return { lines, amount: sumRupiah(lines.map((line) => line.amount)) };
}
