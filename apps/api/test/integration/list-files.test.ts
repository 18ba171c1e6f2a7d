import { inflateRawSync } from 'node:zlib';
import { DOCUMENTED_LISTS, HttpCaller, testApp, type TestCustomer } from '../support';

/* What every list does with the rows of a filter: adds them up, takes ticked ones, makes a spreadsheet of them. */

const app = testApp({ jobs: false });

let token: string;
let caller: HttpCaller;
let customers: TestCustomer[];

interface PageBody {
  data: { id: number }[];
  meta: { total: number; totals?: Record<string, number> };
}

beforeAll(async () => {
  ({ token } = await app.logIn('super'));
  caller = new HttpCaller(app.url, { authorization: `Bearer ${token}` });
  customers = [];
  for (let index = 0; index < 3; index += 1) customers.push(await app.make.customer());
  for (const [index, customer] of customers.entries())
    await app.make.issuedBill({ customer, period: '2025-12', usage: 10 + index });
});

const PATHS = DOCUMENTED_LISTS.map(({ path }) => path).filter(
  (path) => !path.endsWith('/export') && !path.includes('{'),
);

const page = async (path: string) => {
  const answer = await caller.get<PageBody>(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};

describe.each(PATHS)('%s', (path) => {
  it('adds up only when asked, and counts the same rows', async () => {
    const plain = await page(path);
    expect(plain.meta.totals).toBeUndefined();
    const { meta } = await page(`${path}?totals=true`);
    expect(Object.values(meta.totals ?? { none: '' }).every(Number.isSafeInteger)).toBe(true);
    // the log grows by what is asked of it
    if (!path.includes('activity-log')) expect(meta.total).toBe(plain.meta.total);
    expect((await caller.get(`${path}?totals=yes`)).status).toBe(400);
  });

  it('takes the rows that were ticked, and nothing that is no number', async () => {
    const { data } = await page(path);
    const ids = data.slice(0, 2).map(({ id }) => id);
    if (ids.length > 0) {
      const ticked = await page(`${path}?ids=${ids.join()}`);
      expect(ticked.data.map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect(ticked.meta.total).toBe(ids.length);
    }
    for (const wrong of ['0', 'a', '1,', '1;2', '-1', '9'.repeat(20), Array(501).fill('1').join()])
      expect([wrong, (await caller.get(`${path}?ids=${wrong}`)).status]).toEqual([wrong, 400]);
  });
});

describe('the totals of bills', () => {
  it('are the sums of the column, for the filter, the search and what is ticked', async () => {
    const { data } = (
      await caller.get<{ data: { id: number; principal: number; state: string }[] }>('/bills')
    ).body;
    const sum = (rows: typeof data) => rows.reduce((total, { principal }) => total + principal, 0);
    expect(data.length).toBe(3);
    expect((await page('/bills?totals=true')).meta.totals?.principal).toBe(sum(data));
    const [first] = data;
    if (first === undefined) throw new Error('no bill');
    expect((await page(`/bills?totals=true&ids=${String(first.id)}`)).meta.totals?.principal).toBe(
      first.principal,
    );
    expect((await page('/bills?totals=true&state=PAID')).meta.totals).toEqual({
      usage_m3: 0,
      water: 0,
      fixed: 0,
      principal: 0,
      penalty: 0,
      total: 0,
    });
  });
});

it('the totals of payments leave out what was reversed; its row stays', async () => {
  const bank = (await app.make.bank({ code: 'SULTRA' })).client();
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const inquiry = (await bank.verify({ customer_number: customer.customer_number })).body as {
    inquiry_id: string;
    total_amount: number;
  };
  const paid = await bank.process({
    bank_reference: 'R/1',
    inquiry_id: inquiry.inquiry_id,
    amount: inquiry.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
  const totals = async () => (await page('/payments?totals=true')).meta;
  expect(await totals()).toMatchObject({ total: 1, totals: { amount: inquiry.total_amount } });
  await bank.reversal({ bank_reference: 'R/1', reversal_reference: 'RV/1', reason: 'salah input' });
  expect(await totals()).toMatchObject({ total: 1, totals: { amount: 0, bank_amount: 0 } });
});

it('customers owe in sum what each of them owes', async () => {
  const { data } = (await caller.get<{ data: { open_amount: number; open_bills: number }[] }>('/customers'))
    .body;
  const { totals } = (await page('/customers?totals=true')).meta;
  expect(totals?.open_amount).toBe(data.reduce((sum, row) => sum + row.open_amount, 0));
  expect(totals?.open_bills).toBe(data.reduce((sum, row) => sum + row.open_bills, 0));
});

/** The first sheet of a workbook, out of the archive it is. */
function sheetOf(file: Buffer): string {
  const name = 'xl/worksheets/sheet1.xml';
  const entry = file.lastIndexOf(name) - 46;
  expect(file.readUInt32LE(entry)).toBe(0x02014b50);
  const [size, offset] = [file.readUInt32LE(entry + 20), file.readUInt32LE(entry + 42)];
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(start, start + size);
  return (file.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
}

async function workbook(path: string): Promise<{ name: string | null; sheet: string; whole: string }> {
  const answer = await fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect([path, answer.status]).toEqual([path, 200]);
  expect(answer.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  const file = Buffer.from(await answer.arrayBuffer());
  return {
    name: answer.headers.get('content-disposition'),
    sheet: sheetOf(file),
    whole: file.toString('latin1'),
  };
}

describe('a spreadsheet', () => {
  it('has amounts as numbers and identifiers as text, each row of the filter once', async () => {
    const { data } = (await caller.get<{ data: { bill_number: string; principal: number }[] }>('/bills'))
      .body;
    const { name, sheet } = await workbook('/api/v1/bills/export?format=xlsx');
    expect(name).toMatch(/^attachment; filename="[a-z-]+\.xlsx"$/);
    expect(sheet.match(/<row /g)).toHaveLength(data.length + 1);
    for (const { principal } of data) expect(sheet).toContain(`<v>${String(principal)}</v>`);
    // A number of eighteen digits would lose its last ones.
    for (const { bill_number: number } of data) expect(sheet).not.toContain(`<v>${number}</v>`);
  });

  it('has shares and averages as numbers as well, with their decimals', async () => {
    const path = '/reports/usage';
    const query = 'by=CATEGORY&from=2025-12&to=2025-12';
    const [row] = (await caller.get<{ rows: { price: number; each: number }[] }>(`${path}?${query}`)).body
      .rows;
    const { sheet } = await workbook(`/api/v1${path}/export?${query}&format=xlsx`);
    expect(row?.price).toBeGreaterThan(0);
    for (const figure of [row?.price, row?.each]) expect(sheet).toContain(`<v>${String(figure)}</v>`);
  });

  it.each(PATHS.filter((path) => DOCUMENTED_LISTS.some((list) => list.path === `${path}/export`)))(
    'is there for %s, with a bad filter answered before it',
    async (path) => {
      const { sheet } = await workbook(`${path}/export?format=xlsx`);
      expect(sheet).toContain('<row ');
      expect((await caller.get(`${path}/export?format=xlsx&nobody_knows=1`)).status).toBe(400);
      expect((await caller.get(`${path}/export?format=pdf`)).status).toBe(400);
    },
  );

  it('takes only the ticked rows', async () => {
    const { data } = await page('/bills');
    const { sheet } = await workbook(`/api/v1/bills/export?format=xlsx&ids=${String(data[0]?.id)}`);
    expect(sheet.match(/<row /g)).toHaveLength(2);
  });

  it('of more than it can carry is refused with the way out, and the same filter goes as CSV', async () => {
    await app.database.query(
      `INSERT INTO log_aktivitas (actor_kind, action, entity_type) SELECT 'SYSTEM', 'test.many', 'test' FROM generate_series(1, 50001)`,
    );
    const refused = await caller.get<{ code: string }>('/activity-log/export?format=xlsx&action=test.many');
    expect([refused.status, refused.body.code]).toEqual([422, 'export.too_large']);
    const csv = await caller.get('/activity-log/export?action=test.many');
    expect(csv.text.trimEnd().split('\n')).toHaveLength(50_002);
  });
});
