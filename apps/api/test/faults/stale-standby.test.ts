import { eventually } from '../support';
import { findViolations } from '../support/find-violations';
import { Address } from './address';
import { ApiProcess } from './api-process';
import { LONG } from '../support/long-run';
import { BankTraffic } from './bank-traffic';
import { realTime } from './real-time';
import { follower, inSync } from './replicated-pair';
import { OwnCluster } from '../support/own-cluster';

/*
 * F20: a standby that is behind. Nobody is answered from it: what was paid would be offered again. The laws may be asked of it.
 * Only `npm run test:long`.
 */

const { app, serverOf } = realTime();
let primary: OwnCluster;
let standby: OwnCluster;
let address: Address;
let api: ApiProcess;
let traffic: BankTraffic;

(LONG ? describe : describe.skip)('a standby that is behind (npm run test:long)', () => {
  beforeAll(async () => {
    primary = await OwnCluster.make({ wal_keep_size: '256MB' });
    primary.announce();
    await app.start();
    traffic = await BankTraffic.of(app, 5, '');
    standby = await follower(primary, { recovery_min_apply_delay: '1h' });
    await standby.start();
    await primary.run("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'");
    await primary.run('SELECT pg_reload_conf()');
    await inSync(primary);
    address = await Address.of(primary.access.port);
    api = await serverOf(address.through(app.database.appUrl));
    await api.start();
    traffic.goTo(api.url);
  });
  afterAll(async () => {
    await api.end('SIGKILL');
    await app.stop();
    await address.close();
    for (const cluster of [standby, primary]) {
      await cluster.stop();
      cluster.remove();
    }
  });

  it('is no database to whoever serves banks: 503, and never a bill that was paid', async () => {
    await traffic.run(1);
    expect(traffic.left).toBe(0);
    const { customer_number } = await app.database.one<{ customer_number: string }>(
      "SELECT customer_number FROM pelanggan c JOIN tagihan b ON b.customer_id = c.id WHERE b.state = 'PAID' ORDER BY b.id LIMIT 1",
    );
    const behind = await standby.run<{ state: string }>(
      `SELECT b.state FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id WHERE c.customer_number = '${customer_number}'`,
      app.database.name,
    );
    expect(behind).toEqual([{ state: 'ISSUED' }]);
    address.leadTo(standby.access.port);
    const bank = traffic.client();
    const asked = await bank.verify({ customer_number });
    expect([asked.status, asked.body]).toMatchObject([503, { code: 'service.unavailable' }]);
    expect((await bank.status('STEADY/0')).status).toBe(503);
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(503);
    address.leadTo(primary.access.port);
    await eventually(
      async () => (await fetch(`${api.url}/health/ready`)).status,
      (status) => status === 200,
    );
    expect((await bank.status('STEADY/0')).status).toBe(200);
    await traffic.expectOneTruth(app.database.superUrl);
  });

  it('answers for the laws', async () => {
    expect(await findViolations(standby.url('super', app.database.name))).toEqual([]);
  });
});
