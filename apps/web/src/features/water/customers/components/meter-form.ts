import type { TFunction } from 'i18next';
import type { MeterFactsBody } from '@tirtapay/api-client';
import { numberIn, numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';

/** What is written down of a meter that hangs or is put in. */
export interface MeterValues {
  serial: string;
  digits: TypedNumber;
  size_mm: string;
  installed_stand: TypedNumber;
}

/** What house connections have. */
export const USUAL_METER: MeterValues = { serial: '', digits: 5, size_mm: '15', installed_stand: 0 };

/** Nominal sizes a meter comes in, in millimetres. */
export const METER_SIZES = ['13', '15', '20', '25', '32', '40', '50', '80', '100'];

/** How many wheels a meter's dial has. */
export const METER_DIGITS = { min: 4, max: 8 } as const;

type Words = TFunction<['customers', 'common']>;

/** A stand fits the dial of its meter; of a dial that is still wrong itself nothing is said here. */
export function standProblem(
  t: TFunction<'customers'> | Words,
  stand: TypedNumber,
  dial: TypedNumber,
): string | null {
  const digits = numberIn(dial) ?? METER_DIGITS.max;
  const value = numberIn(stand);
  if (value !== null && value >= 10 ** digits) return (t as Words)('form.standTooLarge', { digits });
  return numberProblem(stand, { unit: 'm³' });
}

/** Rules a person can check at once; the API has the last word. */
export function meterRules(t: TFunction<'customers'> | Words) {
  const required = (value: string) =>
    value.trim() === '' ? (t as Words)('form.required', { ns: 'common' }) : null;
  return {
    serial: required,
    digits: (value: TypedNumber) => numberProblem(value, METER_DIGITS),
    size_mm: required,
    installed_stand: (value: TypedNumber, values: { readonly meter: MeterValues }) =>
      standProblem(t, value, values.meter.digits),
  };
}

export const meterOf = ({
  serial,
  digits,
  size_mm: size,
  installed_stand: stand,
}: MeterValues): MeterFactsBody => ({
  serial: serial.trim(),
  digits: Number(digits),
  size_mm: Number(size),
  installed_stand: Number(stand),
});
