import { randomBytes } from 'node:crypto';
import { Client, Pool, type QueryResultRow } from 'pg';
import { clusterAccess, TEMPLATE_DATABASE, urlFor } from './cluster-access';

/** A database of one test file: a copy of the migrated template. Statements of the test run as the owner. */
export class TestDatabase {
  private readonly owner: Pool;

  private constructor(readonly name: string) {
    this.owner = new Pool({ connectionString: this.ownerUrl, max: 4, idleTimeoutMillis: 0 });
    this.owner.on('error', () => undefined);
  }

  static async create(template = TEMPLATE_DATABASE): Promise<TestDatabase> {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await asSuperuser(async (client) => {
      // Copying waits for other copies of the same template; it never fails because of them.
      await client.query(`SELECT pg_advisory_lock(hashtext('copy a test database'))`);
      // File by file: written into the log page by page, as is usual, the same copy takes half as much processor again.
      await client.query(
        `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${clusterAccess().roles.owner} STRATEGY FILE_COPY`,
      );
    });
    return new TestDatabase(name);
  }

  get ownerUrl(): string {
    return urlFor(clusterAccess(), 'owner', this.name);
  }

  get appUrl(): string {
    return urlFor(clusterAccess(), 'app', this.name);
  }

  get superUrl(): string {
    return urlFor(clusterAccess(), 'super', this.name);
  }

  async query<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.owner.query<Row>(sql, values as unknown[])).rows;
  }

  /** The only row; a test that expects one is wrong with none or two. */
  async one<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row> {
    const rows = await this.query<Row>(sql, values);
    const [row] = rows;
    if (row === undefined || rows.length > 1) throw new Error(`${String(rows.length)} rows: ${sql}`);
    return row;
  }

  /** Several statements as one transaction: triggers that compare sums look at whole statements and journals. */
  async transaction<T>(work: (client: Pick<Client, 'query'>) => Promise<T>): Promise<T> {
    const client = await this.owner.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  async drop(): Promise<void> {
    await this.owner.end();
    await asSuperuser((client) => client.query(`DROP DATABASE ${this.name} WITH (FORCE)`));
  }
}

async function asSuperuser(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: urlFor(clusterAccess(), 'super', 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
