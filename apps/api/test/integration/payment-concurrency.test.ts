import { testApp } from '../support';

const app = testApp();
const code = (body: unknown) => (body as { code?: string }).code;

function body(reference: string, inquiry: unknown) {
  const { inquiry_id, total_amount } = inquiry as { inquiry_id: string; total_amount: number };
  return {
    bank_reference: reference,
    inquiry_id,
    amount: total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'MOBILE' as const,
  };
}

async function owing(periods: readonly string[]) {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage: 12 });
  return customer;
}

it('answers 50 concurrent process calls under one reference with one effect and 50 equal bodies', async () => {
  const client = (await app.make.bank()).client();
  const customer = await owing(['2025-12']);
  const inquiry = (await client.verify({ customer_number: customer.customer_number })).body;
  const request = body('SAME/1', inquiry);
  const answers = await Promise.all(Array.from({ length: 50 }, () => client.process(request)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200));
  expect(new Set(answers.map((answer) => answer.rawBody.toString())).size).toBe(1);
  expect(answers.filter((answer) => answer.headers.get('idempotent-replayed') === null)).toHaveLength(1);
  expect(
    await app.database.one('SELECT count(*)::int AS n FROM pembayaran WHERE customer_id = $1', [customer.id]),
  ).toEqual({ n: 1 });
});

it('lets one of two banks × 25 pay a bill and tells the other 49 that it is paid', async () => {
  const [one, two] = await Promise.all([app.make.bank(), app.make.bank()]);
  const customer = await owing(['2025-12']);
  // Both ask before either pays: an inquiry after the payment would find nothing to pay.
  const sides = await Promise.all(
    [one, two].map(async (bank) => {
      const client = bank.client();
      return {
        bank,
        client,
        inquiry: (await client.verify({ customer_number: customer.customer_number })).body,
      };
    }),
  );
  const calls = sides.flatMap(({ bank, client, inquiry }) =>
    Array.from({ length: 25 }, (_, index) =>
      client.process(body(`DUO/${bank.code}/${String(index)}`, inquiry)),
    ),
  );
  const answers = await Promise.all(calls);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect(
    answers.filter((answer) => answer.status === 409 && code(answer.body) === 'bill.already_paid'),
  ).toHaveLength(49);
});

it('survives overlapping sets of bills from many sides without a deadlock or a 500', async () => {
  const bank = await app.make.bank();
  const client = bank.client();
  const customers = await Promise.all(
    Array.from({ length: 6 }, () => owing(['2025-10', '2025-11', '2025-12'])),
  );
  const calls = customers.flatMap((customer, index) =>
    [1, 2, 3].map(async (count) => {
      const inquiry = (await client.verify({ customer_number: customer.customer_number, bill_count: count }))
        .body;
      return client.process(body(`MIX/${String(index)}/${String(count)}`, inquiry));
    }),
  );
  const answers = await Promise.all(calls);
  expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
  const paid = await app.database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM pembayaran p WHERE p.collector_id = $1 GROUP BY p.customer_id',
    [bank.id],
  );
  expect(paid.length).toBe(6);
});

it('numbers receipts of one series without a gap under load', async () => {
  const bank = await app.make.bank();
  const client = bank.client();
  const customers = await Promise.all(Array.from({ length: 40 }, () => owing(['2025-12'])));
  await Promise.all(
    customers.map(async (customer, index) =>
      client.process(
        body(
          `GAP/${String(index)}`,
          (await client.verify({ customer_number: customer.customer_number })).body,
        ),
      ),
    ),
  );
  const numbers = await app.database.query<{ number: number }>(
    'SELECT number FROM kwitansi k JOIN pembayaran p ON p.id = k.payment_id WHERE p.collector_id = $1 ORDER BY number',
    [bank.id],
  );
  expect(numbers.map((row) => row.number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});
