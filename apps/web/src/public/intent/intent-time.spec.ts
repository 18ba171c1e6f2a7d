import type { ReceivedIntent } from './time-left';
import { timeLeft } from './time-left';
import { pollPace } from './poll-pace';

const intent = {
  expires_at: '2026-01-15T10:30:00+08:00',
  server_time: '2026-01-15T10:20:00+08:00',
  received_at: 5_000,
} as ReceivedIntent;

test('the time left follows the server, not the clock of the phone', () => {
  expect(timeLeft(intent, 5_000)).toBe(600_000);
  expect(timeLeft(intent, 605_000)).toBe(0);
  expect(timeLeft({ ...intent, server_time: '2026-01-15T02:29:59Z' }, 5_000)).toBe(1_000);
});

test('asks every 5 s for two minutes, then every 15 s; rarely while the server pushes', () => {
  expect([pollPace(false, 0), pollPace(false, 119_999), pollPace(false, 120_000), pollPace(true, 0)]).toEqual(
    [5_000, 5_000, 15_000, 30_000],
  );
});
