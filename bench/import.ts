import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { hashPassword } from '../apps/api/src/modules/ground/identity';
import { product } from './contestants/product';
import { productDatabase } from './contestants/product-database';
import { customers } from './support/dataset';
import { againstLimit, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

const CUSTOMERS = 100_000;
const PASSWORD = 'bangku-uji-impor-2026';
/** The limit is so many times what PostgreSQL needs to take the same rows with COPY, indexes and all. */
const TIMES_COPY = 6;
const TABLES = ['pelanggan', 'meter', 'pelanggan_alias', 'riwayat_pelanggan'];

/** A file of a hundred thousand customers with meters, stands and earlier numbers, from upload to the last row. */
export async function benchImport(surroundings: Surroundings): Promise<Line[]> {
  const database = await productDatabase(surroundings, customers(10));
  const client = new Client({ connectionString: database.superUrl });
  await client.connect();
  await client.query(
    "INSERT INTO pengguna (username, name, role, password_hash) VALUES ('bangku', 'Bangku Uji', 'ADMIN_SUPER', $1)",
    [await hashPassword(PASSWORD)],
  );
  // Planted with numbers of their own, past the counter that the next ones come from.
  await client.query("SELECT setval(pg_get_serial_sequence('pelanggan', 'id'), max(id)) FROM pelanggan");
  // A route of its own: the numbers of the others were planted past their sequences.
  const { rows } = await client.query<{ region: string; route: string; tariff: string }>(
    `WITH r AS (INSERT INTO rute (region_id, code, name) SELECT id, '9999', 'Impor' FROM wilayah ORDER BY id LIMIT 1 RETURNING region_id, code)
     SELECT w.code AS region, r.code AS route, (SELECT min(code) FROM tarif WHERE active) AS tariff FROM r JOIN wilayah w ON w.id = r.region_id`,
  );
  await client.end();
  const beside = await database.copy('bench_copy');
  const file = fileOf(rows[0] ?? { region: '', route: '', tariff: '' });
  const server = await product(database);
  try {
    const api = `http://127.0.0.1:${String(server.port)}/api/v1`;
    const token = await logIn(api);
    const checking = performance.now();
    const checked = await send(`${api}/takeovers?kind=CUSTOMERS&file_name=lama.csv`, token, file);
    const between = performance.now();
    await send(`${api}/takeovers/${String(checked.id)}/import`, token, file);
    const seconds = (performance.now() - between) / 1_000;
    const copied = await copySeconds(database.superUrl, beside.superUrl);
    console.log(
      `import: check ${((between - checking) / 1_000).toFixed(1)} s, import ${seconds.toFixed(1)} s, COPY ${copied.toFixed(1)} s, ${(seconds / copied).toFixed(1)} × COPY`,
    );
    return [againstLimit('import', `${String(CUSTOMERS)} customers`, [seconds], TIMES_COPY * copied)];
  } finally {
    await server.stop();
  }
}

function fileOf({ region, route, tariff }: { region: string; route: string; tariff: string }): string {
  const lines = [
    'Nomor lama;Nama;Alamat;Telepon;Kode wilayah;Kode rute;Kode golongan;Nomor meter;Tanggal baca terakhir;Stan terakhir',
  ];
  // A route holds one number less than a hundred thousand.
  for (let at = 0; at < CUSTOMERS - 1; at += 1)
    lines.push(
      `PDAM${String(at)};Pelanggan ${String(at)};Jl. Ahmad Yani No. ${String(at)};0812-${String(10_000_000 + at)};${region};${route};${tariff};TK${String(at)};25/10/2025;${String(at % 9_000)}`,
    );
  return lines.join('\r\n');
}

async function send(url: string, token: string, body: string): Promise<{ id: number }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body,
  });
  const text = await answer.text();
  const taken = JSON.parse(text) as { id: number; rows_refused: number };
  if (!answer.ok || taken.rows_refused !== 0)
    throw new Error(`${url} answered ${String(answer.status)}: ${text}`);
  return taken;
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

/** The rows the product wrote, once more by COPY into the same tables of the database as it was before. */
async function copySeconds(from: string, to: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tirtapay-bench-copy-'));
  chmodSync(folder, 0o777);
  const [source, target] = [new Client({ connectionString: from }), new Client({ connectionString: to })];
  await Promise.all([source.connect(), target.connect()]);
  try {
    for (const table of TABLES)
      await source.query(
        `COPY (SELECT * FROM ${table} ${table === 'pelanggan_alias' ? '' : 'WHERE id > 10'}) TO '${folder}/${table}'`,
      );
    const started = performance.now();
    await target.query('BEGIN');
    for (const table of TABLES) await target.query(`COPY ${table} FROM '${folder}/${table}'`);
    await target.query('COMMIT');
    return (performance.now() - started) / 1_000;
  } finally {
    await Promise.all([source.end(), target.end()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
