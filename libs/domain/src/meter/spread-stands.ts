/** A month of usage that was never read by itself: how many days with water it has, at least 1. */
export type SpreadMonth = { readonly days: number };

/**
 * The stands a meter would have shown at the end of each of several months, when only the first and the last stand were
 * really seen: usage goes by days, each stand rounded half up, so that nothing is lost or made between them.
 *
 * Fair catch-up after estimates and months nobody read are the same question. See product.md, Reading.
 * @example spreadStands({ from: 100, to: 220, months: four of 30 days }) → [130, 160, 190, 220]
 * @param from whole m³, at the start of the first month
 * @param to whole m³, at the end of the last month; never below `from`
 * @returns one stand a month, the last is `to`
 * @throws RangeError for stands that are not whole or go down, no months, or a month without days
 */
export function spreadStands(input: {
  readonly from: number;
  readonly to: number;
  readonly months: readonly SpreadMonth[];
}): number[] {
  const { from, to, months } = input;
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from)
    throw new RangeError(`not two stands going up: ${String(from)}, ${String(to)}`);
  if (months.length === 0) throw new RangeError('no month to spread over');
  for (const { days } of months)
    if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a number of days: ${String(days)}`);
  const all = months.reduce((sum, { days }) => sum + days, 0);
  let passed = 0;
  return months.map(({ days }) => {
    passed += days;
    return from + Math.floor((2 * (to - from) * passed + all) / (2 * all));
  });
}
