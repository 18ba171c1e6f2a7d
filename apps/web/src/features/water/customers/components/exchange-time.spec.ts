import { exchangeInstant } from './exchange-time';

test.each([
  ['WIB', '2026-01-12T02:30:00.000Z'],
  ['WITA', '2026-01-12T01:30:00.000Z'],
  ['WIT', '2026-01-12T00:30:00.000Z'],
  ['UTC-03:00', '2026-01-12T12:30:00.000Z'],
])('half past nine in %s', (zone, instant) => {
  expect(new Date(exchangeInstant('2026-01-12', '09:30', zone)).toISOString()).toBe(instant);
});
