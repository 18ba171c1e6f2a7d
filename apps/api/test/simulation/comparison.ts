import { FEES, type Bill, type Model, type Money } from './model';
import { codeOf, type World } from './world';

/* The model and the office are asked the same. */

interface BillLine {
  bill_number: string;
  state: string;
  principal: number;
  penalty: number;
}
interface PaymentLine {
  bank_reference: string;
  status: string;
  total_amount: number;
  bill_amount: number;
}
interface Page<Row> {
  data: Row[];
  meta: { total: number };
}

const late = (model: Model) => (bill: Bill) => !bill.paid && bill.due < model.today;
const listed = (bill: Bill) => [
  bill.number,
  bill.paid ? 'PAID' : 'ISSUED',
  bill.principal,
  bill.booked - bill.waived,
];
const sorted = <T>(rows: readonly T[]): T[] => [...rows].sort((a, b) => (String(a) < String(b) ? -1 : 1));

async function compareBills(model: Model, world: World, customer: number): Promise<void> {
  const all = model.of(customer);
  for (const [filter, expected] of [
    ['', all],
    ['&state=ISSUED', all.filter((bill) => !bill.paid)],
    ['&state=PAID', all.filter((bill) => bill.paid)],
    ['&overdue=true', all.filter(late(model))],
    ['&overdue=false', all.filter((bill) => !late(model)(bill))],
  ] as const) {
    const path = `/bills?customer_id=${String(world.customer(customer).id)}&page_size=100&sort=period${filter}`;
    const { data, meta } = await world.asked<Page<BillLine>>('admin', path);
    const seen = data.map((bill) => [bill.bill_number, bill.state, bill.principal, bill.penalty]);
    expect({ filter, seen, count: meta.total }).toEqual({
      filter,
      seen: expected.map(listed),
      count: expected.length,
    });
  }
}

const statusOf = (money: Money) => (money.reversedOn === null ? 'POSTED' : 'REVERSED');

async function comparePayments(model: Model, world: World, customer: number): Promise<void> {
  const all = model.moneys.filter((money) => money.customer === customer);
  for (const [filter, expected] of [
    ['', all],
    ['&status=POSTED', all.filter((money) => money.reversedOn === null)],
    ['&status=REVERSED', all.filter((money) => money.reversedOn !== null)],
    [`&bank_id=${String(world.bank(1).id)}`, all.filter((money) => money.bank === 1)],
    [`&business_date_from=${model.today}`, all.filter((money) => money.day >= model.today)],
  ] as const) {
    const path = `/payments?customer_id=${String(world.customer(customer).id)}&page_size=100${filter}`;
    const { data, meta } = await world.asked<Page<PaymentLine>>('admin', path);
    const seen = data.map((row) => [row.bank_reference, row.status, row.total_amount, row.bill_amount > 0]);
    expect({ filter, seen: sorted(seen), count: meta.total }).toEqual({
      filter,
      seen: sorted(
        expected.map((money) => [money.reference, statusOf(money), money.amount, money.bills.length > 0]),
      ),
      count: expected.length,
    });
  }
}

/** Who owes past the due day, as the list of whom to visit and the sums it is kept in say. */
async function compareArrears(model: Model, world: World): Promise<void> {
  const { rows } = await world.asked<{
    rows: { customer_number: string; bills: number; principal: number; penalty: number }[];
  }>('admin', '/reports/collection-list');
  const expected = world.customers.flatMap(({ customer_number: number }, customer) => {
    const bills = model.of(customer).filter(late(model));
    const sum = (of: (bill: Bill) => number) => bills.reduce((total, bill) => total + of(bill), 0);
    return bills.length === 0
      ? []
      : [[number, bills.length, sum((bill) => bill.principal), sum((bill) => bill.booked - bill.waived)]];
  });
  const seen = rows.map((row) => [row.customer_number, row.bills, row.principal, row.penalty]);
  expect({ report: 'collection-list', rows: sorted(seen) }).toEqual({
    report: 'collection-list',
    rows: sorted(expected),
  });
}

export async function compareLists(model: Model, world: World): Promise<void> {
  for (const customer of world.customers.keys()) {
    await compareBills(model, world, customer);
    await comparePayments(model, world, customer);
  }
  await compareArrears(model, world);
}

/** What banks are told of every reference there was, and of what is owed now. */
async function compareAnswers(model: Model, world: World): Promise<void> {
  for (const money of model.moneys) {
    const told = await world.client(money.bank).status(money.reference);
    const { status } = told.body as { status: string };
    expect([money.reference, told.status, status]).toEqual([money.reference, 200, statusOf(money)]);
    if (status === 'POSTED' && money.answer !== null)
      expect(told.rawBody.toString()).toBe(money.answer.toString());
  }
  for (const [customer, { customer_number }] of world.customers.entries())
    for (const bank of world.banks.keys()) {
      const open = model.open(customer);
      const told = await world.client(bank).verify({ customer_number });
      const { total_amount: total = codeOf(told) } = told.body as { total_amount?: number };
      const owed = open.length === 0 ? 'bill.none_open' : model.due(open) + (FEES[bank] ?? 0);
      expect({ customer, bank, total }).toEqual({ customer, bank, total: owed });
    }
}

async function compareBooks(model: Model, world: World): Promise<void> {
  const held = await world.app.database.query<{ customer_id: number; credit: number }>(
    'SELECT customer_id::int, sum(amount)::int AS credit FROM saldo_pelanggan GROUP BY 1 HAVING sum(amount) <> 0 ORDER BY 1',
  );
  const counted = await world.app.database.one(
    `SELECT (SELECT count(*) FROM kwitansi)::int AS receipts,
       (SELECT count(*) FROM pembayaran WHERE kind = 'CREDIT_APPLIED')::int AS credits,
       (SELECT count(*) FROM bank_reference WHERE outcome = 'TOMBSTONE')::int AS tombstones`,
  );
  expect({ held: held.map(({ customer_id: id, credit }) => [id, credit]), ...counted }).toEqual({
    held: world.customers.flatMap(({ id }, customer) => {
      const credit = model.credit(customer);
      return credit === 0 ? [] : [[id, credit]];
    }),
    receipts: model.receipts,
    credits: model.credits,
    tombstones: model.tombstones.size,
  });
}

/** At the end of a run everything is compared; the laws are asked when the world closes. */
export async function compareAll(model: Model, world: World): Promise<void> {
  await compareAnswers(model, world);
  await compareBooks(model, world);
  await compareLists(model, world);
}
