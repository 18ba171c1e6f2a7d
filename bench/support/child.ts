import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** What the product is shipped with (docker/Dockerfile, `npm start`), for every contestant. */
const FLAGS = [
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
  '--disable-warning=ExperimentalWarning',
];

/** A contestant's server in a process of its own, so that it shares nothing with the load generator. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(
    script: string,
    port: number,
    environment: Readonly<Record<string, string>>,
  ): Promise<ServerProcess> {
    const child = spawn(process.execPath, [...FLAGS, join(__dirname, '..', '..', script)], {
      env: { ...process.env, ...environment, PORT: String(port) },
      // What it warns of belongs to whoever watches, not into the report.
      stdio: ['ignore', process.stderr.fd, 'inherit'],
    });
    const server = new ServerProcess(child, port);
    await server.ready();
    return server;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  private async ready(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (this.child.exitCode !== null) throw new Error('the server ended before it was ready');
      const answer = await fetch(`http://127.0.0.1:${String(this.port)}/health/live`).catch(() => null);
      if (answer?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the server did not become ready');
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}
