import { ApplyNotification } from '../../src/modules/money/checkout/webhook/apply-notification.service';
import { eventually, testApp, type TestBank } from '../support';
import { snapPartner } from '../support/snap-partner';

/* The time of payment a bank tells has the window of `process`; outside it the money is kept and a person looks. */

const app = testApp({ jobs: false });
let bank: TestBank;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
  await snapPartner(app, bank);
});

let events = 0;
async function tell(offset: number) {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const event = `EVT-${String((events += 1))}`;
  const told = await bank.client().notify({
    event_id: event,
    event: 'payment.paid',
    method: 'VA',
    virtual_account_number: `13501${customer.customer_number}`,
    bank_reference: `REF/${event}`,
    amount: 72_500,
    paid_at: app.clock.text(app.clock.now() + offset),
  });
  expect(told.status).toBe(200);
  const row = await eventually(
    async () => {
      await app.get(ApplyNotification).run();
      return app.database.one<{ outcome: string | null }>(
        'SELECT outcome FROM webhook_inbox WHERE event_id = $1',
        [event],
      );
    },
    ({ outcome }) => outcome !== null,
  );
  return { customer, outcome: row.outcome };
}

const billState = async (customerId: number) =>
  (
    await app.database.one<{ state: string }>('SELECT state FROM tagihan WHERE customer_id = $1', [
      customerId,
    ])
  ).state;
const held = (customerId: number) =>
  app.database.query(
    `SELECT k.kind, k.status, k.amount::int, (SELECT sum(amount)::int FROM saldo_pelanggan s WHERE s.customer_id = k.customer_id) AS credit
     FROM kasus k WHERE k.customer_id = $1`,
    [customerId],
  );

it.each([
  ['3 days before', -3 * DAY + MINUTE],
  ['now', 0],
  ['5 minutes ahead', 5 * MINUTE - 1_000],
])('settles the bill when it says %s', async (_, offset) => {
  const { customer, outcome } = await tell(offset);
  expect([outcome, await billState(customer.id), await held(customer.id)]).toEqual(['POSTED', 'PAID', []]);
});

it.each([
  ['30 days before', -30 * DAY],
  ['a minute more than 3 days before', -3 * DAY - MINUTE],
  ['6 minutes ahead', 6 * MINUTE],
  ['a day ahead', DAY],
])('opens a case and keeps the money as credit when it says %s; the bill stays open', async (_, offset) => {
  const { customer, outcome } = await tell(offset);
  expect([outcome, await billState(customer.id), await held(customer.id)]).toEqual([
    'CREDITED',
    'ISSUED',
    [{ kind: 'PAID_AT_IMPLAUSIBLE', status: 'OPEN', amount: 70_000, credit: 70_000 }],
  ]);
});
