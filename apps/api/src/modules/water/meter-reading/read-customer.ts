import {
  comparePeriods,
  isCustomerNumber,
  normalizeCustomerNumber,
  period,
  periodOfDate,
  type Period,
} from '@tirtapay/domain';
import type { Clock } from '../../../platform/clock';
import { Problem } from '../../../platform/problem';
import { READING_SAYS } from './sentences';

/** The number without the blanks and dashes people type. @throws Problem customer.not_found before any look-up */
export function customerNumberOf(raw: string): string {
  const normalized = normalizeCustomerNumber(raw);
  if (!normalized.ok || !isCustomerNumber(normalized.value)) throw new Problem('customer.not_found');
  return normalized.value;
}

/** Of a reading or a run. @throws Problem request.invalid for a month that has not begun: nothing has been used in it yet. */
export function readablePeriod(text: string, clock: Clock, pointer: string): Period {
  const usagePeriod = period(text);
  if (comparePeriods(usagePeriod, periodOfDate(clock.businessDate())) > 0)
    throw new Problem('request.invalid', {
      errors: [{ pointer, code: 'in_the_future', message: READING_SAYS.periodNotBegun }],
    });
  return usagePeriod;
}

/** A clock of a phone may run a little ahead. */
const TOLERATED_AHEAD = 10 * 60_000;

/** @throws Problem request.invalid unless the instant is real and not in the future. */
export function readInstant(text: string | undefined, clock: Clock): Date {
  if (text === undefined) return clock.date();
  const epoch = Date.parse(text);
  if (Number.isNaN(epoch) || epoch > clock.now() + TOLERATED_AHEAD)
    throw new Problem('request.invalid', {
      errors: [{ pointer: '/read_at', code: 'not_a_past_instant', message: READING_SAYS.readInFuture }],
    });
  return new Date(epoch);
}
