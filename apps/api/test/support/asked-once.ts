import { Client, type QueryResultRow } from 'pg';

/** One statement or several on a connection of its own, which the server may end meanwhile. @returns the rows of the last */
export async function askedOnce<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
