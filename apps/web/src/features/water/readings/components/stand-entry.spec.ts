import type { ReadingContextDto, ReadingDto } from '@tirtapay/api-client';
import { problemFrom } from '../../../../lib/api-problem';
import type { Typed } from './stand-entry';
import { entryOf, isLower, stageOf, standBefore, usualUse } from './stand-entry';

const context = {
  customer: { customer_number: '010203000046' },
  period: '2026-10',
  meter: { digits: 5, installed_stand: 7 },
  previous: { stand: 120, lowest_stand: 120, period: '2026-09', usage_m3: 20 },
  history: [
    { period: '2026-09', usage_m3: 20, method: 'ACTUAL', days: 30 },
    { period: '2026-08', usage_m3: 99, method: 'ESTIMATED', days: 31 },
    { period: '2026-07', usage_m3: 22, method: 'ACTUAL', days: 31 },
    { period: '2026-06', usage_m3: 24, method: 'ACTUAL', days: 30 },
    { period: '2026-05', usage_m3: 500, method: 'ACTUAL', days: 31 },
  ],
  existing: null,
  replacement: null,
} as unknown as ReadingContextDto;

const typed: Typed = { stand: '145', condition: 'NORMAL', rollover: false };

test('a higher stand is ready to be priced and saved', () => {
  expect(entryOf(context, typed)).toEqual({
    customer_number: '010203000046',
    period: '2026-10',
    current_stand: 145,
    condition_code: 'NORMAL',
    rollover: false,
  });
});

test('nothing is sent while the stand is empty', () => {
  expect(entryOf(context, { ...typed, stand: '' })).toBeNull();
});

test('a lower stand waits until a person has confirmed the rollover', () => {
  const low = { ...typed, stand: '3' };
  expect(isLower(context, low)).toBe(true);
  expect(entryOf(context, low)).toBeNull();
  expect(entryOf(context, { ...low, rollover: true })).toMatchObject({ current_stand: 3, rollover: true });
});

test('below an estimated stand down to the last one somebody saw', () => {
  const estimated = { ...context, previous: { stand: 120, lowest_stand: 100, period: null, usage_m3: null } };
  expect(isLower(estimated, { ...typed, stand: '100' })).toBe(false);
  expect(isLower(estimated, { ...typed, stand: '99' })).toBe(true);
});

test('a tick left from an earlier lower stand does not travel with a higher one', () => {
  expect(entryOf(context, { ...typed, rollover: true })).toMatchObject({ rollover: false });
});

test('a meter that cannot be read sends no stand', () => {
  expect(entryOf(context, { ...typed, condition: 'TERKUNCI' })).not.toHaveProperty('current_stand');
});

test('a replaced meter may begin anywhere', () => {
  expect(isLower(context, { ...typed, stand: '3', condition: 'GANTI_METER' })).toBe(false);
});

test('after a replacement the stand of the new meter counts', () => {
  const replacement = { replaced_on: '2026-10-10', removed_stand: 130, installed_stand: 2 };
  expect(isLower({ ...context, replacement }, { ...typed, stand: '3' })).toBe(false);
  expect(isLower({ ...context, replacement }, { ...typed, stand: '1' })).toBe(true);
});

test('without a reading the stand of the installation counts', () => {
  expect(standBefore({ ...context, previous: null })).toBe(7);
});

test('the usual use leaves estimates out and looks at three periods', () => {
  expect(usualUse(context)).toBe(22);
  expect(usualUse({ ...context, history: [] })).toBeNull();
});

describe('the month is found to be read while the form is there', () => {
  const read = { existing: { status: 'RECORDED' } } as unknown as ReadingContextDto;
  const untouched = { stored: null, pending: false, error: null };
  const stored = {} as ReadingDto;
  const offline = problemFrom(undefined, undefined);
  const refused = problemFrom(undefined, { status: 409, code: 'reading.duplicate' });

  test('by somebody else: said', () => {
    expect(stageOf(read, untouched)).toBe('readAlready');
    expect(stageOf(read, { ...untouched, error: refused })).toBe('readAlready');
    expect(stageOf({ existing: null }, untouched)).toBe('entry');
  });

  test('by this form: the photo that did not go stays on the screen until it does', () => {
    expect(stageOf(read, { ...untouched, stored, error: offline })).toBe('photoLeft');
    expect(stageOf(read, { stored, pending: true, error: null })).toBe('entry');
  });

  test('nobody knows by whom, because the answer was lost: the same form sends again, with its photo', () => {
    expect(stageOf(read, { ...untouched, error: offline })).toBe('entry');
    expect(stageOf(read, { ...untouched, pending: true })).toBe('entry');
    // Sent again it met what says nothing about the reading: a session that ended, too many calls.
    for (const [status, code] of [
      [401, 'auth.unauthenticated'],
      [429, 'request.rate_limited'],
    ] as const)
      expect(stageOf(read, { ...untouched, error: problemFrom(undefined, { status, code }) })).toBe('entry');
  });

  test('one that is to be read again is a form like any other', () => {
    const again = { existing: { status: 'REREAD' } } as unknown as ReadingContextDto;
    expect(stageOf(again, untouched)).toBe('entry');
  });
});
