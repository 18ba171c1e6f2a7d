import type { HistoryBillDto } from '@tirtapay/api-client';
import { usageMonths } from './usage-months';

const bill = (period: string, usage: number): HistoryBillDto => ({
  period,
  bill_number: `010203000046${period.replace('-', '')}`,
  state: 'PAID',
  previous_stand: 0,
  current_stand: usage,
  usage_m3: usage,
  meter_change: null,
  estimated: false,
  has_photo: false,
  read_at: `${period}-25T10:00:00+08:00`,
  principal: 1_000,
  penalty: 0,
  total: 1_000,
  due_date: `${period}-28`,
  paid_at: null,
  receipt_token: null,
  plan: null,
});

test('nothing to draw without a bill', () => {
  expect(usageMonths([])).toBeNull();
});

test('runs from the oldest month to the newest, over the turn of the year, and leaves room for a missing one', () => {
  const figures = usageMonths([bill('2026-02', 30), bill('2025-12', 11), bill('2025-11', 12)]);
  expect(figures?.months.map((month) => [month.period, month.bill?.usage_m3 ?? null])).toEqual([
    ['2025-11', 12],
    ['2025-12', 11],
    ['2026-01', null],
    ['2026-02', 30],
  ]);
  expect(figures?.average).toBe(18);
  expect(figures?.highest.period).toBe('2026-02');
});

test('of equal months the newest is the highest', () => {
  expect(usageMonths([bill('2026-01', 9), bill('2025-12', 9)])?.highest.period).toBe('2026-01');
});
