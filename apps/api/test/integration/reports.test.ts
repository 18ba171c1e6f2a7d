import { REPORTS } from '../../src/modules/outward/reporting/reports/reports';
import { STAFF_PASSWORD, testApp, type HttpCaller } from '../support';
import { CounterDesk } from '../support/counter-desk';
import { SandboxSupplier } from '../support/sandbox-supplier';

const app = testApp({ jobs: false });

interface Report {
  key: string;
  title: string;
  parameters: { name: string; kind: string }[];
  columns: { key: string; cell: string }[];
  rows: Record<string, string | number | null>[];
  totals: Record<string, number>;
}

let manager: HttpCaller;

beforeAll(async () => {
  manager = await app.as('manajer');
  const bank = (await app.make.bank()).client();
  for (const usage of [10, 25]) {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-10', usage });
    if (usage === 10) continue;
    const { body } = await bank.verify({ customer_number: customer.customer_number });
    const { inquiry_id: inquiry, total_amount: total } = body as { inquiry_id: string; total_amount: number };
    const paid = await bank.process({
      inquiry_id: inquiry,
      bank_reference: 'REPORT/1',
      amount: total,
      channel: 'TELLER',
      paid_at: app.clock.text(app.clock.now()),
    });
    expect(paid.status).toBe(200);
  }
  await aDayAtTheCounter();
}, 60_000);

/** Two water bills of which one is taken back, a token, and Rp500 too little in the drawer. */
async function aDayAtTheCounter(): Promise<void> {
  const supplier = await SandboxSupplier.start(app);
  const desk = await CounterDesk.at(app);
  const { id } = (await desk.open()).body;
  const customers = [await app.make.customer(), await app.make.customer()];
  for (const customer of customers) await app.make.issuedBill({ customer, period: '2025-11', usage: 20 });
  const water = await Promise.all(customers.map(({ customer_number: number }) => desk.water(number)));
  const sales = [
    { customer_name: 'Andi', meter_number: '12345678901', nominal: 10_000, service_code: 'PLN' },
  ];
  const sold = await desk.sell({ water, sales, cash_given: 1_000_000 });
  expect(sold.status).toBe(201);
  const reversed = await desk.caller.post(
    `/counter/payments/${String(sold.body.water[1]?.payment_id)}/reversal`,
    { reason: 'Salah nomor pelanggan', supervisor: { username: 'admin', password: STAFF_PASSWORD } },
  );
  expect(reversed.status).toBe(200);
  const [first] = water;
  const closed = await desk.close(id, 500_000 + (first?.amount ?? 0) + 11_500 - 500, 'Kurang lima ratus');
  expect(closed.body.state).toBe('CLOSED');
  await supplier.stop();
}

const DAYS = '?from=2020-01-01&to=2030-12-31';
const WIDE: Readonly<Record<string, string>> = {
  payments: DAYS,
  'counter-receipts': DAYS,
  'counter-differences': DAYS,
  'counter-pieces': DAYS,
  'counter-services': DAYS,
  penalties: '?from=2020-01&to=2030-12',
  arrears: '',
};

describe('reports', () => {
  it('are listed for whoever may read them, with what each asks for', async () => {
    const { body } = await manager.get<Report[]>('/reports');
    expect(body.map(({ key }) => key)).toEqual(REPORTS.map(({ key }) => key));
    expect(body[0]?.parameters.map(({ name }) => name)).toEqual(['from', 'to']);
    expect((await (await app.as('petugas')).get('/reports')).status).toBe(403);
    expect((await (await app.as('petugas')).get(`/reports/payments${WIDE.payments ?? ''}`)).status).toBe(403);
  });

  it.each(REPORTS.map(({ key }) => key))(
    '%s gives the columns it declares, and adds them up to the last rupiah, on the page as in the file',
    async (key) => {
      const { status, body } = await manager.get<Report>(`/reports/${key}${WIDE[key] ?? ''}`);
      expect(status).toBe(200);
      const declared = REPORTS.find((report) => report.key === key)?.columns.map((column) => column.key);
      for (const row of body.rows) expect(Object.keys(row)).toEqual(declared);
      for (const [column, total] of Object.entries(body.totals))
        expect(total).toBe(body.rows.reduce((sum, row) => sum + Number(row[column]), 0));
      const { text } = await manager.get(`/reports/${key}/export${WIDE[key] ?? ''}`);
      expect(text.trimEnd().split('\n')).toHaveLength(body.rows.length + 1);
    },
  );

  it('of payments is what the books received', async () => {
    const { body } = await manager.get<Report>(`/reports/payments${WIDE.payments ?? ''}`);
    const books = await app.database.one<{ amount: number }>(
      `SELECT coalesce(sum(amount), 0)::bigint AS amount FROM pembayaran p
       WHERE kind = 'PAYMENT' AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)`,
    );
    expect(body.totals.amount).toBe(books.amount);
    expect(body.totals.amount).toBeGreaterThan(0);
  });

  it('of the counters tie to the drawer: received, sold, counted and missing', async () => {
    const read = async (key: string) => (await manager.get<Report>(`/reports/${key}${DAYS}`)).body;
    const [receipts, differences, pieces, services] = [
      await read('counter-receipts'),
      await read('counter-differences'),
      await read('counter-pieces'),
      await read('counter-services'),
    ];
    expect(receipts.rows).toHaveLength(1);
    expect(receipts.rows[0]).toMatchObject({ cashier: 'Siti Aminah', payments: 2, sheets: 2 });
    expect(receipts.totals.reversed).toBe(receipts.totals.net);
    expect(services.rows[0]).toMatchObject({ service: 'Token Listrik PLN', sales: 1, total: 11_500 });
    expect(differences.rows[0]).toMatchObject({ difference: -500, reason: 'Kurang lima ratus' });
    const { opening, expected, counted } = differences.totals;
    expect(expected).toBe((opening ?? 0) + (receipts.totals.net ?? 0) + (services.totals.total ?? 0));
    expect(pieces.totals.amount).toBe(counted);
  });

  it('refuse a day that does not exist, naming it, and a report that is none', async () => {
    for (const path of [
      '/reports/payments?from=2025-02-30&to=2025-03-01',
      '/reports/payments?to=2025-03-01',
    ]) {
      const wrong = await manager.get<{ errors: { pointer: string }[] }>(path);
      expect([wrong.status, wrong.body.errors[0]?.pointer]).toEqual([400, '?from']);
    }
    expect((await manager.get('/reports/payments/export?from=x&to=y')).status).toBe(400);
    expect((await manager.get('/reports/nothing')).status).toBe(404);
  });
});
