import { Client } from 'pg';

export interface DatabaseRoles {
  /** Owns the schema and migrates. */
  readonly owner: string;
  readonly ownerPassword: string;
  /** What the application connects as: no DDL, no change of ledgers. */
  readonly app: string;
  readonly appPassword: string;
}

/**
 * What one statement of the application may put on the disk to sort and join with. Only a superuser sets it, so it belongs to
 * the role: a list or a report that asks for more ends, and the disk the banks write to stays free.
 */
const TEMP_FILES = '2GB';

/** Makes the two roles and the database where they are missing. Run as a superuser of our own server. */
export async function provisionDatabase(
  superUrl: string,
  database: string,
  roles: DatabaseRoles,
): Promise<{ created: boolean }> {
  const client = new Client({ connectionString: superUrl });
  await client.connect();
  try {
    for (const [name, password] of [
      [roles.owner, roles.ownerPassword],
      [roles.app, roles.appPassword],
    ] as const) {
      const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
      const verb = known.rowCount === 0 ? 'CREATE' : 'ALTER';
      await client.query(
        `${verb} ROLE ${client.escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB PASSWORD ${client.escapeLiteral(password)}`,
      );
    }
    await client.query(
      `ALTER ROLE ${client.escapeIdentifier(roles.app)} SET temp_file_limit = ${client.escapeLiteral(TEMP_FILES)}`,
    );
    const exists = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (exists.rowCount !== 0) return { created: false };
    await client.query(
      `CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${client.escapeIdentifier(roles.owner)} TEMPLATE template0 ENCODING 'UTF8'`,
    );
    await client.query(`REVOKE CONNECT ON DATABASE ${client.escapeIdentifier(database)} FROM PUBLIC`);
    await client.query(
      `GRANT CONNECT ON DATABASE ${client.escapeIdentifier(database)} TO ${client.escapeIdentifier(roles.app)}`,
    );
    return { created: true };
  } finally {
    await client.end();
  }
}
