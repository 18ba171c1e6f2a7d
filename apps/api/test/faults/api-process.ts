import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../src/cli/embedded-postgres/free-port';

const MAIN = join(__dirname, '..', '..', '..', '..', 'dist', 'server', 'apps', 'api', 'src', 'main.js');

/** The compiled API as a process of its own, so that a test can really kill it. */
export class ApiProcess {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly environment: Readonly<Record<string, string>>,
    readonly port: number,
  ) {}

  static async create(environment: Readonly<Record<string, string>>): Promise<ApiProcess> {
    return new ApiProcess(environment, await freePort(0));
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    this.child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
      env: {
        PATH: process.env.PATH,
        LOG_LEVEL: 'error',
        ...this.environment,
        PORT: String(this.port),
        HOST: '127.0.0.1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if ((await fetch(`${this.url}/health/ready`).catch(() => null))?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the API did not become ready');
  }

  /** Resolves when the process is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (child === undefined) return null;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }
}
