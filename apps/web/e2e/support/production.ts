import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster } from '../../../local/src/embedded-postgres';
import { provisionDatabase } from '../../../local/src/provision';
import { freePort, NPM_START, ROOT } from './product';

const START_MILLISECONDS = 400_000;
const random = (bytes: number): string => randomBytes(bytes).toString('base64');

/** The product as an operator installs it: NODE_ENV=production, an empty database with two roles, keys of its own. */
export class ProductionSite {
  output = '';

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly cluster: Cluster,
    private readonly folder: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
  }

  static async start(): Promise<ProductionSite> {
    const folder = mkdtempSync(join(tmpdir(), 'tirtapay production '));
    chmodSync(folder, 0o755);
    const cluster = new Cluster({
      folder: join(folder, 'postgres'),
      password: randomBytes(12).toString('hex'),
      settings: { fsync: 'off' },
    });
    await cluster.start();
    const roles = {
      owner: 'tirtapay_owner',
      ownerPassword: randomBytes(12).toString('hex'),
      app: 'tirtapay_app',
      appPassword: randomBytes(12).toString('hex'),
    };
    await provisionDatabase(cluster.superUrl(), 'tirtapay', roles);
    const database = (user: string, password: string) =>
      `postgresql://${user}:${password}@127.0.0.1:${String(cluster.port)}/tirtapay`;
    const port = await freePort();
    const child = spawn(process.execPath, [...NPM_START, join(ROOT, 'scripts', 'start.mjs')], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        BANK_SIMULATOR_PORT: 'off',
        TIRTAPAY_HOME: join(folder, 'home'),
        DATABASE_URL: database(roles.app, roles.appPassword),
        DATABASE_OWNER_URL: database(roles.owner, roles.ownerPassword),
        PUBLIC_URL: 'https://bayar.perumda.example.id',
        JWT_KEYS: `k1:${random(32)}`,
        DATA_KEYS: `1:${random(32)}`,
        INQUIRY_KEY: random(32),
        BLIND_INDEX_KEY: random(32),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const site = new ProductionSite(`http://127.0.0.1:${String(port)}`, child, cluster, folder);
    await site.ready().catch(async (error: unknown) => {
      await site.stop();
      throw error;
    });
    return site;
  }

  private async ready(): Promise<void> {
    const until = Date.now() + START_MILLISECONDS;
    while (Date.now() < until && this.child.exitCode === null) {
      if ((await fetch(`${this.url}/health/ready`).catch(() => null))?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the production start was not ready:\n${this.output}`);
  }

  /** The one-time codes the first start printed, by user name. */
  async firstCodes(): Promise<ReadonlyMap<string, string>> {
    for (;;) {
      const found = [...this.output.matchAll(/^ {2}(\S+) +([0-9A-Z]{5}(?:-[0-9A-Z]{5}){3})$/gm)];
      if (found.length === 2) return new Map(found.map(([, name = '', code = '']) => [name, code]));
      if (this.child.exitCode !== null) throw new Error(`ended before it said its codes:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGTERM');
      await ended;
    }
    await this.cluster.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
