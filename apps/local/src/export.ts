import { createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import { Client } from 'pg';
import { MANIFESTS } from '../../api/src/house';
import { runCommand } from '../../api/src/process/run-command';
import { StartFailure } from '../../api/src/process/start-failure';
import { withDatabase } from './open-database';

/** Rows fetched at once: none of a table is held but these. */
const BATCH = 5_000;
/** What lets somebody in, or opens what is sealed, is of no use to whoever takes the data elsewhere. */
const SECRET = /hash|secret|token|encrypted|nik_index|_enc$|key_pem|private/;

/** `npm run export -- <folder>`: everything the utility owns, a CSV a table, as it stood at one instant. */
runCommand(async () => {
  const folder = process.argv[2] ?? '';
  if (folder === '') throw new StartFailure('say where to: npm run export -- <folder>');
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new StartFailure(`${folder} is not empty`);
  return withDatabase(process.env, async ({ ownerUrl }) => {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      for (const table of MANIFESTS.flatMap(({ tables }) => tables).sort()) {
        const rows = await exportTable(client, table, join(folder, `${table}.csv`));
        process.stdout.write(`${String(rows).padStart(10)}  ${table}.csv\n`);
      }
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
    return 0;
  });
});

async function exportTable(client: Client, table: string, path: string): Promise<number> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  const names = columns.map(({ name }) => name).filter((name) => !SECRET.test(name));
  const file = createWriteStream(path, { mode: 0o600 });
  file.write(stringify([names]));
  // As PostgreSQL writes each value: no number is rounded on the way, no instant moved.
  const list = names.map((name) => `"${name}"::text`).join(', ');
  await client.query(`DECLARE whole NO SCROLL CURSOR FOR SELECT ${list} FROM "${table}"`);
  let count = 0;
  for (;;) {
    const { rows } = await client.query<string[]>({
      text: `FETCH ${String(BATCH)} FROM whole`,
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    count += rows.length;
    if (!file.write(stringify(rows))) await once(file, 'drain');
  }
  await client.query('CLOSE whole');
  file.end();
  await finished(file);
  return count;
}
