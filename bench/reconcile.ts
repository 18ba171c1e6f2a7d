import { addDays, businessDateOf } from '@tirtapay/domain';
import { parse } from 'csv-parse';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { hashPassword } from '../apps/api/src/modules/ground/identity';
import { filledDatabase, type ProductDatabase } from './contestants/product-database';
import { product, type Product } from './contestants/product';
import { bankDayFile, plantBankDay, plantedBreaks } from './support/bank-day';
import { BANK_ID } from './support/dataset';
import { againstLimit, againstReference, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

const USUAL = 150_000;
const LONG = 1_000_000;
/** As long as one and a half times the least that must be done: reading, COPY, one join. */
const CONDITION = 1 / 1.5;
const LIMIT_MEGABYTES = 300;
const PASSWORD = 'bangku-uji-bank-2026';
const ZONE = 'Asia/Makassar';

/** P4: a bank's file of a day, from its first byte to the differences, against reading it for nothing, COPY and a join. */
export async function benchReconcile(surroundings: Surroundings, long: boolean): Promise<Line[]> {
  const payments = long ? LONG : USUAL;
  const day = addDays(businessDateOf(Date.now(), ZONE), -1);
  console.log(`reconcile: ${String(payments)} payments, as many lines`);
  const password = await hashPassword(PASSWORD);
  const database = await filledDatabase(surroundings, 'bench_reconcile', (client) =>
    plantBankDay(client, day, payments, password),
  );
  const folder = mkdtempSync(join(tmpdir(), 'tirtapay-bench-file-'));
  const path = join(folder, 'bank.csv');
  writeFileSync(path, [...bankDayFile(day, payments)].join(''));
  const server = await product(database);
  try {
    const least = await leastWork(database, path);
    const before = peakMegabytes(server);
    const ours = await reconciled(server, path, day);
    const peak = peakMegabytes(server);
    const found = await differences(database);
    if (found !== plantedBreaks(payments)) throw new Error(`${String(found)} differences found`);
    console.log(
      `  ${ours.toFixed(1)} s; the least ${least.toFixed(1)} s; the server at most ${peak.toFixed(0)} MB, ${before.toFixed(0)} MB before`,
    );
    return [
      againstReference(
        'reconcile',
        'reading + COPY + FULL JOIN',
        { ours: [payments / ours], theirs: [payments / least] },
        { condition: Number(CONDITION.toFixed(2)) },
      ),
      againstLimit('reconcile', 'memory of the server', [peak], LIMIT_MEGABYTES),
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds. */
async function reconciled({ port }: Product, path: string, day: string): Promise<number> {
  const origin = `http://127.0.0.1:${String(port)}/api/v1`;
  const login = await fetch(`${origin}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'bangku', password: PASSWORD }),
  });
  const { access_token: token } = (await login.json()) as { access_token: string };
  const started = performance.now();
  const query = `bank_id=${String(BANK_ID)}&file_name=bank.csv&settlement_date=${day}`;
  const answer = await fetch(`${origin}/reconciliation/files?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: Readable.toWeb(createReadStream(path)) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  const text = await answer.text();
  if (answer.status !== 201 || !text.includes('"stored":true')) throw new Error(text.slice(0, 500));
  return (performance.now() - started) / 1_000;
}

/** Seconds of reading the file with the same library for nothing, copying it into a table, and joining both sides once. */
async function leastWork({ superUrl }: ProductDatabase, path: string): Promise<number> {
  const client = new Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query(
      `CREATE TEMP TABLE line (a text, b text, reference text, c text, customer text, d text, e text, amount bigint, f text, g text, h text, i text)`,
    );
    const started = performance.now();
    let rows = 0;
    const reader = createReadStream(path).pipe(parse({ delimiter: ';', relax_column_count: true }));
    for await (const row of reader) rows += (row as string[]).length > 5 ? 1 : 0;
    const data = readFileSync(path, 'utf8').split('\n').slice(2, -2).join('\n');
    await pipeline(
      Readable.from([data]),
      client.query(copyFrom("COPY line FROM STDIN WITH (FORMAT csv, DELIMITER ';')")),
    );
    const { rows: sides } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM line l FULL JOIN pembayaran p ON p.bank_reference = l.reference AND p.amount = l.amount
       WHERE l.reference IS NULL OR p.id IS NULL`,
    );
    const seconds = (performance.now() - started) / 1_000;
    if (rows === 0 || sides[0]?.n === 0) throw new Error('the reference has done nothing');
    return seconds;
  } finally {
    await client.end();
  }
}

async function differences({ superUrl }: ProductDatabase): Promise<number> {
  const client = new Client({ connectionString: superUrl });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM rekonsiliasi_detail WHERE type <> 'MATCHED'",
  );
  await client.end();
  return rows[0]?.n ?? 0;
}

/** The most the server has ever held, as the kernel counts it. */
function peakMegabytes({ pid }: Product): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
