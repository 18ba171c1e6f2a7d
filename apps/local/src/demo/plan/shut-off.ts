import { READ_STATES, type BusinessDate } from '@tirtapay/domain';
import type { DemoCalendar } from './demo-calendar';
import type { DemoCustomer } from './demo-customers';

/**
 * The day somebody was sealed or left; null for everybody else. Nobody is read after it: it follows the last reading,
 * which is of the last complete month or, of who left, of an earlier one.
 */
export function shutOffOn(customer: DemoCustomer, calendar: DemoCalendar): BusinessDate | null {
  if (customer.state === 'CALON' || READ_STATES.includes(customer.state)) return null;
  const last = customer.leftAfterPeriod ?? calendar.periods.length - 1;
  return calendar.day(calendar.periods[last] ?? calendar.current, 28);
}
