import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { sawAnotherAtWork } from './company';
import { NaturalBatches, type BatchEntry, type BatchLimits } from './natural-batches';

const LIMITS = { items: 4, weight: 10, queued: 6, waitMilliseconds: 60_000, runMilliseconds: 60_000 };

/** What was asked until now is taken up. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

class Overloaded extends Error {}

interface Asked {
  readonly name: string;
}

/** Batches that stay under way until they are told to end. */
class Works {
  readonly begun: string[][] = [];
  private readonly gates: (() => void)[] = [];
  readonly batches: NaturalBatches<Asked, string>;

  constructor(limits: BatchLimits = LIMITS) {
    this.batches = new NaturalBatches(
      limits,
      async (entries) => {
        this.begun.push(entries.map(({ item }) => item.name));
        await new Promise<void>((resolve) => this.gates.push(resolve));
        for (const entry of entries) entry.succeed(entry.item.name.toUpperCase());
      },
      () => new Overloaded(),
    );
  }

  ask(name: string, owner = 1, weight = 1): Promise<string> {
    const answer = this.batches.submit({ name }, owner, weight);
    answer.catch(() => undefined);
    return answer;
  }

  async endBatch(): Promise<void> {
    this.gates.shift()?.();
    // One turn for what its end sets off, one for the next batch to begin.
    await turn();
    await turn();
  }
}

test('what is asked in the same turn of the event loop begins together, and at the end of that turn', async () => {
  const works = new Works();
  for (const name of ['a', 'b']) void works.ask(name);
  expect(works.begun).toEqual([]);
  await turn();
  expect(works.begun).toEqual([['a', 'b']]);
  await works.endBatch();
});

test('what arrives while a batch is under way is the next one, no larger than allowed', async () => {
  const works = new Works();
  const first = works.ask('a');
  await turn();
  expect(works.begun).toEqual([['a']]);
  const answers = [first, ...['b', 'c', 'd', 'e', 'f'].map((name) => works.ask(name))];
  await works.endBatch();
  await works.endBatch();
  await works.endBatch();
  expect(works.begun).toEqual([['a'], ['b', 'c', 'd', 'e'], ['f']]);
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
});

test('the next batch has begun before anybody of the one before is told its answer', async () => {
  const happened: string[] = [];
  const batches = new NaturalBatches<Asked, string>(
    { ...LIMITS, items: 2 },
    async (entries) => {
      // As a pool hands out its connections.
      await new Promise<void>((resolve) => {
        process.nextTick(resolve);
      });
      for (const { item } of entries) happened.push(`${item.name} begins`);
      for (const entry of entries) entry.succeed('');
    },
    () => new Overloaded(),
  );
  await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (name) => {
      await batches.submit({ name }, 1);
      happened.push(`${name} told`);
    }),
  );
  expect(happened).toEqual([
    'a begins',
    'b begins',
    'c begins',
    'd begins',
    'a told',
    'b told',
    'c told',
    'd told',
  ]);
});

test('owners take turns: a flood of one does not hold up another', async () => {
  const works = new Works();
  void works.ask('a', 1);
  await turn();
  for (const name of ['b', 'c', 'd', 'e', 'f']) void works.ask(name, 1);
  void works.ask('z', 2);
  await works.endBatch();
  expect(works.begun[1]).toEqual(['b', 'z', 'c', 'd']);
});

test('weight bounds a batch, and what is heavier than the bound goes alone', async () => {
  const works = new Works();
  void works.ask('a');
  await turn();
  void works.ask('b', 1, 6);
  void works.ask('c', 1, 6);
  void works.ask('heavy', 1, 99);
  for (let batch = 0; batch < 4; batch += 1) await works.endBatch();
  expect(works.begun).toEqual([['a'], ['b'], ['c'], ['heavy']]);
});

test('a full queue refuses the youngest of whoever holds most, never one with less', async () => {
  const works = new Works();
  void works.ask('under way', 1);
  await turn();
  const flood = ['b', 'c', 'd', 'e', 'f', 'g'].map((name) => works.ask(name, 1));
  await expect(works.ask('h', 1)).rejects.toThrow(Overloaded);
  const small = works.ask('z', 2);
  await expect(flood[5]).rejects.toThrow(Overloaded);
  await works.endBatch();
  await works.endBatch();
  expect(await small).toBe('Z');
});

test('whoever waits longer than allowed is refused, although the batch before hangs', async () => {
  const works = new Works({ ...LIMITS, waitMilliseconds: 30 });
  const hanging = works.ask('hangs');
  await turn();
  await expect(works.ask('b')).rejects.toThrow(Overloaded);
  await expect(works.ask('c')).rejects.toThrow(Overloaded);
  await works.endBatch();
  expect(await hanging).toBe('HANGS');
  expect(works.begun).toEqual([['hangs']]);
});

test('a batch that never ends does not stop the next one', async () => {
  const works = new Works({ ...LIMITS, runMilliseconds: 20 });
  const hanging = works.ask('hangs');
  await turn();
  void works.ask('b');
  while (works.begun.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(works.begun).toEqual([['hangs'], ['b']]);
  await works.endBatch();
  expect(await hanging).toBe('HANGS');
});

test('an entry handed back is first in the next batch', async () => {
  const seen: string[][] = [];
  const batches: NaturalBatches<string, string> = new NaturalBatches<string, string>(
    LIMITS,
    async (entries: readonly BatchEntry<string, string>[]) => {
      seen.push(entries.map(({ item }) => item));
      await Promise.resolve();
      for (const entry of entries)
        if (entry.item === 'again' && seen.length < 3) batches.again(entry);
        else entry.succeed(entry.item);
    },
    () => new Overloaded(),
  );
  const first = batches.submit('first', 1);
  await turn();
  await Promise.all([first, ...['again', 'x'].map((name) => batches.submit(name, 1))]);
  expect(seen).toEqual([['first'], ['again', 'x'], ['again']]);
});

test('an error of the batch is the answer of each, and the next batch runs', async () => {
  let runs = 0;
  const batches = new NaturalBatches<string, string>(
    LIMITS,
    (entries) => {
      runs += 1;
      if (runs === 1) return Promise.reject(new Error('lost'));
      for (const entry of entries) entry.succeed('well');
      return Promise.resolve();
    },
    () => new Overloaded(),
  );
  await expect(batches.submit('a', 1)).rejects.toThrow('lost');
  expect(await batches.submit('b', 1)).toBe('well');
});

test('a batch runs in the context of nobody', async () => {
  const caller = new AsyncLocalStorage<string>();
  const batches = new NaturalBatches<string, string | undefined>(
    LIMITS,
    async (entries) => {
      await Promise.resolve();
      for (const entry of entries) entry.succeed(caller.getStore());
    },
    () => new Overloaded(),
  );
  expect(await caller.run('somebody', () => batches.submit('a', 1))).toBeUndefined();
});

describe('beside another process what writes', () => {
  /** Time stands still but for what a test lets pass. */
  let now: number;

  beforeEach(() => {
    now = performance.now();
    jest.useFakeTimers({ advanceTimers: false, doNotFake: ['setImmediate', 'nextTick', 'performance'] });
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    sawAnotherAtWork();
  });

  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  /** One has been written for 20 milliseconds with another, a third waits behind them. */
  async function writing(writes: boolean): Promise<Works> {
    const works = new Works({ ...LIMITS, writes });
    for (const name of ['a', 'b']) void works.ask(name);
    await turn();
    void works.ask('c');
    now += 20;
    await works.endBatch();
    return works;
  }

  test('waits until all who were answered have asked again', async () => {
    const works = await writing(true);
    expect(works.begun).toEqual([['a', 'b']]);
    void works.ask('a again');
    await turn();
    expect(works.begun).toEqual([['a', 'b']]);
    void works.ask('b again');
    await turn();
    expect(works.begun[1]).toEqual(['c', 'a again', 'b again']);
    await works.endBatch();
  });

  test('and no longer than ten milliseconds, whoever stays away', async () => {
    const works = await writing(true);
    now += 10;
    jest.advanceTimersByTime(10);
    await turn();
    expect(works.begun[1]).toEqual(['c']);
    await works.endBatch();
  });

  test('but what only reads does not wait', async () => {
    const works = await writing(false);
    expect(works.begun[1]).toEqual(['c']);
    await works.endBatch();
  });

  test('nor does what writes when the other was not seen for a second', async () => {
    now += 1_001;
    const works = await writing(true);
    expect(works.begun[1]).toEqual(['c']);
    await works.endBatch();
  });
});
