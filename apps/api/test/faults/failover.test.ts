import { eventually } from '../support';
import { Address } from './address';
import { ApiProcess } from './api-process';
import { LONG } from '../support/long-run';
import { BankTraffic } from './bank-traffic';
import { realTime } from './real-time';
import { ReplicatedPair } from './replicated-pair';

/* F18: the primary dies and the standby takes over, as docs/operations.md tells it. Only `npm run test:long`. */

const FAILOVERS = 10;
const PER_ROUND = 40;
const { app, serverOf } = realTime();
let pair: ReplicatedPair;
let address: Address;
let traffic: BankTraffic;
/** Of another bank, whose bills are paid at the wrong server. */
let astray: BankTraffic;
let api: ApiProcess;

(LONG ? describe : describe.skip)('the primary dies, the standby takes over (npm run test:long)', () => {
  beforeAll(async () => {
    pair = await ReplicatedPair.make();
    pair.primary.announce();
    await app.start();
    traffic = await BankTraffic.of(app, FAILOVERS * PER_ROUND, '');
    astray = await BankTraffic.of(app, 5, '', 'ASTRAY');
    await app.close();
    await pair.waitForStandby();
    address = await Address.of(pair.primary.access.port);
    api = await serverOf(address.through(app.database.appUrl));
    await api.start();
    traffic.goTo(api.url);
  });
  afterAll(async () => {
    await api.end('SIGKILL');
    await address.close();
    await pair.remove();
  });

  it(`${String(FAILOVERS)} times: what was acknowledged is there, and the old one acknowledges nothing more`, async () => {
    const took: number[] = [];
    for (let round = 0; round < FAILOVERS; round += 1) {
      const before = traffic.paid;
      const running = traffic.run(6);
      await eventually(
        () => traffic.paid,
        (paid) => paid >= before + 5 + Math.floor(Math.random() * 15),
      );
      const { primary: old, standby } = pair;
      await old.kill();
      const died = performance.now();
      const acknowledged = traffic.paid;
      await standby.run('ALTER SYSTEM RESET synchronous_standby_names');
      await standby.run('SELECT pg_reload_conf()');
      await standby.run('SELECT pg_promote()');
      address.leadTo(standby.access.port);
      await eventually(
        () => traffic.paid,
        (paid) => paid > acknowledged,
      );
      took.push(performance.now() - died);
      traffic.stop();
      await running;
      await traffic.expectOneTruth(standby.url('super', app.database.name));
      // Somebody starts the old one, and an application that still knows it as its database.
      if (round === 0) {
        await old.start();
        const stray = await serverOf(old.url('app', app.database.name));
        await stray.start();
        astray.goTo(stray.url);
        const { status } = await astray.payFresh();
        expect(status).toBe(503);
        expect(astray.paid).toBe(0);
        await stray.end('SIGKILL');
        await old.stop();
      }
      pair = await pair.turnedRound();
      await pair.waitForStandby();
    }
    await traffic.run(6);
    expect(traffic.left).toBe(0);
    expect(traffic.refusedOtherwise).toEqual([]);
    await traffic.expectOneTruth(pair.primary.url('super', app.database.name));
    process.stdout.write(
      `F18: ${String(FAILOVERS)} failovers, 0 acknowledged payments lost; paid again at most ${(Math.max(...took) / 1_000).toFixed(1)} s after the primary died\n`,
    );
  });
});
