import { Client } from 'pg';
import type { Law } from './law';

export interface LawResult {
  readonly law: Law;
  /** At most `limit` of them. */
  readonly rows: readonly object[];
  readonly milliseconds: number;
}

/** Checks the laws on what this connection sees now. */
export async function checkLawsOn(client: Client, laws: readonly Law[], limit = 20): Promise<LawResult[]> {
  const results: LawResult[] = [];
  for (const law of laws) {
    const started = performance.now();
    const { rows } = await client.query<object>(`SELECT * FROM (${law.sql}) broken LIMIT ${String(limit)}`);
    if (law.recompute !== undefined) rows.push(...(await law.recompute(client, limit)));
    results.push({ law, rows, milliseconds: performance.now() - started });
  }
  return results;
}

/**
 * The same on one snapshot, so that payments going on meanwhile cannot look like violations.
 * @param now what the application's clock says, when that is not the time of the database
 */
export async function checkLawsAtOnce(
  client: Client,
  laws: readonly Law[],
  limit = 20,
  now?: Date,
): Promise<LawResult[]> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query("SELECT set_config('tirtapay.now', $1, true)", [now?.toISOString() ?? '']);
    return await checkLawsOn(client, laws, limit);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
}

/** On a connection of its own. */
export async function checkLaws(url: string, laws: readonly Law[]): Promise<LawResult[]> {
  const client = new Client({ connectionString: url, application_name: 'tirtapay-invariants' });
  await client.connect();
  try {
    return await checkLawsAtOnce(client, laws);
  } finally {
    await client.end();
  }
}
