import type { Contestant } from './contestants/contestant';
import { product } from './contestants/product';
import { productDatabase, type ProductDatabase } from './contestants/product-database';
import { referenceServer } from './contestants/reference';
import { sameRows } from './contestants/same-rows';
import { customers, type BenchCustomer } from './support/dataset';
import { runLoad } from './support/load';
import { assertGapless, assertSameRows } from './support/posted-rows';
import { againstReference, type Bar, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

const ROUNDS = 5;
/** A server runs for months: what is measured is compiled code, of every contestant alike. */
const WARM_UP = 6_000;
/** The usual server doing the same work is many times slower; its part of a round is enough for a rate. */
const SLOW_SHARE = 0.25;

type Work = 'verify' | 'process';

/** One load, with what each contestant must be beaten by: rate of the product ÷ rate of the contestant. */
interface Load {
  readonly connections: number;
  readonly calls: number;
  readonly against: Readonly<Record<string, Bar>>;
}

const PROCESS: readonly Load[] = [
  {
    connections: 16,
    calls: 1_600,
    against: {
      'hand-written': { condition: 0.5, goal: 0.7 },
      usual: { condition: 2.2, goal: 3 },
      'same-work': { condition: 5 },
      ceiling: { condition: 0.7 },
    },
  },
  {
    connections: 64,
    calls: 2_000,
    against: { 'hand-written': { condition: 1.1, goal: 1.5 }, ceiling: { condition: 0.7 } },
  },
];
const VERIFY: readonly Load[] = [
  {
    connections: 16,
    calls: 4_000,
    against: { 'hand-written': { condition: 0.42, goal: 0.6 }, usual: { condition: 1.2, goal: 2 } },
  },
  { connections: 64, calls: 4_000, against: { 'hand-written': { condition: 0.55, goal: 0.8 } } },
];
const LATE: readonly Load[] = [
  { connections: 16, calls: 1_600, against: { 'tirtapay in time': { condition: 0.6 } } },
  { connections: 64, calls: 2_000, against: { 'tirtapay in time': { condition: 0.6 } } },
];

async function measure(
  contestant: Contestant,
  work: Work,
  connections: number,
  share: readonly BenchCustomer[],
): Promise<number> {
  const result = await runLoad(contestant.port, connections, share.length, (index) => {
    const customer = share[index];
    if (customer === undefined) throw new Error('out of customers');
    return contestant[work](customer);
  });
  if (result.failures > 0)
    throw new Error(
      `${contestant.name} ${work}: ${String(result.failures)} failed, first: ${result.firstFailure ?? ''}`,
    );
  const rate = result.calls / result.seconds;
  console.log(
    `  ${work.padEnd(8)} ${String(connections).padStart(3)} ${contestant.name.padEnd(17)} ${rate.toFixed(0).padStart(6)}/s   p50 ${result.p50.toFixed(1)} ms   p99 ${result.p99.toFixed(1)} ms`,
  );
  return rate;
}

/** The contestants take turns round by round, so that the machine's moods hit all alike; each load has customers of its own. */
async function compete(
  bench: string,
  work: Work,
  loads: readonly Load[],
  { ours, others, all }: { ours: Contestant; others: readonly Contestant[]; all: readonly BenchCustomer[] },
): Promise<Line[]> {
  for (const contestant of [ours, ...others])
    await measure(contestant, work, 16, all.slice(0, warmUpOf(contestant)));
  const lines: Line[] = [];
  let taken = WARM_UP;
  for (const { connections, calls, against } of loads) {
    const rates = new Map<string, number[]>();
    const field = [ours, ...others.filter(({ name }) => Object.hasOwn(against, name))];
    for (let round = 0; round < ROUNDS; round += 1) {
      const share = all.slice(taken, taken + calls);
      taken += calls;
      for (const contestant of field) {
        const part = contestant.name === 'same-work' ? share.slice(0, calls * SLOW_SHARE) : share;
        const rate = await measure(contestant, work, connections, part);
        rates.set(contestant.name, [...(rates.get(contestant.name) ?? []), rate]);
      }
    }
    for (const [name, bar] of Object.entries(against))
      lines.push(
        againstReference(
          bench,
          `${name} at ${String(connections)}`,
          { ours: rates.get(ours.name) ?? [], theirs: rates.get(name) ?? [] },
          bar,
        ),
      );
  }
  return lines;
}

const warmUpOf = ({ name }: Contestant) => (name === 'same-work' ? WARM_UP * SLOW_SHARE : WARM_UP);

function needed(loads: readonly Load[]): BenchCustomer[] {
  return customers(WARM_UP + ROUNDS * loads.reduce((sum, load) => sum + load.calls, 0));
}

/** P2: signed inquiries. */
export async function benchVerify(surroundings: Surroundings): Promise<Line[]> {
  const all = needed(VERIFY);
  announce('verify', all, VERIFY);
  const ours = await product(await productDatabase(surroundings, all));
  const others = [
    await referenceServer('hand-written', surroundings, all),
    await referenceServer('usual', surroundings, all),
  ];
  return ended([ours, ...others], () => compete('verify', 'verify', VERIFY, { ours, others, all }));
}

/** P1: signed payments; afterwards those who claim to write the same rows are held to it. */
export async function benchProcess(surroundings: Surroundings): Promise<Line[]> {
  const all = needed(PROCESS);
  announce('process', all, PROCESS);
  const database = await productDatabase(surroundings, all);
  const twins: Readonly<Record<'same-work' | 'ceiling', ProductDatabase>> = {
    'same-work': await database.copy('bench_same_work'),
    ceiling: await database.copy('bench_ceiling'),
  };
  const ours = await product(database);
  const others = [
    await referenceServer('hand-written', surroundings, all),
    await referenceServer('usual', surroundings, all),
    await sameRows('same-work', twins['same-work']),
    await sameRows('ceiling', twins.ceiling),
  ];
  const lines = await ended([ours, ...others], () =>
    compete('process', 'process', PROCESS, { ours, others, all }),
  );
  const references = (until: number) => all.slice(0, until).map((one) => `B-${one.billNumber}`);
  await assertGapless(database.superUrl, all.length);
  await assertGapless(twins.ceiling.superUrl, all.length);
  await assertSameRows(database, twins.ceiling, references(all.length));
  await assertSameRows(database, twins['same-work'], references(WARM_UP * SLOW_SHARE));
  return lines;
}

/** P1, last part: bills whose penalty of today is not booked yet, beside bills in time. */
export async function benchProcessLate(surroundings: Surroundings): Promise<Line[]> {
  const all = needed(LATE);
  announce('process-late', all, LATE);
  const ours = await product(await productDatabase(surroundings, all, 'bench_late', true), true);
  const inTime = await product(await productDatabase(surroundings, all));
  const others = [{ ...inTime, name: 'tirtapay in time' }];
  return ended([ours, ...others], () => compete('process-late', 'process', LATE, { ours, others, all }));
}

function announce(bench: string, all: readonly BenchCustomer[], loads: readonly Load[]): void {
  const connections = loads.map((load) => String(load.connections)).join(' and ');
  console.log(
    `${bench}: ${String(all.length)} customers, ${connections} connections, ${String(ROUNDS)} rounds in turn`,
  );
}

async function ended<T>(contestants: readonly Contestant[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
  }
}
