import { randomUUID } from 'node:crypto';
import { isCustomerNumber } from '@tirtapay/domain';
import { testApp, type HttpCaller, type TestRegion } from '../support';

const app = testApp();

interface Customer {
  id: number;
  customer_number: string;
  name: string;
  address: string;
  phone: string | null;
  email: string | null;
  region: { id: number; code: string };
  route: { id: number; code: string };
  tariff: { id: number; code: string };
  state: string;
  meter: {
    serial: string;
    digits: number;
    size_mm: number;
    installed_on: string;
    installed_stand: number;
  } | null;
  open_bills: number;
  open_amount: number;
  credit_balance: number;
  activated_at: string | null;
  version: number;
}
interface ProblemBody {
  code: string;
  current_version?: number;
  current_state?: string;
  errors?: { pointer: string; code: string }[];
}
interface Page<Row> {
  data: Row[];
  meta: { total: number };
}
interface Change {
  field: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  actor: { name: string } | null;
}

const NIK = '7471012304890001';
const PHONE = '081234567890';

let admin: HttpCaller;
let petugas: HttpCaller;
let region: TestRegion;
let tariffId: number;
let sequence = 0;

beforeAll(async () => {
  admin = await app.as('admin');
  petugas = await app.as('petugas');
  region = await app.make.region('01');
  tariffId = (await app.make.tariff()).id;
});

const meter = (change: object = {}) => ({
  serial: `SN-${String((sequence += 1)).padStart(5, '0')}`,
  digits: 5,
  size_mm: 15,
  installed_stand: 12,
  ...change,
});

const register = (change: object = {}) =>
  admin.post<Customer & ProblemBody>('/customers', {
    name: 'Wa Ode Rina',
    address: 'Jl. Ahmad Yani No. 12, Kendari',
    region_id: region.id,
    route_id: region.route.id,
    tariff_id: tariffId,
    meter: meter(),
    ...change,
  });

const change = (customer: Customer, body: object, by: HttpCaller = admin) =>
  by.patch<Customer & ProblemBody>(`/customers/${String(customer.id)}`, {
    version: customer.version,
    ...body,
  });

const toState = (
  customer: Customer,
  state: string,
  by: HttpCaller = admin,
  reason = 'Permintaan pelanggan',
) =>
  by.post<Customer & ProblemBody>(`/customers/${String(customer.id)}/state`, {
    state,
    reason,
    version: customer.version,
  });

const history = async (customer: Customer, by: HttpCaller = admin) =>
  (await by.get<Page<Change>>(`/customers/${String(customer.id)}/history?page_size=100`)).body.data;

describe('registering', () => {
  it('gives a prospective customer the next valid number of the route, and the meter', async () => {
    const { last_sequence: last } = await app.database.one<{ last_sequence: number }>(
      'SELECT last_sequence FROM rute WHERE id = $1',
      [region.route.id],
    );
    const answer = await register({
      phone: PHONE,
      email: 'rina@example.id',
      meter: meter({ serial: 'BRV-77' }),
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        name: 'Wa Ode Rina',
        phone: PHONE,
        email: 'rina@example.id',
        state: 'CALON',
        region: { code: '01' },
        route: { code: '0101' },
        tariff: { code: 'HALSEL-RT1' },
        meter: { serial: 'BRV-77', digits: 5, size_mm: 15, installed_on: '2026-01-15', installed_stand: 12 },
        open_bills: 0,
        open_amount: 0,
        credit_balance: 0,
        activated_at: null,
        version: 1,
      },
    });
    expect(isCustomerNumber(answer.body.customer_number)).toBe(true);
    expect(answer.body.customer_number.slice(0, 11)).toBe(`010101${String(last + 1).padStart(5, '0')}`);
    expect(await history(answer.body)).toMatchObject([
      { field: 'state', before: null, after: 'CALON', actor: { name: 'Andi Pratama' } },
    ]);
  });

  it('30 at the same moment get 30 numbers without a gap', async () => {
    const route = await app.make.region('02');
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => register({ region_id: route.id, route_id: route.route.id })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 201));
    const places = answers.map(({ body }) => Number(body.customer_number.slice(6, 11))).sort((a, b) => a - b);
    expect(places).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('a refused registration uses up no number', async () => {
    const route = await app.make.region('03');
    const place = { region_id: route.id, route_id: route.route.id };
    await register({ ...place, meter: meter({ serial: 'KEMBAR-1' }) });
    expect((await register({ ...place, meter: meter({ serial: 'KEMBAR-1' }) })).body.code).toBe(
      'customer.duplicate',
    );
    expect((await register(place)).body.customer_number.slice(6, 11)).toBe('00002');
  });

  it('a full route says so', async () => {
    const full = await app.make.region('04');
    await app.database.query('UPDATE rute SET last_sequence = 99999 WHERE id = $1', [full.route.id]);
    const answer = await register({ region_id: full.id, route_id: full.route.id });
    expect([answer.status, answer.body.code]).toEqual([409, 'customer.number_exhausted']);
  });

  it('refuses a second customer with the NIK or the meter of another', async () => {
    const first = await register({ nik: NIK, meter: meter({ serial: 'GANDA-1' }) });
    expect(first.status).toBe(201);
    const sameNik = await register({ nik: NIK });
    expect(sameNik).toMatchObject({
      status: 409,
      body: { code: 'customer.duplicate', errors: [{ pointer: '/nik' }] },
    });
    const sameMeter = await register({ meter: meter({ serial: 'GANDA-1' }) });
    expect(sameMeter).toMatchObject({
      status: 409,
      body: { code: 'customer.duplicate', errors: [{ pointer: '/meter/serial' }] },
    });
  });

  it('keeps the NIK sealed and to itself', async () => {
    const owner = await register({ nik: '7471012304890099' });
    const stored = await app.database.one<{ nik_encrypted: string; row: string }>(
      'SELECT nik_encrypted, p::text AS row FROM pelanggan p WHERE id = $1',
      [owner.body.id],
    );
    expect(stored.nik_encrypted).toMatch(/^v1:1:/);
    const traces = await app.database.query<{ row: string }>(
      'SELECT l::text AS row FROM log_aktivitas l UNION ALL SELECT h::text FROM riwayat_pelanggan h',
    );
    for (const text of [stored.row, owner.text, ...traces.map(({ row }) => row)])
      expect(text).not.toContain('7471012304890099');
  });

  it('the audit trail holds no phone number or e-mail address in clear', async () => {
    const owner = await register({ phone: '085299887766', email: 'rahasia@example.id' });
    await change(owner.body, { phone: '085211223344', email: null });
    const traces = await app.database.query<{ row: string }>('SELECT l::text AS row FROM log_aktivitas l');
    for (const { row } of traces) expect(row).not.toMatch(/085299887766|085211223344|rahasia@/);
  });

  it('names what does not exist', async () => {
    expect((await register({ region_id: 999_999 })).body.code).toBe('region.not_found');
    expect((await register({ route_id: 999_999 })).body.code).toBe('route.not_found');
    expect((await register({ tariff_id: 999_999 })).body.code).toBe('tariff.not_found');
    const other = await app.make.region('05');
    expect((await register({ route_id: other.route.id })).body.code).toBe('route.not_found');
  });

  it.each([
    [{ name: '' }, '/name'],
    [{ name: 'A\u0007B' }, '/name'],
    [{ name: 'Wa\u200bOde' }, '/name'],
    [{ phone: 'nol delapan' }, '/phone'],
    [{ email: 'bukan surel' }, '/email'],
    [{ nik: '123' }, '/nik'],
    [{ region_id: '1' }, '/region_id'],
    [{ region_id: 1.5 }, '/region_id'],
    [{ region_id: -1 }, '/region_id'],
    [{ meter: undefined }, '/meter'],
    [{ meter: meter({ digits: 9 }) }, '/meter/digits'],
    [{ meter: meter({ digits: 4, installed_stand: 10_000 }) }, '/meter/installed_stand'],
    [{ meter: meter({ installed_on: '2026-02-30' }) }, '/meter/installed_on'],
    [{ meter: meter({ installed_on: '2026-01-16' }) }, '/meter/installed_on'],
    [{ meter: meter({ owner: 1 }) }, '/meter/owner'],
    [{ state: 'AKTIF' }, '/state'],
    [{ customer_number: '010203000046' }, '/customer_number'],
    [{ id: 5 }, '/id'],
  ])('S18, S54: refuses %j', async (body, pointer) => {
    const answer = await register(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('names arrive composed: what looks equal is equal', async () => {
    const answer = await register({ name: ' Rene\u0301 Sari ' });
    expect(answer.body.name).toBe('Ren\u00e9 Sari');
  });

  it('S51: depth, size and garbage end in 400 or 413, never in 500', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    for (const [raw, statuses] of [
      [`{"name":${deep}}`, [400]],
      [`{"name":"${'x'.repeat(5_000_000)}"}`, [413]],
      ['{"name":"a","name":"b"}', [400]],
      ['{"name":', [400]],
      ['[]', [400]],
      ['"teks"', [400]],
      ['null', [400]],
      ['{"__proto__":{"state":"AKTIF"}}', [400]],
    ] as const) {
      const answer = await admin.post<ProblemBody>('/customers', undefined, { raw });
      expect(statuses).toContain(answer.status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});

describe('changing', () => {
  it('writes one row of history per field, with who and why, and counts the version', async () => {
    const customer = (await register({ phone: PHONE })).body;
    const changed = await change(customer, {
      name: 'Wa Ode Rina Sari',
      address: 'Jl. Saranani No. 3',
      phone: null,
      reason: 'Pembaruan data',
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Wa Ode Rina Sari', phone: null, version: 2 },
    });
    const rows = (await history(customer)).filter(({ field }) => field !== 'state');
    expect(rows.map(({ field, before, after }) => [field, before, after]).sort()).toEqual([
      ['address', 'Jl. Ahmad Yani No. 12, Kendari', 'Jl. Saranani No. 3'],
      ['name', 'Wa Ode Rina', 'Wa Ode Rina Sari'],
      ['phone', PHONE, null],
    ]);
    expect(
      rows.every(({ reason, actor }) => reason === 'Pembaruan data' && actor?.name === 'Andi Pratama'),
    ).toBe(true);
  });

  it('of nothing writes nothing; of a stale version is refused with the version of now', async () => {
    const customer = (await register()).body;
    expect((await change(customer, { name: customer.name })).body.version).toBe(1);
    await change(customer, { name: 'Nama Baru' });
    const stale = await change(customer, { name: 'Nama Lain' });
    expect(stale).toMatchObject({
      status: 409,
      body: {
        code: 'version.conflict',
        current_version: 2,
        detail: 'Terakhir diubah oleh Andi Pratama. Muat ulang, bandingkan, lalu simpan lagi.',
        changed_by: 'Andi Pratama',
        changed: ['name'],
      },
    });
    expect((await history(customer)).filter(({ field }) => field === 'name')).toHaveLength(1);
  });

  it('of the tariff and the NIK: by code, and hidden', async () => {
    const customer = (await register()).body;
    const other = await app.make.tariff('HALSEL-RT3');
    const changed = await change(customer, { tariff_id: other.id, nik: '7471012304890077' });
    expect(changed.body.tariff.code).toBe('HALSEL-RT3');
    const rows = await history(customer);
    expect(rows.find(({ field }) => field === 'tariff')).toMatchObject({
      before: 'HALSEL-RT1',
      after: 'HALSEL-RT3',
    });
    expect(rows.find(({ field }) => field === 'nik')).toMatchObject({ before: null, after: '***' });
    expect((await change(changed.body, { tariff_id: 999_999 })).body.code).toBe('tariff.not_found');
    const twin = (await register()).body;
    expect((await change(twin, { nik: '7471012304890077' })).body.code).toBe('customer.duplicate');
  });

  it('of two people at the same moment keeps one', async () => {
    const customer = (await register()).body;
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) => change(customer, { name: `Nama ${name}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'version.conflict')).toHaveLength(3);
  });

  it('is not for those who only read', async () => {
    const customer = (await register()).body;
    expect((await change(customer, { name: 'X' }, petugas)).body.code).toBe('auth.forbidden');
    expect((await toState(customer, 'AKTIF', await app.as('manajer'))).body.code).toBe('auth.forbidden');
    expect((await change({ ...customer, id: 999_999 }, { name: 'X' })).body.code).toBe('customer.not_found');
  });
});

describe('states', () => {
  it('CALON → AKTIF → SEGEL → AKTIF → NONAKTIF, each with its reason, and no other way', async () => {
    let customer = (await register()).body;
    expect(await toState(customer, 'SEGEL')).toMatchObject({
      status: 409,
      body: { code: 'customer.state_conflict', current_state: 'CALON' },
    });
    const path = ['AKTIF', 'SEGEL', 'AKTIF', 'NONAKTIF'];
    let activated: string | null = null;
    for (const state of path) {
      const answer = await toState(customer, state, admin, `Alasan ${state}`);
      expect([answer.status, answer.body.state]).toEqual([200, state]);
      activated ??= answer.body.activated_at;
      expect(answer.body.activated_at).toBe(activated);
      customer = answer.body;
    }
    for (const state of ['AKTIF', 'SEGEL', 'NONAKTIF'])
      expect((await toState(customer, state)).body.code).toBe('customer.state_conflict');
    const states = (await history(customer))
      .filter(({ field }) => field === 'state')
      .map(({ after }) => after);
    expect(states.reverse()).toEqual(['CALON', ...path]);
  });

  it('without a meter nobody becomes active; a reason and a known state are needed', async () => {
    const customer = (await register()).body;
    await app.database.query(
      "UPDATE meter SET removed_on = '2026-01-10', removed_stand = 20 WHERE customer_id = $1",
      [customer.id],
    );
    expect((await toState(customer, 'AKTIF')).body.code).toBe('customer.state_conflict');
    expect((await toState(customer, 'AKTIF', admin, '')).body.code).toBe('request.invalid');
    expect((await toState(customer, 'HILANG')).body.code).toBe('request.invalid');
  });

  it('an applicant withdraws, and the meter kept for him is free again', async () => {
    const applicant = (await register()).body;
    const serial = applicant.meter?.serial ?? '';
    expect((await register({ meter: meter({ serial }) })).body.code).toBe('customer.duplicate');
    const gone = await toState(applicant, 'NONAKTIF', admin, 'Batal pasang');
    expect([gone.status, gone.body.state, gone.body.meter]).toEqual([200, 'NONAKTIF', null]);
    expect((await register({ meter: meter({ serial }) })).status).toBe(201);
  });

  it('nobody is taken up again where nobody comes any more, or with a meter nobody could bill', async () => {
    const made = await app.make.customer({ sizeMm: 40 });
    const row = (await admin.get<Customer>(`/customers/${String(made.id)}`)).body;
    // Nobody could get at the meter: it stays where it is.
    const closed = await toState(row, 'NONAKTIF', admin, 'Rumah kosong, pagar terkunci');
    expect(closed.body.state).toBe('NONAKTIF');
    const region = `/regions/${String(made.region.id)}`;
    expect((await admin.patch(region, { active: false, version: 1 })).status).toBe(200);
    const back = async () =>
      toState(
        (await admin.get<Customer>(`/customers/${String(made.id)}`)).body,
        'CALON',
        admin,
        'Kembali menempati rumah',
      );
    expect((await back()).body.code).toBe('region.not_found');
    expect((await admin.patch(region, { active: true, version: 2 })).status).toBe(200);
    // While he was gone a version was agreed on that has no price for such a meter.
    await app.database.query(
      `WITH v AS (INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind)
         SELECT tariff_id, 90, 'DRAFT', 'Perbup 9/2026', '2026-01', 'NONE' FROM pelanggan WHERE id = $1 RETURNING id),
       b AS (INSERT INTO tarif_blok (version_id, seq, lower_m3, rate) SELECT id, 1, 0, 3000 FROM v)
       INSERT INTO tarif_biaya (version_id, seq, code, label, meter_size_mm, amount) SELECT id, 1, 'DANA_METER', 'Dana meter 15 mm', 15, 5000 FROM v`,
      [made.id],
    );
    for (const status of ['PENDING', 'ACTIVE'])
      await app.database.query(
        'UPDATE tarif_versi SET status = $2 WHERE version_no = 90 AND tariff_id = (SELECT tariff_id FROM pelanggan WHERE id = $1)',
        [made.id, status],
      );
    expect((await back()).body.code).toBe('meter.unpriced');
    // For whoever comes after us in this file.
    await app.database.query("UPDATE tarif_versi SET status = 'ARCHIVED' WHERE version_no = 90");
    expect((await back()).body.state).toBe('CALON');
  });

  it('closes with the stand that was read last, asks for what is left, and is taken up again', async () => {
    const made = await app.make.customer();
    const path = `/customers/${String(made.id)}`;
    const now = async () => (await admin.get<Customer>(path)).body;
    const close = async (change: object) =>
      admin.post<Customer & ProblemBody & { reason: string; last_stand: number }>(`${path}/state`, {
        state: 'NONAKTIF',
        reason: 'Pindah kota',
        version: (await now()).version,
        ...change,
      });
    await app.make.reading({ customer: made, period: '2025-11', usage: 100 });
    const read = async (period: string, stand: number, at: string) => {
      const reading = await petugas.post<{ id: number; version: number; usage_m3: number }>(
        '/meter-readings',
        {
          client_id: randomUUID(),
          customer_number: made.customer_number,
          period,
          condition_code: 'NORMAL',
          current_stand: stand,
          read_at: at,
        },
      );
      expect([reading.status, reading.body]).toEqual([
        201,
        expect.objectContaining({ usage_m3: expect.any(Number) as number }),
      ]);
      return reading.body;
    };
    const final = await read('2025-12', 125, '2025-12-28T10:00:00+08:00');
    expect((await close({ final_stand: 125 })).body).toMatchObject({
      code: 'customer.final_reading_missing',
      reason: 'WAITING',
    });
    const verify = (reading: { id: number; version: number }) =>
      admin.post(`/meter-readings/${String(reading.id)}/decision`, {
        decision: 'VERIFY',
        version: reading.version,
        note: 'Sudah dilihat bersama pelanggan',
      });
    expect((await verify(final)).status).toBe(200);
    expect((await close({ final_stand: 131 })).body).toMatchObject({ reason: 'UNREAD', last_stand: 125 });
    expect((await now()).state).toBe('AKTIF');
    expect((await close({ final_stand: 125 })).status).toBe(200);
    // The final bill waits for no run.
    const bills = await app.database.query<{ period: string; state: string }>(
      'SELECT period, state FROM tagihan WHERE customer_id = $1 ORDER BY period',
      [made.id],
    );
    expect(bills).toEqual([{ period: '2025-12', state: 'ISSUED' }]);
    expect(await app.violations()).toEqual([]);

    const reopened = await toState(await now(), 'CALON', admin, 'Kembali menempati rumah');
    expect([reopened.status, reopened.body.state]).toEqual([200, 'CALON']);
    expect((await toState(reopened.body, 'AKTIF')).body.code).toBe('customer.state_conflict');
    const install = async () =>
      admin.post<ProblemBody>(`${path}/meters`, {
        meter: meter({ installed_stand: 3 }),
        version: (await now()).version,
      });
    expect((await install()).status).toBe(201);
    expect((await install()).body.code).toBe('customer.state_conflict');
    expect((await toState(await now(), 'AKTIF')).status).toBe(200);
    app.clock.advance(5_000);
    const first = await read('2026-01', 10, app.clock.text(app.clock.now()));
    expect(first.usage_m3).toBe(7);
    expect((await verify(first)).status).toBe(200);
    expect(await app.violations()).toEqual([]);
  });
});

describe('finding', () => {
  it('by number however it is written, never by one with a wrong digit', async () => {
    const { customer_number: number } = (await register()).body;
    const byNumber = (text: string) =>
      admin.get<Customer & ProblemBody>(`/customers/by-number/${encodeURIComponent(text)}`);
    for (const text of [
      number,
      `${number.slice(0, 6)}-${number.slice(6)}`,
      `${number.slice(0, 4)} ${number.slice(4)}`,
    ])
      expect((await byNumber(text)).body.customer_number).toBe(number);
    const mistyped = `${number.slice(0, 11)}${String((Number(number[11]) + 1) % 10)}`;
    expect(await byNumber(mistyped)).toMatchObject({
      status: 404,
      body: { code: 'customer.not_found', errors: [{ code: 'check_digit' }] },
    });
    for (const text of ['123', "' OR 1=1", 'PDAM\u0000', '%'])
      expect((await byNumber(text)).status).toBeGreaterThanOrEqual(400);
    expect((await byNumber('99')).body.code).toBe('customer.not_found');
  });

  it('by the number of the older system', async () => {
    const customer = (await register()).body;
    await app.database.query("INSERT INTO pelanggan_alias (alias, customer_id) VALUES ('PDAM123456', $1)", [
      customer.id,
    ]);
    for (const text of ['PDAM123456', 'pdam123456'])
      expect((await admin.get<Customer>(`/customers/by-number/${text}`)).body.id).toBe(customer.id);
    expect((await admin.get<ProblemBody>('/customers/by-number/PDAM999999')).body.code).toBe(
      'customer.not_found',
    );
  });

  const search = async (q: string, by: HttpCaller = admin) =>
    (await by.get<Page<Customer>>(`/customers?q=${encodeURIComponent(q)}`)).body.data.map(({ id }) => id);

  it('by part of name, address, number, by beginning of meter serial or phone', async () => {
    const customer = (
      await register({
        name: 'Zulkifli Muhammad',
        address: 'Lorong Anggrek 88, Poasia',
        phone: '082199001122',
        meter: meter({ serial: 'ITRON-XYZ-1' }),
      })
    ).body;
    for (const q of [
      'kifli muh',
      'ZULKIFLI',
      'anggrek 88',
      customer.customer_number.slice(2),
      'itron-x',
      '0821990',
    ])
      expect(await search(q)).toEqual([customer.id]);
    expect(await search('100%')).toEqual([]);
    // one or two letters: at the beginning of a word only
    expect(await search('zu')).toEqual([customer.id]);
    expect(await search('fl')).toEqual([]);
    // who may not see a phone number may not feel for it either
    expect(await search('0821990', petugas)).toEqual([]);
    expect(await search('anggrek 88', petugas)).toEqual([customer.id]);
  });

  it('with filters, every sort order, pages that never overlap and the real total', async () => {
    const route = await app.make.region('06');
    for (let i = 0; i < 7; i += 1)
      await register({ name: `Halaman ${String(i % 3)}`, region_id: route.id, route_id: route.route.id });
    for (const sort of ['name', '-name', 'customer_number', '-created_at', 'state,-name']) {
      const filter = `region_id=${String(route.id)}&route_id=${String(route.route.id)}&tariff_id=${String(tariffId)}`;
      const pages = await Promise.all(
        [1, 2, 3].map((page) =>
          admin.get<Page<Customer>>(
            `/customers?${filter}&state=CALON,AKTIF&sort=${sort}&page=${String(page)}&page_size=3`,
          ),
        ),
      );
      expect(pages.map(({ body }) => body.data.length)).toEqual([3, 3, 1]);
      expect(new Set(pages.flatMap(({ body }) => body.data.map(({ id }) => id))).size).toBe(7);
      expect(pages[0]?.body.meta.total).toBe(7);
      const names = pages.flatMap(({ body }) => body.data.map(({ name }) => name));
      if (sort === 'name') expect(names).toEqual([...names].sort());
      if (sort === '-name') expect(names).toEqual([...names].sort().reverse());
    }
    for (const bad of ['state=HILANG', 'region_id=abc', 'sort=nik_index', 'nik=1', 'page_size=101'])
      expect((await admin.get(`/customers?${bad}`)).status).toBe(400);
  });

  it('shows what is owed, with the penalty as booked, and the credit', async () => {
    const customer = await app.make.customer({ region });
    await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 10 });
    const shown = await admin.get<Customer>(`/customers/${String(customer.id)}`);
    expect(shown.body).toMatchObject({ open_bills: 2, open_amount: 70_000 + 30_000, credit_balance: 0 });
  });

  it('S60: phone and e-mail are masked for roles without the permission, in detail, list and history', async () => {
    const customer = (await register({ phone: PHONE, email: 'rina.kurnia@example.id' })).body;
    await change(customer, { phone: '081234567899' });
    const shown = await petugas.get<Customer>(`/customers/${String(customer.id)}`);
    expect(shown.body).toMatchObject({ phone: '0812*****899', email: 'r***@example.id' });
    const listed = await petugas.get<Page<Customer>>(`/customers?q=${customer.customer_number}`);
    expect(listed.body.data[0]?.phone).toBe('0812*****899');
    const rows = await history(customer, petugas);
    expect(rows.find(({ field }) => field === 'phone')).toMatchObject({
      before: '0812*****890',
      after: '0812*****899',
    });
  });
});

describe('S42: export', () => {
  it('streams the filter as CSV, formulas inert, masked where it must be', async () => {
    const route = await app.make.region('07');
    const place = { region_id: route.id, route_id: route.route.id };
    for (const name of [
      '=HYPERLINK("http://x")',
      '+62',
      '-5',
      '@SUM(A1)',
      '\uff1dcmd',
      'Biasa; dengan "tanda"',
    ])
      expect((await register({ ...place, name, phone: PHONE })).status).toBe(201);
    const csv = await admin.get(`/customers/export?region_id=${String(route.id)}&sort=customer_number`);
    expect(csv.status).toBe(200);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('content-disposition')).toContain('pelanggan.csv');
    const lines = csv.text
      .replace(/^\ufeff/, '')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^No\. pelanggan;Nama;Alamat;Telepon/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
    for (const [index, name] of [
      [2, "'+62"],
      [3, "'-5"],
      [4, "'@SUM(A1)"],
      [5, "'\uff1dcmd"],
      [6, '"Biasa; dengan ""tanda"""'],
    ] as const)
      expect(lines[index]).toContain(`;${name};`);
    const byManager = await (await app.as('manajer')).get(`/customers/export?region_id=${String(route.id)}`);
    expect(byManager.text).toContain('0812*****890');
    expect(byManager.text).not.toContain(PHONE);
    const english = await admin.get(`/customers/export?region_id=${String(route.id)}`, {
      headers: { 'accept-language': 'en' },
    });
    expect(english.text).toContain('Customer no.;Name;Address');
    expect((await admin.get('/customers/export?kota=1')).status).toBe(400);
  });
});

describe('moving to another region or route', () => {
  interface Preview {
    moving: number;
    there: number;
    closed: number;
    from_period: string;
    earliest: string | null;
    latest: string;
    billed: number;
    examples: { customer_number: string; earliest: string }[];
  }
  const move = (query: string, body: object, by: HttpCaller = admin) =>
    by.post<ProblemBody & { moved: number; there: number; closed: number; from_period: string }>(
      `/customers/move?${query}`,
      { reason: 'Penataan rute baca', ...body },
    );
  const place = (to: TestRegion) => ({ region_id: to.id, route_id: to.route.id });
  const one = (customer: { id: number }) => `ids=${String(customer.id)}`;

  it('keeps the number, counts from the running month and stands in the history with its reason', async () => {
    const [from, to] = [await app.make.region(), await app.make.region()];
    const customer = (await register({ region_id: from.id, route_id: from.route.id })).body;
    const preview = await admin.post<Preview>(`/customers/move/preview?${one(customer)}`, place(to));
    expect(preview.body).toEqual({
      moving: 1,
      there: 0,
      closed: 0,
      from_period: '2026-01',
      earliest: null,
      latest: '2026-01',
      billed: 0,
      examples: [],
    });
    const answer = await move(one(customer), { ...place(to), version: customer.version });
    expect([answer.status, answer.body]).toEqual([
      200,
      { moved: 1, there: 0, closed: 0, from_period: '2026-01' },
    ]);
    const { body } = await admin.get<Customer>(`/customers/${String(customer.id)}`);
    expect([body.region.code, body.route.code, body.customer_number, body.version]).toEqual([
      to.code,
      '0101',
      customer.customer_number,
      customer.version + 1,
    ]);
    const changes = (await history(customer)).slice(0, 3);
    expect(changes.map(({ field, before, after, reason }) => [field, before, after, reason]).sort()).toEqual([
      ['moved_from', null, '2026-01', 'Penataan rute baca'],
      ['region', `${from.code} Wilayah ${from.code}`, `${to.code} Wilayah ${to.code}`, 'Penataan rute baca'],
      ['route', '0101 Rute 0101', '0101 Rute 0101', 'Penataan rute baca'],
    ]);
    // The same act takes it back, and leaves no month in between.
    expect((await move(one(customer), place(from))).status).toBe(200);
    const rows = await app.database.query('SELECT until_period FROM riwayat_letak WHERE customer_id = $1', [
      customer.id,
    ]);
    expect(rows).toEqual([{ until_period: '2026-01' }]);
  });

  it('is refused for who is there, who is closed, where nothing is, and for months that are billed', async () => {
    const [from, to, closed] = [await app.make.region(), await app.make.region(), await app.make.region()];
    await app.database.query('UPDATE wilayah SET active = false WHERE id = $1', [closed.id]);
    const customer = await app.make.customer({ region: from });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 10 });
    const refused = async (answer: Promise<{ status: number; body: ProblemBody }>) => {
      const { status, body } = await answer;
      return [status, body.code];
    };
    expect(await refused(move(one(customer), place(from)))).toEqual([409, 'customer.nobody_moves']);
    // Nothing ticked is nobody, and not everybody.
    for (const nobody of ['', 'ids=', 'q=&state=', 'sort=-id'])
      expect(await refused(move(nobody, place(to)))).toEqual([400, 'request.invalid']);
    expect(await refused(move(one(customer), place(closed)))).toEqual([404, 'region.not_found']);
    expect(await refused(move(one(customer), { region_id: to.id, route_id: from.route.id }))).toEqual([
      404,
      'route.not_found',
    ]);
    expect(await refused(move(one({ id: 999_999 }), place(to)))).toEqual([404, 'customer.not_found']);
    expect(await refused(move(one(customer), { ...place(to), from_period: '2025-12' }))).toEqual([
      409,
      'customer.month_billed',
    ]);
    expect(await refused(move(one(customer), { ...place(to), from_period: '2026-02' }))).toEqual([
      400,
      'request.invalid',
    ]);
    expect(await refused(move(one(customer), { ...place(to), from_period: '2026-13' }))).toEqual([
      400,
      'request.invalid',
    ]);
    expect(await refused(move(one(customer), { ...place(to), reason: ' ' }))).toEqual([
      400,
      'request.invalid',
    ]);
    expect(await refused(move(one(customer), { ...place(to), version: 7 }))).toEqual([
      409,
      'version.conflict',
    ]);
    expect(await refused(move(one(customer), place(to), petugas))).toEqual([403, 'auth.forbidden']);
    expect(
      await refused(move(one(await app.make.customer({ region: from, state: 'NONAKTIF' })), place(to))),
    ).toEqual([409, 'customer.nobody_moves']);
  });

  it('moves a whole route together or not at all, and passes over who is closed or there', async () => {
    const [from, to] = [await app.make.region(), await app.make.region()];
    const staying = await app.make.customer({ region: to });
    const movers = [await app.make.customer({ region: from }), await app.make.customer({ region: from })];
    await app.make.customer({ region: from, state: 'NONAKTIF' });
    await app.make.issuedBill({ customer: movers[1] ?? staying, period: '2026-01', usage: 5 });
    const whole = `route_id=${String(from.route.id)}`;
    const preview = (query: string, more: object = {}) =>
      admin.post<Preview>(`/customers/move/preview?${query}`, { ...place(to), ...more });
    const planned = await preview(whole, { from_period: '2026-01' });
    expect(planned.body).toMatchObject({
      moving: 2,
      closed: 1,
      earliest: '2026-02',
      latest: '2026-02',
      billed: 1,
    });
    expect(planned.body.examples[0]).toMatchObject({
      customer_number: movers[1]?.customer_number,
      earliest: '2026-02',
    });
    const early = await move(whole, { ...place(to), from_period: '2026-01' });
    expect([early.status, early.body.code]).toEqual([409, 'customer.month_billed']);
    const all = await move(whole, place(to));
    expect(all.body).toEqual({ moved: 2, there: 0, closed: 1, from_period: '2026-02' });
    expect((await preview(`ids=${[staying, ...movers].map(({ id }) => id).join(',')}`)).body).toMatchObject({
      moving: 0,
      there: 3,
    });
  });

  it('of two people who move the same customer one is told that somebody else did', async () => {
    const [from, to, other] = [await app.make.region(), await app.make.region(), await app.make.region()];
    const customer = await app.make.customer({ region: from });
    const second = await app.as('admin');
    const answers = await Promise.all([
      move(one(customer), { ...place(to), version: 1 }),
      move(one(customer), { ...place(other), version: 1 }, second),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
