import { addDays, addMonths, type BusinessDate, type Channel, type PenaltyPolicy } from '@tirtapay/domain';
import type { Chance } from './chance';
import type { DemoCalendar } from './demo-calendar';
import { EXAMPLE_CUSTOMER } from './demo-customers';
import { BANKS, settle, type DemoPayment, type Owed, type Paying } from './demo-payments';

const HOUR = 3_600_000;
/** Where somebody has to be there to take the money, and when. */
const STAFFED: readonly Channel[] = ['TELLER', 'AGENT', 'EDC'];
const OPENS = 8;
const CLOSES = 20;
const ALWAYS: readonly Channel[] = ['MOBILE', 'VA', 'QRIS', 'INTERNET', 'ATM'];
/** The day before the present one, and the present one up to this hour: payments by each channel. */
const YESTERDAY_EACH = 2;
const TODAY_EACH = 4;
/** Somebody with more open bills than this does not pay them all of a sudden. */
const MOST_BILLS = 3;

/**
 * The payments that make the hour the demonstration is started in an hour of work, whatever day of the month and whatever
 * time it is: by every channel, at both banks. Before the counters open, whoever pays in person did so yesterday.
 */
export function planLastHours(
  paying: readonly Paying[],
  policies: readonly PenaltyPolicy[],
  calendar: DemoCalendar,
  chance: Chance,
): DemoPayment[] {
  const { today } = calendar;
  const yesterday = addDays(today, -1);
  const debtors = shuffled(paying.filter(mayPay(yesterday)), chance);
  const pay = (date: BusinessDate, channel: Channel, index: number): DemoPayment[] => {
    for (let debtor = debtors.shift(); debtor !== undefined; debtor = debtors.shift()) {
      const bills = debtor.owed.filter((bill) => issuedOn(bill, calendar) <= date);
      if (bills.length === 0 || bills.length > MOST_BILLS) continue;
      const at = momentOn(date, channel, calendar, chance);
      // Each channel at each bank, before chance has a say.
      const bank = BANKS[index]?.[0] ?? chance.weighted(BANKS);
      return [{ ...settle(debtor.customer, bills, policies, date), at, bank, channel }];
    }
    return [];
  };
  const open = calendar.now >= calendar.instant(today, 0) + (OPENS + 0.5) * HOUR;
  const plan = [...ALWAYS, ...STAFFED].flatMap((channel) => {
    const late = STAFFED.includes(channel) && !open ? TODAY_EACH : 0;
    return [...days(yesterday, YESTERDAY_EACH + late, channel), ...days(today, TODAY_EACH - late, channel)];
  });
  return plan.flatMap(({ date, channel, index }) => pay(date, channel, index));
}

function days(date: BusinessDate, count: number, channel: Channel) {
  return Array.from({ length: count }, (_, index) => ({ date, channel, index }));
}

/** One payment of a customer in a half of a month: who paid since the month of yesterday began does not pay again. */
function mayPay(yesterday: BusinessDate): (paying: Paying) => boolean {
  return ({ customer, payments, owed }) =>
    customer.state === 'AKTIF' &&
    customer.number !== EXAMPLE_CUSTOMER &&
    owed.length > 0 &&
    payments.every((payment) => payment.date.slice(0, 7) < yesterday.slice(0, 7));
}

function issuedOn(bill: Owed, calendar: DemoCalendar): BusinessDate {
  return calendar.day(addMonths(bill.period, 1), 1);
}

function momentOn(date: BusinessDate, channel: Channel, calendar: DemoCalendar, chance: Chance): number {
  const staffed = STAFFED.includes(channel);
  if (date !== calendar.today) {
    const midnight = calendar.instant(date, 0) - 7 * HOUR;
    const [from, to] = staffed ? [OPENS, CLOSES] : [12, 23.9];
    return midnight + Math.floor((from + chance.next() * (to - from)) * HOUR);
  }
  const midnight = calendar.instant(date, 0);
  if (!staffed) return calendar.instant(date, 0.2 + chance.next() * 0.8);
  const from = midnight + OPENS * HOUR;
  const to = Math.min(calendar.now, midnight + CLOSES * HOUR);
  return from + Math.floor(chance.next() * (to - from));
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  return all
    .map((one) => ({ one, place: chance.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
