import { DOCUMENTED_LISTS, testApp, type HttpCaller, type TestCustomer } from '../support';

/* What becomes of a CSV when somebody opens it in a spreadsheet and saves it. */

const app = testApp({ jobs: false });

let caller: HttpCaller;
let customer: TestCustomer;

const REFERENCE = '000123456789012345';
const PHONE = '081355501234';

/** Cells of a CSV with `;`, quotes taken off. */
function cellsOf(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

/**
 * What Excel and LibreOffice keep of a cell: what reads as a number becomes one, of 15 digits; blanks around a number
 * do not count, a tab does. A formula becomes what it computes.
 */
function savedAgain(cell: string): string {
  if (/^[=+\-@]/.test(cell) && Number.isNaN(Number(cell))) return '#formula';
  const text = cell.replaceAll(/^[ \u00a0]+|[ \u00a0]+$/g, '');
  if (!/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) return cell;
  return String(Number(Number(text).toPrecision(15)));
}

const addressOf = (path: string): string => path.replaceAll(/\{[^}]+\}/g, String(customer.id));

beforeAll(async () => {
  caller = await app.as('super');
  customer = await app.make.customer();
  const [second] = [await app.make.customer({ name: '=1+1' })];
  for (const { id, period } of [
    { id: customer, period: '2025-12' },
    { id: second, period: '2025-12' },
  ])
    await app.make.issuedBill({ customer: id, period, usage: 25 });
  const path = `/customers/${String(customer.id)}`;
  const { version } = (await caller.get<{ version: number }>(path)).body;
  expect((await caller.patch(path, { version, phone: PHONE })).status).toBe(200);
  expect((await caller.post('/regions', { code: '07', name: '12345' })).status).toBe(201);
  const client = (await app.make.bank({ code: 'SULTRA' })).client();
  const inquiry = (await client.verify({ customer_number: customer.customer_number })).body as {
    inquiry_id: string;
    total_amount: number;
  };
  const paid = await client.process({
    bank_reference: REFERENCE,
    inquiry_id: inquiry.inquiry_id,
    amount: inquiry.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
  await app.database.query(
    "UPDATE meter SET serial = '0012345678901234' WHERE customer_id = $1 AND removed_on IS NULL",
    [customer.id],
  );
});

const EXPORTS = DOCUMENTED_LISTS.map(({ path }) => path).filter((path) => path.endsWith('/export'));

it.each(EXPORTS)('%s comes back from a spreadsheet as it went in', async (path) => {
  const { text } = await caller.get(addressOf(path));
  const [, ...rows] = cellsOf(text);
  for (const row of rows) expect(row.map(savedAgain)).toEqual(row);
});

it.each([
  ['/customers/export', () => [customer.customer_number, PHONE, '0012345678901234']],
  ['/bills/export', () => [customer.customer_number, `${customer.customer_number}202512`]],
  ['/payments/export', () => [customer.customer_number, REFERENCE]],
  ['/regions/export', () => ['07']],
])('%s holds its identifiers digit for digit', async (path, identifiers) => {
  const cells = cellsOf((await caller.get(path)).text).flat();
  for (const identifier of identifiers())
    expect(cells.map(savedAgain).map((cell) => cell.trim())).toContain(identifier);
});

it('the sheet of a reader holds numbers of meters and codes of routes digit for digit', async () => {
  const route = await app.database.one<{ code: string }>(
    'SELECT x.code FROM pelanggan c JOIN rute x ON x.id = c.route_id WHERE c.id = $1',
    [customer.id],
  );
  expect(route.code).toMatch(/^0/);
  const cells = cellsOf((await caller.get('/reports/unread/export?period=2026-01')).text).flat();
  const saved = cells.map(savedAgain).map((cell) => cell.trim());
  expect(saved).toEqual(expect.arrayContaining([route.code, '0012345678901234']));
});

it('keeps amounts numbers, to calculate with', async () => {
  const [header = [], ...rows] = cellsOf((await caller.get('/payments/export')).text);
  const total = header.indexOf('Total dibayar');
  expect(rows.map((row) => row[total])).toEqual(['72500']);
});

it('says the state of a thing in words, and not by its code', async () => {
  const cells = cellsOf((await caller.get('/customers/export')).text).flat();
  expect(cells).toContain('Aktif');
  expect(cells).not.toContain('AKTIF');
});

it('makes formulas inert, also in a name', async () => {
  const cells = cellsOf((await caller.get('/customers/export')).text).flat();
  expect(cells).toContain("'=1+1");
});

it.each(EXPORTS)('%s speaks the language of its reader', async (path) => {
  const [indonesian = []] = cellsOf((await caller.get(addressOf(path))).text);
  const [english = []] = cellsOf(
    (await caller.get(addressOf(path), { headers: { 'accept-language': 'en' } })).text,
  );
  expect(english).toHaveLength(indonesian.length);
  expect(english).not.toEqual(indonesian);
});

it('names states in the language of the reader', async () => {
  const english = await caller.get('/payments/export', { headers: { 'accept-language': 'en' } });
  expect(english.text).toMatch(/Business date;.*;State\n.*;Posted\n/s);
  expect((await caller.get('/payments/export')).text).toMatch(
    /Tanggal buku;.*;Status\n.*;Teller;.*;Dibukukan\n/s,
  );
  const bills = await caller.get('/bills/export?state=PAID', { headers: { 'accept-language': 'en' } });
  expect(bills.text).toMatch(/Bill no\.;Customer no\.;.*;Paid;/s);
});
