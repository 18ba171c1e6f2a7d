import { period } from '../time';
import { correctExchange } from './correct-exchange';
import type { CorrectableReading } from './correct-stand';

const before: CorrectableReading = {
  id: 1,
  period: period('2025-09'),
  method: 'ACTUAL',
  previousStand: 900,
  currentStand: 1_000,
  usage: 100,
  days: 30,
  rollover: false,
  digits: 5,
  removedStand: 1_500,
};
/** 1.500 was written down in place of 1.050. */
const over: CorrectableReading = {
  ...before,
  id: 2,
  period: period('2025-10'),
  previousStand: 1_000,
  currentStand: 12,
  usage: 512,
  removedStand: null,
  replacement: { removedStand: 1_500, installedStand: 0 },
};
const after: CorrectableReading = {
  ...over,
  id: 3,
  period: period('2025-11'),
  previousStand: 12,
  currentStand: 40,
  usage: 28,
};
const { replacement: _, ...plain } = after;
const chain = [before, over, plain];

it('counts the month of the exchange anew and leaves every other as it was', () => {
  expect(correctExchange(chain, { id: 2, removedStand: 1_050, installedStand: 0 })).toMatchObject({
    ok: true,
    changed: [{ id: 2, previousStand: 1_000, currentStand: 12, usage: 62 }],
  });
  expect(correctExchange(chain, { id: 2, removedStand: 1_500, installedStand: 5 })).toMatchObject({
    changed: [{ id: 2, usage: 507 }],
  });
});

it('may be taken back', () => {
  const right = correctExchange(chain, { id: 2, removedStand: 1_050, installedStand: 3 });
  const again = chain.map((one) => (right.ok && right.changed.find(({ id }) => id === one.id)) || one);
  expect(correctExchange(again, { id: 2, removedStand: 1_500, installedStand: 0 })).toMatchObject({
    changed: [{ id: 2, usage: 512 }],
  });
});

it.each([
  ['a reading that is not in force', { id: 9 }, 'NOT_FOUND'],
  ['a month without an exchange', { id: 3 }, 'NOT_EXCHANGED'],
  ['the stands that are written down', {}, 'SAME_STANDS'],
  ['a last stand below the one before', { removedStand: 999 }, 'REMOVED_BELOW_PREVIOUS'],
  ['a first stand above the one that was read', { installedStand: 13 }, 'INSTALLED_ABOVE_CURRENT'],
  ['a stand the dial cannot show', { removedStand: 100_000 }, 'STAND_TOO_LARGE'],
])('refuses %s', (_what, wish, reason) => {
  expect(correctExchange(chain, { id: 2, removedStand: 1_500, installedStand: 0, ...wish })).toMatchObject({
    ok: false,
    reason,
  });
});

it('refuses a month that was estimated: its stand was never seen', () => {
  const guessed = [before, { ...over, method: 'ESTIMATED' as const }];
  expect(correctExchange(guessed, { id: 2, removedStand: 1_050, installedStand: 0 })).toMatchObject({
    reason: 'NOT_READ',
  });
});
