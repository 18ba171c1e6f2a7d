import { existsSync, readFileSync } from 'node:fs';
import { HttpCaller, STAFF_PASSWORD } from '../support';
import { LONG } from '../support/long-run';
import { BankTraffic } from './bank-traffic';
import { realTime } from './real-time';

/*
 * F25: a million rows leave a process that may hold 256 MB of objects, while banks pay. Only
 * `npm run test:long`.
 */

const ROWS = 1_000_000;
const PAYMENTS = 400;
/** Of objects, in megabytes; what the process holds beside them (code, buffers, threads) comes on top. */
const HEAP = 256;
const MOST_RESIDENT = 3 * HEAP;
const { app, serverOf } = realTime();

/** The most the process ever held, in megabytes; null where the system does not tell. */
function mostResident(pid: number): number | null {
  const file = `/proc/${String(pid)}/status`;
  if (!existsSync(file)) return null;
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1_024);
}

/** Read as it comes, and thrown away. */
async function linesOf(url: string, authorization: string): Promise<{ bytes: number; lines: number }> {
  const answer = await fetch(url, { headers: { authorization } });
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${await answer.text()}`);
  let [bytes, lines] = [0, 0];
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  return { bytes, lines };
}

(LONG ? describe : describe.skip)('a file of a million rows (npm run test:long)', () => {
  beforeAll(() => app.start());
  afterAll(() => app.stop());

  it('is written in bounded memory by the same process that answers banks', async () => {
    await app.database.query(
      `INSERT INTO log_aktivitas (actor_kind, action, entity_type, entity_id)
       SELECT 'SYSTEM', 'drill.row', 'drill', n FROM generate_series(1, $1::int) n`,
      [ROWS],
    );
    const traffic = await BankTraffic.of(app, PAYMENTS, '');
    const api = await serverOf(app.database.appUrl, {
      flags: [`--max-old-space-size=${String(HEAP)}`],
    });
    await api.start();
    const { pid = 0 } = api;
    try {
      traffic.goTo(api.url);
      const { body } = await new HttpCaller(api.url).post<{ access_token: string }>('/auth/login', {
        username: 'super',
        password: STAFF_PASSWORD,
      });
      const authorization = `Bearer ${body.access_token}`;
      const paying = traffic.run(2);
      const csv = await linesOf(`${api.url}/api/v1/activity-log/export`, authorization);
      await paying;
      // A sheet holds fewer, and says so.
      const sheet = await fetch(`${api.url}/api/v1/activity-log/export?format=xlsx`, {
        headers: { authorization },
      });
      expect([sheet.status, await sheet.json()]).toMatchObject([422, { code: 'export.too_large' }]);
      const resident = mostResident(pid);
      expect(csv.lines).toBeGreaterThan(ROWS);
      expect(traffic.left).toBe(0);
      expect([...traffic.refused.keys()]).toEqual([]);
      expect(api.pid).toBe(pid);
      await api.ready();
      if (resident !== null) expect(resident).toBeLessThan(MOST_RESIDENT);
      process.stdout.write(
        `F25: ${String(csv.lines)} lines, ${String(csv.bytes)} bytes of CSV; at most ${String(resident)} MB resident\n`,
      );
      await traffic.expectOneTruth(app.database.superUrl);
    } finally {
      await api.end('SIGKILL');
    }
  });
});
