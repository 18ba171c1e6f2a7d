/** Whole cubic metres, as billed: the red wheels of a meter count litres and are not read. */
export const isUsage = (text: string): boolean => /^\d{1,5}$/.test(text.trim());

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
