import { businessDate, isCustomerNumber } from '@tirtapay/domain';
import { CUSTOMERS, EXAMPLE_CUSTOMER } from './demo-customers';
import { planDemo, type DemoPlan } from './demo-plan';
import { shutOffOn } from './shut-off';

const ZONE = 'Asia/Makassar';
const NOW = Date.parse('2026-11-21T11:00:00+08:00');

function plan(day = '2026-11-21', now = NOW): DemoPlan {
  return planDemo(7, businessDate(day), now, ZONE);
}

function described({ customers, readings, payments, counter }: DemoPlan): string {
  return JSON.stringify([customers, readings, payments, counter]);
}

/** A month of the counter and of a partner: all services, all ends, and a drawer that ties from day to day. */
function expectCounterMonth({ counter, payments }: DemoPlan, now: number): void {
  const { shifts, partnerSales } = counter;
  expect(shifts.length).toBeGreaterThanOrEqual(25);
  const baskets = shifts.flatMap((shift) => shift.baskets);
  const sales = [...baskets.flatMap((basket) => basket.sales), ...partnerSales];
  expect(new Set(sales.map(({ body }) => body.service_code)).size).toBe(12);
  expect(new Set(sales.map(({ end }) => end))).toEqual(new Set(['SUCCESS', 'REFUNDED', 'FAILED', 'UNKNOWN']));
  // Cash at the counter is a payment of the plan, in the hours of its shift, and each once.
  const cash = payments.filter(({ basket }) => basket !== undefined);
  expect(cash.length).toBeGreaterThan(20);
  expect(new Set(cash)).toEqual(new Set(baskets.flatMap(({ water }) => (water === null ? [] : [water]))));
  expect(shifts.filter(({ difference }) => difference !== 0).length).toBeGreaterThanOrEqual(3);
  expect(shifts.every(({ difference, reason }) => (difference === 0) === (reason === null))).toBe(true);
  for (const [index, shift] of shifts.entries()) {
    const before = shifts[index - 1];
    if (before !== undefined) expect(shift.opening).toBe(before.expected + before.difference);
    const times = [shift.opensAt, ...shift.baskets.map(({ at }) => at), shift.depositsAt, shift.closesAt];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(shift.closesAt).toBeLessThanOrEqual(now);
    expect(shift.expected).toBeGreaterThanOrEqual(0);
  }
  expect(partnerSales.every(({ at }) => at <= now)).toBe(true);
}

describe('the demonstration', () => {
  const year = plan();

  it('is the same for the same seed and day', () => {
    expect(described(plan())).toBe(described(year));
  });

  it('shows the twelve complete months before the day, whatever the day is', () => {
    expect([year.calendar.periods[0], year.calendar.periods.at(-1), year.calendar.current]).toEqual([
      '2025-11',
      '2026-10',
      '2026-11',
    ]);
    for (const day of ['2026-03-01', '2024-02-29', '2026-12-31']) {
      const now = Date.parse(`${day}T00:30:00+08:00`);
      const other = plan(day, now);
      expect(other.calendar.periods).toHaveLength(12);
      expect(Math.max(...other.payments.map((payment) => payment.at))).toBeLessThanOrEqual(now);
      expect(Math.max(...other.readings.map((reading) => reading.readAt))).toBeLessThanOrEqual(now);
    }
  });

  it('has two thousand customers with numbers that pass the check', () => {
    const numbers = new Set(year.customers.map((customer) => customer.number));
    expect(numbers.size).toBe(CUSTOMERS);
    expect([...numbers].every(isCustomerNumber)).toBe(true);
    expect(numbers.has(EXAMPLE_CUSTOMER)).toBe(true);
    expect(new Set(year.customers.map((customer) => customer.nik)).size).toBe(CUSTOMERS);
  });

  it('reads nobody after the water was shut off, and the sealed until then', () => {
    const sealed = year.customers.filter(({ state }) => state === 'SEGEL');
    expect(sealed.length).toBeGreaterThan(10);
    for (const customer of year.customers) {
      const shutOff = shutOffOn(customer, year.calendar);
      if (shutOff === null) continue;
      const read = year.readings.filter((reading) => reading.customer === customer);
      expect(read.every(({ readOn }) => readOn < shutOff)).toBe(true);
      if (customer.state === 'SEGEL') expect(read.at(-1)?.period).toBe('2026-10');
    }
  });

  it('is paid for the most part, with a tail of arrears that holds the example customer', () => {
    const billed = year.readings.filter(
      (reading) => reading.status === 'VERIFIED' && reading.period !== year.calendar.current,
    );
    const paid = new Set(year.payments.flatMap((payment) => payment.billNumbers));
    const share = paid.size / billed.length;
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(0.96);
    const owed = billed.filter(
      (reading) =>
        reading.customer.number === EXAMPLE_CUSTOMER &&
        !paid.has(`${EXAMPLE_CUSTOMER}${reading.period.replace('-', '')}`),
    );
    expect(owed.map((reading) => reading.period)).toEqual(['2026-08', '2026-09', '2026-10']);
  });

  it.each([
    ['half an hour after midnight', '2026-11-26T00:30:00+08:00'],
    ['before the counters open', '2026-11-26T07:20:00+08:00'],
    ['in the last minutes of a year', '2026-12-31T23:55:00+08:00'],
    ['in the first minutes of a month', '2026-12-01T00:10:00+08:00'],
    ['on the first day of a month', '2026-12-01T14:00:00+08:00'],
    ['on the day penalties grow', '2026-11-21T00:05:00+08:00'],
    ['on a leap day', '2028-02-29T16:00:00+08:00'],
  ])('is alive %s', (_, text) => {
    const now = Date.parse(text);
    const day = text.slice(0, 10);
    const alive = plan(day, now);
    expectCounterMonth(alive, now);
    const { payments } = alive;
    const lately = payments.filter(({ at }) => at > now - 36 * 3_600_000);
    const today = payments.filter(({ date }) => date === day);
    expect(Math.max(...payments.map(({ at }) => at))).toBeLessThanOrEqual(now);
    expect(today.length).toBeGreaterThanOrEqual(15);
    for (const bank of ['SULTRA', 'KEDUA']) {
      const channels = new Set(lately.filter((one) => one.bank === bank).map(({ channel }) => channel));
      expect([...channels].sort()).toEqual([
        'AGENT',
        'ATM',
        'EDC',
        'INTERNET',
        'MOBILE',
        'QRIS',
        'TELLER',
        'VA',
      ]);
    }
    const hourOf = (at: number): number => new Date(at + 8 * 3_600_000).getUTCHours();
    const inPerson = lately.filter(({ channel }) => ['TELLER', 'AGENT', 'EDC'].includes(channel));
    expect(inPerson.every(({ at }) => hourOf(at) >= 7 && hourOf(at) < 21)).toBe(true);
    // What the writer of histories asks for: of each customer one payment in each half of a month.
    const halves = payments.map(({ date, customer }) => {
      const half = Number(date.slice(8)) < 21 ? 'a' : 'b';
      return `${customer.number} ${date.slice(0, 7)}${half}`;
    });
    expect(new Set(halves).size).toBe(halves.length);
  });

  it('leaves work for today: readings to verify, some of them odd, and drafts to issue', () => {
    const running = year.readings.filter((reading) => reading.period === year.calendar.current);
    const waiting = running.filter((reading) => reading.status === 'RECORDED');
    expect(waiting.filter((reading) => reading.severity === 'WARNING').length).toBeGreaterThan(20);
    expect(waiting.filter((reading) => reading.severity === 'ERROR').length).toBeGreaterThan(3);
    expect(running.filter((reading) => reading.status === 'VERIFIED').length).toBeGreaterThan(200);
  });

  it('continues every stand where the last one ended', () => {
    const last = new Map(year.customers.map((customer) => [customer.number, customer.meter.installedStand]));
    for (const reading of year.readings) {
      expect(reading.previousStand).toBe(last.get(reading.customer.number));
      last.set(reading.customer.number, reading.currentStand);
    }
    expect(year.readings.some((reading) => reading.rollover)).toBe(true);
    expect(year.readings.some((reading) => reading.method === 'ESTIMATED')).toBe(true);
  });
});
