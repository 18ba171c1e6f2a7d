import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Contestant } from '../contestants/contestant';
import { product, type Product } from '../contestants/product';
import { productDatabase, type ProductDatabase } from '../contestants/product-database';
import { customers, type BenchCustomer } from '../support/dataset';
import { runLoad } from '../support/load';
import { againstLimit, againstReference, type Line } from '../support/report';
import type { Surroundings } from '../support/surroundings';
import { grownDatabase, MONTHS } from './grown-database';
import { BATCH, Office, PAGES, SUMMARIES, type Question } from './office';

const SHORT = 100_000;
const LONG = 1_000_000;
/** Asked once to warm up, then measured. */
const TIMES = 5;
const PAGE_LIMIT_MILLISECONDS = 300;
const EXPORT_LIMIT_MEGABYTES = 80;
const CONNECTIONS = 16;
const ROUNDS = 3;
const CALLS = { verify: 2_000, process: 800 } as const;
const WARM_UP = 400;
const WAIT_FOR_SUMS_MILLISECONDS = 20 * 60_000;

type Work = keyof typeof CALLS;

/**
 * What the office does while the banks work. So many a second, whatever one costs: fifty people who each open a page every five
 * seconds, two reports a second. Asked again as soon as it is answered, a page that got faster would only be more pages.
 */
const BUSY: readonly {
  readonly name: string;
  readonly everyMilliseconds: number;
  readonly questions: readonly Question[];
}[] = [
  {
    name: 'a list',
    everyMilliseconds: 100,
    questions: [{ path: '/api/v1/bills?state=PAID' }, { path: '/api/v1/payments?q=REF-77' }],
  },
  {
    name: 'a report',
    everyMilliseconds: 500,
    questions: [{ path: '/api/v1/reports/arrears' }, { path: '/api/v1/dashboard' }],
  },
];

/** P7: lists, sums, files and banks over the books of a grown utility. `long` is a million customers. */
export async function benchGrowth(surroundings: Surroundings, long: boolean): Promise<Line[]> {
  const count = long ? LONG : SHORT;
  const rounds = ROUNDS * (2 + BUSY.length);
  const all = customers(2 * WARM_UP + rounds * CALLS.process);
  const started = performance.now();
  const database = await grownDatabase(surroundings, count, all);
  console.log(
    `growth: ${String(count)} customers, ${String(MONTHS)} months, planted in ${((performance.now() - started) / 1_000).toFixed(0)} s`,
  );
  const grown = await product(database);
  const small = { ...(await product(await productDatabase(surroundings, all))), name: 'small' };
  try {
    await sumsCaughtUp(database);
    const office = await Office.open(grown.port, surroundings.log);
    return [
      await pages(office, 'p95 of summaries', SUMMARIES),
      await pages(office, 'p95 of pages', PAGES),
      await pages(office, 'batch verification, tried out', [BATCH], 4_000),
      await file(office, grown),
      ...(await banks(office, { ...grown, name: 'grown' }, small, all)),
    ];
  } finally {
    await Promise.all([grown.stop(), small.stop()]);
  }
}

/** The sums of the books that were planted are taken in by the server itself, as after an upgrade. */
async function sumsCaughtUp(database: ProductDatabase): Promise<void> {
  const client = new Client({ connectionString: database.superUrl });
  await client.connect();
  const started = performance.now();
  try {
    for (;;) {
      const { rows } = await client.query<{ done: boolean }>(
        `SELECT payment_id >= (SELECT max(id) FROM pembayaran) AND journal_id >= (SELECT max(id) FROM jurnal)
           AND accrual_id >= (SELECT max(id) FROM denda_rincian) AND ledger_id >= (SELECT max(id) FROM jurnal) AS done FROM rekap_batas`,
      );
      const seconds = (performance.now() - started) / 1_000;
      if (rows[0]?.done === true) {
        console.log(`  sums caught up after ${seconds.toFixed(0)} s`);
        return;
      }
      if (seconds * 1_000 > WAIT_FOR_SUMS_MILLISECONDS) throw new Error('the sums did not catch up');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    await client.end();
  }
}

/** Each question several times; the slowest answer of each counts, which of five is its p95. */
async function pages(
  office: Office,
  figure: string,
  questions: readonly Question[],
  limit = PAGE_LIMIT_MILLISECONDS,
): Promise<Line> {
  const times: number[] = [];
  let short = 0;
  for (const question of questions) {
    await office.ask(question);
    const mark = office.mark();
    let slowest = 0;
    let refused: string | null = null;
    for (let time = 0; time < TIMES; time += 1) {
      const answer = await office.ask(question);
      slowest = Math.max(slowest, answer.milliseconds);
      refused ??= answer.refused;
    }
    times.push(refused === null ? slowest : Math.max(slowest, 10 * limit));
    if (slowest <= limit && refused === null) continue;
    short += 1;
    console.log(
      `  SHORT ${question.path} ${question.body === undefined ? '' : JSON.stringify(question.body)}: ${refused ?? `${slowest.toFixed(0)} ms`}`,
    );
    for (const statement of office.slowSince(mark)) console.log(`    ${statement}`);
  }
  times.sort((a, b) => a - b);
  console.log(
    `  ${figure}: ${String(questions.length)} questions, median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(0)} ms, ${String(short)} short`,
  );
  // Every one must be in time, so the slowest is the figure.
  return againstLimit('growth', figure, times.slice(-1), limit);
}

function megabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
}

/** Every bill as a file, read to its end: what the server grows by meanwhile. */
async function file(office: Office, { pid }: Product): Promise<Line> {
  await office.download('/api/v1/bills/export?format=csv&period=2025-06');
  const before = megabytes(pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, megabytes(pid))), 50);
  const started = performance.now();
  const bytes = await office.download('/api/v1/bills/export?format=csv');
  clearInterval(watch);
  console.log(
    `  export of every bill: ${(bytes / 1e6).toFixed(0)} MB in ${((performance.now() - started) / 1_000).toFixed(1)} s, server ${before.toFixed(0)} → ${most.toFixed(0)} MB`,
  );
  return againstLimit('growth', 'memory of an export', [most - before], EXPORT_LIMIT_MEGABYTES);
}

/** Asks one question after the other, so often at most, until it is told to stop. */
function keepAsking(everyMilliseconds: number, ask: () => Promise<unknown>): () => Promise<void> {
  const state = { over: false };
  const asking = (async () => {
    while (!state.over) {
      const begun = performance.now();
      await ask();
      await new Promise((resolve) => setTimeout(resolve, begun + everyMilliseconds - performance.now()));
    }
  })();
  // Told when it is awaited, not when it happens.
  asking.catch(() => undefined);
  return async () => {
    state.over = true;
    await asking;
  };
}

async function rate(contestant: Contestant, work: Work, share: readonly BenchCustomer[]) {
  const result = await runLoad(contestant.port, CONNECTIONS, CALLS[work], (index) => {
    const customer = share[index % share.length];
    if (customer === undefined) throw new Error('out of customers');
    return contestant[work](customer);
  });
  if (result.failures > 0)
    throw new Error(
      `${contestant.name} ${work}: ${String(result.failures)} failed, first: ${result.firstFailure ?? ''}`,
    );
  return { perSecond: result.calls / result.seconds, p99: result.p99 };
}

/** The banks' work over small books and grown ones in turn: alone, and while the office is busy. */
async function banks(
  office: Office,
  grown: Contestant,
  small: Contestant,
  all: readonly BenchCustomer[],
): Promise<Line[]> {
  const busy = [
    { name: 'alone', begin: () => () => Promise.resolve() },
    ...BUSY.map(({ name, everyMilliseconds, questions }) => ({
      name: `beside ${name}`,
      begin: () => {
        let asked = 0;
        return keepAsking(everyMilliseconds, () =>
          office.ask(questions[asked++ % questions.length] as Question),
        );
      },
    })),
    {
      name: 'beside an export',
      begin: () => keepAsking(0, () => office.download('/api/v1/bills/export?format=csv')),
    },
  ];
  let taken = 0;
  const share = (count: number) => all.slice(taken, (taken += count));
  for (const contestant of [grown, small])
    await runLoad(contestant.port, CONNECTIONS, WARM_UP, (index) =>
      contestant.process(all[index] as BenchCustomer),
    );
  taken = WARM_UP;
  const lines: Line[] = [];
  for (const work of ['verify', 'process'] as const)
    for (const { name, begin } of busy) {
      const ours: number[] = [];
      const theirs: number[] = [];
      const tails: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const part = work === 'process' ? share(CALLS.process) : all.slice(-CALLS.verify);
        const reference = await rate(small, work, part);
        const end = begin();
        const measured = await rate(grown, work, part).finally(end);
        ours.push(measured.perSecond);
        theirs.push(reference.perSecond);
        tails.push(measured.p99 / reference.p99);
        console.log(
          `  ${work} ${name}: ${measured.perSecond.toFixed(0)}/s p99 ${measured.p99.toFixed(1)} ms, small ${reference.perSecond.toFixed(0)}/s p99 ${reference.p99.toFixed(1)} ms`,
        );
      }
      const condition = name === 'alone' ? 0.85 : 0.8;
      lines.push(againstReference('growth', `small, ${work} ${name}`, { ours, theirs }, { condition }));
      lines.push(againstLimit('growth', `p99 of ${work} ${name}, to small`, tails, 2));
    }
  return lines;
}
