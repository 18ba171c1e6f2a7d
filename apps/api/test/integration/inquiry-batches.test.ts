import { Database } from '../../src/platform/database';
import { InquireBills } from '../../src/modules/money/payment/inquiry/inquire-bills.service';
import { testApp } from '../support';

const app = testApp();

it('answers 64 inquiries of two banks at once as each is answered alone', async () => {
  app.clock.stop();
  const clients = await Promise.all(
    [2_500, 5_000].map(async (adminFee) => (await app.make.bank({ adminFee })).client()),
  );
  const numbers: string[] = [];
  for (let index = 0; index < 28; index += 1) {
    const customer = await app.make.customer({ name: `Pelanggan ${String(index)}` });
    for (const period of ['2025-10', '2025-11', '2025-12'].slice(index % 4))
      await app.make.issuedBill({ customer, period, usage: 5 + index });
    numbers.push(customer.customer_number);
  }
  const applicant = await app.make.customer({ state: 'CALON' });
  numbers.push(applicant.customer_number, '010203000046', '010203000047', numbers[0] ?? '');
  const calls = clients.flatMap((client) =>
    numbers.map((customer_number) => async () => {
      const { status, rawBody } = await client.verify({ customer_number });
      // a problem names the request it answers
      return `${String(status)} ${rawBody.toString().replace(/"request_id":"[^"]*"/, '')}`;
    }),
  );
  const alone: string[] = [];
  for (const call of calls) alone.push(await call());
  expect(await Promise.all(calls.map((call) => call()))).toEqual(alone);
  expect(alone.map((answer) => answer.slice(0, 3)).sort()).toEqual([
    ...Array<string>(44).fill('200'),
    ...Array<string>(20).fill('404'),
  ]);
  app.clock.run();
});

it('reads for all who ask in one turn by one statement', async () => {
  const customers = await Promise.all(Array.from({ length: 64 }, () => app.make.customer()));
  const reads = jest.spyOn(app.get(Database), 'readPrepared');
  const found = await Promise.all(
    customers.map(({ customer_number }) => app.get(InquireBills).open(customer_number)),
  );
  const asked = reads.mock.calls.filter(([name]) => name === 'read_debts').map(([, , values]) => values);
  reads.mockRestore();
  expect(found.map(({ customer }) => customer.id)).toEqual(customers.map(({ id }) => id));
  expect(asked.map(([numbers]) => (numbers as string[]).length)).toEqual([64]);
});

it('refuses for one customer only what is wrong with the rows of that one', async () => {
  const client = (await app.make.bank()).client();
  const customers = [];
  for (let index = 0; index < 8; index += 1) {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 10 });
    customers.push(customer);
  }
  const database = app.get(Database);
  const read = database.readPrepared.bind(database);
  const broken = customers[3]?.customer_number ?? '';
  // What the driver does with an amount beyond the safe integers, in the middle of the rows of others.
  const reads = jest.spyOn(database, 'readPrepared').mockImplementation((name, text, values) => {
    if (name === 'read_debts' && (values[0] as string[]).includes(broken))
      return Promise.reject(new RangeError('int8 9223372036854775807 does not fit a safe integer'));
    return read(name, text, values);
  });
  const answers = await Promise.all(
    customers.map(({ customer_number }) => client.verify({ customer_number })),
  );
  reads.mockRestore();
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 500, 200, 200, 200, 200]);
});
