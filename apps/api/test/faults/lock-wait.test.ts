import type { NativeAnswer } from '@tirtapay/bank-protocol';
import { Database } from '../../src/platform/database';
import { testApp, type TestBank, type TestCustomer } from '../support';

/* Somebody holds a table: a migration, a report gone wrong. A bank is answered in time, and with what is true. */

const app = testApp({ jobs: false });
let bank: TestBank;
let customer: TestCustomer;

/** The bar of the contract. */
const IN_TIME = 5_000;
/** Longer than any machine is slow: whoever waits for the lock itself is never answered, for it is held until all are. */
const HELD_MILLISECONDS = 120_000;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
  customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
});

async function whileLocked<T>(table: string, work: () => Promise<T>): Promise<T> {
  return app.database.transaction(async (client) => {
    await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    return work();
  });
}

/** Rejects when one is not answered while somebody holds what it waits for. */
async function meanwhile(calls: readonly Promise<NativeAnswer>[]): Promise<(readonly [number, unknown])[]> {
  const limit = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new Error('not answered while the table was held'));
    }, HELD_MILLISECONDS).unref();
  });
  const answers = await Promise.race([Promise.all(calls), limit]);
  return answers.map(({ status, rawBody }) => [
    status,
    status === 200 ? null : (JSON.parse(rawBody.toString()) as { code: string }).code,
  ]);
}

const verify = () => bank.client().verify({ customer_number: customer.customer_number });
const TABLES = [
  'bank_integration',
  'bank_api_key',
  'bank_nonce',
  'bank_rate',
  'pelanggan',
  'tagihan',
  'denda',
  'kebijakan_denda',
  'meter_reading',
  'tarif',
  'payment_transaction',
  'log_aktivitas',
];

/* The seconds are counted where they are set: an answer takes what it waits for, and what the machine takes besides. */
it('lets a bank wait for a connection and then for a lock within five seconds', () => {
  const { connectionTimeoutMillis: connection = Infinity, options = '' } = app
    .get(Database)
    .pool('core').options;
  const lock = Number(/lock_timeout=(\d+)/.exec(options)?.[1] ?? Infinity);
  expect(lock).toBeGreaterThan(0);
  expect(connection + lock).toBeLessThan(IN_TIME);
});

it.each(TABLES)('answers three inquiries while %s is held', async (table) => {
  const exists = await app.database.query('SELECT FROM pg_class WHERE oid = to_regclass($1)', [table]);
  expect([table, exists.length]).toEqual([table, 1]);
  const answers = await whileLocked(table, () => meanwhile([verify(), verify(), verify()]));
  for (const answer of answers)
    expect([
      [200, null],
      [503, 'service.unavailable'],
    ]).toContainEqual(answer);
  expect((await verify()).status).toBe(200);
});

it('answers forty at once, when each waits for the same', async () => {
  const answers = await whileLocked('tagihan', () => meanwhile(Array.from({ length: 40 }, verify)));
  expect(new Set(answers.map(String))).toEqual(new Set(['503,service.unavailable']));
});

it('never calls a question an unknown outcome, and a payment never anything else', async () => {
  const answers = await whileLocked('bank_nonce', () =>
    meanwhile([
      verify(),
      bank.client().status('LOCK/1'),
      bank.client().receipt('LOCK/1'),
      bank.client().process({
        bank_reference: 'LOCK/1',
        customer_number: customer.customer_number,
        bill_numbers: [`${customer.customer_number}202512`],
        amount: 72_500,
        paid_at: app.clock.text(app.clock.now()),
        channel: 'TELLER',
      }),
      bank.client().reversal({
        bank_reference: 'LOCK/2',
        reversal_reference: 'LOCK/R2',
        reason: 'Salah pelanggan',
      }),
    ]),
  );
  expect(answers).toEqual([
    [503, 'service.unavailable'],
    [503, 'service.unavailable'],
    [503, 'service.unavailable'],
    [503, 'payment.outcome_unknown'],
    [503, 'payment.outcome_unknown'],
  ]);
});
