const PPM_OF_A_PERCENT = 10_000;
const PERCENT = /^(\d{1,2})(?:[.,](\d{1,4}))?$/;
const MOST = 100_000;

/** Millionths as people write percents here: 7000 → `0,7`. */
export function percentOf(ppm: number): string {
  return String(ppm / PPM_OF_A_PERCENT).replace('.', ',');
}

/** `0,7` or `0.7` in millionths, digit by digit; null for what is no percentage, or more than a bank may take (10 %). */
export function ppmOf(text: string): number | null {
  const [, whole, part = ''] = PERCENT.exec(text.trim().replace(/\s*%$/, '')) ?? [];
  if (whole === undefined) return null;
  const ppm = Number(whole) * PPM_OF_A_PERCENT + Number(part.padEnd(4, '0'));
  return ppm <= MOST ? ppm : null;
}
