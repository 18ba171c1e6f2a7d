import type { NativeAnswer, NativeBankClient } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ReversePayment } from '../../src/modules/money/payment';
import { Penalties } from '../../src/modules/money/payment/posting/penalties';
import { PolicyBook } from '../../src/modules/water/penalty';
import { PostTogether } from '../../src/modules/money/payment/posting/post-together.service';
import { testApp, type TestBank } from '../support';
import { LONG } from '../support/long-run';
import { clusterAccess } from '../support/cluster-access';
import { ApiProcess } from './api-process';
import { CuttingProxy, type Cut } from './cutting-proxy';
import { Holder, numbered, PaymentsInFlight, until, type Debt } from './payments-in-flight';

/** Enough for `npm test`; the long run counts to twenty. */
const ROUNDS = LONG ? 20 : 1;
/** The processes started here live in real time; these bills are never late. */
const NEVER_LATE = '2099-01-20';
const RECEIPT = /^BATCH[A-Z]-[A-Z]+-\d{8}-\d{6}$/;

const keys = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
};
const app = testApp({ jobs: false, start: new Date().toISOString(), environment: keys });
const flight = new PaymentsInFlight(app);
let bank: TestBank;
let other: TestBank;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'BATCHA' });
  other = await app.make.bank({ code: 'BATCHB' });
});

afterEach(() => {
  app.clock.run();
  app.clock.set(new Date().toISOString());
});

const outcomes = (flown: readonly { outcome: string }[]) => flown.map(({ outcome }) => outcome);
const sizes = (spy: jest.SpyInstance) =>
  (spy.mock.calls as unknown[][]).map((of) => of.find((argument) => Array.isArray(argument))?.length ?? 0);

/** Every posting leaves its row wherever it was written, in the name of its own call. */
async function expectOwnTrail(flown: readonly { reference: string; requestId: string }[]): Promise<void> {
  const rows = await app.database.query<{ bank_reference: string; request_id: string; audited: string }>(
    `SELECT p.bank_reference, p.request_id, l.request_id AS audited FROM pembayaran p
     JOIN log_aktivitas l ON l.entity_type = 'pembayaran' AND l.entity_id = p.id WHERE p.bank_reference = ANY ($1)`,
    [flown.map(({ reference }) => reference)],
  );
  const calls = new Map(flown.map((one) => [one.reference, one.requestId]));
  expect(rows).toHaveLength(flown.length);
  for (const row of rows)
    expect([row.request_id, row.audited]).toEqual(Array(2).fill(calls.get(row.bank_reference)));
}

describe('64 payments in flight', () => {
  it('are one batch after the first, each with its own receipt and in the name of its own call', async () => {
    const debts = await flight.debts(65, NEVER_LATE);
    const batches = jest.spyOn(app.get(PostTogether), 'post');
    const flown = await flight.all(
      debts.map((debt, index) => flight.command(bank, `ALL/${String(index)}`, debt)),
    );
    expect(sizes(batches)).toEqual([64]);
    batches.mockRestore();
    for (const { outcome } of flown) expect(outcome).toMatch(RECEIPT);
    expect(new Set(outcomes(flown)).size).toBe(65);
    expect((await flight.series(bank)).numbers).toEqual(numbered(65));
    await expectOwnTrail(flown);
  });

  it('(a) answer one refused, one the database refuses, two repetitions, one tombstoned and one held elsewhere as alone', async () => {
    const [before, refused, injected, tombstoned, held, ...good] = (await flight.debts(64, NEVER_LATE)) as [
      Debt,
      Debt,
      Debt,
      Debt,
      Debt,
      ...Debt[],
    ];
    const posted = await flight.post(flight.command(bank, 'A/BEFORE', before));
    await app.get(ReversePayment).byBank({
      bank,
      bankReference: 'A/TOMB',
      reversalReference: 'A/TOMB/R',
      reason: 'timeout',
    });
    await app.database.query(`
      CREATE FUNCTION refuse_injected() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = '23514'; END $$;
      CREATE TRIGGER injected BEFORE INSERT ON pembayaran FOR EACH ROW WHEN (NEW.bank_reference = 'A/INJECTED')
        EXECUTE FUNCTION refuse_injected()`);
    const special = [
      flight.command(bank, 'A/REFUSED', refused, { amount: refused.amount - 1 }),
      flight.command(bank, 'A/INJECTED', injected),
      flight.command(bank, 'A/BEFORE', before),
      flight.command(bank, 'A/BEFORE', before, { amount: before.amount + 1 }),
      flight.command(bank, 'A/TOMB', tombstoned),
    ];
    const holder = await Holder.of(
      app.database.ownerUrl,
      'SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE',
      [held.customer.id],
    );
    const [plug, ...rest] = good.map((debt, index) => flight.command(bank, `A/GOOD/${String(index)}`, debt));
    const calls = [...(plug === undefined ? [] : [plug]), ...special, ...rest].map((command) =>
      flight.post(command),
    );
    const waiting = flight.post(flight.command(bank, 'A/HELD', held));
    // Everybody else is answered while the customer is still held.
    const flown = await Promise.all(calls);
    const ofReference = (reference: string) =>
      outcomes(flown.filter((one) => one.reference === reference)).sort();
    expect(ofReference('A/REFUSED')).toEqual(['payment.amount_mismatch']);
    expect(ofReference('A/INJECTED')).toEqual(['error injected']);
    expect(ofReference('A/BEFORE')).toEqual([`again ${posted.outcome}`, 'payment.reference_reused'].sort());
    expect(ofReference('A/TOMB')).toEqual(['payment.reversed']);
    const well = flown.filter((one) => one.reference.startsWith('A/GOOD/'));
    expect(well).toHaveLength(59);
    for (const { outcome } of well) expect(outcome).toMatch(RECEIPT);
    expect((await waiting).outcome).toBe('payment.in_progress');
    await holder.letGo();
    await app.database.query('DROP TRIGGER injected ON pembayaran');
    // Refusals bind nothing: what was refused for a passing reason is paid when it is asked again.
    expect((await flight.post(flight.command(bank, 'A/HELD', held))).outcome).toMatch(RECEIPT);
    expect((await flight.post(flight.command(bank, 'A/INJECTED', injected))).outcome).toMatch(RECEIPT);
    expect((await flight.series(bank)).numbers).toEqual(numbered(65 + 62));
    await expectOwnTrail(well);
  });

  it('a bill held elsewhere keeps its customer out: oldest first is never decided on a part', async () => {
    const [plug, debt, ...rest] = (await flight.debts(10, NEVER_LATE)) as [Debt, Debt, ...Debt[]];
    const holder = await Holder.of(
      app.database.ownerUrl,
      'SELECT FROM tagihan WHERE customer_id = $1 FOR NO KEY UPDATE',
      [debt.customer.id],
    );
    const waiting = flight.all([
      flight.command(bank, 'PART/PLUG', plug),
      ...rest.map((one, index) => flight.command(bank, `PART/${String(index)}`, one)),
    ]);
    const held = flight.post(flight.command(bank, 'PART/HELD', debt));
    for (const { outcome } of await waiting) expect(outcome).toMatch(RECEIPT);
    await holder.letGo();
    expect((await held).outcome).toMatch(RECEIPT);
  });

  it('(b) one customer by two banks and one reference × 50: one effect each, also across two processes', async () => {
    const second = await ApiProcess.create({
      NODE_ENV: 'test',
      DATABASE_URL: app.database.appUrl,
      TIRTAPAY_JOBS: '0',
      ...keys,
    });
    await second.start();
    try {
      const [shared, same] = (await flight.debts(2, NEVER_LATE)) as [Debt, Debt];
      const body = (reference: string, debt: Debt) => ({
        bank_reference: reference,
        customer_number: debt.customer.customer_number,
        bill_numbers: [debt.billNumber],
        amount: debt.amount,
        paid_at: app.clock.text(app.clock.now()),
        channel: 'TELLER' as const,
      });
      const at = (from: TestBank, index: number): NativeBankClient =>
        from.client({ baseUrl: index % 2 === 0 ? app.url : second.url });
      const one = body('B/SAME', same);
      const [repeated, contested] = await Promise.all([
        Promise.all(numbered(50).map((index) => insisting(() => at(bank, index).process(one)))),
        Promise.all(
          numbered(50).map((index) => {
            const payer = index % 4 < 2 ? bank : other;
            const own = body(`B/${payer.code}/${String(index)}`, shared);
            return insisting(() => at(payer, index).process(own));
          }),
        ),
      ]);
      expect(new Set(repeated.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(repeated.map(({ rawBody }) => rawBody.toString())).size).toBe(1);
      // None, when the one who wrote it was told to come back.
      const first = repeated.filter(({ headers }) => headers.get('idempotent-replayed') === null);
      expect(first.length).toBeLessThanOrEqual(1);
      expect(
        await app.database.query('SELECT FROM pembayaran WHERE bank_reference = $1', [one.bank_reference]),
      ).toHaveLength(1);
      expect(contested.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(contested.filter(({ body: refused }) => code(refused) === 'bill.already_paid')).toHaveLength(49);
    } finally {
      await second.end('SIGTERM');
    }
  });
});

/** As a bank: who is told to come back because others are before it, or because its own reference is being written, does. */
async function insisting(call: () => Promise<NativeAnswer>): Promise<NativeAnswer> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = await call();
    if (answer.headers.get('retry-after') === null) return answer;
    expect(COME_BACK).toContain(code(answer.body));
    await pause(100);
  }
  throw new Error('told to come back again and again');
}

const MOST_TRIES = 100;
const COME_BACK = ['service.unavailable', 'payment.in_progress'];

const code = (body: unknown) => (body as { code?: string }).code;

/** Blocks the writing of a bank's payments by its counter, so that what is asked for meanwhile stays in the queue. */
function holdCounter(of: TestBank, channel: string): Promise<Holder> {
  return Holder.of(
    app.database.ownerUrl,
    'SELECT FROM kwitansi_seri WHERE collector_id = $1 AND channel = $2 AND business_date = $3 FOR UPDATE',
    [of.id, channel, app.clock.businessDate()],
  );
}

async function somebodyWaits(locktype: string): Promise<void> {
  await until(
    async () =>
      (
        await app.database.one<{ waits: boolean }>(
          'SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = $1) AS waits',
          [locktype],
        )
      ).waits,
  );
}

describe('(c) a reversal', () => {
  const reverse = (reference: string) =>
    app.get(ReversePayment).byBank({
      bank,
      bankReference: reference,
      reversalReference: `${reference}/R`,
      reason: 'timeout',
    });

  it('of a reference that is queued and not yet written leaves a tombstone, and the payment is refused', async () => {
    const [plug, debt] = (await flight.debts(2, NEVER_LATE)) as [Debt, Debt];
    const holder = await holdCounter(bank, 'TELLER');
    const first = flight.post(flight.command(bank, 'C/PLUG', plug));
    const queued = flight.post(flight.command(bank, 'C/QUEUED', debt));
    await somebodyWaits('transactionid');
    const reversal = await reverse('C/QUEUED');
    await holder.letGo();
    expect(JSON.parse(reversal.answer)).toMatchObject({ status: 'REVERSED', was_posted: false });
    expect((await first).outcome).toMatch(RECEIPT);
    expect((await queued).outcome).toBe('payment.reversed');
  });

  it('during the COMMIT of its batch waits, and takes back what was posted', async () => {
    const debts = await flight.debts(9, NEVER_LATE);
    // A deferred trigger makes COMMIT itself wait for the test.
    await app.database.query(`
      CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON pembayaran DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.bank_reference = 'C/5') EXECUTE FUNCTION wait_at_commit()`);
    const holder = await Holder.of(app.database.ownerUrl, 'SELECT pg_advisory_xact_lock(4711)');
    const flying = flight.all(debts.map((debt, index) => flight.command(bank, `C/${String(index)}`, debt)));
    await somebodyWaits('advisory');
    const reversal = reverse('C/7');
    await holder.letGo();
    for (const { outcome } of await flying) expect(outcome).toMatch(RECEIPT);
    expect(JSON.parse((await reversal).answer)).toMatchObject({ status: 'REVERSED', was_posted: true });
    await app.database.query('DROP TRIGGER waits ON pembayaran');
  });
});

it('(e) a batch across midnight numbers four series of the new day, each from one', async () => {
  const channels = ['ATM', 'MOBILE'] as const;
  const midnight = Math.floor((app.clock.now() + 86_400_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000;
  app.clock.stop();
  app.clock.set(app.clock.text(midnight - 1_000));
  const [first, plug, ...rest] = (await flight.debts(42, NEVER_LATE)) as [Debt, Debt, ...Debt[]];
  await flight.post(flight.command(bank, 'E/FIRST', first, { channel: 'EDC' }));
  const holder = await holdCounter(bank, 'EDC');
  const before = flight.post(flight.command(bank, 'E/PLUG', plug, { channel: 'EDC' }));
  await somebodyWaits('transactionid');
  const after = flight.all(
    rest.map((debt, index) =>
      flight.command(index % 2 === 0 ? bank : other, `E/${String(index)}`, debt, {
        channel: channels[index % 4 < 2 ? 0 : 1],
      }),
    ),
  );
  app.clock.advance(2_000);
  await holder.letGo();
  const oldDay = app.clock.dayOf(midnight - 1_000).replaceAll('-', '');
  const newDay = app.clock.dayOf(midnight + 1_000).replaceAll('-', '');
  expect((await before).outcome).toBe(`BATCHA-EDC-${oldDay}-000002`);
  expect(outcomes(await after).sort()).toEqual(
    ['BATCHA', 'BATCHB']
      .flatMap((series) => channels.map((channel) => `${series}-${channel}-${newDay}`))
      .flatMap((series) => numbered(10).map((number) => `${series}-${String(number).padStart(6, '0')}`))
      .sort(),
  );
});

it('(f) late payers whose penalty is not booked yet get it by one booking, in the name of their own call', async () => {
  await app.database.query(
    "INSERT INTO kebijakan_denda (name, valid_from, mode, amount) VALUES ('Denda', '2020-01', 'FLAT_PER_BILL', 10000)",
  );
  app.get(PolicyBook).forget();
  const late = await flight.debts(33, '2026-01-20');
  app.clock.set(`${String(new Date().getFullYear() + 1)}-03-02T10:00:00+08:00`);
  const bookings = jest.spyOn(app.get(Penalties), 'accrue');
  const flown = await flight.all(
    late.map((debt, index) =>
      flight.command(bank, `F/${String(index)}`, { ...debt, amount: debt.amount + 10_000 }),
    ),
  );
  // Asked for in the same turn, so nobody is alone.
  expect(sizes(bookings)).toEqual([33]);
  bookings.mockRestore();
  for (const { outcome } of flown) expect(outcome).toMatch(RECEIPT);
  const booked = await app.database.query<{ request_id: string; amount: number }>(
    `SELECT l.request_id, (SELECT sum(d.amount)::int FROM denda d JOIN tagihan t ON t.id = d.bill_id
        WHERE t.customer_id = (l.after ->> 'customer_id')::bigint) AS amount
     FROM log_aktivitas l WHERE l.action = 'penalty.accrued' AND l.request_id = ANY ($1)`,
    [flown.map(({ requestId }) => requestId)],
  );
  expect(booked.map(({ amount }) => amount)).toEqual(Array(33).fill(10_000));
  expect(new Set(booked.map(({ request_id }) => request_id)).size).toBe(33);
  await app.database.query('UPDATE kebijakan_denda SET active = false');
  app.get(PolicyBook).forget();
});

describe('(d) whatever is cut', () => {
  let api: ApiProcess | undefined;
  let proxy: CuttingProxy;
  let answered: Map<string, NativeAnswer>;

  beforeAll(async () => {
    proxy = await CuttingProxy.before(clusterAccess().port);
    api = await ApiProcess.create({
      NODE_ENV: 'test',
      DATABASE_URL: app.database.appUrl.replace(
        `:${String(clusterAccess().port)}/`,
        `:${String(proxy.port)}/`,
      ),
      TIRTAPAY_JOBS: '0',
      ...keys,
    });
    await api.start();
  });
  afterAll(async () => {
    await api?.end('SIGTERM');
    await proxy.stop();
  });
  beforeEach(() => {
    answered = new Map();
  });

  const bodyOf = (reference: string, debt: Debt) =>
    Buffer.from(
      JSON.stringify({
        bank_reference: reference,
        customer_number: debt.customer.customer_number,
        bill_numbers: [debt.billNumber],
        amount: debt.amount,
        paid_at: app.clock.text(app.clock.now()),
        channel: 'INTERNET',
      }),
    );

  async function send(jobs: readonly { reference: string; body: Buffer }[]): Promise<void> {
    const client = bank.client({ baseUrl: api?.url ?? '', now: () => Date.now() });
    await Promise.all(
      jobs
        .filter(({ reference }) => !answered.has(reference))
        .map(async ({ reference, body }) => {
          const answer = await client.process(body).catch(() => null);
          if (answer?.status === 200) answered.set(reference, answer);
          else if (answer !== null) {
            expect([409, 503]).toContain(answer.status);
            expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
          }
        }),
    );
  }

  async function settle(jobs: readonly { reference: string; body: Buffer }[]): Promise<void> {
    while (jobs.some(({ reference }) => !answered.has(reference))) await send(jobs);
    const client = bank.client({ baseUrl: api?.url ?? '', now: () => Date.now() });
    for (const { reference, body } of jobs.slice(0, 8))
      expect((await client.process(body)).rawBody.toString()).toBe(
        answered.get(reference)?.rawBody.toString(),
      );
    const { numbers } = await flight.series(bank, 'INTERNET');
    expect(numbers).toEqual(numbered(numbers.length));
    expect(
      await app.database.one(
        'SELECT count(*)::int AS payments FROM pembayaran WHERE bank_reference = ANY ($1)',
        [jobs.map(({ reference }) => reference)],
      ),
    ).toEqual({ payments: jobs.length });
  }

  /** Calls that are past the door. */
  const admitted = async () =>
    (await app.database.one<{ n: number }>('SELECT count(*)::int AS n FROM bank_nonce')).n;

  const jobsOf = async (name: string, count: number) =>
    (await flight.debts(count, NEVER_LATE)).map((debt, index) => {
      const reference = `D/${name}/${String(index)}`;
      return { reference, body: bodyOf(reference, debt) };
    });

  it.each<Cut>(['BEFORE', 'DURING', 'AFTER'])(
    'the connection %s COMMIT: every reference resolves, the series has no gap',
    async (when) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const jobs = await jobsOf(`${when}/${String(round)}`, 24);
        const cuts = proxy.cuts;
        proxy.cut(when);
        await send(jobs);
        await settle(jobs);
        expect(proxy.cuts).toBe(cuts + 1);
      }
    },
  );

  it('the process by kill -9 while a batch is written, committed or answered: the same', async () => {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const when of ['written', 'committed', 'answered'] as const) {
        const jobs = await jobsOf(`KILL/${when}/${String(round)}`, 24);
        const [first] = jobs;
        if (first !== undefined) await send([first]);
        const holder =
          when === 'written'
            ? await holdCounter(bank, 'INTERNET')
            : await Holder.of(app.database.ownerUrl, 'SELECT pg_advisory_xact_lock(4711)');
        if (when === 'committed')
          await app.database.query(`
            CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON pembayaran DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
              EXECUTE FUNCTION wait_at_commit()`);
        const sending = send(jobs);
        if (when === 'written') await somebodyWaits('transactionid');
        else if (when === 'committed') await somebodyWaits('advisory');
        else
          await until(() => Promise.resolve(jobs.slice(1).some(({ reference }) => answered.has(reference))));
        await api?.end('SIGKILL');
        await holder.letGo();
        await sending;
        if (when === 'committed') await app.database.query('DROP TRIGGER waits ON pembayaran');
        await api?.start();
        await settle(jobs);
      }
  });

  it('(g) the process by SIGTERM with a full queue: every call in flight is answered, then it ends well', async () => {
    const jobs = await jobsOf('TERM', 64);
    const [first] = jobs;
    if (first !== undefined) await send([first]);
    const before = await admitted();
    const holder = await holdCounter(bank, 'INTERNET');
    const lost: string[] = [];
    const client = bank.client({ baseUrl: api?.url ?? '', now: () => Date.now() });
    const calls = jobs.slice(1).map(async ({ reference, body }) => {
      const answer = await client.process(body).catch(() => null);
      if (answer === null) lost.push(reference);
      else if (answer.status === 200) answered.set(reference, answer);
      else expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    });
    await somebodyWaits('transactionid');
    await until(async () => (await admitted()) >= before + jobs.length - 1);
    const ending = api?.end('SIGTERM');
    await holder.letGo();
    await Promise.all(calls);
    expect(lost).toEqual([]);
    // In good order, once everything was answered and written.
    expect(await ending).toBe(0);
    await api?.start();
    await settle(jobs);
  });
});
