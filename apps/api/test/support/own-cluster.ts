import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { Cluster } from '../../../local/src/embedded-postgres';
import { provisionDatabase } from '../../../local/src/provision';
import { SCHEMA } from '../../src/house';
import { migrate } from '../../src/platform/database/migrate';
import { askedOnce } from './asked-once';
import {
  announceCluster,
  clusterAccess,
  TEMPLATE_DATABASE,
  urlFor,
  type ClusterAccess,
} from './cluster-access';
import { eventually } from './eventually';
import { addStaff } from './staff-accounts';

type Settings = Readonly<Record<string, string>>;

/** Of a test cluster: connections of several processes. Durability is PostgreSQL's default, as in production. */
const SETTINGS: Settings = { max_connections: '100', scram_iterations: '1', shared_buffers: '64MB' };

/**
 * A PostgreSQL that a test may kill, fill, copy and damage: the product's own server with its own durability, in a folder of
 * its own, with the migrated template. The cluster of the run stays whole for everybody else.
 */
export class OwnCluster {
  private server: Cluster;

  private constructor(
    readonly folder: string,
    private readonly settings: Settings,
    private readonly superPassword: string,
    private readonly roles: ClusterAccess['roles'],
    private port = 0,
  ) {
    this.server = this.next(settings);
  }

  /** A new one. `folder`: where it lives, when a test has a reason. */
  static async make(settings: Settings = {}, folder = OwnCluster.newFolder()): Promise<OwnCluster> {
    const run = clusterAccess();
    const cluster = new OwnCluster(folder, settings, run.superPassword, run.roles);
    const seed = join(run.folder, 'seed');
    // Made from nothing once a run; the others begin with its folder.
    if (existsSync(seed)) copyFolder(seed, join(folder, 'postgres'));
    else {
      await cluster.provision();
      const unfinished = mkdtempSync(join(run.folder, 'seed-'));
      rmSync(unfinished, { recursive: true });
      copyFolder(join(folder, 'postgres'), unfinished);
      // Two files may come to this at once: either is as good.
      if (!existsSync(seed)) renameSync(unfinished, seed);
    }
    await cluster.start();
    return cluster;
  }

  static newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'tirtapay-own-'));
    // As root the server runs as somebody else, who has to get there.
    chmodSync(folder, 0o755);
    return folder;
  }

  get data(): string {
    return join(this.folder, 'postgres', 'data');
  }

  get log(): string {
    const file = join(this.folder, 'postgres', 'postgres.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** False when it ended, by itself or killed. */
  get runs(): boolean {
    return this.server.pid !== undefined;
  }

  get access(): ClusterAccess {
    return { port: this.port, superPassword: this.superPassword, folder: this.folder, roles: this.roles };
  }

  /** What the test support of this file makes from now on (`TestApp`, `TestDatabase`) is here; the environment of a file ends with it. */
  announce(): void {
    announceCluster(this.access);
  }

  url(who: 'super' | 'owner' | 'app', database: string): string {
    return urlFor(this.access, who, database);
  }

  /** With these settings on top, on the port it had; a server that was killed leaves backends that first have to go. */
  async start(more: Settings = {}): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      this.server = this.next({ ...this.settings, ...more });
      try {
        await this.server.start();
        this.port = this.server.port;
        return;
      } catch (error) {
        if (attempt === 10) throw error;
        await new Promise((wait) => setTimeout(wait, attempt * 100));
      }
    }
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** The postmaster, with SIGKILL; its backends notice by themselves. */
  async kill(): Promise<void> {
    const { pid } = this.server;
    if (pid === undefined) throw new Error('the server does not run');
    process.kill(pid, 'SIGKILL');
    await eventually(
      () => this.server.pid,
      (left) => left === undefined,
    );
  }

  private async provision(): Promise<void> {
    await this.start();
    await provisionDatabase(this.url('super', 'postgres'), TEMPLATE_DATABASE, this.roles);
    const owner = this.url('owner', TEMPLATE_DATABASE);
    await migrate(owner, this.url('app', TEMPLATE_DATABASE), SCHEMA);
    await addStaff(owner);
    await this.stop();
  }

  /** One statement or several as the superuser. */
  run<Row extends QueryResultRow>(sql: string, database = 'postgres'): Promise<Row[]> {
    return askedOnce<Row>(this.url('super', database), sql);
  }

  /**
   * A base backup by PostgreSQL's low-level interface, as docs/operations.md tells it: the folder as it is, between
   * pg_backup_start and pg_backup_stop, without its log, and the label that the end of the backup hands out.
   */
  async baseBackup(into: string): Promise<void> {
    const client = new Client({ connectionString: this.url('super', 'postgres') });
    await client.connect();
    try {
      await client.query("SELECT pg_backup_start('drill', fast => true)");
      mkdirSync(join(into, 'postgres'), { recursive: true });
      chmodSync(join(into, 'postgres'), 0o755);
      copyFolder(this.data, join(into, 'postgres', 'data'));
      const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()');
      finishCopy(join(into, 'postgres', 'data'), rows[0]?.labelfile ?? '');
    } finally {
      await client.end();
    }
  }

  /** The server of a copied folder; not started. */
  copyIn(folder: string, settings: Settings): OwnCluster {
    return new OwnCluster(folder, { ...SETTINGS, ...settings }, this.superPassword, this.roles);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private next(settings: Settings): Cluster {
    return new Cluster({
      folder: join(this.folder, 'postgres'),
      password: this.superPassword,
      preferredPort: this.port,
      settings: { ...SETTINGS, ...settings },
    });
  }
}

/** With owners and modes: the server refuses a data directory that is not its own. */
export function copyFolder(from: string, to: string): void {
  try {
    execFileSync('cp', ['-a', from, to], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    // Files of tables that end meanwhile are gone before they are copied; the log of the backup knows of them.
    const said = String((error as { stderr?: Buffer }).stderr);
    if (said.split('\n').some((line) => line !== '' && !line.includes('No such file'))) throw error;
  }
}

function finishCopy(data: string, label: string): void {
  for (const file of ['postmaster.pid', 'postmaster.opts']) rmSync(join(data, file), { force: true });
  const wal = join(data, 'pg_wal');
  execFileSync('find', [wal, '-type', 'f', '-delete']);
  writeAsOwner(data, 'backup_label', label);
}

/** A file in a data directory, owned by whoever owns the directory. */
export function writeAsOwner(data: string, name: string, text: string): void {
  const file = join(data, name);
  writeFileSync(file, text, { mode: 0o600 });
  const { uid, gid } = statSync(data);
  chownSync(file, uid, gid);
}
