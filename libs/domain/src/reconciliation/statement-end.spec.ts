import { businessDate, type BusinessDate } from '../time';
import { endBefore, standingEnd, type StatementEnd } from './index';

const day = (text: string): BusinessDate => businessDate(text);
const end = (last: string, resumes: string | null): StatementEnd => ({
  lastDay: day(last),
  resumesOn: resumes === null ? null : day(resumes),
});

describe('the end of a reconciliation', () => {
  it('begins after its last day and never ends by itself', () => {
    const ends = [end('2026-03-31', null)];
    expect(endBefore(day('2026-03-31'), ends)).toBeNull();
    expect(endBefore(day('2026-04-01'), ends)).toBe(ends[0]);
    expect(endBefore(day('2030-01-01'), ends)).toBe(ends[0]);
    expect(standingEnd(ends)).toBe(ends[0]);
  });

  it('is over from the day it was begun again with; on the very next day it never was', () => {
    const ends = [end('2026-03-31', '2026-06-01'), end('2026-01-31', '2026-02-01')];
    expect(endBefore(day('2026-05-31'), ends)).toBe(ends[0]);
    expect(endBefore(day('2026-06-01'), ends)).toBeNull();
    expect(['2026-01-31', '2026-02-01', '2026-02-02'].map((text) => endBefore(day(text), ends))).toEqual([
      null,
      null,
      null,
    ]);
    expect(standingEnd(ends)).toBeNull();
  });

  it('of several, a day behind any of them is not expected', () => {
    const ends = [end('2026-09-30', null), end('2026-03-31', '2026-06-01')];
    expect(endBefore(day('2026-04-15'), ends)).toBe(ends[1]);
    expect(endBefore(day('2026-07-01'), ends)).toBeNull();
    expect(endBefore(day('2026-10-01'), ends)).toBe(ends[0]);
  });
});
