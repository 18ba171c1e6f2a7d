import { Client } from 'pg';

/** Every table that is written to the log, with its rows and a hash of all of them, whatever their order: what a restored database is compared by. */
export async function tableHashes(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c
       WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
       ORDER BY 1`,
    );
    const hashes: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ hash: string }>(
        `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) AS hash FROM ${name} t`,
      );
      hashes[name] = rows[0]?.hash ?? '';
    }
    return hashes;
  } finally {
    await client.end();
  }
}

/** What PostgreSQL's own checker finds wrong with heaps and indexes, as `pg_amcheck` asks it; run by a superuser. */
export async function damages(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS amcheck');
    const { rows: heaps } = await client.query<{ found: string }>(
      `SELECT c.relname || ': ' || v.msg AS found FROM pg_class c, verify_heapam(c.oid) v
       WHERE c.relkind IN ('r', 'm') AND c.relpersistence = 'p' ORDER BY 1`,
    );
    await client.query(
      `SELECT bt_index_check(c.oid, true) FROM pg_class c JOIN pg_am a ON a.oid = c.relam JOIN pg_index i ON i.indexrelid = c.oid
       WHERE a.amname = 'btree' AND c.relkind = 'i' AND c.relpersistence = 'p' AND i.indisready AND i.indisvalid`,
    );
    return heaps.map(({ found }) => found);
  } finally {
    await client.end();
  }
}
