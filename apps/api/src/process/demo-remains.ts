import { verify } from '@node-rs/argon2';
import { Client } from 'pg';
import { DEMO_KEY_IDS, DEMO_PASSWORD, DEMO_SNAP_PARTNERS, DEMO_USERNAMES } from './demo-marks';

async function tableExists(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [
    table,
  ]);
  return rows[0]?.found === true;
}

async function demoData(client: Client): Promise<string[]> {
  const { rowCount } = await client.query("SELECT FROM app_setting WHERE key = 'demo_data'");
  return rowCount === 0
    ? []
    : ['the database holds demonstration data: production needs a database of its own'];
}

async function demoKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ key_id: string }>(
    "SELECT key_id FROM bank_api_key WHERE status = 'ACTIVE' AND key_id = ANY ($1) ORDER BY key_id",
    [DEMO_KEY_IDS],
  );
  return rows.map((row) => `the key ${row.key_id} is active, and everybody knows its secret`);
}

async function demoPartners(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ client_key: string }>(
    "SELECT client_key FROM snap_partner WHERE status = 'ACTIVE' AND client_key = ANY ($1) ORDER BY client_key",
    [DEMO_SNAP_PARTNERS],
  );
  return rows.map((row) => `the SNAP partner ${row.client_key} is active, and everybody knows its keys`);
}

async function demoPasswords(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ username: string; password_hash: string }>(
    'SELECT username, password_hash FROM pengguna WHERE active AND password_hash IS NOT NULL AND username = ANY ($1) ORDER BY username',
    [DEMO_USERNAMES],
  );
  const weak = await Promise.all(
    rows.map((row) => verify(row.password_hash, DEMO_PASSWORD).catch(() => false)),
  );
  return rows
    .filter((_, index) => weak[index] === true)
    .map((row) => `the user ${row.username} has the demonstration password`);
}

/** Everything of the demonstration that a production database must not hold; empty for a clean or an empty database. */
export async function demoRemains(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const remains: string[] = [];
    if (await tableExists(client, 'app_setting')) remains.push(...(await demoData(client)));
    if (await tableExists(client, 'bank_api_key')) remains.push(...(await demoKeys(client)));
    if (await tableExists(client, 'snap_partner')) remains.push(...(await demoPartners(client)));
    if (await tableExists(client, 'pengguna')) remains.push(...(await demoPasswords(client)));
    return remains;
  } finally {
    await client.end().catch(() => undefined);
  }
}
