import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = join(__dirname, '..', '..', '..', '..');
/** What package.json hands to Node. */
export const NPM_START = ['--min-semi-space-size=16', '--max-semi-space-size=32'];
/** Beside the first tests, on a machine that may be slow. */
export const START_MILLISECONDS = 600_000;

/** Below those the system gives to connections, of which other tests open thousands before this one is listened on. */
const PORTS = { from: 20_000, many: 10_000 };

export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + randomInt(PORTS.many);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** Where the product under test is; handed to the test files through the environment. */
export interface ProductAccess {
  readonly url: string;
  readonly bankUrl: string;
  readonly home: string;
}

/** The product as a newcomer starts it: `npm start` in a home of its own, with its demo data and sandbox bank. */
export class Product {
  private constructor(
    private readonly child: ChildProcess,
    readonly access: ProductAccess,
  ) {}

  /** It takes its time to be ready; `productReady` waits for it. */
  static async launch(): Promise<Product> {
    const folder = mkdtempSync(join(tmpdir(), 'tirtapay e2e '));
    // PostgreSQL runs as an unprivileged account when the tests run as root; it must be able to walk in.
    chmodSync(folder, 0o755);
    const home = join(folder, 'home');
    const [port, bankPort] = [await freePort(), await freePort()];
    const child = spawn(process.execPath, [...NPM_START, join(ROOT, 'scripts', 'start.mjs')], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        NODE_OPTIONS: '',
        PORT: String(port),
        BANK_SIMULATOR_PORT: String(bankPort),
        TIRTAPAY_HOME: home,
        // Many files sign in as the same few people; the limit itself is tested where it lives (identity.test).
        SESSIONS_PER_PERSON: '1000',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output += text.toString()));
    const access = {
      url: `http://127.0.0.1:${String(port)}`,
      bankUrl: `http://127.0.0.1:${String(bankPort)}`,
      home,
    };
    // Those who wait are other processes: what it said at its end is left for them beside its home.
    child.once('exit', (code) => {
      if (existsSync(folder))
        writeFileSync(endOf(access), `npm start ended with ${String(code)}:\n${output}`);
    });
    return new Product(child, access);
  }

  /** Ends as Ctrl-C does. @returns the exit code, which must be 0 */
  async stop(): Promise<number | null> {
    let code = this.child.exitCode;
    if (code === null) {
      const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGTERM');
      code = await ended;
    }
    rmSync(join(this.access.home, '..'), { recursive: true, force: true });
    return code;
  }
}

const VARIABLE = 'TIRTAPAY_E2E_PRODUCT';

export function announceProduct(access: ProductAccess): void {
  process.env[VARIABLE] = JSON.stringify(access);
}

export function productAccess(): ProductAccess {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('no product: the jest project lacks the global set-up');
  return JSON.parse(text) as ProductAccess;
}

const endOf = ({ home }: ProductAccess): string => join(home, '..', 'ended');

/** @throws with all it said, when it ended instead */
export async function productReady(): Promise<void> {
  const access = productAccess();
  // A little before the limit of whoever waits, so that it is this that is told.
  const until = Date.now() + START_MILLISECONDS - 5_000;
  while ((await fetch(`${access.url}/health/ready`).catch(() => null))?.status !== 200) {
    if (existsSync(endOf(access))) throw new Error(readFileSync(endOf(access), 'utf8'));
    if (Date.now() > until) throw new Error('npm start was not ready in time');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Runs one of our commands (`bank`, `invariants`) against the product under test. */
export async function runCommand(
  name: string,
  parameters: readonly string[],
): Promise<{ code: number; output: string }> {
  const { home, url } = productAccess();
  const environment = { ...process.env, NODE_OPTIONS: '', TIRTAPAY_HOME: home, TIRTAPAY_URL: url };
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'scripts', 'run.mjs'), name, ...parameters],
      { cwd: ROOT, env: environment },
    );
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: number; stdout?: string; stderr?: string };
    return { code: code ?? 1, output: `${stdout ?? ''}${stderr ?? ''}` };
  }
}
