import { Client } from 'pg';
import { migrateTo, plantOldBooks } from './support/old-books';
import { againstLimit, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

/** About as many payments as customers: nine of ten pay, one is reversed, one is credit that pays later. */
const CUSTOMERS = 925_000;
const LIMIT_SECONDS = 60;
const BEFORE_COLLECTORS = 14;
const COLLECTORS = 15;

/** Books of a million payments get their collectors and clearing accounts, with the durability of production. */
export async function benchMigration(surroundings: Surroundings): Promise<Line[]> {
  const url = await surroundings.database('migration');
  await migrateTo(url, BEFORE_COLLECTORS);
  const client = new Client({ connectionString: url });
  await client.connect();
  await plantOldBooks(client, CUSTOMERS);
  const before = await perCollector(client, 'bank_id');
  const payments = before.reduce((sum, row) => sum + Number(row.count), 0);
  console.log(`migration: ${String(payments)} payments`);
  const started = performance.now();
  await migrateTo(url, COLLECTORS);
  const seconds = (performance.now() - started) / 1_000;
  const after = await perCollector(client, 'collector_id');
  if (JSON.stringify(after) !== JSON.stringify(before))
    throw new Error('counts or sums per collector differ');
  const { rows } = await client.query<{ net: string }>(
    "SELECT collector_id, sum(debit - credit)::text AS net FROM jurnal_baris WHERE account = '1130' GROUP BY 1 ORDER BY 1",
  );
  const due = before.map((row) => row.net).filter((net) => net !== '0');
  if (JSON.stringify(rows.map((row) => row.net)) !== JSON.stringify(due))
    throw new Error('1130 is not what the banks collected');
  await client.end();
  console.log(`  ${seconds.toFixed(1)} s`);
  return [againstLimit('migration', 'a million payments', [seconds], LIMIT_SECONDS)];
}

async function perCollector(client: Client, column: string): Promise<{ count: string; net: string }[]> {
  const { rows } = await client.query<{ count: string; net: string }>(
    `SELECT ${column} AS collector, count(*)::text AS count, sum(admin_fee)::text AS fees,
       sum(CASE kind WHEN 'PAYMENT' THEN amount WHEN 'REVERSAL' THEN -amount ELSE 0 END)::text AS net
     FROM pembayaran GROUP BY 1 ORDER BY 1`,
  );
  return rows;
}
