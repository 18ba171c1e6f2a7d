import { testApp } from '../support';
import { CounterDesk } from '../support/counter-desk';
import { Holder, until } from './payments-in-flight';

/*
 * A payment holds its shift against being closed, whoever closes it waits for the payments before and keeps out those
 * after: what is counted is what was taken, whichever comes first.
 */

const app = testApp({ jobs: false, environment: { COUNTER_DIFFERENCE_LIMIT: '10000000' } });

async function debts(count: number): Promise<{ customer_number: string; id: number }[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const customer = await app.make.customer();
      await app.make.issuedBill({ customer, period: '2025-11', usage: 20 });
      return customer;
    }),
  );
}

/** Sessions of the application that wait for somebody's lock. */
async function waiting(): Promise<number> {
  const { count } = await app.database.one<{ count: number }>(
    `SELECT count(DISTINCT l.pid)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE NOT l.granted AND a.datname = current_database()`,
  );
  return count;
}

async function taken(shiftId: number): Promise<number> {
  const { amount } = await app.database.one<{ amount: number }>(
    'SELECT coalesce(sum(amount + admin_fee), 0)::int AS amount FROM pembayaran WHERE shift_id = $1',
    [shiftId],
  );
  return amount;
}

it('sales and a closing at once: each sale is in the count or refused', async () => {
  const desk = await CounterDesk.at(app);
  const { id } = (await desk.open()).body;
  const customers = await debts(12);
  const lines = await Promise.all(customers.map(({ customer_number: number }) => desk.water(number)));
  const [closed, ...sold] = await Promise.all([
    desk.close(id, 500_000, 'Dihitung di tengah antrean'),
    ...lines.map((line) => desk.sell({ water: [line], cash_given: 1_000_000 })),
  ]);
  expect([closed.status, closed.body.state]).toEqual([200, 'CLOSED']);
  for (const { status, body } of sold)
    expect([
      [201, undefined],
      [409, 'counter.shift_not_open'],
    ]).toContainEqual([status, body.code]);
  const inCount = sold.flatMap(({ status, body }) => (status === 201 ? [body.taken ?? 0] : []));
  const sum = inCount.reduce((total, amount) => total + amount, 0);
  expect(await taken(id)).toBe(sum);
  expect((await desk.shift(id)).body.expected).toBe(500_000 + sum);
  expect(await app.violations()).toEqual([]);
});

it('a payment that came first is waited for, and counted', async () => {
  const desk = await CounterDesk.at(app);
  const { id } = (await desk.open()).body;
  const [customer] = await debts(1);
  const line = await desk.water(customer?.customer_number ?? '');
  const holder = await Holder.of(
    app.database.superUrl,
    'SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE',
    [customer?.id],
  );
  const selling = desk.sell({ water: [line], cash_given: 1_000_000 });
  await until(async () => (await waiting()) === 1);
  // It holds the shift and waits for the customer; the closing waits for it.
  const closing = desk.close(id, 500_000, 'Dihitung selagi seseorang membayar');
  await until(async () => (await waiting()) === 2);
  await holder.letGo();
  const [sold, closed] = await Promise.all([selling, closing]);
  expect([sold.status, closed.status, closed.body.state]).toEqual([201, 200, 'CLOSED']);
  expect(closed.body.expected).toBe(500_000 + line.amount);
});

it('a payment that comes while it is closed waits, and finds it closed', async () => {
  const desk = await CounterDesk.at(app);
  const { id } = (await desk.open()).body;
  const [customer] = await debts(1);
  const line = await desk.water(customer?.customer_number ?? '');
  // As a closing does: the shift for itself, then its end.
  const holder = await Holder.of(app.database.superUrl, 'SELECT FROM shift_kas WHERE id = $1 FOR UPDATE', [
    id,
  ]);
  const selling = desk.sell({ water: [line], cash_given: 1_000_000 });
  await until(async () => (await waiting()) === 1);
  await holder.run(
    `UPDATE shift_kas SET state = 'CLOSED', closing_count = 500000, closing_pieces = '[]', expected = 500000, difference = 0,
       counted_at = opened_at, closed_at = opened_at WHERE id = $1`,
    [id],
  );
  await holder.letGo();
  const sold = await selling;
  expect([sold.status, sold.body.code]).toEqual([409, 'counter.shift_not_open']);
  expect(await taken(id)).toBe(0);
});

it('two baskets of the same customers in opposite order wait for each other and are told the truth', async () => {
  const desk = await CounterDesk.at(app);
  await desk.open();
  const customers = await debts(2);
  const lines = await Promise.all(customers.map(({ customer_number: number }) => desk.water(number)));
  const answers = await Promise.all([
    desk.sell({ water: lines, cash_given: 1_000_000 }),
    desk.sell({ water: [...lines].reverse(), cash_given: 1_000_000 }),
  ]);
  expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([
    [201, undefined],
    [409, 'bill.already_paid'],
  ]);
});
