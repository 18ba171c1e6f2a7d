import { TextField, type FieldOptions } from '../../../../platform/validation';

/** What a person types as customer number; the check digit is judged where the customer is looked up. */
export function CustomerNumberField(options: FieldOptions = {}): PropertyDecorator {
  return TextField({
    description: 'Customer number: 12 digits with check digit',
    example: '010203000046',
    ...options,
    max: 32,
  });
}
