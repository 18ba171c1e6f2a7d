import { isUsage, meterSizes } from './tariff-question';

test.each(['0', '25', ' 30 ', '99999'])('%p is a usage', (text) => {
  expect(isUsage(text)).toBe(true);
});

test.each(['', '-1', '2,5', '2.5', '1e3', '100000', 'dua'])('%p is no usage', (text) => {
  expect(isUsage(text)).toBe(false);
});

test('meter sizes come once each and in order', () => {
  const charge = (meter_size_mm: number | null) => ({ code: 'X', label: 'X', meter_size_mm, amount: 1 });
  expect(meterSizes({ fixed_charges: [charge(20), charge(13), charge(20), charge(null)] })).toEqual([13, 20]);
  expect(meterSizes({ fixed_charges: [charge(null)] })).toEqual([]);
});
