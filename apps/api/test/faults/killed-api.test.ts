import { NativeBankClient, type NativeAnswer } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { testApp } from '../support';
import { LONG } from '../support/long-run';
import { ApiProcess } from './api-process';

const PAYMENTS = 200;
const WORKERS = 8;
/** Enough for `npm test`; the long run counts to twenty. */
const KILLS = LONG ? 20 : 1;
/** The killed process lives in real time; these bills are never late. */
const DUE = '2099-01-20';

const dataKeys = `1:${randomBytes(32).toString('base64')}`;
const app = testApp({ jobs: false, start: new Date().toISOString(), environment: { DATA_KEYS: dataKeys } });

interface Job {
  readonly reference: string;
  readonly body: Buffer;
  answer?: NativeAnswer;
}

async function owedJobs(): Promise<Job[]> {
  const paidAt = app.clock.text(app.clock.now());
  const jobs: Job[] = [];
  for (let index = 0; index < PAYMENTS; index += 1) {
    const customer = await app.make.customer();
    const bill = await app.make.issuedBill({ customer, period: '2025-12', usage: 10, dueDate: DUE });
    const request = {
      bank_reference: `KILL/${String(index)}`,
      customer_number: customer.customer_number,
      bill_numbers: [bill.bill_number],
      amount: bill.principal + 2_500,
      paid_at: paidAt,
      channel: 'TELLER',
    };
    jobs.push({ reference: request.bank_reference, body: Buffer.from(JSON.stringify(request)) });
  }
  return jobs;
}

/** Sends every unanswered job once; a call that dies with the process stays unanswered. */
async function sendAll(client: NativeBankClient, jobs: readonly Job[]): Promise<void> {
  const waiting = jobs.filter((job) => job.answer === undefined);
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
        const answer = await client.process(job.body).catch(() => null);
        if (answer?.status === 200) job.answer = answer;
      }
    }),
  );
}

it('is killed in the middle of 200 payments and neither loses nor doubles one', async () => {
  const bank = await app.make.bank({ code: 'SULTRA' });
  const jobs = await owedJobs();
  const api = await ApiProcess.create({
    NODE_ENV: 'test',
    DATABASE_URL: app.database.appUrl,
    JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
    DATA_KEYS: dataKeys,
    TIRTAPAY_JOBS: '0',
  });
  const client = new NativeBankClient({
    baseUrl: api.url,
    keyId: bank.keyId,
    secret: bank.secret,
    now: () => app.clock.now(),
  });
  const answered = new Map<string, string>();
  let kills = 0;
  try {
    while (jobs.some((job) => job.answer === undefined)) {
      await api.start();
      const sending = sendAll(client, jobs);
      if (kills < KILLS) {
        await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 120));
        await api.end('SIGKILL');
        kills += 1;
      }
      await sending;
    }
    for (const job of jobs) answered.set(job.reference, job.answer?.rawBody.toString() ?? '');
    // Every answer that was given still stands, byte for byte.
    for (const job of jobs.slice(0, 50)) {
      const repeated = await client.process(job.body);
      expect(repeated.rawBody.toString()).toBe(answered.get(job.reference));
      expect(repeated.headers.get('idempotent-replayed')).toBe('true');
    }
  } finally {
    await api.end('SIGTERM');
  }
  expect(kills).toBe(KILLS);
  expect(
    await app.database.one(
      'SELECT count(*)::int AS payments, count(DISTINCT bank_reference)::int AS refs FROM pembayaran',
    ),
  ).toEqual({
    payments: PAYMENTS,
    refs: PAYMENTS,
  });
  expect(await app.database.one("SELECT count(*)::int AS paid FROM tagihan WHERE state = 'PAID'")).toEqual({
    paid: PAYMENTS,
  });
});
