import { faker } from '@faker-js/faker/locale/id_ID';
import { Client } from 'pg';
import { hashPassword } from '../apps/api/src/modules/ground/identity';
import { product } from './contestants/product';
import { productDatabase } from './contestants/product-database';
import { customers, type BenchCustomer } from './support/dataset';
import { againstLimit, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

const CUSTOMERS = 1_000_000;
/** With bills, payments and receipts; the others only have a meter. */
const PAYING = 2_000;
const CHUNK = 50_000;
const ROUNDS = 20;
const LIMIT_MILLISECONDS = 100;
const PASSWORD = 'bangku-uji-cari-2026';

/** What people type: two letters most names begin with, one more, a name, beginnings of numbers, serials, telephones. */
const TYPED = [
  'si',
  'wa o',
  'muhammad',
  '0100',
  '01000200',
  'm7',
  'm70000',
  '0812',
  '08127',
  'history-12',
  'h-1',
];

/** A million customers, found by the beginning of what is known of them, through the API as it is shipped. */
export async function benchFind(surroundings: Surroundings): Promise<Line[]> {
  const all = customers(CUSTOMERS);
  const database = await productDatabase(surroundings, all.slice(0, PAYING));
  const client = new Client({ connectionString: database.superUrl });
  await client.connect();
  const started = performance.now();
  await addCustomers(client, all.slice(PAYING));
  await client.query(
    "INSERT INTO pengguna (username, name, role, password_hash) VALUES ('bangku', 'Bangku Uji', 'ADMIN_SUPER', $1)",
    [await hashPassword(PASSWORD)],
  );
  await client.query('VACUUM ANALYZE');
  await client.end();
  console.log(
    `find: ${String(CUSTOMERS)} customers in ${((performance.now() - started) / 1_000).toFixed(0)} s`,
  );
  const server = await product(database);
  try {
    const api = `http://127.0.0.1:${String(server.port)}/api/v1`;
    const token = await logIn(api);
    const byTyped = new Map(TYPED.map((typed): [string, number[]] => [typed, []]));
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const [typed, took] of byTyped) {
        const time = await find(api, token, typed);
        // The first round plans the statements and fetches the pages.
        if (round > 0) took.push(time);
      }
    for (const [typed, took] of byTyped) console.log(`  "${typed}": ${at(took, 0.5).toFixed(1)} ms`);
    const times = [...byTyped.values()].flat();
    console.log(`  median ${at(times, 0.5).toFixed(1)} ms, slowest ${at(times, 1).toFixed(1)} ms`);
    return [againstLimit('find', 'p95 at a million customers', [at(times, 0.95)], LIMIT_MILLISECONDS)];
  } finally {
    await server.stop();
  }
}

/** The time so large a share of all was not slower than. */
function at(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0;
}

async function addCustomers(client: Client, all: readonly BenchCustomer[]): Promise<void> {
  faker.seed(1);
  const names = Array.from({ length: 5_000 }, () => faker.person.fullName());
  for (let from = 0; from < all.length; from += CHUNK) {
    const chunk = all.slice(from, from + CHUNK);
    await client.query(
      `INSERT INTO pelanggan (id, customer_number, name, address, phone, region_id, route_id, tariff_id, state, registered_at, activated_at)
       SELECT id, number, name, 'Jl. Ahmad Yani No. ' || id, '0812' || lpad(id::text, 8, '0'), 1, 1, 1, 'AKTIF', now(), now()
       FROM unnest($1::bigint[], $2::text[], $3::text[]) AS c(id, number, name)`,
      [
        chunk.map((one) => one.id),
        chunk.map((one) => one.customerNumber),
        chunk.map((one) => names[one.id % names.length]),
      ],
    );
    await client.query(
      `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand)
       SELECT id, 'M' || id, 5, 15, '2020-01-01', 0 FROM unnest($1::bigint[]) AS id`,
      [chunk.map((one) => one.id)],
    );
  }
}

async function logIn(api: string): Promise<string> {
  const answer = await fetch(`${api}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'bangku', password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`log-in answered ${String(answer.status)}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function find(api: string, token: string, typed: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${api}/find?q=${encodeURIComponent(typed)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await answer.json();
  if (!answer.ok) throw new Error(`"${typed}" answered ${String(answer.status)}`);
  return performance.now() - started;
}
