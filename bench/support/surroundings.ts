import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Cluster } from '../../apps/local/src/embedded-postgres';

/** One PostgreSQL with its durability left on (fsync, synchronous commit), shared by all contestants. */
export class Surroundings {
  private constructor(
    private readonly folder: string,
    readonly cluster: Cluster,
    readonly superPassword: string,
  ) {}

  static async start(): Promise<Surroundings> {
    const folder = mkdtempSync(join(tmpdir(), 'tirtapay-bench-'));
    // PostgreSQL runs as an unprivileged account when we are root; it must be able to walk in.
    chmodSync(folder, 0o755);
    const superPassword = randomBytes(12).toString('hex');
    const cluster = new Cluster({
      folder: join(folder, 'postgres'),
      password: superPassword,
      settings: { max_connections: '200' },
    });
    await cluster.start();
    return new Surroundings(folder, cluster, superPassword);
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
    rmSync(this.folder, { recursive: true, force: true });
  }
}
