import { addDays, changeOf, rupiah, type BusinessDate } from '@tirtapay/domain';
import type { Chance } from './chance';
import type { DemoCalendar } from './demo-calendar';
import { DEMO_DRAWER } from './demo-counter';
import { ADMIN_FEE, type DemoPayment } from './demo-payments';
import { priceOf, saleBodies, type DemoSaleBody } from './demo-sales';

/** A sale of a product of others, and how it ended. */
export interface DemoSale {
  readonly body: DemoSaleBody;
  /** What the customer pays, with the fee. */
  readonly total: number;
  readonly billed: number | null;
  readonly end: 'SUCCESS' | 'REFUNDED' | 'FAILED' | 'UNKNOWN';
}

/** One customer at the counter. */
export interface DemoBasket {
  readonly id: string;
  readonly at: number;
  /** Paid by this very plan, through the writer of histories. */
  readonly water: DemoPayment | null;
  readonly sales: readonly DemoSale[];
  readonly given: number;
}

/** A day of the drawer, from its first count to its last. */
export interface DemoShift {
  readonly date: BusinessDate;
  readonly opensAt: number;
  readonly baskets: readonly DemoBasket[];
  /** Brought to the bank before the last count. */
  readonly depositsAt: number;
  readonly closesAt: number;
  readonly opening: number;
  readonly deposit: number;
  readonly expected: number;
  readonly difference: number;
  readonly reason: string | null;
}

/** What a partner sold by its own system. */
export interface DemoPartnerSale extends DemoSale {
  readonly at: number;
  readonly reference: string;
}

export interface CounterMonth {
  /** Oldest first. */
  readonly shifts: readonly DemoShift[];
  readonly partnerSales: readonly DemoPartnerSale[];
}

/** So many days before the present one. */
export const COUNTER_DAYS = 30;
const WATER_A_DAY = 5;
const SALES_A_DAY = 2;
const HOUR = 3_600_000;
const OPENS = 8;
const CLOSES = 15.5;
/** How much is left in the drawer to give change with. */
const LEFT = DEMO_DRAWER.float;
const NOTE = 50_000;

/** Counted from the oldest shift: what a person explains alone. */
const DIFFERENCES: Readonly<Record<number, readonly [amount: number, reason: string]>> = {
  4: [-2_000, 'Kurang uang kembalian, salah memberi kepada pelanggan'],
  11: [1_000, 'Pelanggan tidak mengambil kembalian'],
  19: [-5_000, 'Satu lembar lima ribu rusak, tidak diterima bank'],
};
/** The supplier refused these: of a shift, the money went back over the counter; of the last, nobody was there any more. */
const HANDED_BACK: readonly number[] = [7, 15];
const OWED = 22;
const PARTNER_REFUSED_EVERY = 13;
const MINUTES_IN_DOUBT = 25;

/**
 * Payments of the last month that customers made in person: some of them at the counter of the utility, in cash.
 * @returns the same payments, of which a few lie in a basket
 */
export function planCounterMonth(
  payments: readonly DemoPayment[],
  calendar: DemoCalendar,
  chance: Chance,
): { readonly payments: readonly DemoPayment[]; readonly month: CounterMonth } {
  const bodies = saleBodies(chance);
  const days = Array.from({ length: COUNTER_DAYS }, (_, index) =>
    addDays(calendar.today, index - COUNTER_DAYS),
  );
  const moved = new Map<DemoPayment, DemoPayment>();
  const shifts: DemoShift[] = [];
  let opening: number = DEMO_DRAWER.float;
  for (const date of days.filter(isWorkday)) {
    // The day before the present one has a plan of its own (last-hours.ts).
    const tellers =
      date === addDays(calendar.today, -1)
        ? []
        : payments.filter((one) => one.date === date && one.channel === 'TELLER').slice(0, WATER_A_DAY);
    const shift = planShift({ date, tellers, opening, number: shifts.length, bodies, calendar, chance });
    for (const [index, payment] of tellers.entries()) {
      const water = shift.baskets[index]?.water;
      if (water != null) moved.set(payment, water);
    }
    shifts.push(shift);
    opening = shift.expected + shift.difference;
  }
  const partnerSales = planPartner(days, bodies, calendar, chance);
  return {
    payments: payments.map((payment) => moved.get(payment) ?? payment),
    month: { shifts, partnerSales },
  };
}

interface ShiftToPlan {
  readonly date: BusinessDate;
  readonly tellers: readonly DemoPayment[];
  readonly opening: number;
  readonly number: number;
  readonly bodies: Iterator<DemoSaleBody, never>;
  readonly calendar: DemoCalendar;
  readonly chance: Chance;
}

function planShift({ date, tellers, opening, number, bodies, calendar, chance }: ShiftToPlan): DemoShift {
  const midnight = calendar.instant(date, 0) - 7 * HOUR;
  const [opensAt, closesAt] = [midnight + OPENS * HOUR, midnight + CLOSES * HOUR];
  const count = tellers.length + SALES_A_DAY;
  const baskets = Array.from({ length: count }, (_, index): DemoBasket => {
    const id = uuidBy(chance);
    // One after the other, in the hours of the counter.
    const at = Math.floor(
      opensAt + ((index + 0.2 + chance.next() * 0.6) / (count + 1)) * (CLOSES - OPENS) * HOUR,
    );
    const teller = tellers[index];
    if (teller !== undefined) {
      const amount = rupiah(teller.amount - ADMIN_FEE);
      const water = { ...teller, at, amount, reference: `${id}/1`, basket: id };
      return { id, at, water, sales: [], given: inNotes(amount) };
    }
    const failed = index === count - 1;
    const end =
      failed && HANDED_BACK.includes(number) ? 'REFUNDED' : failed && number === OWED ? 'FAILED' : 'SUCCESS';
    const sale = saleOf(bodies.next().value, end);
    return { id, at, water: null, sales: [sale], given: inNotes(sale.total) };
  });
  const taken = baskets.reduce(
    (sum, { water, sales }) =>
      sum +
      (water?.amount ?? 0) +
      sales.reduce((all, { total, end }) => all + (end === 'REFUNDED' ? 0 : total), 0),
    opening,
  );
  const deposit = Math.max(0, Math.floor((taken - LEFT) / NOTE) * NOTE);
  const [difference, reason] = DIFFERENCES[number] ?? [0, null];
  return {
    date,
    opensAt,
    baskets,
    depositsAt: closesAt - HOUR / 4,
    closesAt,
    opening,
    deposit,
    expected: taken - deposit,
    difference,
    reason,
  };
}

function planPartner(
  days: readonly BusinessDate[],
  bodies: Iterator<DemoSaleBody, never>,
  calendar: DemoCalendar,
  chance: Chance,
): DemoPartnerSale[] {
  const sales = days.flatMap((date) =>
    [0, 1].map(() => ({ date, at: calendar.instant(date, chance.next()) })),
  );
  sales.sort((a, b) => a.at - b.at);
  const sold = sales.map(({ date, at }, index): DemoPartnerSale => {
    const end = index % PARTNER_REFUSED_EVERY === PARTNER_REFUSED_EVERY - 1 ? 'REFUNDED' : 'SUCCESS';
    return { ...saleOf(bodies.next().value, end), at, reference: `DEMO/${date}/${String(index + 1)}` };
  });
  // Sent a while ago, and the answer was lost: it is asked again, and seen to end.
  const doubtful = saleOf(bodies.next().value, 'UNKNOWN');
  const at = calendar.now - MINUTES_IN_DOUBT * 60_000;
  return [...sold, { ...doubtful, at, reference: `DEMO/${calendar.today}/1` }];
}

function saleOf(body: DemoSaleBody, end: DemoSale['end']): DemoSale {
  return { body, end, ...priceOf(body) };
}

function isWorkday(date: BusinessDate): boolean {
  return new Date(`${date}T00:00:00Z`).getUTCDay() !== 0;
}

/** What somebody hands over for it: in notes, as they come. */
function inNotes(amount: number): number {
  const given = Math.ceil(amount / NOTE) * NOTE;
  if (changeOf(rupiah(amount), rupiah(given)) === null) throw new RangeError('less than it costs');
  return given;
}

function uuidBy(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => chance.between(0, 15).toString(16)).join('');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return parts.join('-');
}
