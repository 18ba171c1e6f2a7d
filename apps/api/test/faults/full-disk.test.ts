import { eventually } from '../support';
import { OwnCluster } from '../support/own-cluster';
import { SmallDisk } from '../support/small-disk';
import { ApiProcess } from './api-process';
import { LONG } from '../support/long-run';
import { BankTraffic } from './bank-traffic';
import { realTime } from './real-time';

/*
 * F16: the disk of the database is full. A write is refused or unknown and never acknowledged without a commit; when there is
 * space again, everything goes on. On a disk of its own: only `npm run test:long`, and only where one can be mounted.
 */
const refusal = LONG ? SmallDisk.refusal() : 'npm run test:long';

const MEGABYTES = 700;
const PAYMENTS = 400;
const ENOUGH_REFUSED = 40;
const { app, serverOf } = realTime();
let disk: SmallDisk;
let cluster: OwnCluster;
let api: ApiProcess;
let traffic: BankTraffic;

const refusals = () => [...traffic.refused.values()].reduce((sum, times) => sum + times, 0);

(refusal === null ? describe : describe.skip)(`the disk is full (${refusal ?? 'a tmpfs'})`, () => {
  beforeAll(async () => {
    disk = SmallDisk.mount(MEGABYTES);
    cluster = await OwnCluster.make({ max_wal_size: '64MB', min_wal_size: '32MB' }, disk.folder);
    cluster.announce();
    await app.start();
    traffic = await BankTraffic.of(app, PAYMENTS, '');
    await app.close();
    api = await serverOf(app.database.appUrl);
    await api.start();
    traffic.goTo(api.url);
  });
  afterAll(async () => {
    await api.end('SIGKILL');
    await cluster.stop();
    disk.unmount();
  });

  it('refuses what it cannot write, reads, and goes on when there is space', async () => {
    const before = cluster.log.length;
    const { pid } = api;
    const running = traffic.run(6);
    await eventually(
      () => traffic.paid,
      (paid) => paid > 20,
    );
    disk.fill();
    await eventually(refusals, (count) => count >= ENOUGH_REFUSED);
    traffic.stop();
    await running;
    const full = cluster.log.slice(before);
    expect(full).toContain('No space left on device');
    expect(traffic.refusedOtherwise).toEqual([]);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
    const stands = full.includes('PANIC') ? 'the server ended itself' : 'the server stood';
    if (!full.includes('PANIC')) expect((await traffic.client().status('STEADY/0')).status).toBe(200);
    disk.clear();
    const begun = performance.now();
    if (!cluster.runs) await cluster.start();
    await api.ready();
    const ready = performance.now() - begun;
    await traffic.run(6);
    expect(traffic.left).toBe(0);
    expect(api.pid).toBe(pid);
    await traffic.expectOneTruth(app.database.superUrl);
    process.stdout.write(
      `F16: ${stands}; ${JSON.stringify(Object.fromEntries(traffic.refused))}; ready ${(ready / 1_000).toFixed(1)} s after there was space\n`,
    );
  });
});
