import { addDays, type BusinessDate } from '../time';

/** Days a bill can always be paid in without penalty, however late it is issued. */
export const LEAST_DAYS_TO_PAY = 10;

/**
 * When a bill is due: on its due day, and never before `leastDays` days after it was issued. No bill is born late.
 *
 * `dueOnIssue('2026-11-20', '2026-11-29')` is `2026-12-09`; issued on 2 November it stays `2026-11-20`.
 * @throws RangeError unless `leastDays` is a whole number ≥ 0.
 */
export function dueOnIssue(
  dueDay: BusinessDate,
  issuedOn: BusinessDate,
  leastDays = LEAST_DAYS_TO_PAY,
): BusinessDate {
  if (!Number.isSafeInteger(leastDays) || leastDays < 0)
    throw new RangeError(`not a number of days: ${String(leastDays)}`);
  const earliest = addDays(issuedOn, leastDays);
  return earliest > dueDay ? earliest : dueDay;
}
