const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?$/;
const MOST = 10_000;

/**
 * Hundredths of a percent from what somebody typed, digit by digit: `12,5` and `12.5 %` are 1250.
 * @returns null for what is no percentage, has more than two decimals, or lies outside 0,01 to 100
 */
export function basisPointsOf(typed: string): number | null {
  const [, whole, part = ''] = PERCENT.exec(typed.trim().replace(/\s*%$/, '')) ?? [];
  if (whole === undefined) return null;
  const points = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return points >= 1 && points <= MOST ? points : null;
}
