import { careFor, cashDifference, countCash, rupiah, type Rupiah } from '@tirtapay/domain';
import { Problem } from '../../../../platform/problem';
import type { CountBody, PiecesListBody } from '../dto/cash.dto';
import { COUNTER_SAYS } from '../sentences';

/** A count as it was typed. @throws Problem request.invalid for money that does not exist */
export function counted({ counted: pieces }: PiecesListBody): Rupiah {
  try {
    return countCash(pieces);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('request.invalid', {
      errors: [{ pointer: '/counted', code: 'isMoney', message: COUNTER_SAYS.noSuchMoney }],
    });
  }
}

/**
 * How a count stands to the books.
 * @returns the difference, and whether a second person must decide it
 * @throws Problem counter.reason_needed with the difference, once it is known that there is one
 */
export function judged(
  body: CountBody,
  against: { readonly expected: Rupiah; readonly limit: number },
): { readonly count: Rupiah; readonly difference: Rupiah; readonly decides: boolean } {
  const count = counted(body);
  const difference = cashDifference(against.expected, count);
  const care = careFor(difference, rupiah(against.limit));
  if (care !== 'NONE' && body.reason === undefined)
    throw new Problem('counter.reason_needed', { members: { difference, limit: against.limit } });
  return { count, difference, decides: care === 'SECOND_PERSON' };
}
