import { testApp, type TestBank } from '../support';
import { SNAP, snapPartner, type TestSnapPartner } from '../support/snap-partner';

/* What a bank may ask under, it may pay under, and find again through every door. */

const app = testApp({ jobs: false });
let bank: TestBank;
let partner: TestSnapPartner;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
  partner = await snapPartner(app, bank);
});

async function owing() {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  return customer;
}

const inquire = (customerNo: string, id: string) =>
  partner.post(SNAP.inquiry, { ...partner.account(customerNo), inquiryRequestId: id });
const pay = (customerNo: string, id: string) =>
  partner.post(SNAP.payment, {
    ...partner.account(customerNo),
    paymentRequestId: id,
    paidAmount: { value: '70000.00', currency: 'IDR' },
    trxDateTime: partner.now(),
  });

const GOOD = ['~', 'x'.repeat(65), 'y'.repeat(128), '2026:11:28|0001#+', 'REF 0001 A', '{"a":1}', "it's"];
const BAD = ['z'.repeat(129), 'é0001', 'zero\u200bwidth'];

it.each(GOOD)(
  '%s is taken by inquiry and payment, and found by status, receipt, notification and reversal',
  async (id) => {
    const customer = await owing();
    expect((await inquire(customer.customer_number, id)).code).toBe('2002400');
    expect((await pay(customer.customer_number, id)).code).toBe('2002500');
    const status = await partner.post(SNAP.status, {
      ...partner.account(customer.customer_number),
      inquiryRequestId: id,
      paymentRequestId: id,
    });
    expect(status.code).toBe('2002600');
    const client = bank.client();
    expect((await client.status(id)).status).toBe(200);
    expect((await client.receipt(id)).status).toBe(200);
    expect((await client.receipt(id, { accept: 'text/plain', columns: 32 })).status).toBe(200);
    const told = await client.notify({
      event_id: `EVENT-${String(GOOD.indexOf(id))}`,
      event: 'payment.paid',
      method: 'VA',
      virtual_account_number: `13501${customer.customer_number}`,
      bank_reference: id,
      amount: 72_500,
      paid_at: app.clock.text(app.clock.now()),
    });
    expect(told.status).toBe(200);
    await app.notificationsApplied();
    const reversed = await client.reversal({
      bank_reference: id,
      reversal_reference: `REV-${String(GOOD.indexOf(id))}`,
      reason: 'Salah pelanggan',
    });
    expect([reversed.status, JSON.parse(reversed.rawBody.toString())]).toMatchObject([
      200,
      { was_posted: true },
    ]);
    expect(
      await app.database.query('SELECT count(*)::int AS count FROM pembayaran WHERE bank_reference = $1', [
        id,
      ]),
    ).toEqual([{ count: 1 }]);
  },
);

it.each(BAD)('%s is refused by inquiry and payment alike, before anybody has paid', async (id) => {
  const customer = await owing();
  expect((await inquire(customer.customer_number, id)).code).toBe('4002401');
  expect((await pay(customer.customer_number, id)).code).toBe('4002501');
});

it('keeps the narrower reference of `process`', async () => {
  const customer = await owing();
  const answer = await bank.client().process({
    bank_reference: 'A B',
    customer_number: customer.customer_number,
    bill_numbers: [`${customer.customer_number}202512`],
    amount: 72_500,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(answer.status).toBe(400);
});
