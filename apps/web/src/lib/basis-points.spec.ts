import { basisPointsOf } from './basis-points';

it.each([
  ['50', 5_000],
  ['12,5', 1_250],
  ['12.5', 1_250],
  [' 2,05 % ', 205],
  ['0,01', 1],
  ['100', 10_000],
  ['100,00', 10_000],
])('%j is %d hundredths of a percent', (typed, points) => {
  expect(basisPointsOf(typed)).toBe(points);
});

it.each(['', '0', '0,00', '100,01', '150', '-3', '12,', ',5', '1.000', '0,001', '1e1', 'lima'])(
  '%j is none',
  (typed) => {
    expect(basisPointsOf(typed)).toBeNull();
  },
);
