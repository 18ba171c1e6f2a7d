import { Agent, request } from 'node:http';

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

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Sends `count` calls over `connections` kept-alive connections, each waiting for its answer, and times the whole. */
export async function runLoad(
  port: number,
  connections: number,
  count: number,
  next: (index: number) => Call,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let taken = 0;
  let failures = 0;
  let firstFailure: string | null = null;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (taken < count) {
        const index = taken;
        taken += 1;
        const begun = performance.now();
        const { status, text } = await send(agent, port, next(index));
        latencies.push(performance.now() - begun);
        if (status !== 200) {
          failures += 1;
          firstFailure ??= `${String(status)} ${text.slice(0, 300)}`;
        }
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return {
    calls: count,
    seconds,
    failures,
    firstFailure,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}
