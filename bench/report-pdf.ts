import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { hashPassword } from '../apps/api/src/modules/ground/identity';
import { product, type Product } from './contestants/product';
import { productDatabase } from './contestants/product-database';
import { customers, PERIOD, type BenchCustomer } from './support/dataset';
import { percentile, runPaced } from './support/load';
import { againstLimit, againstReference, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

const ROWS = 1_000;
/** Each of many short turns: what the machine itself does to a call, which comes in bursts of seconds, meets all of them. */
const ROUNDS = 5;
const TURNS = 6;
const LIMIT_MILLISECONDS = 1_500;
/** What a busy morning of a bank is, and far from all the server can do: at its most, whatever computes beside it is felt. */
const INQUIRIES = { perSecond: 100, seconds: 2.5 };
/** Two processors share what reports take; a p99 that stands is one within the noise of the rounds. */
const UNMOVED = { condition: 0.67 };
const CREDENTIALS = { username: 'bangku', password: 'bangku-uji-laporan-2026' };

/** P6, second half: a report of a thousand rows on paper, and what the bank feels of one after the other. */
export async function benchReportPdf(surroundings: Surroundings): Promise<Line[]> {
  const all = customers(ROWS);
  const database = await productDatabase(surroundings, all);
  const client = new Client({ connectionString: database.superUrl });
  await client.connect();
  await client.query(
    "INSERT INTO pengguna (username, name, role, password_hash) VALUES ($1, 'Bangku Uji', 'ADMIN_SUPER', $2)",
    [CREDENTIALS.username, await hashPassword(CREDENTIALS.password)],
  );
  await client.end();
  const server = await product(database);
  try {
    const api = `http://127.0.0.1:${String(server.port)}/api/v1`;
    const token = await logIn(api);
    console.log(`report-pdf: ${String(ROWS)} rows, ${String(ROUNDS)} rounds in turn`);
    const cold = await print(api, token);
    console.log(`  the first, with the process that draws: ${cold.toFixed(0)} ms`);
    await inquire(server, all);
    const [paper, alone, beside, counting] = [[] as number[], [] as number[], [] as number[], [] as number[]];
    for (let round = 0; round < ROUNDS; round += 1) {
      const calls = { alone: [] as number[], beside: [] as number[], counting: [] as number[] };
      for (let turn = 0; turn < TURNS; turn += 1) {
        paper.push(await print(api, token));
        calls.alone.push(...(await inquire(server, all)));
        calls.beside.push(...(await whilePrinting(api, token, () => inquire(server, all))));
        calls.counting.push(...(await whileCounting(() => inquire(server, all))));
      }
      alone.push(p99(calls.alone));
      beside.push(p99(calls.beside));
      counting.push(p99(calls.counting));
      const last = (times: readonly number[], digits = 1) => (times.at(-1) ?? 0).toFixed(digits);
      console.log(
        `  sheet ${last(paper, 0)} ms   p99 alone ${last(alone)} ms, beside reports ${last(beside)} ms, beside one that counts ${last(counting)} ms`,
      );
    }
    const speed = (milliseconds: readonly number[]) => milliseconds.map((time) => 1 / time);
    return [
      againstLimit('report-pdf', `${String(ROWS)} rows`, paper, LIMIT_MILLISECONDS),
      againstReference(
        'report-pdf',
        'that of p99 without reports',
        { ours: speed(beside), theirs: speed(alone) },
        UNMOVED,
      ),
      againstReference(
        'report-pdf',
        'that of p99 beside a process that counts at the lowest rank',
        { ours: speed(beside), theirs: speed(counting) },
        UNMOVED,
      ),
    ];
  } finally {
    await server.stop();
  }
}

async function logIn(api: string): Promise<string> {
  const answer = await fetch(`${api}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(CREDENTIALS),
  });
  if (!answer.ok) throw new Error(`log-in answered ${String(answer.status)}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** @returns milliseconds from the question to the last byte */
async function print(api: string, token: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${api}/reports/drd/pdf?period=${PERIOD}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`the report answered ${String(answer.status)}`);
  await answer.arrayBuffer();
  return performance.now() - started;
}

/** @returns what each call of the bank took, in milliseconds */
async function inquire(server: Product, all: readonly BenchCustomer[]): Promise<readonly number[]> {
  const result = await runPaced(server.port, INQUIRIES, (index) => {
    const customer = all[index % all.length];
    if (customer === undefined) throw new Error('no customers');
    return server.verify(customer);
  });
  if (result.failures > 0)
    throw new Error(`${String(result.failures)} inquiries failed, first: ${result.firstFailure ?? ''}`);
  return result.latencies;
}

const p99 = (times: readonly number[]): number =>
  percentile(
    [...times].sort((a, b) => a - b),
    0.99,
  );

/** Of the rank of the process that draws, and touches nothing: neither the database nor the server. */
const COUNTER = `
  require('node:os').setPriority(19);
  try { require('node:fs').writeFileSync('/proc/self/autogroup', '19'); } catch {}
  for (let count = 0; ; count += 1);
`;

/** What anything that computes at the lowest rank costs a bank on this machine. */
async function whileCounting<T>(work: () => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, ['-e', COUNTER], {
    stdio: 'ignore',
    detached: process.platform === 'linux',
  });
  try {
    return await work();
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

/** One report after the other, as long as the work goes on. */
async function whilePrinting<T>(api: string, token: string, work: () => Promise<T>): Promise<T> {
  const going = new AbortController();
  const printing = (async () => {
    while (!going.signal.aborted) await print(api, token);
  })();
  try {
    return await work();
  } finally {
    going.abort();
    await printing;
  }
}
