import { isUsage } from './tariff-question';

test.each(['0', '25', ' 30 ', '99999'])('%p is a usage', (text) => {
  expect(isUsage(text)).toBe(true);
});

test.each(['', '-1', '2,5', '2.5', '1e3', '100000', 'dua'])('%p is no usage', (text) => {
  expect(isUsage(text)).toBe(false);
});
