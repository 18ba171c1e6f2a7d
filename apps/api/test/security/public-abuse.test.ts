import { buildCustomerNumber } from '@tirtapay/domain';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { InquiryTokens } from '../../src/modules/money/payment/inquiry/inquiry-token';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { KeepCheckouts } from '../../src/modules/money/checkout/keep-checkouts.service';
import { PublicTokens } from '../../src/modules/money/checkout/public-token';
import { testApp, TEST_START, type HttpCaller, type TestBank, type TestCustomer } from '../support';
import { SnapBank } from '../support/snap-bank';
import { PUBLIC_OPERATIONS } from '../support/public-operations';
import { statementsOf } from '../support/statements-of';

/* What somebody does who has a list of numbers, a hundred addresses and time. */

const app = testApp({ jobs: false, environment: { TRUSTED_PROXY_CIDRS: '127.0.0.0/8' } });
const host = new SnapBank();
let bank: TestBank;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
  await host.start();
  await host.connect(app, bank);
  app.get(BankDirectory).forget();
});
afterAll(() => host.stop());
beforeEach(async () => {
  app.clock.set(TEST_START);
  await app.database.query('DELETE FROM rate_limit');
  await app.database.query('DELETE FROM nomor_ditanya');
});

const UNKNOWN = '999999999991';
const code = (body: unknown) => (body as { code?: string }).code;
const from = (ip: string) => app.anyone.with({ 'x-forwarded-for': ip });
const look = (caller: HttpCaller, number = UNKNOWN) =>
  caller.post<{ token: string }>('/public/inquiries', { customer_number: number });

async function owing(periods: readonly string[] = ['2025-12']): Promise<TestCustomer> {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage: 25 });
  return customer;
}

const tokenOf = (customer: TestCustomer) => app.get(PublicTokens).seal(customer.customer_number).token;

/** Every number is somebody's or nobody's, and asked for once; none stands beside another. */
const far = (index: number) =>
  buildCustomerNumber({ region: '88', route: String(1_000 + index), sequence: 1 });

describe('looking numbers up one after another', () => {
  const asked = async (of: string) =>
    (await app.database.one<{ points: number }>('SELECT points FROM rate_limit WHERE key = $1', [of])).points;

  it('that nobody has ends for a network after ten different ones: then the meter has to say who asks', async () => {
    const customer = await owing();
    const statuses: number[] = [];
    for (let index = 0; index < 11; index += 1)
      statuses.push((await look(from(`203.0.113.${String(index)}`), far(index))).status);
    expect(statuses).toEqual([...Array<number>(10).fill(404), 401]);
    const statements = await statementsOf(app, async () => {
      const next = await look(from('203.0.113.5'), customer.customer_number);
      expect([next.status, code(next.body)]).toEqual([401, 'public.second_factor_required']);
    });
    expect(statements.filter((text) => /pelanggan|tagihan/.test(text))).toEqual([]);
    expect((await look(from('198.51.100.5'), customer.customer_number)).status).toBe(200);
  });

  it('costs nothing when it is the same one again, and one of each budget when it is new', async () => {
    const customer = await owing();
    for (const number of [UNKNOWN, customer.customer_number])
      for (let round = 0; round < 40; round += 1)
        expect((await look(from('203.0.113.5'), number)).status).toBe(number === UNKNOWN ? 404 : 200);
    for (const budget of ['line:203.0.113.5', 'network:203.0.113', 'all:all'])
      expect(await asked(`public-new-numbers-${budget}`)).toBe(2);
  });

  it.each([
    ['line', '203.0.113.5', 300, '203.0.113.6'],
    ['line', '2001:db8:77:1::1', 300, '2001:db8:77:2::1'],
    ['network', '203.0.113.5', 3_000, '203.0.114.5'],
    ['network', '2001:db8:77:1::1', 3_000, '2001:db8:78:1::1'],
    ['all', '203.0.113.5', 60_000, undefined],
  ] as const)(
    'of a %s (%s) %d new ones are shown in ten minutes, then the meter opens them',
    async (of, ip, points, elsewhere) => {
      const [known, fresh, third] = [await owing(), await owing(), await owing()];
      expect((await look(from(ip), known.customer_number)).status).toBe(200);
      const { key } = await app.database.one<{ key: string }>(
        'UPDATE rate_limit SET points = $2 WHERE key LIKE $1 RETURNING key',
        [`public-new-numbers-${of}:%`, points],
      );
      expect(key).toMatch(of === 'all' ? /:all$/ : /:(203\.0\.113|2001:db8:77)/);
      expect((await look(from(ip), fresh.customer_number)).status).toBe(401);
      const opened = await from(ip).post('/public/inquiries', {
        customer_number: fresh.customer_number,
        meter_digits: fresh.customer_number.slice(-4),
      });
      expect(opened.status).toBe(200);
      // Who was here before is not asked, nor is whoever asks from elsewhere.
      expect((await look(from(ip), known.customer_number)).status).toBe(200);
      if (elsewhere !== undefined)
        expect((await look(from(elsewhere), third.customer_number)).status).toBe(200);
      const token = tokenOf(third);
      expect((await from(ip).get(`/public/inquiries/${token}`)).status).toBe(200);
    },
  );

  it('in a flood ends for a line and for a network with Retry-After, but not for the number the line knows', async () => {
    const customer = await owing();
    await look(from('203.0.113.5'), customer.customer_number);
    for (const [name, points] of [
      ['public-address:203.0.113.5', 1_200],
      ['public-network:203.0.113', 12_000],
    ] as const) {
      const before = await app.database.query(
        'UPDATE rate_limit SET points = $2 WHERE key = $1 RETURNING key',
        [name, points],
      );
      expect(before).toHaveLength(1);
      const statements = await statementsOf(app, async () => {
        const flooded = await look(from('203.0.113.5'));
        expect([flooded.status, code(flooded.body)]).toEqual([429, 'request.rate_limited']);
        expect(Number(flooded.headers.get('retry-after'))).toBeGreaterThan(0);
      });
      expect(statements.filter((text) => /pelanggan|tagihan/.test(text))).toEqual([]);
      expect((await look(from('203.0.113.5'), customer.customer_number)).status).toBe(200);
      await app.database.query('DELETE FROM rate_limit WHERE key = $1', [name]);
    }
  });

  it('believes a forwarded address from a configured proxy only, and the last hop of it', async () => {
    for (let index = 0; index < 3; index += 1)
      expect((await look(from(`10.9.8.${String(index)}, 203.0.113.9`), far(index))).status).toBe(404);
    expect(await asked('public-new-numbers-line:203.0.113.9')).toBe(3);
  });

  it('learns nothing from an answer: nobody, not yet connected and mistyped are alike, after the same statements', async () => {
    const candidate = await app.make.customer({ state: 'CALON' });
    const shape = async (number: string) => {
      const answer = await look(app.anyone, number);
      const { request_id: _id, ...rest } = answer.body as unknown as Record<string, unknown>;
      return { status: answer.status, headers: [...answer.headers.keys()].sort(), rest };
    };
    const nobody = await shape(UNKNOWN);
    expect(nobody).toMatchObject({ status: 404, rest: { code: 'customer.not_found' } });
    expect(await shape(candidate.customer_number)).toEqual(nobody);
    expect(await shape('010203000042')).toEqual(nobody);
    const unknown = await statementsOf(app, () => look(app.anyone));
    expect(unknown.some((text) => text.includes('pelanggan'))).toBe(true);
    expect(await statementsOf(app, () => look(app.anyone, candidate.customer_number))).toEqual(unknown);
  });
});

describe('the digits of a meter', () => {
  const guess = (token: string) =>
    app.anyone.post(`/public/inquiries/${token}/history-access`, { meter_digits: '0000' });

  it('answers for nobody, for a customer without a meter and for wrong digits alike, after the same statements', async () => {
    const [customer, bare] = [await owing(), await app.make.customer()];
    await app.database.query("UPDATE meter SET removed_on = '2025-12-31', removed_stand = 9 WHERE id = $1", [
      bare.meter.id,
    ]);
    const tokens = [tokenOf(customer), tokenOf(bare), app.get(PublicTokens).seal(UNKNOWN).token];
    const answers: unknown[] = [];
    const statements: string[][] = [];
    for (const token of tokens)
      statements.push(
        await statementsOf(app, async () => {
          const answer = await guess(token);
          const { request_id: _id, instance: _path, ...rest } = answer.body as Record<string, unknown>;
          answers.push({ status: answer.status, rest });
        }),
      );
    expect(answers[0]).toMatchObject({ status: 403, rest: { code: 'public.second_factor_wrong' } });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(statements[0]?.some((text) => text.includes('meter'))).toBe(true);
    expect(statements).toEqual([statements[0], statements[0], statements[0]]);
  });

  it('locks a number nobody has just like one somebody has', async () => {
    for (const token of [tokenOf(await owing()), app.get(PublicTokens).seal(UNKNOWN).token]) {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 6; attempt += 1) statuses.push((await guess(token)).status);
      expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    }
  });
});

describe('links', () => {
  it('that we gave out are followed long after the look-ups of an address are spent', async () => {
    const caller = from('203.0.113.5');
    const token = tokenOf(await owing());
    const begun = await caller.post<PublicCheckoutDto>('/public/intents', {
      token,
      method: 'VA',
      bank_code: bank.code,
    });
    expect(begun.status).toBe(201);
    await look(caller);
    await app.database.query("UPDATE rate_limit SET points = 1200 WHERE key LIKE 'public-address:%'");
    for (let round = 0; round < 60; round += 1)
      for (const path of [`/public/inquiries/${token}`, `/public/intents/${begun.body.intent_token}`])
        expect((await caller.get(path)).status).toBe(200);
    expect((await look(caller)).status).toBe(429);
  });

  /** Operations that follow a link or a code somebody was given. */
  const following = PUBLIC_OPERATIONS.filter(
    ({ path, pathFields, queryFields, bodyFields }) =>
      path.startsWith('/api/v1/public/') &&
      [...pathFields, ...queryFields, ...bodyFields].some((name) => name === 'token' || name === 'code'),
  );
  const MADE_UP: Readonly<Record<string, string>> = {
    token: 'A'.repeat(24),
    code: 'A'.repeat(24),
    period: '2025-12',
    bankCode: 'SULTRA',
    bank: 'SULTRA',
    bank_code: 'SULTRA',
    method: 'VA',
    meter_digits: '0000',
    bill_number: '000000000000-202512',
    reason: 'USAGE',
    statement: 'Angka meter di rumah lain.',
  };

  it('are looked for in all operations', () => {
    expect(following.length).toBeGreaterThanOrEqual(14);
  });

  it.each(following)(
    'made up for $name are told so thirty times, and stop neither links nor look-ups of the neighbours',
    async (operation) => {
      const caller = from('203.0.113.5');
      const token = tokenOf(await owing());
      const fill = (names: readonly string[]) =>
        Object.fromEntries(names.flatMap((name) => (name in MADE_UP ? [[name, MADE_UP[name] ?? '']] : [])));
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => MADE_UP[name] ?? '');
      const query = new URLSearchParams(fill(operation.queryFields)).toString();
      const body = operation.method === 'POST' ? fill(operation.bodyFields) : undefined;
      const statuses: number[] = [];
      for (let index = 0; index < 31; index += 1)
        statuses.push((await caller.call(operation.method, `${path}?${query}`, body)).status);
      expect(statuses).toEqual([...Array<number>(30).fill(404), 429]);
      // Nothing is kept of each: who makes up millions fills no table.
      expect(
        await app.database.query("SELECT key FROM rate_limit WHERE key LIKE 'public-same-link:%'"),
      ).toEqual([]);
      expect((await look(caller)).status).toBe(404);
      expect((await caller.get(`/public/inquiries/${token}`)).status).toBe(200);
    },
  );

  it('have a limit too, against floods', async () => {
    const caller = from('203.0.113.5');
    const token = tokenOf(await owing());
    await caller.get(`/public/inquiries/${token}`);
    await look(caller);
    await app.database.query("UPDATE rate_limit SET points = 12000 WHERE key LIKE 'public-known-address:%'");
    const flooded = await caller.get(`/public/inquiries/${token}`);
    expect([flooded.status, code(flooded.body)]).toEqual([429, 'request.rate_limited']);
    // One link alone, from however many addresses; another household's works.
    await app.database.query("UPDATE rate_limit SET points = 240 WHERE key LIKE 'public-same-link:%'");
    expect((await from('198.51.100.7').get(`/public/inquiries/${token}`)).status).toBe(429);
    const another = tokenOf(await owing());
    expect((await from('198.51.100.7').get(`/public/inquiries/${another}`)).status).toBe(200);
  });

  it('bent in any way open nothing: another number, a later end, another purpose, another signature', async () => {
    const [mine, other] = [await owing(), await owing()];
    const token = tokenOf(mine);
    const [payload = '', mac = ''] = token.split('.');
    const seal = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
    const [number, end] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, number];
    const promise = app.get(InquiryTokens).seal({
      bankId: bank.id,
      customerNumber: other.customer_number,
      billNumbers: [],
      amount: 1,
      adminFee: 0,
      validUntil: end,
    });
    const bent = [
      `${seal([other.customer_number, end])}.${mac}`,
      `${seal([number, end + 86_400_000])}.${mac}`,
      `${payload}.${tokenOf(other).split('.')[1] ?? ''}`,
      `${payload}.`,
      payload,
      `${payload}.${'A'.repeat(22)}`,
      promise,
      `${token}${'A'.repeat(100)}`,
    ];
    for (const [index, text] of bent.entries()) {
      const caller = from(`203.0.113.${String(index)}`);
      const answers = [
        await caller.get(`/public/inquiries/${text}`),
        await caller.post(`/public/inquiries/${text}/history-access`, { meter_digits: '0000' }),
      ];
      for (const answer of answers) expect([index, answer.status]).toEqual([index, 404]);
      const checkout = await caller.post('/public/intents', {
        token: text,
        method: 'VA',
        bank_code: bank.code,
      });
      expect([400, 404]).toContain(checkout.status);
    }
    app.clock.advance(24 * 3_600_000);
    expect(code((await app.anyone.get(`/public/inquiries/${token}`)).body)).toBe('inquiry.expired');
  });
});

describe('checkouts for somebody else', () => {
  const begin = (customer: TestCustomer, caller: HttpCaller, change: object = {}) =>
    caller.post<PublicCheckoutDto>('/public/intents', {
      token: tokenOf(customer),
      method: 'VA',
      bank_code: bank.code,
      ...change,
    });

  it('a thousand of them from a hundred addresses are one checkout, and one account at the bank', async () => {
    const customer = await owing();
    const accounts = host.accounts.size;
    const answers: { status: number; token: string }[] = [];
    for (let round = 0; round < 20; round += 1)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, async (_, index) => {
            const address = `203.0.${String(index % 2)}.${String((round * 50 + index) % 100)}`;
            const { status, body } = await begin(customer, from(address));
            return { status, token: body.intent_token };
          }),
        )),
      );
    expect(answers).toHaveLength(1_000);
    expect(new Set(answers.map((answer) => `${String(answer.status)} ${answer.token}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(host.accounts.size).toBe(accounts + 1);
    const { count } = await app.database.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM niat_bayar WHERE customer_id = $1',
      [customer.id],
    );
    expect(count).toBe(1);
  });

  const opened = async (customer: TestCustomer) =>
    (
      await app.database.one<{ count: number }>(
        'SELECT count(*)::int AS count FROM niat_bayar WHERE customer_id = $1',
        [customer.id],
      )
    ).count;

  const YEAR = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`);

  /** Each asks for something else than all before, so that none is handed back: these many of the bills, in this way. */
  async function differing(customer: TestCustomer, addresses: readonly string[]): Promise<void> {
    const refused = new Set<string | undefined>();
    for (const [index, address] of addresses.entries()) {
      const answer = await begin(customer, from(address), {
        method: index % 2 === 0 ? 'VA' : 'QRIS',
        bill_count: 1 + Math.floor(index / 2),
      });
      if (answer.status !== 201) refused.add(code(answer.body));
    }
    expect([...refused]).toEqual(['intent.quota']);
  }

  it('that differ each time end after ten an hour for who asks, and take none from the customer', async () => {
    const customer = await owing(YEAR);
    await differing(customer, Array<string>(14).fill('203.0.113.5'));
    expect(await opened(customer)).toBe(10);
    // Another of the same network, and whoever is elsewhere, has his own.
    expect((await begin(customer, from('203.0.113.6'), { bill_count: 8 })).status).toBe(201);
    expect((await begin(customer, from('198.51.100.7'), { bill_count: 9 })).status).toBe(201);
    expect((await begin(await owing(), from('203.0.113.5'))).status).toBe(201);
  });

  it('end for a network after twenty, whoever asks there, and not for the customer elsewhere', async () => {
    const customer = await owing(YEAR);
    await differing(
      customer,
      Array.from({ length: 22 }, (_, index) => `203.0.113.${String(index)}`),
    );
    expect(await opened(customer)).toBe(20);
    // What is open is shown to everybody, also there.
    expect((await begin(customer, from('203.0.113.9'), { bill_count: 10 })).status).toBe(201);
    expect((await begin(customer, from('198.51.100.7'))).status).toBe(201);
    expect(await opened(customer)).toBe(21);
  });

  it('take nothing from whoever is paying: what a stranger asks for stands beside it', async () => {
    const customer = await owing();
    const own = await begin(customer, from('198.51.100.7'));
    const strangers = await begin(customer, from('203.0.113.5'), { method: 'QRIS' });
    expect([own.status, strangers.status]).toEqual([201, 201]);
    await app.get(KeepCheckouts).tend();
    expect(
      (await app.anyone.get<PublicCheckoutDto>(`/public/intents/${own.body.intent_token}`)).body,
    ).toMatchObject({
      status: 'PENDING',
      va_number: own.body.va_number,
    });
  });

  it('end for everybody where many networks ask, so that a bank has a bounded number of accounts', async () => {
    const customer = await owing();
    expect((await begin(customer, from('203.0.113.1'))).status).toBe(201);
    const { points } = await app.database.one<{ points: number }>(
      "UPDATE rate_limit SET points = 120 WHERE key = 'checkout-customer:' || $1 RETURNING 1 AS points",
      [customer.id],
    );
    expect(points).toBe(1);
    const next = await begin(customer, from('198.51.100.7'), { method: 'QRIS' });
    expect([next.status, code(next.body)]).toEqual([429, 'intent.quota']);
    expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await begin(customer, from('198.51.100.7'))).status).toBe(201);
    expect(await opened(customer)).toBe(1);
  });

  it('take no amount, no bill and no customer from the one who asks', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const { principal } = await app.make.issuedBill({ customer, period: '2026-01', usage: 1 });
    for (const change of [
      { amount: 1 },
      { bill_amount: 1 },
      { admin_fee: 0 },
      { total_amount: 1 },
      { customer_number: UNKNOWN },
      { bill_numbers: [`${customer.customer_number}202601`] },
      { expires_at: '2099-01-01T00:00:00+08:00' },
      { bill_count: 0 },
      { bill_count: -1 },
      { bill_count: 1.5 },
      { bill_count: '1' },
    ]) {
      const answer = await begin(customer, app.anyone, change);
      expect([change, answer.status, code(answer.body)]).toEqual([change, 400, 'request.invalid']);
    }
    const oldest = await begin(customer, app.anyone, { bill_count: 1 });
    expect(oldest.body).toMatchObject({ bill_amount: 70_000, amount: 72_500 });
    const all = await begin(customer, app.anyone, { bill_count: 120 });
    expect(all.body.bill_amount).toBe(140_000 + principal);
  });
});

describe('questions to the office', () => {
  const QUESTION = {
    name: 'Wa Ode Rahmi',
    contact: '0812-4455-6677',
    question: 'Mengapa tagihan saya bulan ini naik dua kali lipat?',
  };
  const ask = (caller: HttpCaller, changed: object = {}) =>
    caller.post<{ code: string; errors?: { pointer: string }[] }>('/public/questions', {
      ...QUESTION,
      ...changed,
    });
  const cases = () =>
    app.database.query<{ id: number; detail: Record<string, unknown> }>(
      "SELECT id, detail FROM kasus WHERE kind = 'QUESTION' ORDER BY id",
    );

  it('one becomes a case the office finds by its code and closes with the answer; sent twice it is one', async () => {
    const customer = await owing();
    const given = { customer_number: customer.customer_number };
    const first = await ask(from('198.51.100.1'), given);
    const [again, side] = await Promise.all([
      ask(from('198.51.100.1'), given),
      ask(from('198.51.100.2'), given),
    ]);
    expect([first.status, again.body.code, side.body.code]).toEqual([201, first.body.code, first.body.code]);
    expect(await cases()).toEqual([
      { id: expect.any(Number) as number, detail: { ...QUESTION, ...given, code: first.body.code } },
    ]);
    const office = await app.as('admin');
    const found = await office.get<{ data: { id: number; kind: string; customer: unknown }[] }>(
      `/cases?q=${first.body.code.toLowerCase()}`,
    );
    expect(found.body.data).toMatchObject([{ kind: 'QUESTION', customer: null }]);
    const id = String(found.body.data[0]?.id);
    expect((await office.get(`/cases/${id}`)).body).toMatchObject({ possible: ['CLOSE'], remaining: 0 });
    const closed = await office.post(`/cases/${id}/resolution`, {
      resolution: 'CLOSE',
      note: 'Dijawab lewat WhatsApp: ada kebocoran di dalam rumah.',
    });
    expect([closed.status, (closed.body as { status: string }).status]).toEqual([200, 'RESOLVED']);
  });

  it('a known and an unknown number are answered alike: nothing is looked up', async () => {
    const customer = await owing();
    const shapes = [customer.customer_number, UNKNOWN, 'bukan nomor'].map(async (number, index) => {
      const { status, body } = await ask(from(`198.51.100.${String(10 + index)}`), {
        customer_number: number,
      });
      return [status, Object.keys(body), body.code.length];
    });
    expect(new Set((await Promise.all(shapes)).map((shape) => JSON.stringify(shape))).size).toBe(1);
  });

  it('what is no question opens nothing', async () => {
    const before = (await cases()).length;
    const wrong: readonly (readonly [string, object])[] = [
      ['/name', { name: 'x' }],
      ['/name', { name: 'Rahmi\nBcc: orang@lain.id' }],
      ['/contact', { contact: 'nanti saja' }],
      ['/contact', { contact: 'a@b' }],
      ['/contact', { contact: 'javascript:alert(1)@x.id' }],
      ['/question', { question: 'apa?' }],
      ['/question', { question: 'x'.repeat(1_001) }],
      ['/question', { question: 'balik \u202e kanan ke kiri, dan \u0000 nol' }],
      ['/customer_number', { customer_number: '1'.repeat(33) }],
      ['/customer_number', { customer_number: 10_203_000_046 }],
      ['/role', { role: 'ADMIN_SUPER' }],
    ];
    for (const [pointer, changed] of wrong) {
      await app.database.query('DELETE FROM rate_limit');
      const { status, body } = await ask(from('198.51.100.20'), changed);
      expect([status, ...new Set(body.errors?.map((error) => error.pointer))]).toEqual([400, pointer]);
    }
    const huge = await from('198.51.100.20').post('/public/questions', undefined, {
      raw: JSON.stringify({ ...QUESTION, question: 'x'.repeat(3_000_000) }),
      headers: { 'content-type': 'application/json' },
    });
    expect(huge.status).toBe(413);
    expect((await cases()).length).toBe(before);
  });

  it('an inbox keeps its bottom: few of a contact, of a line, of a network', async () => {
    const statuses = async (count: number, of: (index: number) => [string, object]): Promise<number[]> => {
      await app.database.query('DELETE FROM rate_limit');
      const all: number[] = [];
      for (let index = 0; index < count; index += 1) {
        const [ip, changed] = of(index);
        all.push(
          (await ask(from(ip), { question: `Pertanyaan yang ke-${String(index)}`, ...changed })).status,
        );
      }
      return all;
    };
    const refusedAfter = (found: number[]) => found.indexOf(429);
    const contact = (index: number) => `0812000${String(1_000 + index)}`;
    expect(refusedAfter(await statuses(6, (index) => [`203.0.113.${String(index)}`, {}]))).toBe(5);
    expect(refusedAfter(await statuses(11, (index) => ['203.0.113.77', { contact: contact(index) }]))).toBe(
      10,
    );
    const network = await statuses(61, (index) => [
      `203.0.113.${String(index)}`,
      { contact: contact(index) },
    ]);
    expect(refusedAfter(network)).toBe(60);
    const limited = await ask(from('203.0.113.1'), { contact: contact(90) });
    expect([code(limited.body), Number(limited.headers.get('retry-after'))]).toEqual([
      'public.question_limit',
      expect.any(Number),
    ]);
  });
});
