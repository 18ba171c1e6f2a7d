import type { PublicTariff } from '../api/types';

/** Whole cubic metres, as billed: the red wheels of a meter count litres and are not read. */
export const isUsage = (text: string): boolean => /^\d{1,5}$/.test(text.trim());

/** Meter sizes that change the fixed charge, smallest first; empty when the size does not matter. */
export function meterSizes(tariff: Pick<PublicTariff, 'fixed_charges'>): number[] {
  const sizes = tariff.fixed_charges.flatMap((charge) =>
    charge.meter_size_mm === null ? [] : [charge.meter_size_mm],
  );
  return [...new Set(sizes)].sort((a, b) => a - b);
}
