import fc from 'fast-check';
import { keyForm, phoneForm, searchForm } from '@tirtapay/domain';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

/* What is stored and what is asked meet in one form. */

const app = testApp({ jobs: false });

let caller: HttpCaller;
let jose: TestCustomer;
let aini: TestCustomer;

beforeAll(async () => {
  caller = await app.as('super');
  jose = await app.make.customer({ name: 'José Đặng' });
  aini = await app.make.customer({ name: 'Nur’aini La Ode' });
  await app.database.query("UPDATE pelanggan SET phone = '081234500001' WHERE id = $1", [jose.id]);
  await app.database.query("UPDATE pelanggan SET phone = '+62 812-3450-0002' WHERE id = $1", [aini.id]);
  await app.database.query("UPDATE meter SET serial = 'Mtr-AB.12' WHERE customer_id = $1", [jose.id]);
  await app.database.query("INSERT INTO pelanggan_alias (alias, customer_id) VALUES ('Pdam/00.17', $1)", [
    aini.id,
  ]);
  await app.make.issuedBill({ customer: jose, period: '2025-12', usage: 25 });
});

const grouped = (number: string, by: string) => number.replaceAll(/(\d{4})(?=\d)/g, `$1${by}`);

async function found(path: string, q: string): Promise<number[]> {
  const answer = await caller.get<{ data: { id: number }[] }>(`${path}?q=${encodeURIComponent(q)}`);
  expect([q, answer.status]).toEqual([q, 200]);
  return answer.body.data.map(({ id }) => id);
}

describe('a customer is found', () => {
  it.each([
    'jose',
    'JOSÉ',
    'dang',
    'José  Đặng',
    ' jose  dang ',
    'jo',
    '081234500001',
    '+6281234500001',
    '0812 3450 0001',
    '62 812-3450-0001',
    'mtr-ab.12',
    'MTR - AB.12',
    'mtr-a',
  ])('José by %s', async (q) => {
    expect(await found('/customers', q)).toEqual([jose.id]);
  });

  it.each([
    "nur'aini",
    'nur’aini',
    'NURAINI',
    'nur`aini',
    'nuraini  la ode',
    '081234500002',
    '+62 81234500002',
    'pdam/00',
  ])('Nur’aini by %s', async (q) => {
    expect(await found('/customers', q)).toEqual([aini.id]);
  });

  it('by the number as it is printed on a receipt, in groups', async () => {
    for (const by of [' ', '-', '.', '\u00a0', '  '])
      expect(await found('/customers', grouped(jose.customer_number, by))).toEqual([jose.id]);
  });

  it('by no sign that stands for anything, and by an apostrophe as by nothing at all', async () => {
    expect(await found('/customers', '%_%')).toEqual([]);
    expect(await found('/customers', '_ose')).toEqual([]);
    expect(await found('/customers', "'")).toEqual(await found('/customers', ''));
  });
});

describe('keys a person types', () => {
  it.each(['PDAM/00.17', 'pdam/00.17', ' Pdam / 00.17 '])('the older number %s', async (alias) => {
    const answer = await caller.get<{ id: number }>(`/customers/by-number/${encodeURIComponent(alias)}`);
    expect([answer.status, answer.body.id]).toEqual([200, aini.id]);
  });

  it('a meter is one meter however it is written', async () => {
    await expect(
      app.database.query("UPDATE meter SET serial = 'MTR-ab.12' WHERE customer_id = $1", [aini.id]),
    ).rejects.toThrow('meter_serial_active');
  });

  it('a bill by its number in groups, a payment by its reference in any case', async () => {
    const bill = `${jose.customer_number}202512`;
    expect(await found('/bills', grouped(bill, ' '))).toHaveLength(1);
    expect(await found('/bills', 'josé')).toHaveLength(1);
    const client = (await app.make.bank({ code: 'SULTRA' })).client();
    const inquiry = (await client.verify({ customer_number: jose.customer_number })).body as {
      inquiry_id: string;
      total_amount: number;
    };
    const paid = await client.process({
      bank_reference: 'BPD/2026-00Ab',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(paid.status).toBe(200);
    for (const q of [
      'BPD/2026-00Ab',
      'bpd/2026-00ab',
      ' bpd/2026 - 00AB ',
      grouped(jose.customer_number, ' '),
    ])
      expect(await found('/payments', q)).toHaveLength(1);
  });

  it('a user by a name in any case', async () => {
    expect(await found('/users', 'SITTI  rahma')).toHaveLength(1);
    expect(
      (await app.anyone.post('/auth/login', { username: ' Admin ', password: 'TirtaDemo2026!' })).status,
    ).toBe(200);
  });
});

describe('the database', () => {
  it('writes the forms as the program does', async () => {
    const letters = fc.constantFrom(
      ..." \t\u00a0\u200b'’`´-./_%\\AaZzÉéÑñĀāŁłĐđØøıŞşŻżẞß012369+()№½ﬁ王мЖ".split(''),
    );
    // Text that is ASCII alone takes a shorter way to the same form.
    const ascii = fc.constantFrom(..." \t\n\u000b\u0001'`-./_%\\AaZz019+()".split(''));
    const texts = [letters, ascii].flatMap((unit) =>
      fc.sample(fc.string({ unit, maxLength: 30 }), { numRuns: 500, seed: 7 }),
    );
    const rows = await app.database.query<{ s: string; k: string; p: string }>(
      `SELECT search_form(t) AS s, key_form(t) AS k, phone_form(t) AS p
       FROM unnest($1::text[]) WITH ORDINALITY AS written(t, place) ORDER BY place`,
      [texts],
    );
    expect(rows).toEqual(texts.map((t) => ({ s: searchForm(t), k: keyForm(t), p: phoneForm(t) })));
  });

  it.each([
    [
      "(' ' || search_form(customer_number || ' ' || name || ' ' || address)) LIKE '%jose%'",
      'pelanggan',
      'pelanggan_search',
    ],
    ["phone_form(phone) LIKE '0812%'", 'pelanggan', 'pelanggan_phone'],
    ["customer_number LIKE '0101%'", 'pelanggan', 'pelanggan_number_search'],
    ["key_form(serial) LIKE 'mtr%'", 'meter', 'meter_serial_search'],
    ["key_form(alias) LIKE 'pdam%'", 'pelanggan_alias', 'pelanggan_alias_form'],
    ["key_form(alias) = 'pdam'", 'pelanggan_alias', 'pelanggan_alias_form'],
    ["bill_number LIKE '0101%'", 'tagihan', 'tagihan_number_search'],
    ["key_form(bank_reference) = 'x'", 'pembayaran', 'pembayaran_reference_search'],
    ["key_form(receipt_number) = 'x'", 'kwitansi', 'kwitansi_number_search'],
  ])('serves %s from an index', async (condition, table, index) => {
    const plan = await app.database.transaction(async (client) => {
      await client.query('SET LOCAL enable_seqscan = off');
      const explained = await client.query(`EXPLAIN SELECT 1 FROM ${table} WHERE ${condition}`);
      return JSON.stringify(explained.rows);
    });
    expect(plan).toContain(index);
  });
});
