import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { product, type Product } from '../contestants/product';
import { productDatabase, type ProductDatabase } from '../contestants/product-database';
import { customers } from '../support/dataset';
import { processorTime } from '../support/processor-time';
import { againstLimit, type Line } from '../support/report';
import type { Surroundings } from '../support/surroundings';
import { banks, PAYERS, type Measured } from './banks';
import { grownDatabase, MONTHS } from './grown-database';
import { BATCH, Office, PAGES, SUMMARIES, type Question } from './office';

const SHORT = 100_000;
const LONG = 1_000_000;
/** Asked once to warm up, then measured. */
const TIMES = 5;
/** Of the questions of a kind, so many of the slowest are told by name, also where all are in time. */
const NAMED_SLOWEST = 5;
const PAGE_LIMIT_MILLISECONDS = 300;
const EXPORT_LIMIT_MEGABYTES = 80;
const WAIT_FOR_SUMS_MILLISECONDS = 60 * 60_000;

/** What is measured; only some of it when they are named. */
export const PARTS = ['sums', 'pages', 'batch', 'export', 'banks'] as const;
export type Part = (typeof PARTS)[number];

/** P7: lists, sums, files and banks over the books of a grown utility. `long` is a million customers. */
export async function benchGrowth(
  surroundings: Surroundings,
  long: boolean,
  parts: ReadonlySet<Part>,
): Promise<Line[]> {
  const count = long ? LONG : SHORT;
  const withBanks = parts.has('banks');
  const all = customers(withBanks ? PAYERS : 1);
  const started = performance.now();
  const database = await grownDatabase(surroundings, count, withBanks ? all : null);
  console.log(
    `growth: ${String(count)} customers, ${String(MONTHS)} months, planted in ${((performance.now() - started) / 1_000).toFixed(0)} s`,
  );
  const grown = await product(database);
  const smallDatabase = withBanks ? await productDatabase(surroundings, all) : null;
  const small = smallDatabase === null ? null : await product(smallDatabase);
  try {
    await sumsCaughtUp(database);
    const office = await Office.open(grown.port, surroundings.log);
    const lines: Line[] = [];
    if (parts.has('sums')) lines.push(await pages(office, 'p95 of summaries', SUMMARIES));
    if (parts.has('pages')) lines.push(await pages(office, 'p95 of pages', PAGES));
    if (parts.has('batch')) lines.push(await pages(office, 'batch verification, tried out', [BATCH], 4_000));
    if (parts.has('export')) lines.push(await file(office, grown));
    if (small !== null && smallDatabase !== null) {
      const measured = (contestant: Product, name: string, { name: books }: ProductDatabase): Measured => ({
        ...contestant,
        name,
        spent: processorTime(contestant.pid, surroundings.cluster.pid ?? 0, books),
      });
      lines.push(
        ...(await banks(
          office,
          measured(grown, 'grown', database),
          measured(small, 'small', smallDatabase),
          all,
        )),
      );
    }
    return lines;
  } finally {
    await Promise.all([grown.stop(), small?.stop()]);
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

/** How long a question took at worst; what was refused took ten times the limit. */
interface Asked {
  readonly question: string;
  readonly milliseconds: number;
}

/** A question several times; the slowest answer counts, which of five is its p95. */
async function asked(office: Office, question: Question, limit: number): Promise<Asked> {
  await office.ask(question);
  const mark = office.mark();
  const name = `${question.path} ${question.body === undefined ? '' : JSON.stringify(question.body)}`;
  let slowest = 0;
  let refused: string | null = null;
  for (let time = 0; time < TIMES; time += 1) {
    const answer = await office.ask(question);
    slowest = Math.max(slowest, answer.milliseconds);
    refused ??= answer.refused;
  }
  if (slowest > limit || refused !== null) {
    console.log(`  SHORT ${name}: ${refused ?? `${slowest.toFixed(0)} ms`}`);
    for (const statement of office.slowSince(mark)) console.log(`    ${statement}`);
  }
  return { question: name, milliseconds: refused === null ? slowest : Math.max(slowest, 10 * limit) };
}

/** Questions one after the other: every one must be in time, so the slowest is the figure. */
async function pages(
  office: Office,
  figure: string,
  questions: readonly Question[],
  limit = PAGE_LIMIT_MILLISECONDS,
): Promise<Line> {
  const answers: Asked[] = [];
  for (const question of questions) answers.push(await asked(office, question, limit));
  answers.sort((a, b) => b.milliseconds - a.milliseconds);
  const times = answers.map(({ milliseconds }) => milliseconds);
  const short = times.filter((time) => time > limit).length;
  console.log(
    `  ${figure}: ${String(questions.length)} questions, median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} ms, ${String(short)} short; slowest:`,
  );
  for (const { question, milliseconds } of answers.slice(0, NAMED_SLOWEST))
    console.log(`    ${milliseconds.toFixed(0)} ms ${question}`);
  return againstLimit('growth', figure, times.slice(0, 1), limit);
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
