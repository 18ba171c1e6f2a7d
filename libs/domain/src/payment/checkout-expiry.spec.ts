import fc from 'fast-check';
import { checkoutExpiry } from '.';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const moment = {
  now: 23 * 60 * MINUTE + 55 * MINUTE,
  life: DAY,
  leastLife: 30 * MINUTE,
  endOfToday: DAY,
  endOfTomorrow: 2 * DAY,
  sameTomorrow: true,
};

describe('the end of a checkout', () => {
  test('five minutes before midnight it lives on into a day that asks for the same', () => {
    expect(checkoutExpiry(moment)).toBe(moment.now + DAY);
    expect(checkoutExpiry({ ...moment, life: 60 * MINUTE })).toBe(moment.now + 60 * MINUTE);
  });

  test('and is not opened when tomorrow asks for more', () => {
    expect(checkoutExpiry({ ...moment, sameTomorrow: false })).toBeNull();
  });

  test('with time enough it ends with the day', () => {
    expect(checkoutExpiry({ ...moment, now: 22 * 60 * MINUTE })).toBe(DAY);
    expect(checkoutExpiry({ ...moment, now: 23 * 60 * MINUTE + 30 * MINUTE, sameTomorrow: false })).toBe(DAY);
  });

  test('a shorter life than the minimum is what the bank wants', () => {
    expect(checkoutExpiry({ ...moment, life: 5 * MINUTE, sameTomorrow: false })).toBe(DAY);
  });

  test('whatever the hour, one that is opened leaves time to pay in and never outlives its amount', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: DAY - 1 }),
        fc.integer({ min: MINUTE, max: 2 * DAY }),
        fc.nat({ max: 60 }),
        fc.boolean(),
        (now, life, least, sameTomorrow) => {
          const expiry = checkoutExpiry({ ...moment, now, life, leastLife: least * MINUTE, sameTomorrow });
          if (expiry === null) {
            expect(sameTomorrow).toBe(false);
            return;
          }
          expect(expiry - now).toBeGreaterThanOrEqual(Math.min(life, least * MINUTE));
          expect(expiry - now).toBeLessThanOrEqual(life);
          expect(expiry).toBeLessThanOrEqual(sameTomorrow ? 2 * DAY : DAY);
        },
      ),
    );
  });
});
