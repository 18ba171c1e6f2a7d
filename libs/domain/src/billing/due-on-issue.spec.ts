import fc from 'fast-check';
import { addDays, businessDate, daysBetween } from '../time';
import { dueOnIssue } from '.';

const days = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays(businessDate('2024-01-01'), n));

describe('when a bill is due', () => {
  test.each([
    ['in time', '2026-11-02', '2026-11-20'],
    ['ten days before', '2026-11-10', '2026-11-20'],
    ['nine days before', '2026-11-11', '2026-11-21'],
    ['after its due day', '2026-11-29', '2026-12-09'],
  ])('issued %s', (_, issuedOn, due) => {
    expect(dueOnIssue(businessDate('2026-11-20'), businessDate(issuedOn))).toBe(due);
  });

  test('with another number of days', () => {
    expect(dueOnIssue(businessDate('2026-11-20'), businessDate('2026-11-29'), 0)).toBe('2026-11-29');
    expect(() => dueOnIssue(businessDate('2026-11-20'), businessDate('2026-11-29'), -1)).toThrow(RangeError);
  });

  test('never before its due day, never sooner than the days it has, and no later than one of the two', () => {
    fc.assert(
      fc.property(days, days, fc.nat({ max: 60 }), (dueDay, issuedOn, least) => {
        const due = dueOnIssue(dueDay, issuedOn, least);
        expect(due >= dueDay).toBe(true);
        expect(daysBetween(issuedOn, due)).toBeGreaterThanOrEqual(least);
        expect([dueDay, addDays(issuedOn, least)]).toContain(due);
      }),
    );
  });
});
