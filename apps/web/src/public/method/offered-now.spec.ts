import type { PublicMethodDto } from '@tirtapay/api-client';
import { carriedByQris, offeredNow } from './offered-now';

const qris: PublicMethodDto = {
  method: 'QRIS',
  bank: { code: 'SULTRA', name: 'Bank Sultra' },
  admin_fee: 2_500,
  total_amount: 12_002_500,
  available: false,
  reason: 'intent.method_unavailable',
  valid_for_minutes: 30,
};

it('offers QRIS for the oldest bills when only all of them together are too much for it', () => {
  expect(offeredNow(qris, 4_000_000)).toEqual({ available: true, reason: null });
  expect(offeredNow(qris, 9_997_500)).toEqual({ available: true, reason: null });
});

it('refuses what QRIS cannot carry, also when the list was fetched before', () => {
  expect(offeredNow(qris, 9_997_501)).toEqual({ available: false, reason: 'intent.method_unavailable' });
  expect(offeredNow({ ...qris, available: true, reason: null }, 12_000_000)).toEqual({
    available: false,
    reason: 'intent.method_unavailable',
  });
});

it('leaves alone what has another reason, and every other way', () => {
  const ending = { ...qris, reason: 'intent.day_ending' };
  expect(offeredNow(ending, 4_000_000)).toEqual({ available: false, reason: 'intent.day_ending' });
  const account = { ...qris, method: 'VA', available: true, reason: null } as const;
  expect(offeredNow(account, 12_000_000)).toEqual({ available: true, reason: null });
});

it('knows where choosing fewer months is no help, because one bill alone is too much', () => {
  expect(carriedByQris(9_997_500, 2_500)).toBe(true);
  expect(carriedByQris(9_997_501, 2_500)).toBe(false);
});
