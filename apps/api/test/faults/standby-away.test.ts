import { eventually, HttpCaller, STAFF_PASSWORD } from '../support';
import { ApiProcess } from './api-process';
import { LONG } from '../support/long-run';
import { BankTraffic } from './bank-traffic';
import { realTime } from './real-time';
import { ReplicatedPair } from './replicated-pair';

/*
 * F19: the standby that every commit waits for is away. Whoever committed is told that the outcome is unknown; nobody is told
 * that it failed, and nobody that it is paid, until the standby has it. Servers of its own: only `npm run test:long`.
 */

const PAYMENTS = 30;
const { app, serverOf } = realTime();
let pair: ReplicatedPair;
let traffic: BankTraffic;
/** Payments of one bank wait for each other's receipt number; those of another hang by themselves. */
let second: BankTraffic;
let api: ApiProcess;

const WAITING = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

async function waiting(): Promise<number> {
  return (await pair.primary.run(`SELECT pid ${WAITING}`)).length;
}

(LONG ? describe : describe.skip)('the standby that commits wait for is away (npm run test:long)', () => {
  beforeAll(async () => {
    pair = await ReplicatedPair.make();
    pair.primary.announce();
    await app.start();
    traffic = await BankTraffic.of(app, PAYMENTS, '');
    second = await BankTraffic.of(app, 3, '', 'SECOND');
    await app.close();
    await pair.waitForStandby();
    api = await serverOf(app.database.appUrl);
    await api.start();
    traffic.goTo(api.url);
    second.goTo(api.url);
  });
  afterAll(async () => {
    await api.end('SIGKILL');
    await app.database.drop();
    await pair.remove();
  });

  it('a payment is unknown, its reference in progress: neither failed nor paid nor not found', async () => {
    expect((await traffic.payFresh()).status).toBe(200);
    await pair.standby.stop();
    const { reference, status, code } = await traffic.payFresh();
    expect([status, code]).toEqual([503, 'payment.outcome_unknown']);
    const asked = await traffic.client().status(reference);
    expect([asked.status, asked.body]).toMatchObject([409, { code: 'payment.in_progress' }]);
    const again = await traffic.repeat(reference);
    expect([again.reference, again.code]).toEqual([
      reference,
      expect.stringMatching(/^payment\.(in_progress|outcome_unknown)$/),
    ]);
    expect(await waiting()).toBeGreaterThan(0);
  });

  it('whoever reads is served, the public page and the staff', async () => {
    const office = new HttpCaller(api.url);
    expect((await office.get('/public/info')).status).toBe(200);
    const rows = await pair.primary.run<{ number: string }>(
      'SELECT customer_number AS number FROM pelanggan ORDER BY id LIMIT 1',
      app.database.name,
    );
    const inquiry = await office.post('/public/inquiries', { customer_number: rows[0]?.number });
    expect(inquiry.status).toBe(200);
  });

  it('a change of the staff is unknown as well, and in time', async () => {
    const { status, body } = await new HttpCaller(api.url).post('/auth/login', {
      username: 'admin',
      password: STAFF_PASSWORD,
    });
    expect([status, body]).toMatchObject([503, { code: 'request.outcome_unknown' }]);
  });

  it('cancelling the wait turns no unknown payment into a paid one', async () => {
    const before = await waiting();
    const call = second.payFresh();
    await eventually(waiting, (count) => count > before);
    await pair.primary.run(`SELECT pg_cancel_backend(pid) ${WAITING}`);
    const { status, code } = await call;
    expect([status, code]).toEqual([503, 'payment.outcome_unknown']);
    expect(second.paid).toBe(0);
  });

  it('a process told to stop does not wait for it', async () => {
    expect((await second.payFresh()).status).toBe(503);
    expect(await api.end('SIGTERM')).toBe(0);
    await api.start();
  });

  it('when the standby is back, everything goes on by itself and nothing was doubled', async () => {
    const running = traffic.run(4);
    await eventually(waiting, (count) => count > 0);
    const before = traffic.paid;
    await pair.standby.start();
    const begun = performance.now();
    await eventually(
      () => traffic.paid,
      (paid) => paid > before,
    );
    process.stdout.write(
      `F19: first payment ${((performance.now() - begun) / 1_000).toFixed(1)} s after the standby is back\n`,
    );
    await running;
    await second.run(1);
    expect([traffic.left, second.left]).toEqual([0, 0]);
    expect(traffic.refusedOtherwise).toEqual([]);
    await traffic.expectOneTruth(app.database.superUrl);
    await second.expectOneTruth(app.database.superUrl);
  });
});
