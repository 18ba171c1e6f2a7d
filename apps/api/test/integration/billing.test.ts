import { createHash } from 'node:crypto';
import { BillRunWorker, DraftBills } from '../../src/modules/water/billing';
import { Database } from '../../src/platform/database';
import { testApp, type HttpCaller, type TestCustomer, type TestRegion } from '../support';

// Without the queue: each test decides itself when a worker runs, and when it dies.
const app = testApp({ jobs: false });

interface Run {
  id: number;
  status: string;
  total: number;
  issued: number;
  failed: number;
  skipped: number;
  amount: number;
  started_at: string | null;
  finished_at: string | null;
  failures: { bill_number: string; reason: string }[];
}
interface BillBody {
  id: number;
  bill_number: string;
  state: string;
  principal: number;
  penalty: number;
  total: number;
  lines: { kind: string; amount: number; formula: string }[];
  trace: string[];
  tariff_version: { tariff_code: string };
  penalty_entries: unknown[];
  payment: { receipt_number: string; bank_name: string } | null;
}
interface ProblemBody {
  code: string;
}

let admin: HttpCaller;
beforeAll(async () => {
  admin = await app.as('admin');
});

const PERIOD = '2025-12';

/** Draft bills of a region of its own, customer number n using n m³. */
async function drafts(
  count: number,
  usageOf: (n: number) => number = (n) => n % 60,
): Promise<{ region: TestRegion; customers: TestCustomer[] }> {
  const region = await app.make.region();
  const customers: TestCustomer[] = [];
  for (let index = 0; index < count; index += 1) customers.push(await app.make.customer({ region }));
  const ids: number[] = [];
  for (const [index, customer] of customers.entries())
    ids.push((await app.make.reading({ customer, period: PERIOD, usage: usageOf(index) })).id);
  const written = await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, ids));
  expect(written).toBe(count);
  return { region, customers };
}

async function start(region: TestRegion): Promise<Run> {
  const answer = await admin.post<Run>('/bill-runs', { period: PERIOD, region_id: region.id });
  expect(answer.status).toBe(202);
  return answer.body;
}

const run = async (id: number) => (await admin.get<Run>(`/bill-runs/${String(id)}`)).body;

/** What the run left in the books, without ids: equal for equal readings, however the run went. */
async function fingerprint(region: TestRegion): Promise<string> {
  const rows = await app.database.query(
    `SELECT b.period, b.usage_m3, b.water_amount, b.fixed_amount, b.principal, b.state, b.due_date::text,
       (SELECT jsonb_agg(jsonb_build_array(l.account, l.debit, l.credit) ORDER BY l.account)
        FROM jurnal j JOIN jurnal_baris l ON l.journal_id = j.id WHERE j.entity_type = 'tagihan' AND j.entity_id = b.id) AS journal
     FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id WHERE c.region_id = $1 ORDER BY c.customer_number`,
    [region.id],
  );
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

describe('drafts', () => {
  it('writes one per reading, however often it is asked', async () => {
    const customer = await app.make.customer();
    const { id } = await app.make.reading({ customer, period: PERIOD, usage: 31 });
    const write = () => app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [id, id]));
    const written = await Promise.all([write(), write(), write()]);
    expect(written.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [id]))).toBe(0);
    const stored = await app.database.query(
      `SELECT l.kind, l.quantity, l.rate, l.amount FROM tagihan b JOIN tagihan_rincian l ON l.bill_id = b.id
       WHERE b.customer_id = $1 ORDER BY l.seq`,
      [customer.id],
    );
    expect(stored).toEqual([
      { kind: 'WATER_BLOCK', quantity: 10, rate: 2_000, amount: 20_000 },
      { kind: 'WATER_BLOCK', quantity: 10, rate: 2_500, amount: 25_000 },
      { kind: 'WATER_BLOCK', quantity: 10, rate: 3_000, amount: 30_000 },
      { kind: 'WATER_BLOCK', quantity: 1, rate: 4_000, amount: 4_000 },
      { kind: 'FIXED', quantity: 1, rate: 10_000, amount: 10_000 },
    ]);
  });
});

describe('a run', () => {
  it('previews, issues, and books every bill once', async () => {
    const { region } = await drafts(12, () => 25);
    const preview = await admin.post<{ count: number; usage_m3: number; amount: number; sample: BillBody[] }>(
      '/bill-runs/preview',
      { period: PERIOD, region_id: region.id },
    );
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ count: 12, usage_m3: 300, amount: 840_000 });
    expect(preview.body.sample).toHaveLength(10);

    const queued = await start(region);
    expect(queued).toMatchObject({ status: 'QUEUED', issued: 0, started_at: null });
    const again = await admin.post<ProblemBody>('/bill-runs', { period: PERIOD, region_id: region.id });
    expect([again.status, again.body.code]).toEqual([409, 'issue_run.running']);

    await app.get(BillRunWorker).run(queued.id);
    expect(await run(queued.id)).toMatchObject({
      status: 'DONE',
      total: 12,
      issued: 12,
      failed: 0,
      skipped: 0,
      amount: 840_000,
      failures: [],
    });
    const books = await app.database.one<{ receivable: number; water: number; fixed: number }>(
      `SELECT sum(l.debit) FILTER (WHERE l.account = '1210')::int AS receivable,
         sum(l.credit) FILTER (WHERE l.account = '4110')::int AS water,
         sum(l.credit) FILTER (WHERE l.account = '4120')::int AS fixed
       FROM tagihan b JOIN jurnal j ON j.entity_type = 'tagihan' AND j.entity_id = b.id JOIN jurnal_baris l ON l.journal_id = j.id
       WHERE b.issue_run_id = $1`,
      [queued.id],
    );
    expect(books).toEqual({ receivable: 840_000, water: 720_000, fixed: 120_000 });
    const news = await app.database.query(
      "SELECT topic, payload ->> 'issued' AS issued FROM outbox WHERE topic LIKE 'bill_run.%' AND entity_id = $1",
      [queued.id],
    );
    expect(news).toEqual([{ topic: 'bill_run.finished', issued: '12' }]);
  });

  it('goes on after a kill between two chunks and ends as if nothing had happened', async () => {
    const golden = await drafts(620);
    const killed = await drafts(620);
    const worker = app.get(BillRunWorker);
    const uninterrupted = await start(golden.region);
    await worker.run(uninterrupted.id);

    const { id } = await start(killed.region);
    const attempt = await worker.begin(id);
    if (attempt === null) throw new Error('the run was not open');
    await worker.issueChunk(attempt, 0);
    expect(await run(id)).toMatchObject({ status: 'RUNNING', total: 620, issued: 500, finished_at: null });

    await worker.run(id);
    const finished = await run(id);
    const { issued, total, failed, skipped, amount } = await run(uninterrupted.id);
    expect(finished).toMatchObject({ status: 'DONE', issued, total, failed, skipped, amount });
    expect(await fingerprint(killed.region)).toBe(await fingerprint(golden.region));

    // The first attempt was only frozen, and wakes up now: it may not write any more.
    await expect(worker.issueChunk({ ...attempt, period: '2099-01' }, 0)).resolves.toBeNull();
    const stray = await app.make.reading({
      customer: await app.make.customer({ region: killed.region }),
      period: PERIOD,
      usage: 3,
    });
    await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [stray.id]));
    await expect(worker.issueChunk(attempt, 0)).rejects.toThrow();
    expect((await run(id)).issued).toBe(620);
  });

  it('issues no bill twice when two workers and an overlapping run go at it at once', async () => {
    const { region } = await drafts(520, () => 25);
    const worker = app.get(BillRunWorker);
    const own = await start(region);
    const all = await admin.post<Run>('/bill-runs', { period: PERIOD });
    await Promise.all([worker.run(own.id), worker.run(own.id), worker.run(all.body.id)]);
    const [first, second] = [await run(own.id), await run(all.body.id)];
    expect([first.status, second.status]).toEqual(['DONE', 'DONE']);
    const { n, journals } = await app.database.one<{ n: number; journals: number }>(
      `SELECT count(*)::int AS n, (SELECT count(*)::int FROM jurnal j JOIN tagihan t ON t.id = j.entity_id
         JOIN pelanggan k ON k.id = t.customer_id WHERE j.entity_type = 'tagihan' AND k.region_id = $1) AS journals
       FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id WHERE c.region_id = $1 AND b.state = 'ISSUED'`,
      [region.id],
    );
    expect([n, journals]).toEqual([520, 520]);
    const counted = await app.database.one<{ n: number }>(
      'SELECT count(*)::int AS n FROM tagihan WHERE issue_run_id = $1',
      [own.id],
    );
    expect(first.issued).toBe(counted.n);
    expect(first.issued + first.skipped).toBe(first.total);
  });

  it('issues the others when one draft is broken, names it, and finishes it later', async () => {
    const { region, customers } = await drafts(9, () => 25);
    const broken = await app.database.one<{ id: number; bill_number: string }>(
      'SELECT id::int, bill_number FROM tagihan WHERE customer_id = $1',
      [customers[4]?.id],
    );
    await app.database.query(
      'UPDATE tagihan SET water_amount = water_amount + 5, principal = principal + 5 WHERE id = $1',
      [broken.id],
    );
    const { id } = await start(region);
    await app.get(BillRunWorker).run(id);
    const after = await run(id);
    expect(after).toMatchObject({ status: 'PARTIAL', total: 9, issued: 8, failed: 1 });
    expect(after.failures).toEqual([{ bill_number: broken.bill_number, reason: 'LINES_DO_NOT_ADD_UP' }]);
    const news = await app.database.query(
      "SELECT topic FROM outbox WHERE entity_id = $1 AND topic LIKE 'bill_run.%'",
      [id],
    );
    expect(news).toEqual([{ topic: 'bill_run.failed' }]);

    await app.database.query(
      'UPDATE tagihan SET water_amount = water_amount - 5, principal = principal - 5 WHERE id = $1',
      [broken.id],
    );
    const resumed = await admin.post<Run>(`/bill-runs/${String(id)}/resume`);
    expect([resumed.status, resumed.body.status]).toEqual([202, 'QUEUED']);
    await app.get(BillRunWorker).run(id);
    expect(await run(id)).toMatchObject({ status: 'DONE', total: 9, issued: 9, failed: 0, failures: [] });
    const done = await admin.post<Run>(`/bill-runs/${String(id)}/resume`);
    expect(done.body.status).toBe('DONE');
  });

  it('halves its way to a draft the database refuses', async () => {
    const { region, customers } = await drafts(7, () => 25);
    const poison = customers[2]?.id ?? 0;
    await app.database.query(
      `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS
       'BEGIN IF NEW.customer_id = ${String(poison)} THEN RAISE EXCEPTION ''poison'' USING ERRCODE = ''P0XXX''; END IF; RETURN NEW; END'`,
    );
    await app.database.query(
      'CREATE TRIGGER refuse_one BEFORE UPDATE ON tagihan FOR EACH ROW EXECUTE FUNCTION refuse_one()',
    );
    try {
      const { id } = await start(region);
      await app.get(BillRunWorker).run(id);
      expect(await run(id)).toMatchObject({
        status: 'PARTIAL',
        issued: 6,
        failed: 1,
        failures: [{ reason: 'P0XXX' }],
      });
    } finally {
      await app.database.query('DROP TRIGGER refuse_one ON tagihan');
      await app.database.query('DROP FUNCTION refuse_one');
    }
  });

  it('leaves a bill of Rp0 a draft', async () => {
    const free = await app.database.transaction(async (client) => {
      const { rows } = await client.query<{ id: number }>(
        "INSERT INTO tarif (code, name, kelompok) VALUES ('SOSIAL-0', 'Hidran umum', 'I') RETURNING id::int",
      );
      const id = rows[0]?.id ?? 0;
      const version = await client.query<{ id: number }>(
        `INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind)
         VALUES ($1, 1, 'DRAFT', 'SK 1', '2022-01', 'NONE') RETURNING id::int`,
        [id],
      );
      const versionId = version.rows[0]?.id ?? 0;
      await client.query('INSERT INTO tarif_blok (version_id, seq, lower_m3, rate) VALUES ($1, 1, 0, 0)', [
        versionId,
      ]);
      await client.query("UPDATE tarif_versi SET status = 'PENDING' WHERE id = $1", [versionId]);
      await client.query("UPDATE tarif_versi SET status = 'ACTIVE' WHERE id = $1", [versionId]);
      return { id, versionId };
    });
    const region = await app.make.region();
    const standard = await app.make.tariff();
    const customer = await app.make.customer({ region, tariff: { ...standard, ...free } });
    const reading = await app.make.reading({ customer, period: PERIOD, usage: 4 });
    await app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, [reading.id]));
    const preview = await admin.post<{ count: number; excluded: object[] }>('/bill-runs/preview', {
      period: PERIOD,
      region_id: region.id,
    });
    expect(preview.body).toMatchObject({ count: 0, excluded: [{ reason: 'ZERO_AMOUNT', count: 1 }] });
    const { id } = await start(region);
    await app.get(BillRunWorker).run(id);
    expect(await run(id)).toMatchObject({ status: 'DONE', total: 1, issued: 0, skipped: 1 });
  });

  it.each([
    ['no period', {}, 400, 'request.invalid'],
    ['a period that is none', { period: '2025-00' }, 400, 'request.invalid'],
    ['an unknown property', { period: PERIOD, force: true }, 400, 'request.invalid'],
    ['an unknown region', { period: PERIOD, region_id: 999_999 }, 404, 'region.not_found'],
    ['an unknown tariff', { period: PERIOD, tariff_id: 999_999 }, 404, 'tariff.not_found'],
  ])('refuses %s', async (_, body, status, code) => {
    const answer = await admin.post<ProblemBody>('/bill-runs', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is started by whoever may issue bills', async () => {
    for (const name of ['petugas', 'manajer', 'it'] as const)
      expect((await (await app.as(name)).post('/bill-runs', { period: PERIOD })).status).toBe(403);
    expect((await app.anyone.post('/bill-runs', { period: PERIOD })).status).toBe(401);
    expect((await admin.get<ProblemBody>('/bill-runs/999999')).body.code).toBe('issue_run.not_found');
  });
});

describe('bills', () => {
  it('shows a bill with its calculation and, once paid, its payment', async () => {
    const customer = await app.make.customer();
    const { id } = await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
    const before = await admin.get<BillBody>(`/bills/${String(id)}`);
    expect(before.status).toBe(200);
    expect(before.body).toMatchObject({
      state: 'ISSUED',
      principal: 70_000,
      penalty: 0,
      total: 70_000,
      payment: null,
      tariff_version: { tariff_code: 'HALSEL-RT1' },
      penalty_entries: [],
    });
    expect(before.body.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(70_000);
    expect(before.body.lines[0]?.formula).toBe('10 m³ × Rp2.000 = Rp20.000');
    expect(before.body.trace.at(-1)).toContain('Rp70.000');
    const bank = await app.make.bank();
    const inquiry = (await bank.client().verify({ customer_number: customer.customer_number })).body as {
      inquiry_id: string;
      total_amount: number;
    };
    const paid = await bank.client().process({
      bank_reference: 'BILL/1',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(paid.status).toBe(200);
    const after = await admin.get<BillBody>(`/bills/${String(id)}`);
    expect(after.body.state).toBe('PAID');
    expect(after.body.payment?.receipt_number).toContain(bank.code);
    expect((await admin.get<ProblemBody>('/bills/999999999')).body.code).toBe('bill.not_found');
  });

  it('filters, finds what is overdue, and exports', async () => {
    const customer = await app.make.customer({ name: '+62 Toko' });
    await app.make.issuedBill({ customer, period: '2025-11', usage: 10 });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 11 });
    const list = (query: string) =>
      admin.get<{ data: BillBody[]; meta: { total: number } }>(
        `/bills?customer_id=${String(customer.id)}&${query}`,
      );
    expect((await list('overdue=true')).body.data.map((bill) => bill.principal)).toEqual([30_000]);
    expect((await list('overdue=false')).body.data.map((bill) => bill.principal)).toEqual([32_500]);
    expect((await list('state=ISSUED,PAID&sort=period&page_size=1')).body).toMatchObject({
      data: [{ principal: 30_000 }],
      meta: { total: 2, page_size: 1 },
    });
    const csv = await admin.get(`/bills/export?customer_id=${String(customer.id)}`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text.split('\n').filter((line) => line !== '')).toHaveLength(3);
    expect(csv.text).toContain("'+62 Toko");
    for (const query of [
      'state=LOST',
      'sort=id;drop',
      'page_size=101',
      'overdue=yes',
      'region_id=1e3',
      'x=1',
    ])
      expect((await admin.get(`/bills?${query}`)).status).toBe(400);
  });
});
