import { typedUsage } from './tariff-question';

test.each([
  ['0', 0],
  ['25', 25],
  [' 30 ', 30],
  ['2.654', 2654],
  ['99.999 m³', 99999],
])('%p is a usage', (text, usage) => {
  expect(typedUsage(text)).toEqual({ usage });
});

test.each(['', '-1', '2,5', '2.5', '1e3', '100000', 'dua'])('%p is no usage', (text) => {
  expect(typedUsage(text)).toHaveProperty('problem');
});
