import type { Client } from 'pg';

/** What the application role may not do, by table. */
export interface GuardedTables {
  /** Rows are written once; the role may not even try to change them. */
  readonly appendOnly: readonly string[];
  /** Rows change state and are never deleted. */
  readonly neverDeleted: readonly string[];
  /** Only the owner writes. */
  readonly readOnly: readonly string[];
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** Gives the application role exactly what it needs: no DDL, no DELETE on ledgers. Run by the owner after migrating. */
export async function grantToApplication(owner: Client, role: string, guarded: GuardedTables): Promise<void> {
  const app = quoted(role);
  const ownerName = (await owner.query<{ name: string }>('SELECT current_user AS name')).rows[0]?.name;
  if (ownerName === role) return;
  await owner.query(`
    GRANT USAGE ON SCHEMA public TO ${app};
    REVOKE CREATE ON SCHEMA public FROM ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${app};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${guarded.appendOnly.map(quoted).join(', ')} FROM ${app};
    REVOKE DELETE, TRUNCATE ON ${guarded.neverDeleted.map(quoted).join(', ')} FROM ${app};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${guarded.readOnly.map(quoted).join(', ')} FROM ${app};
  `);
  const jobs = await owner.query("SELECT 1 FROM pg_namespace WHERE nspname = 'graphile_worker'");
  if (jobs.rowCount === 0) return;
  await owner.query(`
    GRANT USAGE ON SCHEMA graphile_worker TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${app};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${app};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${app};
  `);
  // The queue's tables have row level security without a policy, so that only their owner sees a row.
  const hidden = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'graphile_worker' AND rowsecurity",
  );
  for (const { name } of hidden.rows)
    await owner.query(`
      DROP POLICY IF EXISTS application ON graphile_worker.${quoted(name)};
      CREATE POLICY application ON graphile_worker.${quoted(name)} TO ${app} USING (true) WITH CHECK (true);
    `);
}
