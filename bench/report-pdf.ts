import { Client } from 'pg';
import { hashPassword } from '../apps/api/src/modules/ground/identity';
import { product, type Product } from './contestants/product';
import { productDatabase } from './contestants/product-database';
import { customers, PERIOD, type BenchCustomer } from './support/dataset';
import { runPaced } from './support/load';
import { againstLimit, againstReference, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

const ROWS = 1_000;
const ROUNDS = 5;
const LIMIT_MILLISECONDS = 1_500;
/** What a busy morning of a bank is, and far from all the server can do: at its most, whatever computes beside it is felt. */
const INQUIRIES = { perSecond: 100, seconds: 8 };
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
    await inquire(server, all, 1);
    const [paper, alone, beside] = [[] as number[], [] as number[], [] as number[]];
    for (let round = 0; round < ROUNDS; round += 1) {
      paper.push(await print(api, token));
      alone.push(await inquire(server, all, INQUIRIES.seconds));
      beside.push(await whilePrinting(api, token, () => inquire(server, all, INQUIRIES.seconds)));
      console.log(
        `  sheet ${(paper.at(-1) ?? 0).toFixed(0)} ms   p99 alone ${(alone.at(-1) ?? 0).toFixed(1)} ms, beside reports ${(beside.at(-1) ?? 0).toFixed(1)} ms`,
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

/** @returns the p99 of the bank */
async function inquire(server: Product, all: readonly BenchCustomer[], seconds: number): Promise<number> {
  const { perSecond } = INQUIRIES;
  const result = await runPaced(server.port, { perSecond, seconds }, (index) => {
    const customer = all[index % all.length];
    if (customer === undefined) throw new Error('no customers');
    return server.verify(customer);
  });
  if (result.failures > 0)
    throw new Error(`${String(result.failures)} inquiries failed, first: ${result.firstFailure ?? ''}`);
  return result.p99;
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
