import { createServer } from 'node:http';
import { Client } from 'pg';
import { runCommand } from '../../api/src/process/run-command';
import { StartFailure } from '../../api/src/process/start-failure';
import { StopSignals } from '../../api/src/process/stop-signals';
import { withDatabase } from './open-database';
import { exposition } from './metrics/exposition';
import { FIGURES, readFigures, type Named, type Sample } from './metrics/figures';
import { requireFreePort } from './ports';

const UP: Named = { name: 'tirtapay_up', help: 'Whether the database answered' };
const READY: Named = { name: 'tirtapay_ready', help: 'Whether the API says that it serves' };
const ASKED_FOR = 2_000;
/** Longer than a statement may take: what does not answer then has gone. */
const ANSWERED_IN = 4_000;

const one = (value: number): Sample[] => [{ labels: {}, value }];

async function figuresOf(url: string): Promise<Map<Named, readonly Sample[]>> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: ASKED_FOR,
    query_timeout: ANSWERED_IN,
  });
  // A connection that breaks while it is idle must not end whoever watches it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return new Map<Named, readonly Sample[]>([[UP, one(1)], ...(await readFigures(client))]);
  } catch {
    return new Map([[UP, one(0)]]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function readyOf(address: string): Promise<number> {
  try {
    const { ok } = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(ASKED_FOR) });
    return Number(ok);
  } catch {
    return 0;
  }
}

async function tell(url: string, api: string | undefined): Promise<string> {
  const [found, ready] = await Promise.all([figuresOf(url), api ? readyOf(api) : null]);
  if (ready !== null) found.set(READY, one(ready));
  return exposition(found);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new StartFailure(`METRICS_PORT must be a whole number from 1 to 65535, not "${text}"`);
}

/**
 * `npm run metrics`: the figures of FIGURES at `/metrics`, read from the database when Prometheus asks. A process of its own,
 * so that watching takes nothing from what is watched; for the inner network alone.
 */
runCommand(async () => {
  const port = portOf(process.env.METRICS_PORT || '9464');
  const host = process.env.METRICS_HOST || '127.0.0.1';
  await requireFreePort('METRICS_PORT', port, host);
  return withDatabase(process.env, async ({ appUrl }) => {
    const stop = new StopSignals();
    // Whoever asks while it is being read gets the same answer: one connection, however many ask.
    let reading: Promise<string> | undefined;
    const told = () =>
      (reading ??= tell(appUrl, process.env.METRICS_API_URL).finally(() => {
        reading = undefined;
      }));
    const server = createServer((request, response) => {
      if (request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      void told().then((text) => {
        response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
        response.end(text);
      });
    });
    await new Promise<void>((listening, failed) => {
      server.once('error', failed).listen(port, host, listening);
    });
    process.stdout.write(`${String(FIGURES.length)} figures at http://${host}:${String(port)}/metrics\n`);
    await stop.wait();
    await new Promise((closed) => {
      server.close(closed);
    });
    return 0;
  });
});
