import { createHash } from 'node:crypto';
import { Problem, type Sentence } from '../../../../platform/problem';
import type { BasketBody } from '../dto/basket.dto';
import { COUNTER_SAYS } from '../sentences';

/** What is asked for, in one form: what a repetition must repeat to be the same basket. */
export function basketFingerprint({ id: _id, ...meaning }: BasketBody): string {
  return createHash('sha256').update(canonical(meaning)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

/** @throws Problem request.invalid for nothing to sell, and for one customer in two lines */
export function assertBasket({ water, sales }: BasketBody): void {
  if (water.length + sales.length === 0) throw invalid('/water', 'isEmpty', COUNTER_SAYS.emptyBasket);
  const numbers = water.map(({ customer_number: number }) => number);
  const twice = numbers.findIndex((number, index) => numbers.indexOf(number) !== index);
  if (twice >= 0)
    throw invalid(`/water/${String(twice)}/customer_number`, 'isUnique', COUNTER_SAYS.customerTwice);
}

function invalid(pointer: string, code: string, message: Sentence): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, code, message }] });
}
