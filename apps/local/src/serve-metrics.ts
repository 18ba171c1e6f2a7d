import { createServer } from 'node:http';
import { Client } from 'pg';
import { runCommand } from '../../api/src/process/run-command';
import { StopSignals } from '../../api/src/process/stop-signals';
import { withDatabase } from './open-database';
import { exposition } from './metrics/exposition';
import { FIGURES, readFigures, type Figure, type Sample } from './metrics/figures';

const UP: Pick<Figure, 'name' | 'help'> = { name: 'tirtapay_up', help: 'Whether the database answered' };
const READY: Pick<Figure, 'name' | 'help'> = {
  name: 'tirtapay_ready',
  help: 'Whether the API says that it serves',
};
const ASKED_FOR = 2_000;

type Found = Map<Pick<Figure, 'name' | 'help'>, readonly Sample[]>;
const one = (value: number): Sample[] => [{ labels: {}, value }];

async function figuresOf(url: string): Promise<Found> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: ASKED_FOR });
  // A connection that breaks while it is idle must not end whoever watches it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return new Map<Pick<Figure, 'name' | 'help'>, readonly Sample[]>([
      [UP, one(1)],
      ...(await readFigures(client)),
    ]);
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

/**
 * `npm run metrics`: the figures of FIGURES at `/metrics`, read from the database when Prometheus asks. A process of its own,
 * so that watching takes nothing from what is watched; for the inner network alone.
 */
runCommand(() =>
  withDatabase(process.env, async ({ appUrl }) => {
    const stop = new StopSignals();
    const port = Number(process.env.METRICS_PORT || '9464');
    const api = process.env.METRICS_API_URL;
    const server = createServer((request, response) => {
      if (request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      void (async () => {
        const found = await figuresOf(appUrl);
        if (api) found.set(READY, one(await readyOf(api)));
        response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
        response.end(exposition(found));
      })();
    });
    await new Promise<void>((listening) => {
      server.listen(port, process.env.HOST || '127.0.0.1', listening);
    });
    process.stdout.write(`${String(FIGURES.length)} figures at http://127.0.0.1:${String(port)}/metrics\n`);
    await stop.wait();
    await new Promise((closed) => {
      server.close(closed);
    });
    return 0;
  }),
);
