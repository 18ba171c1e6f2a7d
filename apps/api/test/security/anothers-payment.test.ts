import { testApp, type TestBank } from '../support';

/* A reference is its bank's: whoever else names it is told what is told of one that nobody used (S17). */

const app = testApp({ jobs: false });
const REFERENCE = 'MILIK/1';
let payer: TestBank;
let stranger: TestBank;

beforeAll(async () => {
  [payer, stranger] = [await app.make.bank(), await app.make.bank()];
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const paid = await payer.client().process({
    bank_reference: REFERENCE,
    customer_number: customer.customer_number,
    bill_numbers: [`${customer.customer_number}202512`],
    amount: 72_500,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
});

type Asked = (bank: TestBank, reference: string) => Promise<{ status: number; body: unknown }>;
const ASKED: readonly (readonly [what: string, status: number, Asked])[] = [
  ['its status', 404, (bank, reference) => bank.client().status(reference)],
  ['its receipt', 404, (bank, reference) => bank.client().receipt(reference)],
  [
    'its reversal',
    // One that comes before its payment is promised that there will be none, of this bank.
    200,
    (bank, reference) =>
      bank.client().reversal({
        bank_reference: reference,
        reversal_reference: `BATAL/${reference}`,
        reason: 'uji acuan bank lain',
      }),
  ],
];

const told = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string }).code,
];

it.each(ASKED)('%s', async (_, status, ask) => {
  const answer = told(await ask(stranger, REFERENCE));
  expect(answer[0]).toBe(status);
  expect(answer).toEqual(told(await ask(stranger, 'NOBODY/1')));
});

it('is as it was, for the bank that paid', async () => {
  expect((await payer.client().status(REFERENCE)).status).toBe(200);
  expect(await app.database.one('SELECT count(*)::int AS count FROM pembayaran')).toEqual({ count: 1 });
});
