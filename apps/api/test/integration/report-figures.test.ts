import { figureLink } from '@tirtapay/contracts';
import { KeepSales } from '../../src/modules/money/ppob/deliver/keep-sales.service';
import { PolicyBook } from '../../src/modules/water/penalty';
import { eventually, testApp, type TestBank, type TestCustomer } from '../support';
import { CounterDesk } from '../support/counter-desk';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { TEST_START } from '../support/test-clock';

/* What a figure of a report is of, where a name, a day or a state is not what it seems. */

const app = testApp({ jobs: false });

interface Report {
  columns: { key: string; link: string | null }[];
  rows: Record<string, string | number | null>[];
  totals: Record<string, number | null>;
}

let supplier: SandboxSupplier;
let partner: TestBank;

beforeAll(async () => {
  supplier = await SandboxSupplier.start(app);
  partner = await app.make.partner(5_000_000);
});
afterAll(() => supplier.stop());
afterEach(() => {
  app.clock.set(TEST_START);
});

async function read(address: string): Promise<Report> {
  const { status, body, text } = await (await app.as('manajer')).get<Report>(`/reports/${address}`);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return body;
}

/** The list behind a figure of a row: how many it has, and what its totals are. */
async function opened(report: Report, key: string, row: Report['rows'][number], asked: string) {
  const link = report.columns.find((column) => column.key === key)?.link ?? '';
  const address = figureLink(link, { ...Object.fromEntries(new URLSearchParams(asked)), ...row });
  if (address === null) return null;
  const { status, body } = await (
    await app.as('manajer')
  ).get<{ meta?: { total: number; totals: Record<string, number> } } & Partial<Report>>(
    address.startsWith('/reports/') ? address : `${address}&totals=true&count=exact`,
  );
  expect([address, status]).toEqual([address, 200]);
  return body.meta ?? { totals: body.totals };
}

async function pay(bank: TestBank, customer: TestCustomer): Promise<number> {
  const client = bank.client();
  const { inquiry_id: inquiry, total_amount: amount } = (
    await client.verify({ customer_number: customer.customer_number })
  ).body as { inquiry_id: string; total_amount: number };
  const paid = await client.process({
    bank_reference: `F/${String(customer.id)}`,
    inquiry_id: inquiry,
    amount,
    channel: 'TELLER',
    paid_at: app.clock.text(app.clock.now()),
  });
  expect(paid.status).toBe(200);
  return amount;
}

async function owing(period: string, usage = 20, dueDate?: string): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period, usage, ...(dueDate !== undefined && { dueDate }) });
  return customer;
}

const PULSA = { customer_name: 'Dewi', nomor_hp: '081234567890', nominal: 40_000, service_code: 'PULSA' };

describe('sales of services', () => {
  it('lie on the day of the utility they were made on, also before eight in the morning', async () => {
    app.clock.set('2026-02-01T06:30:00+08:00');
    const { sale } = await new PpobSeller(partner).sell({ ...PULSA, ref_id: 'F/early' });
    expect(sale.status).toBe('SUCCESS');
    const manager = await app.as('manajer');
    const on = async (day: string) =>
      (
        await manager.get<{ data: { id: number }[] }>(`/ppob/transactions?from=${day}&to=${day}`)
      ).body.data.map(({ id }) => id);
    expect([await on('2026-01-31'), await on('2026-02-01')]).toEqual([[], [sale.id]]);
    const asked = 'by=DAY&from=2026-01-25&to=2026-02-05';
    const report = await read(`ppob?${asked}`);
    const [row] = report.rows;
    expect(row).toMatchObject({ heading: '2026-02-01', sales: 1, total: 41_000 });
    expect(await opened(report, 'sales', row ?? {}, asked)).toMatchObject({
      total: 1,
      totals: { total_amount: 41_000 },
    });
  });

  it('of a water bill whose payment was taken back are given back, not delivered', async () => {
    app.clock.set('2026-03-02T09:00:00+08:00');
    const customer = await owing('2026-01', 20, '2026-03-20');
    const order = {
      customer_name: 'Rina',
      no_pelanggan: customer.customer_number,
      periode: '01-2026',
      service_code: 'PDAM',
      ref_id: 'F/water',
    };
    const { sale } = await new PpobSeller(partner).sell(order);
    expect(sale.status).toBe('SUCCESS');
    const asked = 'by=SERVICE&from=2026-03-01&to=2026-03-31';
    const total = sale.principal + sale.admin_fee;
    expect((await read(`ppob?${asked}`)).rows).toMatchObject([
      { delivered: 1, refunded: 0, principal: sale.principal, fee: sale.admin_fee, given_back: 0 },
    ]);
    const { payment } = await app.database.one<{ payment: number }>(
      'SELECT payment_id::int AS payment FROM transactions WHERE id = $1',
      [sale.id],
    );
    const requested = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/payments/${String(payment)}/reversal-requests`, {
      reason: 'Salah pelanggan',
    });
    const decided = await (
      await app.as('manajer')
    ).post(`/approvals/${String(requested.body.approval_id)}/decision`, { decision: 'APPROVE' });
    expect(decided.status).toBeLessThan(300);
    const after = await read(`ppob?${asked}`);
    expect(after.rows).toMatchObject([
      { sales: 1, delivered: 0, refunded: 1, principal: 0, fee: 0, margin: 0, given_back: total, total },
    ]);
    expect(await opened(after, 'refunded', after.rows[0] ?? {}, asked)).toMatchObject({ total: 1 });
  });

  it('of a counter are told apart: given back, failed and waiting each open their own', async () => {
    app.clock.set('2026-04-02T09:00:00+08:00');
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const sell = async (fault: string) => {
      await supplier.fault(fault);
      const sold = await desk.sell({ sales: [PULSA], cash_given: 41_000 });
      await supplier.clearFaults();
      return sold.body.sales[0]?.status;
    };
    const good = await desk.sell({ sales: [{ ...PULSA, nomor_hp: '081234567891' }], cash_given: 41_000 });
    expect(good.body.sales[0]?.status).toBe('SUCCESS');
    expect(await sell('failure')).toBe('REFUNDED');
    expect(await sell('late-failure')).toBe('PENDING');
    // The supplier's own clock is a real one.
    await eventually(
      async () => {
        await app.get(KeepSales).tend();
        app.clock.advance(60_000);
        return app.database.query("SELECT FROM transactions WHERE status = 'FAILED'");
      },
      ({ length }) => length === 1,
    );
    const asked = 'from=2026-04-02&to=2026-04-02';
    const report = await read(`counter-services?${asked}`);
    expect(report.rows).toMatchObject([{ sales: 3, refunded: 1, failed: 1, waiting: 0, total: 41_000 }]);
    const [{ principal, fee, total } = {}] = report.rows;
    expect(await opened(report, 'total', report.rows[0] ?? {}, asked)).toMatchObject({
      totals: { principal, admin_fee: fee, total_amount: total },
    });
    for (const [key, count] of [
      ['sales', 3],
      ['refunded', 1],
      ['failed', 1],
    ] as const)
      expect([key, await opened(report, key, report.rows[0] ?? {}, asked)]).toMatchObject([
        key,
        { total: count },
      ]);
    const ppob = await read(`ppob?by=SELLER&${asked}`);
    expect(ppob.rows).toMatchObject([{ sales: 3, delivered: 1, refunded: 1, failed: 1, waiting: 0 }]);
    // Minutes later by the clock: the session was renewed meanwhile.
    const closed = await (await desk.with(app, 'kasir')).close(id, 582_000);
    expect(closed.body.state).toBe('CLOSED');
  });
});

describe('what has the same name', () => {
  it('stands in rows of its own, and each opens its own: collectors, sellers, policies', async () => {
    await app.database.query(
      `INSERT INTO kebijakan_denda (name, valid_from, valid_to, mode, amount) VALUES
         ('Denda keterlambatan', '2024-01', '2025-09', 'FLAT_PER_BILL', 5000), ('Denda keterlambatan', '2025-10', NULL, 'FLAT_PER_BILL', 10000)`,
    );
    app.get(PolicyBook).forget();
    const banks = [await app.make.bank(), await app.make.bank()];
    const amounts: number[] = [];
    for (const [index, bank] of banks.entries())
      amounts.push(await pay(bank, await owing(index === 0 ? '2025-09' : '2025-10', 20)));
    await app.database.query("UPDATE penerima SET name = 'Bank Sultra' WHERE id = ANY ($1)", [
      banks.map(({ id }) => id),
    ]);
    const days = 'by=COLLECTOR&from=2026-01-15&to=2026-01-15';
    const revenue = await read(`revenue?${days}`);
    const rows = revenue.rows.filter(({ heading }) => heading === 'Bank Sultra');
    expect(rows.map(({ total }) => total)).toEqual(amounts);
    for (const row of rows)
      expect(await opened(revenue, 'total', row, days)).toMatchObject({ totals: { total: row.total } });

    const periods = 'by=POLICY&from=2025-09&to=2025-10';
    const penalties = await read(`penalty-statistics?${periods}`);
    expect(penalties.rows.map(({ heading, bills, charged }) => [heading, bills, charged])).toEqual([
      ['Denda keterlambatan (2024-01)', 1, 5_000],
      ['Denda keterlambatan (2025-10)', 1, 10_000],
    ]);
    for (const row of penalties.rows)
      expect(await opened(penalties, 'charged', row, periods)).toMatchObject({
        totals: { charged: row.charged },
      });
  });

  it('stands in rows of its own: two cashiers of a drawer', async () => {
    app.clock.set('2026-05-04T09:00:00+08:00');
    const first = await CounterDesk.at(app);
    const desks = [first, await first.with(app, 'kasir2')];
    await app.database.query("UPDATE pengguna SET name = 'Siti Aminah' WHERE username = 'kasir2'");
    const amounts: number[] = [];
    for (const desk of desks) {
      const there = 500_000 + amounts.reduce((sum, amount) => sum + amount, 0);
      const { id } = (await desk.open(there)).body;
      const water = await desk.water((await owing('2026-03', 20, '2026-05-20')).customer_number);
      expect((await desk.sell({ water: [water], cash_given: water.amount })).status).toBe(201);
      amounts.push(water.amount);
      expect((await desk.close(id, there + water.amount)).body.state).toBe('CLOSED');
    }
    const { rows } = await read('counter-receipts?from=2026-05-04&to=2026-05-04');
    expect(rows.map(({ cashier, net }) => [cashier, net])).toEqual(
      amounts.map((amount) => ['Siti Aminah', amount]),
    );
  });

  it('and receipts of one area are those the same report says of it among all', async () => {
    const area = await app.make.region();
    const customer = await app.make.customer({ region: area });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 11 });
    const amount = await pay(await app.make.bank({ adminFee: 0 }), customer);
    const days = 'from=2026-01-15&to=2026-01-15';
    const all = await read(`revenue?by=REGION&${days}`);
    const asked = `by=CHANNEL&${days}&region=${String(area.id)}`;
    const one = await read(`revenue?${asked}`);
    expect(one.totals.total).toBe(amount);
    expect(all.rows.find(({ region_id: id }) => id === area.id)?.total).toBe(amount);
    expect(all.totals.total).toBeGreaterThan(amount);
    expect(await opened(one, 'total', one.rows[0] ?? {}, asked)).toMatchObject({ totals: { total: amount } });
  });
});

it('the pace of a month before that is shorter ends with its last day', async () => {
  const bank = await app.make.bank({ adminFee: 0 });
  const [timely, later] = [await owing('2025-10'), await owing('2025-10', 30)];
  app.clock.set('2025-11-30T20:00:00+08:00');
  await pay(bank, timely);
  app.clock.set('2025-12-01T06:00:00+08:00');
  await pay(bank, later);
  app.clock.set('2026-01-02T09:00:00+08:00');
  const pace = await read('collection-pace?period=2025-11');
  expect(pace.rows).toHaveLength(31);
  const [last, end] = pace.rows.slice(-2);
  expect([last?.day, last?.until_before, end?.day, end?.until_before]).toEqual([
    '30',
    '2025-11-30',
    '31',
    '2025-11-30',
  ]);
  expect(last?.paid_before).toBeGreaterThan(0);
  expect(end?.paid_before).toBe(last?.paid_before);
  expect(await opened(pace, 'paid_before', end ?? {}, 'period=2025-11')).toMatchObject({
    totals: { total: end?.paid_before },
  });
});

it('a figure of a year opens no ledger that refuses a year; that of a quarter opens it', async () => {
  await pay(await app.make.bank(), await owing('2025-12', 12));
  for (const [key, figure] of [
    ['trial-balance', 'debit'],
    ['cash-position', 'received'],
  ] as const) {
    const year = 'from=2025-04-01&to=2026-03-31';
    const whole = await read(`${key}?${year}`);
    expect(whole.totals[figure]).toBeGreaterThan(0);
    for (const row of whole.rows) expect(await opened(whole, figure, row, year)).toBeNull();
    const quarter = 'from=2026-01-01&to=2026-03-31';
    const report = await read(`${key}?${quarter}`);
    const [row] = report.rows.filter(({ account }) => account === '1130');
    expect(await opened(report, figure, row ?? {}, quarter)).toMatchObject({
      totals: { debit: row?.[figure] },
    });
  }
  const year = 'by=CHANNEL&from=2025-04-01&to=2026-03-31';
  const receipts = await read(`revenue?${year}`);
  expect(receipts.rows.length).toBeGreaterThan(0);
  for (const row of receipts.rows) expect(await opened(receipts, 'total', row, year)).toBeNull();
});
