import { AssessPenalties, PolicyBook } from '../../src/modules/water/penalty';
import { testApp, type TestCustomer } from '../support';

const app = testApp({ jobs: false });

beforeAll(async () => {
  for (const [code, amount] of [
    ['HALSEL-RT1', 5_000],
    ['X12-NIAGA-KECIL', 40_000],
  ] as const)
    await app.database.query(
      `INSERT INTO kebijakan_denda (name, valid_from, mode, amount, tariff_codes)
       VALUES ($1, '2024-01', 'FLAT_PER_BILL', $2, $3)`,
      [`Denda ${code}`, amount, [code]],
    );
  app.get(PolicyBook).forget();
});

/** A household that owes November, and whose category is another one since. */
async function moved(): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  const trade = await app.make.tariff('X12-NIAGA-KECIL');
  await app.database.query('UPDATE pelanggan SET tariff_id = $2 WHERE id = $1', [customer.id, trade.id]);
  return customer;
}

const booked = (customer: TestCustomer) =>
  app.database.query<{ amount: number }>(
    'SELECT d.amount::int FROM denda d JOIN tagihan b ON b.id = d.bill_id WHERE b.customer_id = $1',
    [customer.id],
  );

describe('a bill whose customer changed category', () => {
  it('is assessed by the category it was priced by', async () => {
    const customer = await moved();
    await app.get(AssessPenalties).assess(app.clock.businessDate());
    expect(await booked(customer)).toEqual([{ amount: 5_000 }]);
  });

  it('asks for the same on the page, at a bank and when it is paid', async () => {
    const customer = await moved();
    const page = await app.anyone.post<{ bills: { penalty: number }[] }>('/public/inquiries', {
      customer_number: customer.customer_number,
    });
    expect(page.body.bills.map(({ penalty }) => penalty)).toEqual([5_000]);
    const client = (await app.make.bank()).client();
    const asked = await client.verify({ customer_number: customer.customer_number });
    const { inquiry_id, bill_amount, total_amount } = asked.body as {
      inquiry_id: string;
      bill_amount: number;
      total_amount: number;
    };
    expect(bill_amount).toBe(75_000);
    const paid = await client.process({
      bank_reference: 'CATEGORY/1',
      inquiry_id,
      amount: total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(paid.status).toBe(200);
    expect(await booked(customer)).toEqual([{ amount: 5_000 }]);
  });
});
