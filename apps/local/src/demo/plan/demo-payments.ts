import {
  addMonths,
  billNumber,
  composeBill,
  penaltyOf,
  rupiah,
  totals,
  type BusinessDate,
  type Channel,
  type PenaltyPolicy,
  type Period,
  type Rupiah,
} from '@tirtapay/domain';
import type { Chance } from './chance';
import type { DemoBankCode } from './demo-banks';
import type { DemoCalendar } from './demo-calendar';
import { EXAMPLE_CUSTOMER, type DemoCustomer, type PayingHabit } from './demo-customers';
import type { DemoReading } from './demo-readings';
import { tariffTable } from './tariff-tables';

export interface DemoPayment {
  readonly customer: DemoCustomer;
  readonly billNumbers: readonly string[];
  readonly date: BusinessDate;
  readonly at: number;
  /** What the customer hands over: bills, penalties, stamp duty and the bank's fee. */
  readonly amount: Rupiah;
  readonly bank: DemoBankCode;
  readonly channel: Channel;
  readonly reference: string;
  /** Of a payment in cash at the utility's own counter; its bank took no part. */
  readonly basket?: string;
}

/** A bill that is issued and not paid. */
export interface Owed {
  readonly number: string;
  readonly principal: Rupiah;
  readonly dueDate: BusinessDate;
  readonly period: Period;
}

const EXAMPLE_OPEN_BILLS = 3;
export const ADMIN_FEE = rupiah(2_500);

export const BANKS = [
  ['SULTRA', 7],
  ['KEDUA', 3],
] as const satisfies readonly (readonly [DemoBankCode, number])[];

const CHANNELS = [
  ['MOBILE', 34],
  ['TELLER', 27],
  ['ATM', 14],
  ['VA', 10],
  ['INTERNET', 7],
  ['AGENT', 6],
  ['EDC', 2],
] as const satisfies readonly (readonly [Channel, number])[];

/** What a customer paid over the year, in order, and what is still owed, the oldest first. */
export interface Paying {
  readonly customer: DemoCustomer;
  readonly payments: readonly DemoPayment[];
  readonly owed: readonly Owed[];
}

export function planPayments(
  customer: DemoCustomer,
  readings: readonly DemoReading[],
  policies: readonly PenaltyPolicy[],
  calendar: DemoCalendar,
  chance: Chance,
): Paying {
  const payments: DemoPayment[] = [];
  let owed: Owed[] = [];
  const missed = customer.number === EXAMPLE_CUSTOMER ? EXAMPLE_OPEN_BILLS : chance.between(2, 6);
  const stopsAt = calendar.periods[calendar.periods.length - missed];
  const bills = new Map(
    readings.filter(isBilled(calendar)).map((reading) => [reading.period, billOf(reading)]),
  );
  for (const period of calendar.periods) {
    const bill = bills.get(period);
    if (bill !== undefined) owed.push(bill);
    if (owed.length === 0) continue;
    const stopped = customer.habit === 'STOPPED' && stopsAt !== undefined && period >= stopsAt;
    const day = stopped ? null : payingDay(customer.habit, owed.length, chance);
    if (day === null) continue;
    const date = calendar.day(addMonths(period, 1), day);
    // The present day has a plan of its own (last-hours.ts).
    if (date >= calendar.today) continue;
    const chosen = customer.habit === 'SELDOM' ? owed.slice(0, 1) : owed;
    payments.push({
      ...settle(customer, chosen, policies, date),
      at: calendar.instant(date, chance.next()),
      bank: chance.weighted(BANKS),
      channel: chance.weighted(CHANNELS),
    });
    owed = owed.slice(chosen.length);
  }
  return { customer, payments, owed };
}

/** These bills and whatever is due on top of them on a day. */
export function settle(
  customer: DemoCustomer,
  bills: readonly Owed[],
  policies: readonly PenaltyPolicy[],
  date: BusinessDate,
): Pick<DemoPayment, 'customer' | 'billNumbers' | 'date' | 'amount' | 'reference'> {
  const penalised = bills.map((bill) => ({
    principal: bill.principal,
    penalty: penaltyOf({ ...bill, tariffCode: customer.tariff, disputed: false }, policies, date).amount,
  }));
  return {
    customer,
    billNumbers: bills.map((bill) => bill.number),
    date,
    amount: totals(penalised, ADMIN_FEE).totalAmount,
    reference: `${date.replaceAll('-', '')}/${customer.number}`,
  };
}

function isBilled(calendar: DemoCalendar): (reading: DemoReading) => boolean {
  return (reading) => reading.status === 'VERIFIED' && reading.period !== calendar.current;
}

function billOf({ customer, period, usage }: DemoReading): Owed {
  const { version } = tariffTable(customer.tariff);
  const bill = composeBill({ usage, version, meterSizeMm: customer.meter.sizeMm, period });
  return {
    number: billNumber(customer.number, period),
    principal: bill.total,
    dueDate: bill.dueDate,
    period,
  };
}

/** Day of the month the bill is due in, or null: not this month. */
function payingDay(habit: PayingHabit, open: number, chance: Chance): number | null {
  switch (habit) {
    case 'PROMPT':
    case 'STOPPED':
      return chance.happens(0.985) ? chance.between(2, 20) : null;
    case 'PAIRS':
      return open === 1 ? null : chance.between(2, 19);
    case 'LATE':
      if (open === 1 && chance.happens(0.35)) return null;
      return chance.happens(0.45) ? chance.between(12, 20) : chance.between(21, 28);
    case 'SELDOM':
      return chance.happens(0.5) ? chance.between(5, 28) : null;
  }
}
