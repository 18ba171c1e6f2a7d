import { createHash } from 'node:crypto';
import { orderMeaning, readOrder, type PpobOrder } from '@tirtapay/domain';
import { Problem, type FieldError } from '../../../../platform/problem';
import { fieldOfSaleSays, SALE_SAYS } from '../sentences';

/** A body of the specification with its envelope. */
export interface SaleRequest {
  readonly order: PpobOrder;
  /** The seller's own name for it; null when it has none. */
  readonly refId: string | null;
  /** What a repetition must repeat to be the same sale. */
  readonly fingerprint: string;
}

const REFERENCE = /^[A-Za-z0-9._/-]{1,64}$/;
/** How a partner pays; a counter will take cash. */
const PAYMENTS: readonly unknown[] = [undefined, 'DEPOSIT'];

/** @throws Problem request.invalid with a pointer to each field */
export function readSaleRequest(body: unknown): SaleRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Problem('request.invalid', {
      errors: [
        {
          pointer: '',
          code: 'isObject',
          message: SALE_SAYS.notAnObject,
        },
      ],
    });
  const { ref_id: refId, payment } = body as Record<string, unknown>;
  const errors: FieldError[] = [];
  if (refId !== undefined && (typeof refId !== 'string' || !REFERENCE.test(refId)))
    errors.push({
      pointer: '/ref_id',
      code: 'isReference',
      message: SALE_SAYS.reference,
    });
  if (!PAYMENTS.includes(payment))
    errors.push({
      pointer: '/payment',
      code: 'isIn',
      message: SALE_SAYS.deposit,
    });
  const read = readOrder(body as Record<string, unknown>, ['ref_id', 'payment']);
  if (!read.ok)
    errors.push(
      ...read.problems.map(({ pointer, code, words }) => ({
        pointer,
        code,
        message: fieldOfSaleSays(words),
      })),
    );
  if (errors.length > 0 || !read.ok) throw new Problem('request.invalid', { errors });
  return {
    order: read.order,
    refId: typeof refId === 'string' ? refId : null,
    fingerprint: createHash('sha256').update(orderMeaning(read.order)).digest('hex'),
  };
}
