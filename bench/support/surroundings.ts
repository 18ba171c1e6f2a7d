import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Cluster } from '../../apps/local/src/embedded-postgres';

function passwordOf(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(12).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** One PostgreSQL with its durability left on (fsync, synchronous commit), shared by all contestants. */
export class Surroundings {
  private constructor(
    private readonly folder: string,
    readonly cluster: Cluster,
    readonly superPassword: string,
    /** What was planted stays for the next run. */
    readonly kept: boolean,
  ) {}

  /** @param keep a folder that stays, with the databases named `…planted…` in it; without one nothing is left behind */
  static async start(keep: string | null = null): Promise<Surroundings> {
    const folder = keep ?? mkdtempSync(join(tmpdir(), 'tirtapay-bench-'));
    mkdirSync(folder, { recursive: true });
    // PostgreSQL runs as an unprivileged account when we are root; it must be able to walk in.
    chmodSync(folder, 0o755);
    const superPassword = passwordOf(folder);
    const cluster = new Cluster({
      folder: join(folder, 'postgres'),
      password: superPassword,
      // What docs/operations.md gives a server of 4 GB: books of years are larger than that, those of a first day are not.
      settings: { max_connections: '200', shared_buffers: '1GB' },
    });
    await cluster.start();
    const surroundings = new Surroundings(folder, cluster, superPassword, keep !== null);
    await surroundings.dropLastRun();
    return surroundings;
  }

  private async dropLastRun(): Promise<void> {
    const client = new Client({ connectionString: this.cluster.superUrl() });
    await client.connect();
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE 'bench%' AND datname NOT LIKE '%planted%'",
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${client.escapeIdentifier(datname)}`);
    await client.end();
  }

  /** A fresh database owned by the superuser. @returns its URL */
  async database(name: string): Promise<string> {
    const client = new Client({ connectionString: this.cluster.superUrl() });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    await client.end();
    return this.cluster.url('postgres', this.superPassword, name);
  }

  /** What PostgreSQL has to say, for instance of statements that took long. */
  get log(): string {
    return join(this.folder, 'postgres', 'postgres.log');
  }

  async stop(): Promise<void> {
    await this.cluster.stop();
    if (!this.kept) rmSync(this.folder, { recursive: true, force: true });
  }
}
