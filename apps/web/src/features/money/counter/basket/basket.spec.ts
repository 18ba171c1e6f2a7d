import type { CounterSheetsDto } from '@tirtapay/api-client';
import {
  bodyOf,
  isFull,
  newBasket,
  renewed,
  totalOf,
  usualCash,
  waterLine,
  withoutWater,
  withWater,
} from './basket';

const sheets = (number: string, ...amounts: number[]): CounterSheetsDto => ({
  customer: {
    customer_number: number,
    name: `Pelanggan ${number}`,
    address: 'Jl. Uji',
    open_bills: amounts.length,
  },
  sheets: amounts.map((total, index) => ({
    bill_number: `${number}-${String(index + 1)}`,
    period: `2026-0${String(index + 1)}`,
    title: null,
    usage_m3: 10,
    due_date: '2026-11-20',
    principal: total,
    penalty: 0,
    waived: 0,
    waiver_programme: null,
    total,
  })),
  credit: 0,
  admin_fee: 2_500,
  totals: amounts.map((_, index) => amounts.slice(0, index + 1).reduce((sum, one) => sum + one, 2_500)),
});

const line = (answer: CounterSheetsDto, count: number) => {
  const found = waterLine(answer, count);
  if (found === null) throw new Error('nothing open');
  return found;
};

test('the oldest N sheets cost what the server says they cost together', () => {
  const answer = sheets('1', 70_000, 50_000);
  expect(waterLine(answer, 1)).toMatchObject({ billNumbers: ['1-1'], amount: 72_500 });
  expect(waterLine(answer, 2)).toMatchObject({ billNumbers: ['1-1', '1-2'], amount: 122_500 });
  expect(waterLine(sheets('1'), 1)).toBeNull();
});

test('a customer has one line: chosen again, it takes the place of the earlier one', () => {
  const answer = sheets('1', 70_000, 50_000);
  const other = sheets('2', 10_000);
  const filled = withWater(
    withWater(withWater(newBasket(), line(answer, 2)), line(other, 1)),
    line(answer, 1),
  );
  expect(filled.water.map(({ customerNumber }) => customerNumber)).toEqual(['1', '2']);
  expect(totalOf(filled)).toBe(72_500 + 12_500);
  expect(totalOf(withoutWater(filled, '1'))).toBe(12_500);
});

test('what is sent is what was shown, under the id of the basket', () => {
  const basket = withWater(newBasket(), line(sheets('1', 70_000), 1));
  const sale = {
    key: 'k',
    body: { service_code: 'PLN', nominal: 50_000 },
    service: 'PLN',
    name: 'Ani',
    amount: 52_500,
  };
  expect(bodyOf({ ...basket, sales: [sale] }, 130_000)).toEqual({
    id: basket.id,
    water: [{ customer_number: '1', bill_numbers: ['1-1'], amount: 72_500 }],
    sales: [{ service_code: 'PLN', nominal: 50_000 }],
    cash_given: 130_000,
  });
});

test('after a refusal the lines are what the server says now', () => {
  const basket = withWater(
    withWater(withWater(newBasket(), line(sheets('1', 70_000, 50_000), 2)), line(sheets('2', 10_000), 1)),
    line(sheets('3', 5_000), 1),
  );
  const now = renewed(basket, [sheets('1', 50_000), sheets('2')]);
  expect(now.id).toBe(basket.id);
  expect(now.water).toEqual([
    expect.objectContaining({ customerNumber: '1', billNumbers: ['1-1'], amount: 52_500 }),
    expect.objectContaining({ customerNumber: '3', amount: 7_500 }),
  ]);
});

test('a basket holds as many lines as the server takes', () => {
  const many = Array.from({ length: 20 }, (_, index) => line(sheets(String(index), 1_000), 1));
  expect(isFull(many.slice(1).reduce(withWater, newBasket()))).toBe(false);
  expect(isFull(many.reduce(withWater, newBasket()))).toBe(true);
});

test('the usual cash is the exact sum and the notes above it, each once', () => {
  expect(usualCash(72_500)).toEqual([72_500, 80_000, 100_000]);
  expect(usualCash(100_000)).toEqual([100_000]);
  expect(usualCash(123_400)).toEqual([123_400, 130_000, 150_000, 200_000]);
});

test('emptied it is another basket: what was said of the one before is not said of the next', () => {
  const filled = withWater(newBasket(), line(sheets('1', 70_000), 1));
  expect(withoutWater(filled, '1').id).not.toBe(filled.id);
  expect(renewed(filled, [sheets('1')]).id).not.toBe(filled.id);
  const two = withWater(filled, line(sheets('2', 10_000), 1));
  expect(withoutWater(two, '2').id).toBe(filled.id);
  expect(renewed(two, [sheets('1')]).id).toBe(filled.id);
});
