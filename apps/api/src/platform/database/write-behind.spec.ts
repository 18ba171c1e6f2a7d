import { Logger } from '@nestjs/common';
import { DatabaseUnavailable } from './errors';
import { WriteBehind } from './write-behind';

beforeAll(() => {
  Logger.overrideLogger(false);
});

interface World {
  readonly rows: WriteBehind<{ id: number }>;
  readonly stored: number[];
  readonly doubts: boolean[];
  readonly reported: number[];
  /** What the next writes meet, in order. */
  readonly failures: Error[];
}

const AWAY = new DatabaseUnavailable(new Error('away'));

function world(options: { poison?: readonly number[]; heldRows?: number } = {}): World {
  const stored: number[] = [];
  const doubts: boolean[] = [];
  const reported: number[] = [];
  const failures: Error[] = [];
  const rows = new WriteBehind<{ id: number }>({
    name: 'rows',
    afterMilliseconds: 1,
    batchRows: 8,
    heldRows: options.heldRows ?? 1_000,
    store: (batch, again) => {
      const failure = failures.shift();
      if (failure !== undefined) return Promise.reject(failure);
      doubts.push(again);
      if (batch.some(({ id }) => options.poison?.includes(id))) return Promise.reject(new Error('22021'));
      // what an earlier try stored is left out, as every `store` must
      stored.push(...batch.map(({ id }) => id).filter((id) => !again || !stored.includes(id)));
      return Promise.resolve();
    },
    reportLoss: (count) => {
      reported.push(count);
      return Promise.resolve();
    },
  });
  return { rows, stored, doubts, reported, failures };
}

const add = ({ rows }: World, count: number) => {
  for (let id = 1; id <= count; id += 1) rows.add({ id });
};

it('stores every row once and in order', async () => {
  const it = world();
  add(it, 50);
  await it.rows.settled();
  expect(it.stored).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  expect(new Set(it.doubts)).toEqual(new Set([false]));
  expect(it.reported).toEqual([]);
});

it.each([[[5]], [[1]], [[8]], [[3, 4, 20]], [[1, 2, 3, 4, 5, 6, 7, 8]]])(
  'loses the rows %s that cannot be stored, and no other, and reports how many',
  async (poison) => {
    const it = world({ poison });
    add(it, 20);
    await it.rows.settled();
    expect([...it.stored].sort((one, two) => one - two)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1).filter((id) => !poison.includes(id)),
    );
    expect(it.reported.reduce((sum, count) => sum + count, 0)).toBe(poison.length);
  },
);

it('keeps the rows while the database is away, and asks then what was stored already', async () => {
  const it = world();
  it.failures.push(AWAY, AWAY);
  add(it, 12);
  await it.rows.settled();
  expect(it.stored).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect(it.doubts).toEqual([true, false]);
  expect(it.reported).toEqual([]);
});

it('keeps as many rows as it may, and counts the others', async () => {
  const it = world({ heldRows: 8 });
  it.failures.push(AWAY);
  add(it, 11);
  await it.rows.settled();
  expect(it.stored).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(it.reported).toEqual([3]);
});

it('says at the end of the process what the database never took', async () => {
  const it = world();
  it.failures.push(...Array.from({ length: 10 }, () => AWAY));
  add(it, 3);
  await it.rows.close();
  expect(it.stored).toEqual([]);
  expect(it.reported).toEqual([3]);
});
