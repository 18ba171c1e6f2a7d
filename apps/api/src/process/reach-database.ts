import { Client } from 'pg';
import { isUnavailable } from '../platform/database/errors';
import { StartFailure } from './start-failure';

/** It does not answer, or not yet; trying again may help. Everything else is for the operator to mend. */
export class DatabaseAway extends StartFailure {}

/** What the driver says when nobody answered in time. */
const TIMED_OUT = 'timeout expired';

/** `host:port/database`, never the password. */
function placeOf(url: URL): string {
  return `${url.hostname}:${url.port || '5432'}${url.pathname}`;
}

function explain(error: unknown, url: URL): string {
  const { code, message } = error as { code?: string; message?: string };
  if (message === TIMED_OUT) return `the database does not answer at ${placeOf(url)}`;
  const user = decodeURIComponent(url.username);
  switch (code) {
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return `the database does not answer at ${placeOf(url)}`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the database host ${url.hostname} is unknown`;
    case '3D000':
      return `the database ${url.pathname.slice(1)} does not exist at ${url.host}`;
    case '28P01':
    case '28000':
      return `the database at ${placeOf(url)} refuses the user ${user}`;
    default:
      return `the database at ${placeOf(url)} cannot be used: ${(message || String(code)).split('\n')[0] ?? ''}`;
  }
}

/**
 * Proves that a configured database can be used.
 * @param further what else must be true of it
 * @throws DatabaseAway, StartFailure saying in one line why not
 */
export async function reachDatabase(
  variable: string,
  text: string,
  further?: (client: Client) => Promise<void>,
): Promise<void> {
  const url = new URL(text);
  const client = new Client({ connectionString: text, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    if ((rows[0]?.version ?? 0) < 150_000)
      throw new StartFailure(`${variable}: PostgreSQL 15 or newer is needed at ${placeOf(url)}`);
    await further?.(client);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    const away = isUnavailable(error) || (error as Error).message === TIMED_OUT;
    throw new (away ? DatabaseAway : StartFailure)(`${variable}: ${explain(error, url)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
