import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface LoadResult {
  readonly calls: number;
  readonly seconds: number;
  readonly failures: number;
  readonly firstFailure: string | null;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of every call, from the shortest on; milliseconds. */
  readonly latencies: readonly number[];
}

function send(agent: Agent, port: number, call: Call): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: call.method,
        path: call.path,
        headers: { ...call.headers, 'content-length': String(call.body.length) },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            text: response.statusCode === 200 ? '' : Buffer.concat(parts).toString(),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(call.body);
  });
}

/** Of times from the shortest on. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

class Gathering {
  private readonly latencies: number[] = [];
  private failures = 0;
  private firstFailure: string | null = null;
  private readonly started = performance.now();

  constructor(
    private readonly agent: Agent,
    private readonly port: number,
  ) {}

  async call(call: Call): Promise<void> {
    const begun = performance.now();
    const { status, text } = await send(this.agent, this.port, call);
    this.latencies.push(performance.now() - begun);
    if (status === 200) return;
    this.failures += 1;
    this.firstFailure ??= `${String(status)} ${text.slice(0, 300)}`;
  }

  result(): LoadResult {
    const seconds = (performance.now() - this.started) / 1000;
    this.agent.destroy();
    const sorted = [...this.latencies].sort((a, b) => a - b);
    const { failures, firstFailure } = this;
    return {
      calls: sorted.length,
      seconds,
      failures,
      firstFailure,
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      latencies: sorted,
    };
  }
}

/** Sends `count` calls over `connections` kept-alive connections, each waiting for its answer, and times the whole. */
export async function runLoad(
  port: number,
  connections: number,
  count: number,
  next: (index: number) => Call,
): Promise<LoadResult> {
  const gathering = new Gathering(new Agent({ keepAlive: true, maxSockets: connections }), port);
  let taken = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (taken < count) {
        const index = taken;
        taken += 1;
        await gathering.call(next(index));
      }
    }),
  );
  return gathering.result();
}

/** Sends so many calls a second whether those before are answered or not, as banks do. */
export async function runPaced(
  port: number,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  next: (index: number) => Call,
): Promise<LoadResult> {
  const gathering = new Gathering(new Agent({ keepAlive: true }), port);
  const started = performance.now();
  const calls: Promise<void>[] = [];
  while (calls.length < perSecond * seconds) {
    const due = Math.floor(((performance.now() - started) / 1_000) * perSecond);
    while (calls.length < Math.min(due, perSecond * seconds)) calls.push(gathering.call(next(calls.length)));
    await pause(2);
  }
  await Promise.all(calls);
  return gathering.result();
}
