import { parseWholeNumber } from '@tirtapay/domain';
import type { WholeNumberProblem } from '@tirtapay/domain';

const MOST_M3 = 99_999;

export type TypedUsage = { usage: number } | { problem: WholeNumberProblem };

/** Whole cubic metres, as billed: the red wheels of a meter count litres and are not read. */
export function typedUsage(text: string): TypedUsage {
  const parsed = parseWholeNumber(text, 'm³');
  if (!parsed.ok) return { problem: parsed.reason };
  return parsed.value > MOST_M3 ? { problem: 'TOO_LARGE' } : { usage: parsed.value };
}

/** Nominal sizes of water meters, in millimetres and in the inches that are printed on the bill. */
export const METER_SIZES = [
  { millimetres: 13, inches: '½' },
  { millimetres: 19, inches: '¾' },
  { millimetres: 25, inches: '1' },
  { millimetres: 38, inches: '1½' },
  { millimetres: 50, inches: '2' },
  { millimetres: 75, inches: '3' },
  { millimetres: 100, inches: '4' },
] as const;
