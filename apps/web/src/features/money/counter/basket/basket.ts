import type { BasketBody, CounterSheetsDto } from '@tirtapay/api-client';
import { MOST_BASKET_LINES } from '@tirtapay/domain';

/** The oldest N sheets of one customer. */
export interface WaterLine {
  readonly customerNumber: string;
  readonly name: string;
  readonly billNumbers: readonly string[];
  readonly periods: readonly string[];
  /** Bills, stamp duty and the fee of the counter, as the server added them up. */
  readonly amount: number;
}

/** A product of another, as it was quoted; the sale prices it again. */
export interface SaleLine {
  readonly key: string;
  readonly body: Readonly<Record<string, string | number>>;
  readonly service: string;
  readonly name: string;
  readonly amount: number;
}

/** What one queueing person pays at once. `sent` is what was asked of the server, to the letter, until its answer is known. */
export interface Basket {
  readonly id: string;
  readonly water: readonly WaterLine[];
  readonly sales: readonly SaleLine[];
  readonly sent: BasketBody | null;
}

export const newBasket = (): Basket => ({ id: crypto.randomUUID(), water: [], sales: [], sent: null });

export const totalOf = ({ water, sales }: Basket): number =>
  [...water, ...sales].reduce((sum, { amount }) => sum + amount, 0);

export const isEmpty = ({ water, sales }: Basket): boolean => water.length + sales.length === 0;

export const isFull = ({ water, sales }: Basket): boolean =>
  water.length >= MOST_BASKET_LINES || sales.length >= MOST_BASKET_LINES;

/** A customer has one line: chosen again, it takes the place of the earlier one. */
export function withWater(basket: Basket, line: WaterLine): Basket {
  const place = basket.water.findIndex(({ customerNumber }) => customerNumber === line.customerNumber);
  return { ...basket, water: place < 0 ? [...basket.water, line] : basket.water.with(place, line) };
}

/** One that was emptied is another: neither the cash nor the refusal of whoever stood there belongs to the next. */
const orAnother = (basket: Basket): Basket => (isEmpty(basket) ? newBasket() : basket);

export const withoutWater = (basket: Basket, customerNumber: string): Basket =>
  orAnother({
    ...basket,
    water: basket.water.filter((line) => line.customerNumber !== customerNumber),
  });

export const withoutSale = (basket: Basket, key: string): Basket =>
  orAnother({ ...basket, sales: basket.sales.filter((line) => line.key !== key) });

/** The line of the oldest `count` sheets; null when nothing is open. */
export function waterLine({ customer, sheets, totals }: CounterSheetsDto, count: number): WaterLine | null {
  const paid = sheets.slice(0, count);
  const amount = totals[paid.length - 1];
  if (amount === undefined) return null;
  return {
    customerNumber: customer.customer_number,
    name: customer.name,
    billNumbers: paid.map(({ bill_number: number }) => number),
    periods: paid.map(({ period }) => period),
    amount,
  };
}

/**
 * The lines against what the server says now: a bill that was paid elsewhere, a penalty of a new day. As many sheets as
 * were chosen stay chosen; a customer who owes nothing any more drops out.
 */
export function renewed(basket: Basket, answers: readonly CounterSheetsDto[]): Basket {
  return orAnother({
    ...basket,
    water: basket.water.flatMap((line) => {
      const answer = answers.find(({ customer }) => customer.customer_number === line.customerNumber);
      if (answer === undefined) return [line];
      const now = waterLine(answer, line.billNumbers.length);
      return now === null ? [] : [now];
    }),
  });
}

export const bodyOf = (basket: Basket, cashGiven: number): BasketBody => ({
  id: basket.id,
  water: basket.water.map(({ customerNumber, billNumbers, amount }) => ({
    customer_number: customerNumber,
    bill_numbers: [...billNumbers],
    amount,
  })),
  sales: basket.sales.map(({ body }) => ({ ...body })),
  cash_given: cashGiven,
});

/** The cash people put down for an amount: exactly, or the next notes above it. */
export function usualCash(total: number): number[] {
  const above = [10_000, 50_000, 100_000].map((note) => Math.ceil(total / note) * note);
  return [...new Set([total, ...above])].sort((a, b) => a - b);
}
