import type { NativeBankClient } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { testApp, type TestBank } from '../support';
import { ApiProcess } from './api-process';

const WORKERS = 6;
const PAYMENTS = 60;
/** The process started here lives in real time; these bills are never late. */
const NEVER_LATE = '2099-01-20';

const keys = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
};
const app = testApp({ jobs: false, start: new Date().toISOString(), environment: keys });
let bank: TestBank;
let api: ApiProcess | undefined;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'LEAVES' });
});
afterEach(async () => {
  await api?.end('SIGKILL');
});

async function replica(graceMilliseconds: number): Promise<ApiProcess> {
  api = await ApiProcess.create({
    NODE_ENV: 'test',
    DATABASE_URL: app.database.appUrl,
    SHUTDOWN_GRACE_MILLISECONDS: String(graceMilliseconds),
    ...keys,
  });
  await api.start();
  return api;
}

interface Owed {
  readonly reference: string;
  readonly customer: string;
  readonly body: Buffer;
}

async function owed(count: number): Promise<Owed[]> {
  const debts: Owed[] = [];
  for (let index = 0; index < count; index += 1) {
    const customer = await app.make.customer();
    const bill = await app.make.issuedBill({ customer, period: '2025-12', usage: 10, dueDate: NEVER_LATE });
    const reference = `LEAVE/${String(index)}`;
    const request = {
      bank_reference: reference,
      customer_number: customer.customer_number,
      bill_numbers: [bill.bill_number],
      amount: bill.principal + 2_500,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    };
    debts.push({ reference, customer: customer.customer_number, body: Buffer.from(JSON.stringify(request)) });
  }
  return debts;
}

/** Nobody listens any more: for a balancer the same as not ready. */
function isRefused(error: unknown): boolean {
  const { cause = error } = error as { cause?: unknown };
  return (cause as NodeJS.ErrnoException).code === 'ECONNREFUSED';
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).status === 200;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

/** A bank behind a balancer: it sends as long as the replica says it is ready, and keeps what became of each call. */
class Traffic {
  readonly paid: string[] = [];
  readonly lost: string[] = [];
  answered = 0;

  constructor(
    private readonly client: NativeBankClient,
    private readonly url: string,
    private readonly debts: readonly Owed[],
  ) {}

  async run(): Promise<void> {
    const waiting = [...this.debts];
    await Promise.all(
      Array.from({ length: WORKERS }, async () => {
        while (await isReady(this.url)) await this.send(waiting.shift());
      }),
    );
  }

  private async send(debt: Owed | undefined): Promise<void> {
    const asks = { customer_number: this.debts[0]?.customer ?? '' };
    try {
      const answer =
        debt === undefined ? await this.client.verify(asks) : await this.client.process(debt.body);
      this.answered += 1;
      // Bills that are paid by now are refused; a refusal is an answer, a failure is none.
      if (answer.status !== 200 && (debt !== undefined || answer.status >= 500))
        this.lost.push(answer.rawBody.toString());
      else if (debt !== undefined) this.paid.push(debt.reference);
    } catch (error) {
      if (!isRefused(error)) this.lost.push(String(error));
    }
  }
}

it('a replica told to stop under traffic loses no call, and ends well', async () => {
  const debts = await owed(PAYMENTS);
  const process = await replica(1_500);
  const traffic = new Traffic(
    bank.client({ baseUrl: process.url, now: () => Date.now() }),
    process.url,
    debts,
  );
  const running = traffic.run();
  while (traffic.answered < PAYMENTS / 2) await new Promise((wait) => setTimeout(wait, 5));
  const ending = process.end('SIGTERM');
  await running;
  expect(traffic.lost).toEqual([]);
  expect(await ending).toBe(0);
  expect(process.complaints).toBe('');
  const stored = await app.database.query<{ bank_reference: string }>(
    "SELECT bank_reference FROM pembayaran WHERE bank_reference LIKE 'LEAVE/%'",
  );
  expect(stored.map((row) => row.bank_reference).sort()).toEqual(traffic.paid.sort());
});

it('says first that it is not ready and serves whoever has not heard so, until the grace is over', async () => {
  // Longer than any machine is slow: what ends it is the second signal.
  const process = await replica(60_000);
  process.signal('SIGTERM');
  while (await isReady(process.url)) await new Promise((wait) => setTimeout(wait, 5));
  const ready = await fetch(`${process.url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', reason: 'draining' }]);
  for (let call = 0; call < 20; call += 1) {
    const answer = await fetch(`${process.url}/api/v1/public/info`);
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    await answer.arrayBuffer();
  }
  expect((await fetch(`${process.url}/health/live`)).status).toBe(200);
  expect(await process.end('SIGTERM')).toBe(0);
  expect(await fetch(`${process.url}/health/live`).catch(isRefused)).toBe(true);
});
