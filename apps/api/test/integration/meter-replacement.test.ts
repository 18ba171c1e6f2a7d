import { randomUUID } from 'node:crypto';
import { Database } from '../../src/platform/database';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

const app = testApp();

interface Meter {
  id: number;
  serial: string;
  installed_on: string;
  installed_stand: number;
  removed_on: string | null;
  removed_stand: number | null;
  removed_reason: string | null;
}
interface ProblemBody {
  code: string;
  reason?: string;
  errors?: { pointer: string; code: string }[];
}
interface ReadingBody {
  id: number;
  version: number;
  usage_m3: number;
  previous_stand: number;
  current_stand: number;
}

let admin: HttpCaller;
let petugas: HttpCaller;
let serials = 0;

beforeAll(async () => {
  admin = await app.as('admin');
  petugas = await app.as('petugas');
});

const versionOf = async ({ id }: TestCustomer) =>
  (await admin.get<{ version: number }>(`/customers/${String(id)}`)).body.version;

async function replace(customer: TestCustomer, change: object = {}, meter: object = {}) {
  serials += 1;
  return admin.post<Meter[] & ProblemBody>(`/customers/${String(customer.id)}/meter-replacements`, {
    version: await versionOf(customer),
    removed_stand: 4_600,
    replaced_on: '2026-01-10',
    reason: 'Kaca meter pecah',
    meter: { serial: `GANTI-${String(serials)}`, digits: 5, size_mm: 15, installed_stand: 0, ...meter },
    ...change,
  });
}

function record(customer: TestCustomer, period: string, currentStand: number, readAt?: string) {
  return petugas.post<ReadingBody>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period,
    condition_code: 'NORMAL',
    current_stand: currentStand,
    ...(readAt === undefined ? {} : { read_at: readAt }),
  });
}

const verify = ({ id, version }: ReadingBody) =>
  admin.post(`/meter-readings/${String(id)}/decision`, {
    decision: 'VERIFY',
    version,
    note: 'meter diganti',
  });

/** Read to 4.589 m³ in November. */
async function readTo4589(): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.make.reading({ customer, period: '2025-11', usage: 4_589 });
  return customer;
}

describe('a meter replacement', () => {
  it('makes the next reading count over both meters, and is told in the history', async () => {
    const customer = await readTo4589();
    const done = await replace(customer);
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject([
      {
        serial: `GANTI-${String(serials)}`,
        installed_on: '2026-01-10',
        installed_stand: 0,
        removed_on: null,
      },
      { removed_on: '2026-01-10', removed_stand: 4_600, removed_reason: 'Kaca meter pecah' },
    ]);
    const context = await petugas.get(
      `/meter-readings/context?customer_number=${customer.customer_number}&period=2025-12`,
    );
    expect(context.body).toMatchObject({
      previous: { stand: 4_589 },
      replacement: { replaced_on: '2026-01-10', removed_stand: 4_600, installed_stand: 0 },
    });
    // lalu 4589, angkat 4600, pasang 0, ini 25: the worked example of the reference
    const reading = await record(customer, '2025-12', 25);
    expect(reading.body).toMatchObject({ previous_stand: 4_589, current_stand: 25, usage_m3: 36 });
    expect((await verify(reading.body)).status).toBe(200);
    const next = await petugas.get(
      `/meter-readings/context?customer_number=${customer.customer_number}&period=2026-01`,
    );
    expect(next.body).toMatchObject({ previous: { stand: 25 }, replacement: null });

    const meters = await petugas.get<Meter[]>(`/customers/${String(customer.id)}/meters`);
    expect(meters.body).toHaveLength(2);
    const history = await admin.get<{ data: object[] }>(
      `/customers/${String(customer.id)}/history?field=meter`,
    );
    expect(history.body.data).toMatchObject([
      { field: 'meter', after: `GANTI-${String(serials)}`, reason: 'Kaca meter pecah' },
    ]);
    const audit = await app.database.one<{ after: object }>(
      "SELECT after FROM log_aktivitas WHERE action = 'meter.replaced' AND entity_id = $1",
      [meters.body[0]?.id],
    );
    expect(audit.after).toMatchObject({ customer_id: customer.id, replaced_on: '2026-01-10' });
  });

  it('counts a reading again that was taken from the new meter before the office wrote it down', async () => {
    const customer = await app.make.customer();
    await app.make.reading({ customer, period: '2025-11', usage: 100 });
    const early = await record(customer, '2025-12', 130, '2026-01-12T09:00:00+08:00');
    expect(early.body.usage_m3).toBe(30);
    expect((await replace(customer, { removed_stand: 110 }, { installed_stand: 95 })).status).toBe(201);
    const shown = await admin.get<ReadingBody>(`/meter-readings/${String(early.body.id)}`);
    expect(shown.body).toMatchObject({ usage_m3: 10 + 35, version: early.body.version + 1 });
  });

  it.each([
    ['a last stand below the last reading', { removed_stand: 4_588 }, {}, '/removed_stand'],
    ['a last stand the counter cannot show', { removed_stand: 100_000 }, {}, '/removed_stand'],
    ['a day before the last reading', { replaced_on: '2025-11-20' }, {}, '/replaced_on'],
    ['a day in the future', { replaced_on: '2026-01-16' }, {}, '/replaced_on'],
    [
      'a first stand the counter cannot show',
      {},
      { installed_stand: 10_000, digits: 4 },
      '/meter/installed_stand',
    ],
    ['another day for the new meter', {}, { installed_on: '2026-01-11' }, '/meter/installed_on'],
    ['no reason', { reason: '' }, {}, '/reason'],
    ['a fraction of a stand', { removed_stand: 4_600.5 }, {}, '/removed_stand'],
    ['what nobody asked for', { surprise: true }, {}, '/surprise'],
  ])('is refused with %s', async (_, change, meter, pointer) => {
    const customer = await readTo4589();
    const refused = await replace(customer, change, meter);
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual([
      400,
      'request.invalid',
      pointer,
    ]);
    expect((await admin.get<Meter[]>(`/customers/${String(customer.id)}/meters`)).body).toHaveLength(1);
  });

  it('waits until a reading of the old meter is decided', async () => {
    const customer = await readTo4589();
    const open = await record(customer, '2025-12', 4_595, '2026-01-05T09:00:00+08:00');
    const refused = await replace(customer);
    expect([refused.status, refused.body.code, refused.body.reason]).toEqual([
      409,
      'meter.not_replaceable',
      'READING_OPEN',
    ]);
    await verify(open.body);
    expect((await replace(customer)).status).toBe(201);
  });

  it('cannot happen twice between two readings, which nobody could count', async () => {
    const customer = await readTo4589();
    expect((await replace(customer)).status).toBe(201);
    const second = await replace(customer, { removed_stand: 5, replaced_on: '2026-01-12' });
    expect([second.status, second.body.reason]).toEqual([409, 'REPLACED_UNREAD']);
    await verify((await record(customer, '2025-12', 3, '2026-01-11T09:00:00+08:00')).body);
    expect((await replace(customer, { removed_stand: 5, replaced_on: '2026-01-12' })).status).toBe(201);
  });

  it('happens once when two people write it down, and never with a meter that hangs elsewhere', async () => {
    const customer = await readTo4589();
    const version = await versionOf(customer);
    const both = await Promise.all([1, 2].map(() => replace(customer, { version })));
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(both.find((answer) => answer.status === 409)?.body.code).toBe('version.conflict');

    const other = await readTo4589();
    const [meter] = (await admin.get<Meter[]>(`/customers/${String(customer.id)}/meters`)).body;
    const taken = await replace(other, {}, { serial: meter?.serial });
    expect([taken.status, taken.body.code, taken.body.errors?.[0]?.pointer]).toEqual([
      409,
      'customer.duplicate',
      '/meter/serial',
    ]);
  });

  it('is for the office, and what a removed meter showed stays as it was', async () => {
    const customer = await readTo4589();
    const body = { version: 1, removed_stand: 4_600, reason: 'rusak', meter: {} };
    const path = `/customers/${String(customer.id)}/meter-replacements`;
    expect((await petugas.post(path, body)).status).toBe(403);
    expect((await (await app.as('manajer')).post(path, body)).status).toBe(403);
    expect((await admin.get('/customers/999999/meters')).status).toBe(404);
    await replace(customer);
    await verify((await record(customer, '2025-12', 3, '2026-01-11T09:00:00+08:00')).body);
    await expect(
      app
        .get(Database)
        .screen('UPDATE meter SET removed_stand = 1 WHERE customer_id = $1 AND removed_on IS NOT NULL', [
          customer.id,
        ]),
    ).rejects.toThrow('never changes');
  });
});

describe('a slip in an exchange', () => {
  async function correct(
    customer: TestCustomer,
    { removed_stand, ...meter }: { removed_stand?: number; [fact: string]: unknown },
    by: HttpCaller = admin,
  ) {
    const path = `/customers/${String(customer.id)}`;
    const [now] = (await admin.get<(Meter & { digits: number; size_mm: number })[]>(`${path}/meters`)).body;
    return by.patch<Meter[] & ProblemBody>(`${path}/meter`, {
      version: await versionOf(customer),
      reason: 'Salah tulis',
      ...(removed_stand !== undefined && { removed_stand }),
      meter: {
        serial: now?.serial,
        digits: now?.digits,
        size_mm: now?.size_mm,
        installed_stand: now?.installed_stand,
        ...meter,
      },
    });
  }

  it('is put right until a reading has counted by it, and what waits is counted again', async () => {
    const customer = await readTo4589();
    await replace(customer, { removed_stand: 6_400 }, { installed_stand: 3 });
    const reading = (await record(customer, '2025-12', 25, '2026-01-11T09:00:00+08:00')).body;
    expect(reading.usage_m3).toBe(6_400 - 4_589 + 22);
    const right = await correct(customer, { removed_stand: 4_600, installed_stand: 0, size_mm: 20 });
    expect([right.status, right.body]).toMatchObject([
      200,
      [{ installed_stand: 0, size_mm: 20, removed_on: null }, { removed_stand: 4_600 }],
    ]);
    const again = (await admin.get<ReadingBody>(`/meter-readings/${String(reading.id)}`)).body;
    expect(again).toMatchObject({ usage_m3: 36, current_stand: 25 });
    const history = await admin.get<{ data: { field: string; before: string; after: string }[] }>(
      `/customers/${String(customer.id)}/history?sort=field`,
    );
    expect(history.body.data.filter(({ field }) => field !== 'state')).toMatchObject([
      { field: 'installed_stand', before: '3', after: '0' },
      { field: 'meter' },
      { field: 'meter_size', before: '15', after: '20', reason: 'Salah tulis' },
      { field: 'removed_stand', before: '6400', after: '4600' },
    ]);
    expect((await verify(again)).status).toBe(200);
    // It is the basis of a bill from now on; what it is called is not.
    expect((await correct(customer, { removed_stand: 4_700 })).body.code).toBe('meter.counted');
    expect((await correct(customer, { digits: 6 })).body.code).toBe('meter.counted');
    expect((await correct(customer, { serial: 'NAMA-BENAR-1' })).body).toMatchObject([
      { serial: 'NAMA-BENAR-1' },
      {},
    ]);
    expect(await app.violations()).toEqual([]);
  });

  it('is put right also after a closing that left the meter where it was', async () => {
    const customer = await readTo4589();
    await replace(customer, { removed_stand: 6_400 });
    for (const state of ['NONAKTIF', 'CALON', 'AKTIF']) {
      const changed = await admin.post<ProblemBody>(`/customers/${String(customer.id)}/state`, {
        version: await versionOf(customer),
        state,
        reason: 'Rumah kosong',
      });
      expect([state, changed.status, changed.body.code]).toEqual([state, 200, undefined]);
    }
    expect((await correct(customer, { removed_stand: 4_600 })).body).toMatchObject([
      { removed_on: null },
      { removed_stand: 4_600 },
    ]);
  });

  it('stays within what was read, and what was closed with is no exchange', async () => {
    const customer = await readTo4589();
    await replace(customer);
    const below = await correct(customer, { removed_stand: 4_500 });
    expect([below.status, below.body.errors]).toMatchObject([
      400,
      [{ pointer: '/removed_stand', code: 'below_last_stand' }],
    ]);
    expect((await correct(customer, { installed_stand: 100_000 })).body.errors).toMatchObject([
      { pointer: '/meter/installed_stand', code: 'too_many_digits' },
    ]);
    const unchanged = await correct(customer, { removed_stand: 4_600 });
    expect([unchanged.status, await versionOf(customer)]).toEqual([200, 2]);
    expect((await correct(customer, { serial: 'X-1' }, petugas)).status).toBe(403);
    const first = await app.make.customer();
    expect((await correct(first, { removed_stand: 4_600 })).body.errors).toMatchObject([
      { pointer: '/removed_stand', code: 'not_applicable' },
    ]);
    const other = await app.make.customer();
    const [taken] = (await admin.get<Meter[]>(`/customers/${String(other.id)}/meters`)).body;
    expect((await correct(first, { serial: taken?.serial })).body.code).toBe('customer.duplicate');
  });
});
