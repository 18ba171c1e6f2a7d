import { fakerID_ID as faker } from '@faker-js/faker';
import { period, rupiah, type BusinessDate, type PenaltyPolicy } from '@tirtapay/domain';
import { Chance } from './chance';
import { DemoCalendar } from './demo-calendar';
import { planCounterMonth, type CounterMonth } from './counter-month';
import { planCustomers, type DemoCustomer, type Names } from './demo-customers';
import { planPayments, type DemoPayment, type Paying } from './demo-payments';
import { planReadings, type DemoReading } from './demo-readings';
import { planLastHours } from './last-hours';

/** Sampit's rule (Perbup 13/2017): 10.000, 15.000, 25.000 in the first, second, third month late. */
export const DEMO_POLICY = {
  name: 'Denda keterlambatan bertingkat',
  legalBasis: 'Perbup No. 13 Tahun 2017',
  policy: {
    mode: 'TIER_BY_AGE',
    tiers: [
      { fromMonth: 1, amount: rupiah(10_000) },
      { fromMonth: 2, amount: rupiah(15_000) },
      { fromMonth: 3, amount: rupiah(25_000) },
    ],
    graceDays: 0,
    cap: null,
    tariffCodes: null,
    validFrom: period('2020-01'),
    validTo: null,
  } satisfies PenaltyPolicy,
};

const POLICIES = [DEMO_POLICY.policy];

/** A year of a utility, worked out before anything is written: the same seed and day give the same plan. */
export interface DemoPlan {
  readonly calendar: DemoCalendar;
  readonly customers: readonly DemoCustomer[];
  readonly readings: readonly DemoReading[];
  readonly payments: readonly DemoPayment[];
  readonly counter: CounterMonth;
}

/** Names as they are heard in Sulawesi Tenggara: some families carry La Ode and Wa Ode. */
function namesOf(chance: Chance): Names {
  return {
    person: (sex) => {
      const first = faker.person.firstName(sex);
      if (chance.happens(0.14)) return `${sex === 'male' ? 'La Ode' : 'Wa Ode'} ${first}`;
      return `${first} ${faker.person.lastName(sex)}`;
    },
    street: () => faker.location.street(),
  };
}

export function planDemo(seed: number, today: BusinessDate, now: number, zone: string): DemoPlan {
  faker.seed(seed);
  const calendar = new DemoCalendar(today, now, zone);
  const customers = planCustomers(new Chance(seed), namesOf(new Chance(seed + 1)));
  const readings: DemoReading[] = [];
  const paying: Paying[] = [];
  for (const [index, customer] of customers.entries()) {
    // A stream of chance of their own: a change to one customer's story leaves the others as they were.
    const own = planReadings(customer, calendar, new Chance(seed + 1_000 + index));
    readings.push(...own);
    paying.push(planPayments(customer, own, POLICIES, calendar, new Chance(seed + 500_000 + index)));
  }
  const lastHours = planLastHours(paying, POLICIES, calendar, new Chance(seed + 2));
  const all = [...paying.flatMap((one) => one.payments), ...lastHours].sort((a, b) => a.at - b.at);
  const { payments, month } = planCounterMonth(all, calendar, new Chance(seed + 3));
  return {
    calendar,
    customers,
    readings,
    payments: payments.toSorted((a, b) => a.at - b.at),
    counter: month,
  };
}
