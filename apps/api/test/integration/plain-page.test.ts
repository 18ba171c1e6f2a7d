import { testApp, type TestCustomer } from '../support';

/* The bills for a browser without scripts. */

const app = testApp({ jobs: false, environment: { TRUSTED_PROXY_CIDRS: '127.0.0.0/8' } });

beforeAll(async () => {
  await app.make.penaltyPolicy();
  await app.make.bank({ code: 'SULTRA' });
});
beforeEach(async () => {
  for (const table of ['rate_limit', 'nomor_ditanya', 'nomor_dikenal'])
    await app.database.query(`DELETE FROM ${table}`);
});

async function send(
  form: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; headers: Headers; html: string }> {
  const answer = await fetch(`${app.url}/tagihan`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

async function owing(): Promise<TestCustomer> {
  const customer = await app.make.customer({ name: 'Rina Kurnia' });
  await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  await app.make.issuedBill({ customer, period: '2025-12', usage: 11 });
  return customer;
}

/** Makes the street of this customer one in which numbers are guessed. */
async function guessedAround(customer: TestCustomer): Promise<void> {
  const position = Number(customer.customer_number.slice(0, -1));
  for (let step = 1; step <= 6; step += 1)
    await app.database.query(
      'INSERT INTO nomor_ditanya (position, network, missed, asked_at) VALUES ($1, $2, true, $3)',
      [position + step, `198.18.${String(step)}`, app.clock.date()],
    );
}

describe('the page without scripts', () => {
  it('shows the bills, what they come to, when they are due and how to pay, as the other page does', async () => {
    const { customer_number: number } = await owing();
    const answer = await send({ nomor: ` ${number.slice(0, 4)}-${number.slice(4)} `, bahasa: 'id' });
    expect(answer.status).toBe(200);
    const { body } = await app.anyone.post<{
      bill_amount: number;
      bills: { total: number }[];
    }>('/public/inquiries', { customer_number: number });
    const rupiah = (amount: number) => `Rp${amount.toLocaleString('id-ID')}`;
    for (const text of [
      '<html lang="id">',
      'November 2025',
      'Desember 2025',
      'jatuh tempo 20 Desember 2025',
      'jatuh tempo 20 Januari 2026',
      ...body.bills.map((bill) => rupiah(bill.total)),
      rupiah(body.bill_amount),
      'denda Rp10.000',
      `nomor pelanggan ${number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}`,
      `Bank SULTRA: biaya admin Rp2.500, seluruhnya ${rupiah(body.bill_amount + 2_500)}`,
      'Virtual Account dan QRIS',
      'R*** K*****',
    ])
      expect(answer.html).toContain(text);
    for (const secret of ['Rina', 'Kurnia', 'Ahmad Yani No. 12', '081234567890', '<script', 'MTR-'])
      expect(answer.html).not.toContain(secret);
  });

  it('speaks the language of the form, or else that of the browser', async () => {
    const { customer_number: nomor } = await owing();
    const english = await send({ nomor, bahasa: 'en' });
    expect(english.html).toContain('Unpaid bills');
    expect(english.html).toContain('December 2025');
    expect((await send({ nomor }, { 'accept-language': 'en-GB' })).html).toContain('<html lang="en">');
    expect((await send({ nomor }, { 'accept-language': 'fr' })).html).toContain('<html lang="id">');
  });

  it('says that nothing is owed', async () => {
    const { customer_number: nomor } = await app.make.customer();
    expect((await send({ nomor })).html).toContain('Semua tagihan sudah lunas.');
  });

  it('carries nothing but its own style, may send its form nowhere else, and is kept by nobody', async () => {
    const { headers } = await send({ nomor: (await owing()).customer_number });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]+=*'; img-src 'self'; form-action 'self'; /,
    );
    expect(policy).toContain("base-uri 'none'; frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it.each([
    ['', 'Nomor pelanggan terdiri dari 12 angka.'],
    ['123', 'Nomor pelanggan terdiri dari 12 angka.'],
    ['PDAM 1234;--', 'Nomor pelanggan hanya berisi angka.'],
    ['010203000042', 'Ada angka yang keliru atau tertukar.'],
  ])('says what is wrong with %j, with what was typed still in the field', async (nomor, words) => {
    const { status, html } = await send({ nomor });
    expect(status).toBe(400);
    expect(html).toContain(words);
    expect(html).toContain(`name="nomor" value="${nomor}"`);
  });

  it('writes what was typed as text, never as HTML', async () => {
    for (const nomor of ['"><script>alert(1)</script>', "'><img src=x>", '</title><b>']) {
      const { html } = await send({ nomor, bahasa: '"><b>' });
      expect(html).not.toMatch(/<script|<img|<b>/);
      expect(html).toContain('&lt;');
    }
  });

  it('an unknown number and one that is not connected yet are one answer', async () => {
    const candidate = await app.make.customer({ state: 'CALON' });
    const seen = [];
    for (const nomor of ['999999999991', candidate.customer_number]) {
      const { status, html } = await send({ nomor });
      seen.push([status, html.replaceAll(nomor, 'N').replace(/permintaan: [\w-]+/, '')]);
    }
    expect(seen[0]?.[0]).toBe(404);
    expect(seen[0]?.[1]).toContain('Nomor pelanggan tidak ditemukan.');
    expect(seen[1]).toEqual(seen[0]);
  });

  it('has the limits of the other page, counted together with it', async () => {
    const from = { 'x-forwarded-for': '203.0.113.5' };
    const caller = app.anyone.with(from);
    expect((await send({ nomor: '999999999991' }, from)).status).toBe(404);
    expect((await caller.post('/public/inquiries', { customer_number: '999999999991' })).status).toBe(404);
    const counted = await app.database.query(
      "UPDATE rate_limit SET points = 1200 WHERE key = 'public-address:203.0.113.5' AND points = 2 RETURNING key",
    );
    expect(counted).toHaveLength(1);
    const limited = await send({ nomor: (await owing()).customer_number }, from);
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(limited.html).toContain('Terlalu banyak permintaan.');
    expect(limited.html).toContain('Tagihan tetap dapat dibayar di bank, ATM, atau loket');
  });

  it('asks for the meter while numbers are guessed, also after wrong digits, and then shows the bills', async () => {
    const customer = await owing();
    await guessedAround(customer);
    const nomor = customer.customer_number;
    const asked = await send({ nomor });
    expect(asked.status).toBe(401);
    expect(asked.headers.get('www-authenticate')).toBeNull();
    expect(asked.html).toContain('name="angka"');
    expect(asked.html).toContain('ada yang mencoba-coba nomor pelanggan');
    const short = await send({ nomor, angka: '12' });
    expect([short.status, short.html.includes('Isi tepat 4 angka.')]).toEqual([400, true]);
    const wrong = await send({ nomor, angka: '9999' });
    expect([wrong.status, wrong.html.includes('tidak cocok dengan nomor meter')]).toEqual([403, true]);
    expect(wrong.html).toContain('name="angka"');
    const right = await send({ nomor, angka: `MTR ${nomor.slice(-4, -2)} ${nomor.slice(-2)}` });
    expect(right.status).toBe(200);
    expect(right.html).toContain('Tagihan yang belum dibayar');
    expect((await send({ nomor, bahasa: 'en' })).html).toContain('Unpaid bills');
  });

  it('refuses by a page what is no form, and what is too long', async () => {
    const json = await fetch(`${app.url}/tagihan`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: '<a/>',
    });
    expect([json.status, json.headers.get('content-type')]).toEqual([415, 'text/html; charset=utf-8']);
    const long = await send(`nomor=${'1'.repeat(3_000)}`);
    expect(long.status).toBe(413);
    expect(long.html).toContain('<html lang="id">');
    // Nowhere else is a form taken.
    const elsewhere = await fetch(`${app.url}/api/v1/public/inquiries`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'customer_number=999999999991',
    });
    expect(elsewhere.status).toBe(415);
  });

  it('opened without a form it leads to the form; other methods are refused', async () => {
    const opened = await fetch(`${app.url}/tagihan`, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    const put = await fetch(`${app.url}/tagihan`, { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});
