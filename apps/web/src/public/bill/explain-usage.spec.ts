import type { PublicBillDto } from '@tirtapay/api-client';
import words from '../../i18n/id/public-pay.json';
import { explainUsage } from './explain-usage';

const sheet = (usage: number, lines: PublicBillDto['lines'] = [], principal = 0): PublicBillDto => ({
  bill_number: '010203000046202510',
  period: '2025-10',
  period_name: 'Oktober 2025',
  previous_stand: 100,
  current_stand: 100 + usage,
  usage_m3: usage,
  estimated: false,
  sealed: false,
  meter_change: null,
  overestimated_m3: 0,
  lines,
  water_amount: 0,
  fixed_amount: 0,
  principal,
  penalty: 0,
  penalty_reason: null,
  title: null,
  waived: 0,
  waiver_programme: null,
  total: 0,
  due_date: '2025-11-20',
  legal_basis: null,
});
const month = (period: string, usage: number, estimated = false, principal = 0) => ({
  period,
  usage_m3: usage,
  principal,
  estimated,
});

test('compares with the last three months that were read', () => {
  const story = explainUsage(sheet(30), [
    month('2025-09', 99, true),
    month('2025-08', 21),
    month('2025-07', 18),
    month('2025-06', 21),
    month('2025-05', 90),
    month('2025-11', 5),
  ]);
  expect(story).toMatchObject({ trend: 'UP', average: 20, difference: 10, share: 0.5, compared: 3 });
  expect(story?.months.map((entry) => entry.period)).toEqual([
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
  ]);
});

test('a tenth more or less is the same, more than that is a rise or a fall', () => {
  expect(explainUsage(sheet(22), [month('2025-09', 20)])?.trend).toBe('SAME');
  expect(explainUsage(sheet(23), [month('2025-09', 20)])?.trend).toBe('UP');
  expect(explainUsage(sheet(17), [month('2025-09', 20)])?.trend).toBe('DOWN');
  expect(explainUsage(sheet(0), [month('2025-09', 0)])?.trend).toBe('SAME');
  expect(explainUsage(sheet(4), [month('2025-09', 0)])).toMatchObject({ trend: 'UP', share: null });
});

test('names the dearest block only when more than one was reached', () => {
  const first = {
    kind: 'WATER_BLOCK' as const,
    label: 'Blok 1',
    quantity: 10,
    unit: 'm3',
    rate: 2000,
    amount: 20_000,
  };
  const second = {
    kind: 'WATER_BLOCK' as const,
    label: 'Blok 2',
    quantity: 5,
    unit: 'm³',
    rate: 3000,
    amount: 15_000,
  };
  const fixed = {
    kind: 'FIXED' as const,
    label: 'Beban tetap',
    quantity: 1,
    unit: 'bulan',
    rate: 10_000,
    amount: 10_000,
  };
  expect(explainUsage(sheet(15, [first, second, fixed]), [month('2025-09', 9)])?.dearest).toBe(second);
  expect(explainUsage(sheet(10, [first, fixed]), [month('2025-09', 9)])?.dearest).toBeNull();
});

test('without an earlier month that was read there is nothing to say', () => {
  expect(explainUsage(sheet(10), [month('2025-09', 9, true), month('2025-12', 4)])).toBeNull();
});

test('says so when the price changed, not the usage', () => {
  const price = (usage: number, principal: number) =>
    explainUsage(sheet(usage, [], principal), [month('2025-09', 20, false, 50_000)])?.price;
  expect(price(20, 55_000)).toEqual({ trend: 'UP', period: '2025-09', before: 50_000 });
  expect(price(18, 51_000)?.trend).toBe('UP');
  expect(price(22, 49_000)?.trend).toBe('DOWN');
  expect([price(22, 55_000), price(18, 45_000), price(20, 50_000)]).toEqual([null, null, null]);
});

test('what is said of the steps of the tariff fits the direction', () => {
  const { blocks, text } = words.story;
  expect(blocks.UP).toContain('lebih mahal');
  expect(blocks.DOWN).toContain('berkurang');
  for (const said of [blocks.DOWN, blocks.SAME, text.DOWN, text.SAME]) expect(said).not.toMatch(/naik/);
  for (const said of [blocks.UP, blocks.SAME, text.UP, text.SAME]) expect(said).not.toMatch(/turun/);
});
