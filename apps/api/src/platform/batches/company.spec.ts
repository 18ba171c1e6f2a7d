import { anotherAtWork, companyMilliseconds, type Company } from './company';

/** Another process is at work, and four of eight have not asked again yet. */
const COMPANY: Company = { sinceAnother: 0, sinceBatch: 0, batchTook: 20, expected: 8, waiting: 4 };
const wait = (with_: Partial<Company>) => companyMilliseconds({ ...COMPANY, ...with_ });

describe('a batch waits for those whom the one before answered', () => {
  it('beside another process, ten milliseconds at most from the end of that batch', () => {
    expect(wait({})).toBe(10);
    expect(wait({ sinceBatch: 4 })).toBe(6);
    expect(wait({ sinceBatch: 10 })).toBe(0);
    expect(wait({ sinceBatch: 5_000 })).toBe(0);
  });

  it('no longer than that batch took', () => {
    expect(wait({ batchTook: 3 })).toBe(3);
    expect(wait({ batchTook: 3, sinceBatch: 4 })).toBe(0);
  });

  it('never alone, and alone is who has seen nobody for a second', () => {
    expect(wait({ sinceAnother: Infinity })).toBe(0);
    expect(wait({ sinceAnother: 1_001 })).toBe(0);
    expect(wait({ sinceAnother: 1_000 })).toBe(10);
  });

  it('not when all of them are there, and not beyond sixteen', () => {
    expect(wait({ waiting: 7 })).toBe(10);
    expect(wait({ waiting: 8 })).toBe(0);
    expect(wait({ expected: 64, waiting: 15 })).toBe(10);
    expect(wait({ expected: 64, waiting: 16 })).toBe(0);
  });

  it('not the only one, who asks one thing after the other', () => {
    expect(wait({ expected: 1, waiting: 1 })).toBe(0);
  });

  it('nor the first of all', () => {
    expect(wait({ sinceBatch: Infinity, batchTook: 0, expected: 0, waiting: 1 })).toBe(0);
  });
});

test.each([
  { all: 8, own: 8, seen: false },
  { all: 11, own: 8, seen: false },
  { all: 12, own: 8, seen: true },
  { all: 100, own: 1, seen: true },
])('of $all calls $own are ours: another is at work: $seen', ({ all, own, seen }) => {
  expect(anotherAtWork(all, own)).toBe(seen);
});
