import { eventually } from '../support';
import { OwnCluster } from '../support/own-cluster';
import { LONG } from '../support/long-run';
import { BankTraffic } from './bank-traffic';
import { realTime } from './real-time';

/* F02: the postmaster is killed while banks pay. A server of its own: only `npm run test:long`. */

const KILLS = 20;
const PER_ROUND = 30;
const { app, serverOf } = realTime();
let cluster: OwnCluster;

(LONG ? describe : describe.skip)('kill -9 of the database under load (npm run test:long)', () => {
  beforeAll(async () => {
    cluster = await OwnCluster.make();
    cluster.announce();
    await app.start();
  });
  afterAll(async () => {
    await app.stop();
    await cluster.stop();
    cluster.remove();
  });

  it(`${String(KILLS)} times: 503 meanwhile, the same process serves again, nothing is lost or doubled`, async () => {
    const traffic = await BankTraffic.of(app, KILLS * PER_ROUND, '');
    const api = await serverOf(app.database.appUrl);
    await api.start();
    const { pid } = api;
    traffic.goTo(api.url);
    const recovery: number[] = [];
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = traffic.paid;
        const running = traffic.run(8);
        const enough = 1 + Math.floor(Math.random() * 10);
        await eventually(
          () => traffic.paid,
          (paid) => paid >= before + enough,
        );
        await cluster.kill();
        const verified = await traffic.client().verify({ customer_number: '010101000001' });
        expect([verified.status, verified.body]).toMatchObject([503, { code: 'service.unavailable' }]);
        expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
        await cluster.start();
        const begun = performance.now();
        await api.ready();
        recovery.push(performance.now() - begun);
        traffic.stop();
        await running;
      }
      await traffic.run(8);
      expect(traffic.left).toBe(0);
      expect(api.pid).toBe(pid);
      expect(traffic.refusedOtherwise).toEqual([]);
      await traffic.expectOneTruth(app.database.superUrl);
      expect(await api.end('SIGTERM')).toBe(0);
    } finally {
      await api.end('SIGKILL');
    }
    const worst = Math.max(...recovery) / 1_000;
    process.stdout.write(
      `F02: ${String(KILLS)} kills, ready at most ${worst.toFixed(1)} s after the database accepts (bar: 10 s)\n`,
    );
  });
});
