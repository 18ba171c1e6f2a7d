import { standRanges } from './stand-ranges';

const bill = { previous_stand: 150, current_stand: 13 };

test('one meter, one range', () => {
  expect(standRanges({ previous_stand: 1_209, current_stand: 1_234, meter_change: null })).toMatchObject([
    { meter: 'ONLY', from: 1_209, to: 1_234 },
  ]);
  expect(standRanges(bill)).toHaveLength(1);
});

test('over an exchange each meter has its own, and together they make the usage', () => {
  const ranges = standRanges({
    ...bill,
    meter_change: { previous: { from: 150, to: 165 }, current: { from: 3, to: 13 } },
  });
  expect(ranges.map(({ meter, from, to }) => [meter, from, to])).toEqual([
    ['OLD', 150, 165],
    ['NEW', 3, 13],
  ]);
  expect(ranges.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(25);
});
