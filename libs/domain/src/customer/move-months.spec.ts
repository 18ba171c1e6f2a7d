import fc from 'fast-check';
import { nextPeriod, period, type Period } from '../time';
import { moveMonths, moveRefusal, usualOfAll } from './move-months';

const month = (text: string) => period(text);
const months = fc
  .record({ year: fc.integer({ min: 2020, max: 2035 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month: m }) => period(`${String(year)}-${String(m).padStart(2, '0')}`));

test('issued up to December, moved in February: from January at the earliest, from February as a rule', () => {
  const when = moveMonths({ issued: month('2025-12'), moved: null }, month('2026-02'));
  expect(when).toEqual({ earliest: '2026-01', usual: '2026-02' });
  expect(moveRefusal(month('2025-12'), when)).toBe('BILLED');
  expect(moveRefusal(month('2026-01'), when)).toBeNull();
  expect(moveRefusal(month('2026-02'), when)).toBeNull();
  expect(moveRefusal(month('2026-03'), when)).toBe('TOO_LATE');
});

test('when the running month is billed already, the move counts from the next one', () => {
  const when = moveMonths({ issued: month('2026-02'), moved: month('2026-01') }, month('2026-02'));
  expect(when).toEqual({ earliest: '2026-03', usual: '2026-03' });
});

test('a second move never begins before the first; whoever was never billed may be moved in any month so far', () => {
  expect(moveMonths({ issued: month('2025-10'), moved: month('2026-01') }, month('2026-02')).earliest).toBe(
    '2026-01',
  );
  const free = moveMonths({ issued: null, moved: null }, month('2026-02'));
  expect(free).toEqual({ earliest: null, usual: '2026-02' });
  expect(moveRefusal(month('2019-01'), free)).toBeNull();
});

test('no month with an issued bill is ever moved, none of the one after next, and the usual month always may be', () => {
  const maybe = fc.option(months);
  fc.assert(
    fc.property(maybe, maybe, months, months, (issued, moved, running, from) => {
      const when = moveMonths({ issued, moved }, running);
      expect(moveRefusal(when.usual, when)).toBeNull();
      if (moveRefusal(from, when) !== null) return;
      if (issued !== null) expect(from > issued).toBe(true);
      if (moved !== null) expect(from >= moved).toBe(true);
      const last: Period[] = [running, moved ?? running, issued === null ? running : nextPeriod(issued)];
      expect(last.some((one) => from <= one)).toBe(true);
    }),
  );
});

test('of several, who has paid ahead holds up no other', () => {
  const running = month('2026-01');
  const issued = (text: string | null) =>
    moveMonths({ issued: text === null ? null : month(text), moved: null }, running);
  const [free, billed, ahead, further] = [null, '2026-01', '2026-03', '2026-05'].map(issued);
  if (free === undefined || billed === undefined || ahead === undefined || further === undefined)
    throw new Error();
  expect(usualOfAll([free, free], running)).toBe('2026-01');
  expect(usualOfAll([free, billed, ahead], running)).toBe('2026-02');
  expect(moveRefusal(month('2026-02'), ahead)).toBe('BILLED');
  expect(usualOfAll([free, ahead], running)).toBe('2026-01');
  expect(usualOfAll([further, ahead], running)).toBe('2026-04');
  expect(usualOfAll([], running)).toBe('2026-01');
});
