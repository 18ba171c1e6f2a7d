import type { ReceivedCheckout } from './time-left';
import { timeLeft } from './time-left';
import { pollPace } from './poll-pace';

const checkout = {
  expires_at: '2026-01-15T10:30:00+08:00',
  server_time: '2026-01-15T10:20:00+08:00',
  received_at: 5_000,
} as ReceivedCheckout;

test('the time left follows the server, not the clock of the phone', () => {
  expect(timeLeft(checkout, 5_000)).toBe(600_000);
  expect(timeLeft(checkout, 605_000)).toBe(0);
  expect(timeLeft({ ...checkout, server_time: '2026-01-15T02:29:59Z' }, 5_000)).toBe(1_000);
});

test('asks every 5 s for two minutes, then every 15 s; rarely while the server pushes', () => {
  const open = { status: 'PENDING', receipt_token: null } as const;
  expect(pollPace(undefined, false, 0)).toBe(5_000);
  expect([0, 119_999, 120_000].map((watched) => pollPace(open, false, watched))).toEqual([
    5_000, 5_000, 15_000,
  ]);
  expect(pollPace(open, true, 0)).toBe(30_000);
});

test('an expired code is watched a while longer, a paid one only until its receipt is there', () => {
  const pace = (status: 'EXPIRED' | 'PAID' | 'CANCELLED' | 'PAID_ELSEWHERE', receipt: string | null = null) =>
    pollPace({ status, receipt_token: receipt }, false, 0);
  expect(pace('EXPIRED')).toBe(15_000);
  expect(pollPace({ status: 'EXPIRED', receipt_token: null }, false, 900_000)).toBe(false);
  expect([pace('PAID'), pace('PAID', 'token')]).toEqual([5_000, false]);
  expect([pace('CANCELLED'), pace('PAID_ELSEWHERE')]).toEqual([false, false]);
});
