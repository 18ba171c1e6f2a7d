import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFailure } from '../../../api/src/process/start-failure';
import { freePort } from './free-port';
import { isAlive, servesDataDirectory } from './process-identity';
import { prepareRuntime } from './runtime';
import { serverAccount, type ServerAccount } from './server-account';

interface ClusterOptions {
  /** A folder of our own that the server's account can reach; data, programs and log live in it. */
  readonly folder: string;
  /** Of the superuser `postgres`; set when the cluster is created. */
  readonly password: string;
  readonly preferredPort?: number;
  /** Settings on top of PostgreSQL's defaults, whose durability stays as it is unless a test says otherwise. */
  readonly settings?: Readonly<Record<string, string>>;
}

const START_SECONDS = 60;
const STOP_SECONDS = 20;
/** How the server says in its file that it takes connections; a standby only those that read. */
const SERVES: ReadonlySet<string> = new Set(['ready', 'standby']);
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // Paths of sockets are limited to about 100 bytes and a home may be longer; the loopback address is enough.
  unix_socket_directories: '',
  timezone: 'UTC',
  shared_buffers: '256MB',
  jit: 'off',
};

/** A PostgreSQL server of our own, on the loopback address. */
export class Cluster {
  private child: ChildProcess | undefined;
  private readonly account: ServerAccount | null = serverAccount();
  private readonly data: string;
  private readonly logFile: string;
  private currentPort = 0;

  constructor(private readonly options: ClusterOptions) {
    this.data = join(options.folder, 'data');
    this.logFile = join(options.folder, 'postgres.log');
  }

  get port(): number {
    return this.currentPort;
  }

  /** The process that must be gone when everything has stopped. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** `onExit` hears of a server that ended without being told to. */
  async start(onExit: () => void = () => undefined): Promise<void> {
    mkdirSync(this.options.folder, { recursive: true });
    if (this.account !== null) chownSync(this.options.folder, this.account.uid, this.account.gid);
    chmodSync(this.options.folder, 0o700);
    const runtime = prepareRuntime(this.options.folder, this.account);
    if (!existsSync(join(this.data, 'PG_VERSION'))) this.create(runtime);
    await this.stopOrphan();
    for (let attempt = 1; ; attempt += 1) {
      this.currentPort = await freePort(attempt === 1 ? this.options.preferredPort : 0);
      if (await this.launch(runtime, onExit)) return;
      // Between finding a free port and the server taking it, somebody else may have.
      if (attempt === 3 || !/could not bind|Address already in use/.test(this.lastLog()))
        throw new StartFailure(`PostgreSQL does not start: ${this.reason()} (log: ${this.logFile})`);
    }
  }

  url(user: string, password: string, database: string): string {
    return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${String(this.currentPort)}/${database}`;
  }

  superUrl(database = 'postgres'): string {
    return this.url('postgres', this.options.password, database);
  }

  /** Ends all connections, writes a checkpoint and waits for the server to be gone. */
  async stop(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child?.pid === undefined) return;
    await endServer(child.pid);
  }

  private create(runtime: string): void {
    // Made aside and renamed: what an interrupted first start leaves behind must never pass for a cluster.
    const unfinished = `${this.data}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    const passwordFile = join(this.options.folder, '.password');
    writeFileSync(passwordFile, `${this.options.password}\n`, { mode: 0o600 });
    if (this.account !== null) chownSync(passwordFile, this.account.uid, this.account.gid);
    try {
      const made = spawnSync(
        join(runtime, 'bin', 'initdb'),
        [
          `--pgdata=${unfinished}`,
          '--username=postgres',
          '--auth=scram-sha-256',
          `--pwfile=${passwordFile}`,
          '--encoding=UTF8',
          '--locale=C',
          '--data-checksums',
        ],
        { ...this.identity(), cwd: this.options.folder, encoding: 'utf8', env: this.environment() },
      );
      if (made.status !== 0) {
        rmSync(unfinished, { recursive: true, force: true });
        const detail =
          made.error?.message ?? (made.stderr.trim().split('\n').at(-1) || `exit ${String(made.status)}`);
        throw new StartFailure(`PostgreSQL cannot be set up in ${this.options.folder}: ${detail}`);
      }
      renameSync(unfinished, this.data);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  /** After a kill -9 of the launcher its server lives on; two servers on one data directory must never be. */
  private async stopOrphan(): Promise<void> {
    const pidFile = join(this.data, 'postmaster.pid');
    if (!existsSync(pidFile)) return;
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    if (Number.isInteger(pid) && pid > 0 && servesDataDirectory(pid, realpathSync(this.data)))
      await endServer(pid);
    // Whoever has that number now is no server of ours, yet PostgreSQL would take it for one.
    rmSync(pidFile, { force: true });
  }

  private async launch(runtime: string, onExit: () => void): Promise<boolean> {
    const log = openSync(this.logFile, 'w', 0o600);
    const settings = { ...SETTINGS, port: String(this.currentPort), ...this.options.settings };
    const child = spawn(
      join(runtime, 'bin', 'postgres'),
      ['-D', this.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...this.identity(),
        cwd: this.options.folder,
        env: this.environment(),
        // A session of its own: Ctrl-C in the terminal must reach the launcher, which drains before it stops this.
        detached: true,
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    const life = { ended: false };
    const end = () => {
      life.ended = true;
      if (this.child === child) {
        this.child = undefined;
        onExit();
      }
    };
    child.once('error', end).once('exit', end);
    const status = join(this.data, 'postmaster.pid');
    for (let waited = 0; waited < START_SECONDS * 1_000 && !life.ended; waited += 20) {
      if (existsSync(status) && SERVES.has(readFileSync(status, 'utf8').split('\n')[7]?.trim() ?? '')) {
        this.child = child;
        child.unref();
        return true;
      }
      await pause(20);
    }
    if (child.pid !== undefined && !life.ended) await endServer(child.pid);
    return false;
  }

  private identity(): { uid?: number; gid?: number } {
    return this.account ?? {};
  }

  /** Nothing of ours reaches the server: no PG* variable that would bend it, no secret. */
  private environment(): NodeJS.ProcessEnv {
    return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  }

  private lastLog(): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8').slice(-4_000) : '';
  }

  private reason(): string {
    const lines = this.lastLog().trim().split('\n');
    const line = lines.findLast((text) => /FATAL|PANIC|ERROR/.test(text)) ?? lines.at(-1) ?? '';
    return line.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') || 'no reason given';
  }
}

/** Fast shutdown; a server that hangs is told to abort, which it survives by recovery at the next start. */
async function endServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < STOP_SECONDS * 1_000; waited += 20) {
      if (!isAlive(pid)) return;
      await pause(20);
    }
  }
}
