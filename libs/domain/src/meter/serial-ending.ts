/** How many digits of the meter number open what only the household should see. */
export const SERIAL_ENDING_LENGTH = 4;

/**
 * `AP20-01.48/B` → `0148`: the last four digits of a meter number, letters and separators left out, because the plate
 * on the meter and the bill write them differently. Null when the number has fewer digits: then nobody can be asked
 * for them.
 */
export function serialEnding(serial: string): string | null {
  const digits = serial.replace(/\D/g, '');
  return digits.length < SERIAL_ENDING_LENGTH ? null : digits.slice(-SERIAL_ENDING_LENGTH);
}
