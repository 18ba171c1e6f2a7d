import fc from 'fast-check';
import { niceScale } from './nice-scale';

it.each([
  [87, [0, 25, 50, 75, 100]],
  [100, [0, 25, 50, 75, 100]],
  [4_100_000, [0, 2_000_000, 4_000_000, 6_000_000]],
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
])('marks an axis up to %d at %j', (highest, marks) => {
  expect(niceScale(highest)).toEqual(marks);
});

it('always reaches the highest value, with at most six even marks', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000_000 }), (highest) => {
      const marks = niceScale(highest);
      const step = marks[1] ?? 0;
      expect(marks.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(marks.every((mark, index) => mark === index * step)).toBe(true);
    }),
  );
});
