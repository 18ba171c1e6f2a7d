import { applyDecorators } from '@nestjs/common';
import { IsString, Matches } from 'class-validator';
import { ListField } from '../../../../platform/validation';

/** More open bills than ten years of them nobody has. */
const MOST_BILLS = 120;
const BILL_NUMBER = /^[0-9]{18}$/;

/** Bills of one customer, by their numbers. */
export function BillNumbersField(
  options: { readonly optional?: boolean; readonly description?: string } = {},
): PropertyDecorator {
  return applyDecorators(
    ListField(() => String, { ...options, maxItems: MOST_BILLS, of: 'string' }),
    IsString({ each: true }),
    Matches(BILL_NUMBER, { each: true }),
  );
}
