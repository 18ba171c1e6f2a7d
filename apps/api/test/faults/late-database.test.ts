import { randomBytes } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../../../local/src/embedded-postgres/free-port';
import { testApp } from '../support';
import { clusterAccess } from '../support/cluster-access';
import { ApiProcess } from './api-process';

const app = testApp({ jobs: false, start: new Date().toISOString() });
const started: ApiProcess[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((api) => api.end('SIGKILL')));
});

async function launch(databaseUrl: string, more: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
  const api = await ApiProcess.create({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
    DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
    ...more,
  });
  started.push(api);
  api.launch();
  return api;
}

/** PostgreSQL at a port of our own, which is there or not as the test says. */
class LateDatabase {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly port: number) {}

  static async nowhere(): Promise<LateDatabase> {
    return new LateDatabase(await freePort(0));
  }

  get url(): string {
    return app.database.appUrl.replace(`:${String(clusterAccess().port)}/`, `:${String(this.port)}/`);
  }

  async comes(): Promise<void> {
    const server = createServer((client) => {
      const database = connect(clusterAccess().port, '127.0.0.1');
      for (const socket of [client, database]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          client.destroy();
          database.destroy();
        });
      }
      client.pipe(database).pipe(client);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
  }

  async goes(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server?.close(closed));
  }
}

async function answering(api: ApiProcess): Promise<void> {
  while ((await fetch(`${api.url}/health/live`).catch(() => null))?.status !== 200)
    await new Promise((wait) => setTimeout(wait, 20));
}

describe('an API whose database is not there yet', () => {
  it('is alive, not ready, answers every route with 503, and serves when the database comes', async () => {
    const database = await LateDatabase.nowhere();
    const api = await launch(database.url);
    await answering(api);
    const ready = await fetch(`${api.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'unavailable', reason: 'database unreachable' },
    ]);
    for (const [method, path] of [
      ['GET', '/api/v1/public/info'],
      ['POST', '/api/v1/payment/process'],
      ['GET', '/api/docs'],
      ['DELETE', '/nothing?at=all'],
    ] as const) {
      const answer = await fetch(`${api.url}${path}`, { method, headers: { 'accept-language': 'en' } });
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await answer.json()).toEqual({
        type: '/docs/errors#service.unavailable',
        title: expect.any(String) as string,
        status: answer.status,
        code: 'service.unavailable',
        instance: path.split('?')[0],
        request_id: answer.headers.get('x-request-id'),
      });
      expect(answer.status).toBe(503);
    }
    await database.comes();
    await api.ready();
    expect((await fetch(`${api.url}/api/v1/nothing`)).status).toBe(404);
    expect(await api.end('SIGTERM')).toBe(0);
    await database.goes();
  });

  it('ends well when it is told to stop while it waits', async () => {
    const api = await launch((await LateDatabase.nowhere()).url);
    await answering(api);
    expect(await api.end('SIGTERM')).toBe(0);
    expect(api.complaints).toBe('');
  });
});

describe('what waiting cannot mend ends the start in one line', () => {
  async function refusal(databaseUrl: string): Promise<string> {
    const api = await launch(databaseUrl);
    expect(await api.exit()).toBe(1);
    return api.complaints.trim();
  }

  it('wrong credentials and a database that does not exist', async () => {
    const stranger = new URL(app.database.appUrl);
    stranger.password = 'wrong';
    expect(await refusal(stranger.href)).toMatch(
      /^tirtapay: DATABASE_URL: the database at .* refuses the user tirtapay_app$/,
    );
    const missing = new URL(app.database.appUrl);
    missing.pathname = '/no_such_database';
    expect(await refusal(missing.href)).toMatch(
      /^tirtapay: DATABASE_URL: the database no_such_database does/,
    );
  });

  it('a schema that nobody migrated, or not to the end', async () => {
    const said = 'tirtapay: schema: migrations pending, run "npm run migrate" as the owner';
    const empty = new URL(app.database.superUrl);
    empty.pathname = '/postgres';
    expect(await refusal(empty.href)).toBe(said);
    const taken = await app.database.one<{ id: number; timestamp: string; name: string }>(
      'DELETE FROM schema_migration WHERE id = (SELECT max(id) FROM schema_migration) RETURNING *',
    );
    expect(await refusal(app.database.appUrl)).toBe(said);
    await app.database.query('INSERT INTO schema_migration (id, timestamp, name) VALUES ($1, $2, $3)', [
      taken.id,
      taken.timestamp,
      taken.name,
    ]);
  });
});
