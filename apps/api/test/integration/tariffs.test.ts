import { BillRunWorker, DraftBills, IssueBills } from '../../src/modules/water/billing';
import { Database } from '../../src/platform/database';
import { testApp, type HttpCaller } from '../support';

const app = testApp({ jobs: false });

interface Version {
  id: number;
  version_no: number;
  status: string;
  legal_basis: string;
  valid_from: string;
  blocks: { lower_m3: number; upper_m3: number | null; rate: number }[];
  fixed_charges: { code: string; meter_size_mm: number | null; amount: number }[];
  minimum: { kind: string; value: number };
  created_by: { name: string } | null;
  approval_id: number | null;
}
interface Tariff {
  id: number;
  code: string;
  current_version: Version | null;
  versions: Version[];
}
interface Quote {
  water_amount: number;
  fixed_amount: number;
  total: number;
  lines: { amount: number; quantity: number; rate: number }[];
  trace: string[];
  tariff_version: { id: number; legal_basis: string; valid_from: string };
}
interface ProblemBody {
  code: string;
  detail?: string;
  errors?: { pointer: string; code: string }[];
}

/** HALSEL-RT1 of the reference tables. */
const PROPOSAL = {
  legal_basis: 'Kepbup Halmahera Selatan 186/2022',
  valid_from: '2025-01',
  blocks: [
    { lower_m3: 0, upper_m3: 10, rate: 2_000 },
    { lower_m3: 10, upper_m3: 20, rate: 2_500 },
    { lower_m3: 20, upper_m3: 30, rate: 3_000 },
    { lower_m3: 30, upper_m3: null, rate: 4_000 },
  ],
  fixed_charges: [{ code: 'ABONEMEN', label: 'Abonemen', amount: 10_000 }],
  minimum: { kind: 'NONE', value: 0 },
};

let admin: HttpCaller;
let manager: HttpCaller;
let sequence = 0;

beforeAll(async () => {
  admin = await app.as('admin');
  manager = await app.as('manajer');
});

async function newTariff(): Promise<Tariff> {
  const answer = await admin.post<Tariff>('/tariffs', {
    code: `UJI-${String((sequence += 1))}`,
    name: 'Rumah tangga uji',
    kelompok: 'II',
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

const propose = (tariff: Tariff, change: object = {}) =>
  admin.post<Version & ProblemBody>(`/tariffs/${String(tariff.id)}/versions`, { ...PROPOSAL, ...change });

const decide = (by: HttpCaller, approvalId: number | null, decision: 'APPROVE' | 'REJECT') =>
  by.post<ProblemBody & { status: string }>(`/approvals/${String(approvalId)}/decision`, {
    decision,
    ...(decision === 'REJECT' && { note: 'Dasar hukum belum berlaku' }),
  });

async function activeTariff(change: object = {}): Promise<Tariff> {
  const tariff = await newTariff();
  const version = await propose(tariff, change);
  expect((await decide(manager, version.body.approval_id, 'APPROVE')).status).toBe(200);
  return tariff;
}

const read = async (tariff: Tariff) => (await admin.get<Tariff>(`/tariffs/${String(tariff.id)}`)).body;

const quote = (tariff: Tariff, change: object = {}) =>
  admin.post<Quote & ProblemBody>('/tariffs/quote', {
    tariff_id: tariff.id,
    period: '2025-12',
    usage_m3: 25,
    meter_size_mm: 15,
    ...change,
  });

describe('tariff versions', () => {
  it('wait for a second person, then price, and stay as they are', async () => {
    const tariff = await newTariff();
    expect(tariff.current_version).toBeNull();
    const proposed = await propose(tariff);
    expect(proposed).toMatchObject({
      status: 201,
      body: {
        version_no: 1,
        status: 'PENDING',
        legal_basis: 'Kepbup Halmahera Selatan 186/2022',
        valid_from: '2025-01',
        blocks: PROPOSAL.blocks,
        fixed_charges: [{ code: 'ABONEMEN', label: 'Abonemen', meter_size_mm: null, amount: 10_000 }],
        minimum: { kind: 'NONE', value: 0 },
        created_by: { name: 'Andi Pratama' },
      },
    });
    expect((await quote(tariff)).body.code).toBe('bill.not_calculable');
    const own = await decide(admin, proposed.body.approval_id, 'APPROVE');
    expect([own.status, own.body.code]).toEqual([403, 'approval.same_person']);
    const decided = await decide(manager, proposed.body.approval_id, 'APPROVE');
    expect([decided.status, decided.body.status]).toEqual([200, 'APPROVED']);
    const after = await read(tariff);
    expect(after.current_version).toMatchObject({ id: proposed.body.id, status: 'ACTIVE' });
    for (const sql of [
      `UPDATE tarif_versi SET legal_basis = 'lain' WHERE id = ${String(proposed.body.id)}`,
      `UPDATE tarif_blok SET rate = 1 WHERE version_id = ${String(proposed.body.id)}`,
      `DELETE FROM tarif_biaya WHERE version_id = ${String(proposed.body.id)}`,
      `DELETE FROM tarif_versi WHERE id = ${String(proposed.body.id)}`,
    ])
      await expect(app.database.query(sql)).rejects.toMatchObject({ code: 'P0I01' });
  });

  it('that are rejected never price, and the period is free again', async () => {
    const tariff = await newTariff();
    const first = await propose(tariff);
    const rival = await propose(tariff);
    expect([rival.status, rival.body.code]).toEqual([409, 'tariff.overlap']);
    expect((await decide(manager, first.body.approval_id, 'REJECT')).body.status).toBe('REJECTED');
    const second = await propose(tariff, { legal_basis: 'Perbup 10/2024' });
    expect(second.body.version_no).toBe(2);
    await decide(manager, second.body.approval_id, 'APPROVE');
    expect((await read(tariff)).versions.map(({ status }) => status)).toEqual(['ACTIVE', 'REJECTED']);
  });

  it('that were agreed on wrongly are replaced by two people, and price nothing any more', async () => {
    const tariff = await activeTariff();
    const right = await propose(tariff, {
      legal_basis: 'Kepbup Halmahera Selatan 187/2022',
      blocks: [{ lower_m3: 0, upper_m3: null, rate: 9_000 }],
    });
    expect([right.status, right.body.version_no]).toEqual([201, 2]);
    const approval = await manager.get<{ summary: string }>(`/approvals/${String(right.body.approval_id)}`);
    expect(approval.body.summary).toBe(
      `Tarif ${tariff.code} mulai Januari 2025, menggantikan versi 1 – Kepbup Halmahera Selatan 187/2022`,
    );
    // Until it is decided the one that is agreed on goes on to price.
    expect((await quote(tariff)).body.total).toBe(70_000);
    expect((await decide(manager, right.body.approval_id, 'APPROVE')).status).toBe(200);
    const after = await read(tariff);
    expect(after.versions.map(({ status }) => status)).toEqual(['ACTIVE', 'ARCHIVED']);
    expect(after.current_version).toMatchObject({ id: right.body.id });
    expect((await quote(tariff)).body.total).toBe(25 * 9_000 + 10_000);
    const listed = await admin.get<{ data: Tariff[] }>(`/tariffs?q=${tariff.code}`);
    expect(listed.body.data[0]?.current_version).toMatchObject({ id: right.body.id });
  });

  it('are numbered without a gap when proposed at the same moment, one per period', async () => {
    const tariff = await newTariff();
    const same = await Promise.all(Array.from({ length: 6 }, () => propose(tariff)));
    expect(same.filter(({ status }) => status === 201)).toHaveLength(1);
    const others = await Promise.all(
      ['2026-01', '2026-02', '2026-03', '2026-04'].map((valid_from) => propose(tariff, { valid_from })),
    );
    expect(others.map(({ body }) => body.version_no).sort()).toEqual([2, 3, 4, 5]);
  });

  it('is chosen by the usage period: a decree of next year does not touch this December', async () => {
    const tariff = await activeTariff();
    const dearer = await propose(tariff, {
      valid_from: '2026-02',
      legal_basis: 'Perbup 1/2026',
      blocks: [{ lower_m3: 0, upper_m3: null, rate: 9_000 }],
    });
    await decide(manager, dearer.body.approval_id, 'APPROVE');
    expect((await quote(tariff, { period: '2026-01' })).body.total).toBe(70_000);
    expect((await quote(tariff, { period: '2026-02' })).body.total).toBe(235_000);
    expect((await quote(tariff, { period: '2024-12' })).body.code).toBe('bill.not_calculable');
    // the business date is in January 2026
    expect((await read(tariff)).current_version?.legal_basis).toBe('Kepbup Halmahera Selatan 186/2022');
  });

  it.each([
    [
      'a gap',
      [
        { lower_m3: 0, upper_m3: 10, rate: 1 },
        { lower_m3: 11, upper_m3: null, rate: 2 },
      ],
      '/blocks/1',
      'gap',
    ],
    [
      'an overlap',
      [
        { lower_m3: 0, upper_m3: 10, rate: 1 },
        { lower_m3: 9, upper_m3: null, rate: 2 },
      ],
      '/blocks/1',
      'overlap',
    ],
    ['not from 0', [{ lower_m3: 1, upper_m3: null, rate: 1 }], '/blocks/0', 'not_from_zero'],
    ['a closed end', [{ lower_m3: 0, upper_m3: 10, rate: 1 }], '/blocks/0', 'last_not_open'],
  ])('refuse blocks with %s', async (_, blocks, pointer, code) => {
    const answer = await propose(await newTariff(), { blocks });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'tariff.blocks_invalid', errors: [{ pointer, code }] },
    });
  });

  it.each([
    [{ blocks: [] }, '/blocks'],
    [{ blocks: [{ lower_m3: 0, upper_m3: null, rate: -1 }] }, '/blocks/0/rate'],
    [{ blocks: [{ lower_m3: 0, upper_m3: null, rate: 1.5 }] }, '/blocks/0/rate'],
    [{ blocks: [{ lower_m3: 0, rate: 1 }] }, '/blocks/0/upper_m3'],
    [{ blocks: [{ lower_m3: 0, upper_m3: null, rate: 1, extra: 1 }] }, '/blocks/0/extra'],
    [{ blocks: 'banyak' }, '/blocks'],
    [{ minimum: null }, '/minimum'],
    [{ minimum: { kind: 'M3', value: 0 } }, '/minimum/value'],
    [{ minimum: { kind: 'NONE', value: 5 } }, '/minimum/value'],
    [{ valid_from: '2025-13' }, '/valid_from'],
    [{ valid_from: '01-2025' }, '/valid_from'],
    [{ status: 'ACTIVE' }, '/status'],
    [
      {
        fixed_charges: [
          { code: 'BEBAN', label: 'A', amount: 1 },
          { code: 'BEBAN', label: 'B', amount: 2 },
        ],
      },
      '/fixed_charges/1',
    ],
  ])('refuse %j', async (change, pointer) => {
    const answer = await propose(await newTariff(), change);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });
});

describe('a version that would go wrong', () => {
  const charges = [
    { code: 'DANA_METER', label: 'Dana meter 15 mm', meter_size_mm: 15, amount: 5_000 },
    { code: 'DANA_METER', label: 'Dana meter 20 mm', meter_size_mm: 20, amount: 7_500 },
  ];

  /** A category in force since 2025-01 with a customer; its draft of December is verified. */
  async function inUse(sizeMm = 15) {
    const tariff = await activeTariff();
    const customer = await app.make.customer({ sizeMm });
    await app.database.query('UPDATE pelanggan SET tariff_id = $1 WHERE id = $2', [tariff.id, customer.id]);
    return { tariff, customer };
  }
  const draftOf = (customerId: number) =>
    app.database.query<{ id: number; principal: number; state: string; bill_number: string }>(
      "SELECT id::int, principal::int, state, bill_number FROM tagihan WHERE customer_id = $1 AND state <> 'CANCELLED'",
      [customerId],
    );
  async function drafted() {
    const used = await inUse();
    const reading = await app.make.reading({
      customer: used.customer,
      period: '2025-12',
      usage: 10,
      status: 'RECORDED',
    });
    const verified = await admin.post(`/meter-readings/${String(reading.id)}/decision`, {
      decision: 'VERIFY',
      version: 1,
    });
    expect(verified.status).toBe(200);
    return used;
  }

  it('because some meter in the category has no price is refused, with the meter that has none', async () => {
    const { tariff, customer } = await inUse(25);
    const refused = await propose(tariff, { valid_from: '2026-02', fixed_charges: charges });
    expect([refused.status, refused.body.code]).toEqual([409, 'tariff.unpriceable']);
    expect(refused.body).toMatchObject({
      cases: [
        { meter_size_mm: 25, charge_code: 'DANA_METER', connections: 1, example: customer.customer_number },
      ],
      errors: [{ pointer: '/fixed_charges', code: 'size_without_price' }],
    });
    const complete = { code: 'DANA_METER', label: 'Dana meter lain', amount: 9_000 };
    expect(
      (await propose(tariff, { valid_from: '2026-02', fixed_charges: [...charges, complete] })).status,
    ).toBe(201);
  });

  it('is refused at the decision as well, when such a meter came meanwhile', async () => {
    const { tariff } = await inUse(15);
    const proposed = await propose(tariff, { valid_from: '2026-02', fixed_charges: charges });
    expect(proposed.status).toBe(201);
    const late = await app.make.customer({ sizeMm: 40 });
    await app.database.query('UPDATE pelanggan SET tariff_id = $1 WHERE id = $2', [tariff.id, late.id]);
    const decided = await decide(manager, proposed.body.approval_id, 'APPROVE');
    expect([decided.status, decided.body.code]).toEqual([409, 'tariff.unpriceable']);
    expect((await read(tariff)).versions[0]?.status).toBe('PENDING');
    await app.database.query("UPDATE pelanggan SET state = 'NONAKTIF' WHERE id = $1", [late.id]);
    expect((await decide(manager, proposed.body.approval_id, 'APPROVE')).status).toBe(200);
  });

  it('keeps out every meter it has no price for, wherever one comes from', async () => {
    const { tariff, customer } = await inUse(15);
    const proposed = await propose(tariff, { valid_from: '2026-02', fixed_charges: charges });
    expect((await decide(manager, proposed.body.approval_id, 'APPROVE')).status).toBe(200);
    const meter = (sizeMm: number) => ({
      serial: `UKUR-${String((sequence += 1))}`,
      digits: 5,
      size_mm: sizeMm,
      installed_stand: 0,
    });
    const exchange = async (sizeMm: number) =>
      admin.post<ProblemBody>(`/customers/${String(customer.id)}/meter-replacements`, {
        version: 1,
        removed_stand: 99_999,
        meter: meter(sizeMm),
        reason: 'meter lama macet',
      });
    const unpriced = (pointer: string) => ({
      code: 'meter.unpriced',
      charge_code: 'DANA_METER',
      valid_from: '2026-02',
      errors: [{ pointer, code: 'size_without_price' }],
    });
    const refused = await exchange(25);
    expect([refused.status, refused.body]).toMatchObject([409, unpriced('/meter/size_mm')]);
    // People read what the charge is called, programs its code.
    expect(refused.body.detail).toContain('harga Dana meter untuk meter 25 mm');
    expect(refused.body.detail).not.toContain('DANA_METER');
    expect((await exchange(20)).status).toBe(201);
    const registering = await admin.post<ProblemBody>('/customers', {
      name: 'Wa Ode Rina',
      address: 'Jl. Ahmad Yani No. 12, Kendari',
      region_id: customer.region.id,
      route_id: customer.region.route.id,
      tariff_id: tariff.id,
      meter: meter(25),
    });
    expect([registering.status, registering.body]).toMatchObject([409, unpriced('/meter/size_mm')]);
    const other = await app.make.customer({ sizeMm: 40 });
    const coming = await admin.patch<ProblemBody>(`/customers/${String(other.id)}`, {
      version: 1,
      tariff_id: tariff.id,
      reason: 'pindah golongan',
    });
    expect([coming.status, coming.body]).toMatchObject([409, unpriced('/tariff_id')]);
  });

  it('because its month is billed already is refused, at the request and at the decision', async () => {
    const { tariff, customer } = await drafted();
    const proposed = await propose(tariff, { valid_from: '2025-12', legal_basis: 'Perbup 12/2025' });
    expect(proposed.status).toBe(201);
    const run = await admin.post<{ id: number }>('/bill-runs', {
      period: '2025-12',
      region_id: customer.region.id,
      tariff_id: tariff.id,
    });
    expect(run.status).toBe(202);
    await app.get(BillRunWorker).run(run.body.id);
    expect((await draftOf(customer.id))[0]?.state).toBe('ISSUED');
    const decided = await decide(manager, proposed.body.approval_id, 'APPROVE');
    expect([decided.status, decided.body]).toMatchObject([
      409,
      { code: 'tariff.period_billed', first_period: '2026-01', last_billed_period: '2025-12' },
    ]);
    expect((await decide(manager, proposed.body.approval_id, 'REJECT')).status).toBe(200);
    const again = await propose(tariff, { valid_from: '2025-11' });
    expect([again.status, again.body]).toMatchObject([
      409,
      {
        code: 'tariff.period_billed',
        detail: 'Rekening sampai Desember 2025 sudah terbit; paling awal Januari 2026.',
      },
    ]);
    expect((await propose(tariff, { valid_from: '2026-01' })).status).toBe(201);
  });

  it('begins although a month that has not begun was charged ahead, which keeps its price', async () => {
    const { tariff, customer } = await drafted();
    // As runs of months to come left it before they were refused.
    const ahead = await app.make.reading({ customer, period: '2099-12', usage: 10 });
    await app.get(Database).transaction(async (tx) => {
      await app.get(DraftBills).write(tx, [ahead.id]);
      const [bill] = await tx.query<{ id: number }>('SELECT id FROM tagihan WHERE reading_id = $1', [
        ahead.id,
      ]);
      await app.get(IssueBills).issue(tx, [bill?.id ?? 0], null);
    });
    const dearer = await propose(tariff, {
      valid_from: '2026-02',
      legal_basis: 'Perbup 2/2026',
      blocks: [{ lower_m3: 0, upper_m3: null, rate: 3_000 }],
    });
    expect([dearer.status, dearer.body.code]).toEqual([201, undefined]);
    expect((await decide(manager, dearer.body.approval_id, 'APPROVE')).status).toBe(200);
    expect(
      await app.database.query(
        "SELECT state, water_amount::int FROM tagihan WHERE customer_id = $1 AND period = '2099-12'",
        [customer.id],
      ),
    ).toEqual([{ state: 'ISSUED', water_amount: 20_000 }]);
    expect(await app.violations()).toEqual([]);
  });

  it('that begins in a month of drafts prices them anew', async () => {
    const { tariff, customer } = await drafted();
    const [before] = await draftOf(customer.id);
    expect([before?.state, before?.principal]).toEqual(['DRAFT', 10 * 2_000 + 10_000]);
    const dearer = await propose(tariff, {
      valid_from: '2025-12',
      legal_basis: 'Perbup 12/2025',
      blocks: [{ lower_m3: 0, upper_m3: null, rate: 3_000 }],
    });
    expect((await decide(manager, dearer.body.approval_id, 'APPROVE')).status).toBe(200);
    const [after, ...more] = await draftOf(customer.id);
    expect(more).toEqual([]);
    expect(after).toMatchObject({
      state: 'DRAFT',
      principal: 10 * 3_000 + 10_000,
      bill_number: before?.bill_number,
    });
    expect(after?.id).not.toBe(before?.id);
  });

  it('takes the place of one that was agreed on for the same month, until that month is billed', async () => {
    const { tariff, customer } = await drafted();
    const of = (rate: number) =>
      propose(tariff, {
        valid_from: '2025-12',
        legal_basis: `Perbup ${String(rate)}/2025`,
        blocks: [{ lower_m3: 0, upper_m3: null, rate }],
      });
    const wrong = await of(30_000);
    expect((await decide(manager, wrong.body.approval_id, 'APPROVE')).status).toBe(200);
    const [dear] = await draftOf(customer.id);
    expect(dear?.principal).toBe(10 * 30_000 + 10_000);
    const right = await of(3_000);
    expect((await decide(manager, right.body.approval_id, 'APPROVE')).status).toBe(200);
    const [draft, ...more] = await draftOf(customer.id);
    expect([draft?.principal, more]).toEqual([10 * 3_000 + 10_000, []]);
    expect(await app.violations()).toEqual([]);
    // What was worked out by the wrong one still says how.
    const gone = await admin.get<{ state: string; trace: string[] }>(`/bills/${String(dear?.id)}`);
    expect(gone.body.state).toBe('CANCELLED');
    expect(gone.body.trace.join(' ')).toContain('30.000');
    await app.get(Database).transaction((tx) => app.get(IssueBills).issue(tx, [draft?.id ?? 0], null));
    expect((await of(2_000)).body.code).toBe('tariff.period_billed');
  });
});

describe('a category', () => {
  const change = (tariff: Tariff & { version?: number }, body: object, by: HttpCaller = admin) =>
    by.patch<Tariff & { name: string; active: boolean; version: number } & ProblemBody>(
      `/tariffs/${String(tariff.id)}`,
      {
        version: tariff.version,
        ...body,
      },
    );

  it('gets another name and group, never another code; of two people one is told', async () => {
    const tariff = await newTariff();
    const renamed = await change(tariff, { name: 'Rumah tangga A', kelompok: 'III', code: 'LAIN' });
    expect([renamed.status, renamed.body.code]).toEqual([400, 'request.invalid']);
    const [first, second] = await Promise.all([
      change(tariff, { name: 'Rumah tangga A' }),
      change(tariff, { name: 'Rumah tangga B' }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    expect((await change(tariff, { name: 'x' }, await app.as('petugas'))).status).toBe(403);
  });

  it('is closed only when nobody is in it, takes nobody any more, and is opened again', async () => {
    const tariff = await activeTariff();
    const customer = await app.make.customer();
    await app.database.query('UPDATE pelanggan SET tariff_id = $1 WHERE id = $2', [tariff.id, customer.id]);
    const refused = await change(tariff, { active: false });
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'tariff.in_use', customers: 1 }]);
    await app.database.query("UPDATE pelanggan SET state = 'NONAKTIF' WHERE id = $1", [customer.id]);
    const waiting = await propose(tariff, { valid_from: '2026-05' });
    expect((await change(tariff, { active: false })).body.code).toBe('approval.pending');
    await decide(manager, waiting.body.approval_id, 'REJECT');
    const closed = await change(tariff, { active: false, reason: 'Digabung' });
    expect([closed.status, closed.body.active]).toEqual([200, false]);
    const other = await app.make.customer();
    const moved = await admin.patch<ProblemBody>(`/customers/${String(other.id)}`, {
      version: 1,
      tariff_id: tariff.id,
    });
    expect([moved.status, moved.body.code]).toEqual([404, 'tariff.not_found']);
    // Nor does whoever had left while it was open.
    const takenUp = await admin.post<ProblemBody>(`/customers/${String(customer.id)}/state`, {
      state: 'CALON',
      reason: 'Kembali menempati rumah',
      version: 1,
    });
    expect([takenUp.status, takenUp.body.code]).toEqual([404, 'tariff.not_found']);
    expect((await propose(tariff, { valid_from: '2026-06' })).body.code).toBe('tariff.not_found');
    const opened = await change({ ...tariff, version: closed.body.version }, { active: true });
    expect([opened.status, opened.body.active]).toEqual([200, true]);
  });
});

describe('quotes', () => {
  it('25 m³ on HALSEL-RT1 is Rp70.000, with every step of the calculation', async () => {
    const tariff = await activeTariff();
    const { body } = await quote(tariff);
    expect(body).toMatchObject({ water_amount: 60_000, fixed_amount: 10_000, total: 70_000 });
    expect(body.lines.every(({ amount, quantity, rate }) => amount === quantity * rate)).toBe(true);
    expect(body.trace.join('\n')).toContain('Kepbup Halmahera Selatan 186/2022');
    expect(body.tariff_version.valid_from).toBe('2025-01');
    expect((await quote(tariff, { usage_m3: 0 })).body.total).toBe(10_000);
  });

  it('say when a meter size has no charge, a tariff does not exist, or the numbers are none', async () => {
    const tariff = await activeTariff({
      fixed_charges: [{ code: 'DANA_METER', label: 'Dana meter', meter_size_mm: 15, amount: 5_000 }],
    });
    expect((await quote(tariff)).body.fixed_amount).toBe(5_000);
    expect((await quote(tariff, { meter_size_mm: 50 })).body.code).toBe('bill.not_calculable');
    expect((await quote(tariff, { tariff_id: 999_999 })).body.code).toBe('tariff.not_found');
    for (const usage_m3 of [-1, 1.5, 1e300, '25', null, [25]])
      expect((await quote(tariff, { usage_m3 })).body.code).toBe('request.invalid');
  });
});

describe('the list', () => {
  it('filters, searches and shows what prices this month', async () => {
    const tariff = await activeTariff();
    const list = await admin.get<{ data: Tariff[]; meta: { total: number } }>(
      `/tariffs?kelompok=II&active=true&q=${tariff.code.toLowerCase()}&sort=-code`,
    );
    const row = list.body.data.find(({ id }) => id === tariff.id);
    expect(row?.current_version?.blocks).toEqual(PROPOSAL.blocks);
    expect((await admin.get('/tariffs?kelompok=IX')).status).toBe(400);
    const again = await admin.post<ProblemBody>('/tariffs', {
      code: tariff.code,
      name: 'Kembar',
      kelompok: 'I',
    });
    expect([again.status, again.body.code]).toEqual([409, 'tariff.duplicate']);
    const petugas = await app.as('petugas');
    expect((await petugas.get('/tariffs')).status).toBe(200);
    expect((await petugas.post(`/tariffs/${String(tariff.id)}/versions`, PROPOSAL)).status).toBe(403);
  });
});

describe('the thresholds of a category', () => {
  interface Thresholds {
    version: number;
    high_percent: number;
    low_percent: number;
  }
  const change = (id: number, body: object, caller = admin) =>
    caller.call<Thresholds & ProblemBody & { current?: Thresholds }>(
      'PUT',
      `/tariffs/${String(id)}/thresholds`,
      body,
    );

  it('decide from which use on a reading is looked at, one change after the other', async () => {
    const { id } = await newTariff();
    const before = (await admin.get<Thresholds>(`/tariffs/${String(id)}`)).body;
    expect(before).toMatchObject({ high_percent: 200, low_percent: 50 });
    const { version } = before;
    const changed = await change(id, { version, high_percent: 150, low_percent: 0 });
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { high_percent: 150, low_percent: 0, version: version + 1 },
    ]);
    const late = await change(id, { version, high_percent: 300, low_percent: 10 });
    expect([late.status, late.body]).toMatchObject([
      409,
      { code: 'version.conflict', current: { high_percent: 150, low_percent: 0 } },
    ]);
    for (const wrong of [
      { high_percent: 100 },
      { high_percent: 1_001 },
      { low_percent: 91 },
      { low_percent: 0.5 },
    ])
      expect(
        (await change(id, { version: version + 1, high_percent: 150, low_percent: 0, ...wrong })).status,
      ).toBe(400);
    expect(
      (await change(id, { version: version + 1, high_percent: 150, low_percent: 0 }, manager)).status,
    ).toBe(403);
    expect((await change(999_999_999, { version: 1, high_percent: 150, low_percent: 0 })).status).toBe(404);
  });
});
