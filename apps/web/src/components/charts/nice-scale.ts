const STEPS = [1, 2, 2.5, 5, 10];

/**
 * The marks of an axis from 0 to at least `highest`, all on round numbers: `[0, 25, 50, 75, 100]` for 87. Amounts are
 * whole rupiah, so a step is never below 1.
 */
export function niceScale(highest: number, intervals = 4): number[] {
  const rough = Math.max(1, highest) / intervals;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const factor = STEPS.find((step) => step * magnitude >= rough) ?? 10;
  const step = Math.max(1, Math.ceil(factor * magnitude));
  const count = Math.max(1, Math.ceil(Math.max(1, highest) / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
