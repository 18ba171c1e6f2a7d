import { SERIAL_ENDING_LENGTH } from '@tirtapay/domain';
import { TextField, type FieldOptions } from '../../../../platform/validation';

/** What stands on a meter shows who stands at it. */
export function MeterEndingField(options: FieldOptions): PropertyDecorator {
  return TextField({
    ...options,
    min: SERIAL_ENDING_LENGTH,
    max: SERIAL_ENDING_LENGTH,
    pattern: /^[0-9]{4}$/,
    words: {
      id: 'Tulis empat angka terakhir nomor meter.',
      en: 'Write the last four digits of the meter number.',
    },
    example: '0148',
  });
}
