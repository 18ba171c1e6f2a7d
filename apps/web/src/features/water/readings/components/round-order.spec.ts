import { moved, nextStop, roundAddress, stopAddress } from './round-order';

const stop = (customer_id: number, state: 'UNREAD' | 'REREAD' | 'RECORDED' | 'VERIFIED' = 'UNREAD') => ({
  customer_id,
  state,
});
const ids = (stops: readonly { customer_id: number }[]) => stops.map((one) => one.customer_id);

test('after a house comes the next open one further on', () => {
  expect(nextStop([stop(1, 'RECORDED'), stop(2, 'VERIFIED'), stop(3, 'REREAD')], 1)?.customer_id).toBe(3);
});

test('at the end of the street those that were left out', () => {
  expect(nextStop([stop(1), stop(2, 'RECORDED'), stop(3)], 3)?.customer_id).toBe(1);
});

test('a house that is skipped does not come back by itself', () => {
  expect(nextStop([stop(1)], 1)).toBeNull();
});

test('the walk begins at its first open house', () => {
  expect(nextStop([stop(1, 'VERIFIED'), stop(2)], null)?.customer_id).toBe(2);
});

test('a stop moves by a step or to the beginning, and no stop is lost', () => {
  const stops = [stop(1), stop(2), stop(3)];
  expect(ids(moved(stops, 3, 'UP'))).toEqual([1, 3, 2]);
  expect(ids(moved(stops, 1, 'DOWN'))).toEqual([2, 1, 3]);
  expect(ids(moved(stops, 3, 'FIRST'))).toEqual([3, 1, 2]);
  expect(ids(moved(stops, 1, 'UP'))).toEqual([1, 2, 3]);
  expect(ids(moved(stops, 3, 'DOWN'))).toEqual([1, 2, 3]);
  expect(ids(moved(stops, 9, 'UP'))).toEqual([1, 2, 3]);
});

test('the month of a round goes along to the house and back', () => {
  const round = { route: { id: 7 }, period: '2026-10' };
  const month = (address: string) => new URL(address, 'http://tirta').searchParams.get('period');
  expect(month(stopAddress(round, { customer_number: '010203000046' }))).toBe('2026-10');
  expect(month(roundAddress(round))).toBe('2026-10');
});
