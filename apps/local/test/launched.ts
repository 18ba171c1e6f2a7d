import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
/** What package.json hands to Node. */
const NPM_START = ['--min-semi-space-size=16', '--max-semi-space-size=32'];

/** `npm start` as a person would run it, with everything it says. */
export class Launched {
  output = '';
  readonly exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  private readonly child: ChildProcess;

  constructor(environment: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [...NPM_START, 'scripts/start.mjs'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    this.exit = new Promise((ended) => {
      this.child.once('exit', (code, signal) => {
        ended({ code, signal });
      });
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves when it says it is ready; an end before that is an error with all it said. */
  async ready(): Promise<this> {
    for (;;) {
      if (this.output.includes('TirtaPay ready in')) return this;
      const ended = await Promise.race([this.exit, new Promise((wait) => setTimeout(wait, 50, null))]);
      if (ended !== null) throw new Error(`ended before it was ready: ${this.output}`);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        found(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

export interface Place {
  readonly environment: Readonly<Record<string, string>>;
  readonly url: string;
  readonly home: string;
}

/** Ports and a home of its own, in a folder whose name has spaces; without demo data unless asked for. */
export async function place(more: Readonly<Record<string, string>> = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'tirtapay start '));
  // As root the database server runs as somebody else, who has to get there.
  chmodSync(folder, 0o755);
  const home = join(folder, 'my home');
  const [port, bank] = [await freePort(), await freePort()];
  return {
    home,
    url: `http://127.0.0.1:${String(port)}`,
    environment: {
      PORT: String(port),
      BANK_SIMULATOR_PORT: String(bank),
      TIRTAPAY_HOME: home,
      TIRTAPAY_DEMO: '0',
      ...more,
    },
  };
}
