import { FRESH_MILLISECONDS, FreshCopy } from './fresh-copy';

let now = 0;
beforeEach(() => {
  now = 1_000;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

/** What is in the database: each reading is another. */
function counted(): { copy: FreshCopy<number>; readings: () => number } {
  let readings = 0;
  return { copy: new FreshCopy(() => Promise.resolve((readings += 1))), readings: () => readings };
}

it('is at most two seconds old, so that a key revoked on another process is refused here within five', async () => {
  const { copy } = counted();
  expect(FRESH_MILLISECONDS).toBeLessThanOrEqual(2_000);
  expect(await copy.get()).toBe(1);
  now += FRESH_MILLISECONDS - 1;
  expect([copy.fresh(), await copy.get()]).toEqual([1, 1]);
  now += 1;
  expect([copy.fresh(), await copy.get()]).toEqual([undefined, 2]);
});

it('is read once for all who ask together', async () => {
  const { copy, readings } = counted();
  expect(await Promise.all(Array.from({ length: 20 }, () => copy.get()))).toEqual(Array(20).fill(1));
  expect(readings()).toBe(1);
});

it('is as old as the moment its reading began, however long that took', async () => {
  const copy = new FreshCopy(() => {
    now += FRESH_MILLISECONDS;
    return Promise.resolve('slow');
  });
  expect(await copy.get()).toBe('slow');
  expect(copy.fresh()).toBeUndefined();
});

it('of a reading that began before it was forgotten serves those who asked for it only', async () => {
  const ends: ((value: string) => void)[] = [];
  const copy = new FreshCopy(() => new Promise<string>((end) => ends.push(end)));
  const before = copy.get();
  copy.forget();
  const after = copy.get();
  ends[1]?.('new');
  ends[0]?.('old');
  expect(await Promise.all([before, after])).toEqual(['old', 'new']);
  expect(copy.fresh()).toBe('new');
});

it('that cannot be read is never replaced by an old one', async () => {
  const answers = [() => Promise.resolve(1), () => Promise.reject(new Error('away'))];
  const copy = new FreshCopy(() => answers.shift()?.() ?? Promise.resolve(0));
  expect(await copy.get()).toBe(1);
  now += FRESH_MILLISECONDS;
  await expect(copy.get()).rejects.toThrow('away');
  expect(copy.fresh()).toBeUndefined();
});
