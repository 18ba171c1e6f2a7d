import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../../local/src/embedded-postgres/free-port';
import { eventually } from '../support';

const MAIN = join(__dirname, '..', '..', '..', '..', 'dist', 'server', 'apps', 'api', 'src', 'main.js');

/** As the image starts it. */
const FLAGS = [
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
  '--disable-warning=ExperimentalWarning',
];
/** Two of them may start beside each other on a machine that is busy with other tests. */
const START_MILLISECONDS = 240_000;

export interface Program {
  /** Of Node, beside those of the image. */
  readonly flags?: readonly string[];
  /** Of another build. */
  readonly main?: string;
}

/** The compiled API as a process of its own, so that a test can really kill it. */
export class ApiProcess {
  private child: ChildProcess | undefined;
  private ended: Promise<number | null> | undefined;
  /** What it wrote for the operator since it was started. */
  complaints = '';
  /** Its log since it was started: only mistakes, unless `LOG_LEVEL` says otherwise. */
  log = '';

  private constructor(
    private readonly environment: Readonly<Record<string, string>>,
    readonly port: number,
    private readonly program: Program,
  ) {}

  static async create(
    environment: Readonly<Record<string, string>>,
    program: Program = {},
  ): Promise<ApiProcess> {
    return new ApiProcess(environment, await freePort(0), program);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Starts it without waiting for it to serve. */
  launch(): void {
    this.complaints = '';
    this.log = '';
    const { flags, main } = this.program;
    const child = spawn(process.execPath, [...FLAGS, ...(flags ?? []), main ?? MAIN], {
      env: {
        PATH: process.env.PATH,
        LOG_LEVEL: 'error',
        // Nobody balances between the processes of a test.
        SHUTDOWN_GRACE_MILLISECONDS: '0',
        ...this.environment,
        PORT: String(this.port),
        HOST: '127.0.0.1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => {
      this.log += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.complaints += chunk.toString();
    });
    this.child = child;
    this.ended = new Promise((resolve) => child.once('close', resolve));
  }

  async start(): Promise<void> {
    this.launch();
    await this.ready();
  }

  /** @throws with what it complained of, when it ended instead */
  async ready(): Promise<void> {
    await eventually(
      async () => {
        if (this.child?.exitCode != null)
          throw new Error(`the API ended before it was ready: ${this.complaints}`);
        const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
        return { status: answer?.status, complaints: this.complaints };
      },
      ({ status }) => status === 200,
      START_MILLISECONDS,
    );
  }

  /** Its exit code, when it is gone; null after a signal it did not handle. */
  async exit(): Promise<number | null> {
    return (await this.ended) ?? null;
  }

  signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(name);
  }

  /** Resolves when the process is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.signal(signal);
    return this.exit();
  }
}
