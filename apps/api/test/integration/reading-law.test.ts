import { randomUUID } from 'node:crypto';
import { MeasureCategoryUsage } from '../../src/modules/water/meter-reading';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

const app = testApp({ jobs: false });

interface ReadingBody {
  id: number;
  period: string;
  previous_stand: number;
  current_stand: number;
  usage_m3: number;
  overestimated_m3: number;
  ceiling_m3: number | null;
  meter_serial: string;
  meter_change: object | null;
  severity: string;
  reasons: string[];
  status: string;
  read_at: string;
  received_at: string;
  quote_total: number | null;
  version: number;
  verification: { decision: string; decided_by: { name: string } | null } | null;
}
interface ProblemBody {
  code: string;
  reason?: string;
  detail?: string;
  errors?: { pointer: string; code: string; message: string }[];
}
type Answer = ReadingBody & ProblemBody;

let admin: HttpCaller;
let superAdmin: HttpCaller;
let petugas: HttpCaller;
let serials = 0;

beforeAll(async () => {
  admin = await app.as('admin');
  superAdmin = await app.as('super');
  petugas = await app.as('petugas');
});

function record(customer: TestCustomer, period: string, change: object) {
  return petugas.post<Answer>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period,
    condition_code: 'NORMAL',
    ...change,
  });
}

const decide = (reading: ReadingBody, change: object = {}, who = admin) =>
  who.post<Answer>(`/meter-readings/${String(reading.id)}/decision`, {
    decision: 'VERIFY',
    version: reading.version,
    ...change,
  });

const shown = async ({ id }: ReadingBody) =>
  (await admin.get<ReadingBody>(`/meter-readings/${String(id)}`)).body;

async function replace(customer: TestCustomer, change: object, meter: object = {}) {
  serials += 1;
  const { body } = await admin.get<{ version: number }>(`/customers/${String(customer.id)}`);
  return admin.post<ProblemBody>(`/customers/${String(customer.id)}/meter-replacements`, {
    version: body.version,
    reason: 'Meter macet',
    meter: { serial: `BARU-${String(serials)}`, digits: 5, size_mm: 15, installed_stand: 0, ...meter },
    ...change,
  });
}

const principalOf = (customer: TestCustomer, period: string) =>
  app.database.one<{ principal: number; usage_m3: number; previous_stand: number; current_stand: number }>(
    'SELECT principal::int, usage_m3, previous_stand, current_stand FROM tagihan WHERE customer_id = $1 AND period = $2',
    [customer.id, period],
  );

const pointers = (body: ProblemBody) => body.errors?.map(({ pointer, code }) => [pointer, code]);

describe('a reading belongs to the meter of its instant', () => {
  it('stays 50 m³ and Rp165.000 when the meter is exchanged the same day', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    const reading = await record(customer, '2026-01', {
      current_stand: 150,
      read_at: '2026-01-15T08:00:00+08:00',
    });
    expect(reading.body).toMatchObject({ usage_m3: 50, quote_total: 165_000 });
    // The stored reading of the old meter is decided first, with or without the hour of the exchange.
    for (const time of [{}, { replaced_at: '2026-01-15T09:00:00+08:00' }]) {
      const waiting = await replace(customer, { removed_stand: 152, ...time });
      expect([waiting.status, waiting.body.code, waiting.body.reason]).toEqual([
        409,
        'meter.not_replaceable',
        'READING_OPEN',
      ]);
    }
    expect(await shown(reading.body)).toMatchObject({ usage_m3: 50, version: reading.body.version });
    expect((await decide(reading.body)).status).toBe(200);
    const exchanged = await replace(customer, {
      removed_stand: 152,
      replaced_at: '2026-01-15T09:00:00+08:00',
    });
    expect(exchanged.status).toBe(201);
    expect(await principalOf(customer, '2026-01')).toEqual({
      principal: 165_000,
      usage_m3: 50,
      previous_stand: 100,
      current_stand: 150,
    });
  });

  it('counts a late reading of the old meter on the old meter, and the next one over both', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    await replace(customer, { removed_stand: 152, replaced_on: '2026-01-12' });
    const late = await record(customer, '2025-12', {
      current_stand: 150,
      read_at: '2026-01-10T09:00:00+08:00',
    });
    expect(late.body).toMatchObject({
      previous_stand: 100,
      usage_m3: 50,
      meter_change: null,
      quote_total: 165_000,
      meter_serial: `MTR-${customer.customer_number}`,
    });
    expect((await decide(late.body)).status).toBe(200);
    const next = await record(customer, '2026-01', { current_stand: 13 });
    expect(next.body).toMatchObject({
      previous_stand: 150,
      usage_m3: 15,
      meter_change: { previous: { from: 150, to: 152 }, current: { from: 0, to: 13 } },
      meter_serial: `BARU-${String(serials)}`,
    });
    expect((await decide(next.body)).status).toBe(200);
  });

  it('counts both orders of an exchange and a reading of the new meter to the same usage', async () => {
    const usages: number[] = [];
    for (const exchangeFirst of [true, false]) {
      const customer = await app.make.customer({ installedStand: 100 });
      const exchange = () =>
        replace(customer, { removed_stand: 152, replaced_on: '2026-01-10' }, { installed_stand: 120 });
      if (exchangeFirst) await exchange();
      const { body } = await record(customer, '2026-01', {
        current_stand: 125,
        read_at: '2026-01-12T09:00:00+08:00',
      });
      if (!exchangeFirst) expect((await exchange()).status).toBe(201);
      usages.push((await shown(body)).usage_m3);
    }
    expect(usages).toEqual([57, 57]);
  });

  it('refuses a stand the removed meter never showed', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    await replace(customer, { removed_stand: 152, replaced_on: '2026-01-12' });
    const above = await record(customer, '2025-12', {
      current_stand: 153,
      read_at: '2026-01-10T09:00:00+08:00',
    });
    expect([above.status, above.body.code, pointers(above.body)]).toEqual([
      422,
      'reading.stand_invalid',
      [['/current_stand', 'above_removed_stand']],
    ]);
  });

  it('does not guess on the day of an exchange whose hour nobody knows', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    await replace(customer, { removed_stand: 152, replaced_on: '2026-01-10' }, { installed_stand: 120 });
    const readAt = '2026-01-10T15:00:00+08:00';
    const unclear = await record(customer, '2026-01', { current_stand: 125, read_at: readAt });
    expect([unclear.status, pointers(unclear.body)]).toEqual([400, [['/read_at', 'meter_unclear']]]);
    const said = await record(customer, '2026-01', {
      current_stand: 125,
      read_at: readAt,
      condition_code: 'GANTI_METER',
    });
    expect(said.body).toMatchObject({ usage_m3: 57 });
  });

  it('knows of an exchange written down today only that it has happened by now', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    expect((await replace(customer, { removed_stand: 152 }, { installed_stand: 120 })).status).toBe(201);
    const earlier = await record(customer, '2026-01', {
      current_stand: 125,
      read_at: '2026-01-15T08:00:00+08:00',
    });
    expect(pointers(earlier.body)).toEqual([['/read_at', 'meter_unclear']]);
    expect((await record(customer, '2026-01', { current_stand: 125 })).body).toMatchObject({ usage_m3: 57 });
  });

  it('knows by the hour which meter was read that day', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    await replace(customer, { removed_stand: 152, replaced_at: '2026-01-12T12:00:00+08:00' });
    const before = await record(customer, '2025-12', {
      current_stand: 150,
      read_at: '2026-01-12T11:59:59+08:00',
    });
    expect(before.body).toMatchObject({ usage_m3: 50 });
    await decide(before.body);
    const after = await record(customer, '2026-01', {
      current_stand: 3,
      read_at: '2026-01-12T12:00:00+08:00',
    });
    expect(after.body).toMatchObject({ usage_m3: 2 + 3 });
  });

  it.each([
    ['in the future', { replaced_at: '2026-01-16T09:00:00+08:00' }, '/replaced_at'],
    [
      'of another day',
      { replaced_at: '2026-01-12T09:00:00+08:00', replaced_on: '2026-01-11' },
      '/replaced_at',
    ],
    ['that is none', { replaced_at: '2026-02-30T09:00:00+08:00' }, '/replaced_at'],
  ])('refuses an hour of exchange %s', async (_, change, pointer) => {
    const refused = await replace(await app.make.customer(), { removed_stand: 1, ...change });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('takes an exchange only after the last verified reading of that day', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    const { body } = await record(customer, '2026-01', {
      current_stand: 110,
      read_at: '2026-01-15T09:00:00+08:00',
    });
    await decide(body);
    const early = await replace(customer, { removed_stand: 110, replaced_at: '2026-01-15T08:00:00+08:00' });
    expect(pointers(early.body)).toEqual([['/replaced_on', 'before_last_reading']]);
  });
});

describe('a period within the life of the connection', () => {
  it('refuses a month before the first meter, in the preview as at recording', async () => {
    const customer = await app.make.customer({ installedOn: '2025-11-29' });
    const early = await record(customer, '2022-02', { current_stand: 5 });
    expect([early.status, early.body.code, pointers(early.body)]).toEqual([
      400,
      'request.invalid',
      [['/period', 'before_installation']],
    ]);
    const preview = await petugas.post<ProblemBody>('/meter-readings/preview', {
      customer_number: customer.customer_number,
      period: '2025-10',
      current_stand: 5,
    });
    expect(pointers(preview.body)).toEqual([['/period', 'before_installation']]);
    expect((await record(customer, '2025-11', { current_stand: 5 })).status).toBe(201);
  });

  it('refuses a month after the last meter was taken away', async () => {
    const customer = await app.make.customer();
    await app.database.query(
      "UPDATE meter SET removed_on = '2025-11-20', removed_stand = 40 WHERE customer_id = $1",
      [customer.id],
    );
    const late = await record(customer, '2025-12', {
      current_stand: 40,
      read_at: '2025-12-20T09:00:00+08:00',
    });
    expect(pointers(late.body)).toEqual([['/period', 'after_removal']]);
    const last = await record(customer, '2025-11', {
      current_stand: 40,
      read_at: '2025-11-20T09:00:00+08:00',
    });
    expect(last.body).toMatchObject({ usage_m3: 40 });
  });
});

describe('the ceiling of the possible', () => {
  it('makes 97,000 m³ of a new customer an ERROR that no batch verifies and two people must find right', async () => {
    const customer = await app.make.customer({ installedStand: 1_000 });
    const { body } = await record(customer, '2026-01', { current_stand: 98_000 });
    expect(body).toMatchObject({
      usage_m3: 97_000,
      severity: 'ERROR',
      reasons: ['ABOVE_METER_LIMIT', 'ABOVE_CATEGORY_LIMIT'],
      quote_total: 387_965_000,
    });
    const batch = await admin.post<{ verified: number; skipped: { reason: string }[] }>(
      '/meter-readings/verify-batch',
      { ids: [body.id], severities: ['OK', 'WARNING'] },
    );
    expect(batch.body).toMatchObject({ verified: 0, skipped: [{ reason: 'NEEDS_NOTE' }] });
    expect((await decide(body)).body.code).toBe('reading.note_required');

    const first = await decide(body, { note: 'angka sesuai foto' });
    expect(first.body).toMatchObject({ status: 'RECORDED', verification: { decision: 'LOOKED' } });
    const again = await decide(first.body, { note: 'angka sesuai foto' });
    expect([again.status, again.body.code]).toEqual([403, 'reading.second_person']);
    const [none] = await app.database.query('SELECT id FROM tagihan WHERE customer_id = $1', [customer.id]);
    expect(none).toBeUndefined();
    const second = await decide(first.body, { note: 'kebocoran besar, dicek di tempat' }, superAdmin);
    expect(second.body).toMatchObject({ status: 'VERIFIED', verification: { decision: 'VERIFY' } });
    const audit = await app.database.query<{ action: string }>(
      "SELECT action FROM log_aktivitas WHERE entity_type = 'meter_reading' AND entity_id = $1 ORDER BY id",
      [body.id],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'reading.recorded',
      'reading.looked_at',
      'reading.verified',
    ]);
  });

  it('asks for a first look anew when the meter was read again', async () => {
    const customer = await app.make.customer();
    const { body } = await record(customer, '2026-01', { current_stand: 60_000 });
    const looked = await decide(body, { note: 'sesuai foto' });
    const back = await decide(looked.body, { decision: 'REREAD', note: 'lihat sekali lagi' }, superAdmin);
    expect(back.body.status).toBe('REREAD');
    const again = await record(customer, '2026-01', { current_stand: 60_000 });
    const first = await decide(again.body, { note: 'sesuai foto baru' }, superAdmin);
    expect(first.body).toMatchObject({ status: 'RECORDED', verification: { decision: 'LOOKED' } });
    expect((await decide(first.body, { note: 'setuju' })).body.status).toBe('VERIFIED');
  });

  it('takes a rollover only from the last 5 % of the dial', async () => {
    const customer = await app.make.customer({ installedStand: 0 });
    for (const period of ['2025-08', '2025-09', '2025-10', '2025-11'])
      await app.make.reading({ customer, period, usage: 20 });
    const rolled = await record(customer, '2025-12', { current_stand: 70, rollover: true });
    expect([rolled.status, rolled.body.code, pointers(rolled.body)]).toEqual([
      422,
      'reading.stand_invalid',
      [['/current_stand', 'rollover_not_near_end']],
    ]);
    const near = await app.make.customer({ installedStand: 95_000 });
    expect((await record(near, '2025-12', { current_stand: 94_999, rollover: true })).body).toMatchObject({
      usage_m3: 99_999,
      severity: 'ERROR',
    });
    const far = await app.make.customer({ installedStand: 94_999 });
    expect((await record(far, '2025-12', { current_stand: 5, rollover: true })).status).toBe(422);
  });

  it('is that of one month where years of an unread meter would come on one bill, and grows where months share them', async () => {
    // A typo on the first reading of a meter that has hung since 2023: 5,000 m³, Rp19.965.000 on one bill.
    const first = await record(await app.make.customer({ installedOn: '2023-01-02' }), '2026-01', {
      current_stand: 5_000,
    });
    expect(first.body).toMatchObject({ severity: 'ERROR', ceiling_m3: 206, quote_total: 19_965_000 });
    const rolled = await record(await app.make.customer({ installedStand: 9_600, digits: 4 }), '2026-01', {
      current_stand: 300,
      rollover: true,
    });
    expect(rolled.body).toMatchObject({
      usage_m3: 700,
      severity: 'ERROR',
      reasons: ['ABOVE_CATEGORY_LIMIT'],
    });
    // Read in December 2022 and not since: 37 months share it, 27 m³ each.
    const missed = await app.make.customer({ installedOn: '2022-01-02' });
    await app.make.reading({ customer: missed, period: '2022-12', usage: 20 });
    expect((await record(missed, '2026-01', { current_stand: 1_020 })).body).toMatchObject({
      usage_m3: 1_000,
      severity: 'OK',
    });
  });

  it('is the meter’s: half of what 15 mm lets through in 30 days', async () => {
    await app.database.query('UPDATE tarif SET default_usage_m3 = 0');
    const install = () => app.make.customer({ installedOn: '2026-01-10', sizeMm: 15 });
    const at = await record(await install(), '2026-01', { current_stand: 1_080 });
    expect(at.body).toMatchObject({ severity: 'OK', reasons: [], ceiling_m3: 1_080 });
    const above = await record(await install(), '2026-01', { current_stand: 1_081 });
    expect(above.body).toMatchObject({ severity: 'ERROR', reasons: ['ABOVE_METER_LIMIT'] });
    await app.database.query('UPDATE tarif SET default_usage_m3 = 10');
  });

  it('is the category’s: 20 × its mean, measured on what was verified', async () => {
    const tariff = await app.make.tariff('HALSEL-RT3');
    for (const [period, usage] of [
      ['2025-11', 14],
      ['2025-12', 16],
    ] as const)
      await app.make.reading({ customer: await app.make.customer({ tariff }), period, usage });
    await app.get(MeasureCategoryUsage).measure();
    const install = () => app.make.customer({ tariff, installedOn: '2026-01-10', sizeMm: 15 });
    expect((await record(await install(), '2026-01', { current_stand: 300 })).body).toMatchObject({
      severity: 'OK',
      ceiling_m3: 300,
    });
    expect((await record(await install(), '2026-01', { current_stand: 301 })).body).toMatchObject({
      severity: 'ERROR',
      reasons: ['ABOVE_CATEGORY_LIMIT'],
    });
  });

  it('judges at its verification what was stored before there was a ceiling', async () => {
    const customer = await app.make.customer();
    const { id } = await app.make.reading({ customer, period: '2025-12', usage: 97_000, status: 'RECORDED' });
    const batch = await admin.post<{ verified: number; skipped: object[] }>('/meter-readings/verify-batch', {
      ids: [id],
      severities: ['OK', 'WARNING'],
    });
    expect(batch.body).toMatchObject({ verified: 0, skipped: [{ id, reason: 'STALE' }] });
    const { body } = await admin.get<ReadingBody>(`/meter-readings/${String(id)}`);
    expect(body).toMatchObject({ severity: 'ERROR', status: 'RECORDED' });
  });
});

describe('a true stand below an estimated one', () => {
  async function estimatedTo1050(): Promise<TestCustomer> {
    const customer = await app.make.customer({ installedStand: 1_000 });
    await app.make.reading({ customer, period: '2025-10', usage: 20 });
    await app.make.reading({ customer, period: '2025-11', usage: 30, method: 'ESTIMATED' });
    return customer;
  }

  it('waits with what was billed too much, and once verified shares the 25 m³ with the estimated month', async () => {
    const customer = await estimatedTo1050();
    const context = await petugas.get(
      `/meter-readings/context?customer_number=${customer.customer_number}&period=2025-12`,
    );
    expect(context.body).toMatchObject({ previous: { stand: 1_050, lowest_stand: 1_020 } });
    const { body, status } = await record(customer, '2025-12', { current_stand: 1_045 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      previous_stand: 1_050,
      current_stand: 1_045,
      usage_m3: 0,
      overestimated_m3: 5,
      severity: 'WARNING',
      // 9 and 16 m³ at Rp28.000 and Rp45.000, without the Rp85.000 the estimate came to.
      quote_total: -12_000,
    });
    expect(body.reasons).toContain('BELOW_ESTIMATE');
    expect((await decide(body)).body.status).toBe('VERIFIED');
    // Of 25 m³ in all, by days; the estimate of 30 m³ had asked for more.
    expect(await principalOf(customer, '2025-12')).toMatchObject({ principal: 45_000, usage_m3: 16 });
    const next = await record(customer, '2026-01', { current_stand: 1_060 });
    expect(next.body).toMatchObject({ previous_stand: 1_045, usage_m3: 15, overestimated_m3: 0 });
  });

  it('ends at the last stand somebody saw', async () => {
    const customer = await estimatedTo1050();
    const below = await record(customer, '2025-12', { current_stand: 1_019 });
    expect([below.status, below.body.code]).toEqual([422, 'reading.negative']);
    expect((await record(customer, '2025-12', { current_stand: 1_020 })).body).toMatchObject({
      usage_m3: 0,
      overestimated_m3: 30,
    });
  });

  it('is taken as the last stand of a meter, too', async () => {
    const customer = await estimatedTo1050();
    const tooLow = await replace(customer, { removed_stand: 1_019, replaced_on: '2026-01-10' });
    expect(pointers(tooLow.body)).toEqual([['/removed_stand', 'below_last_stand']]);
    expect((await replace(customer, { removed_stand: 1_045, replaced_on: '2026-01-10' })).status).toBe(201);
    const { body } = await record(customer, '2025-12', { current_stand: 3 });
    expect(body).toMatchObject({ usage_m3: 0, overestimated_m3: 2 });
    expect((await decide(body)).status).toBe(200);
  });
});

describe('one client id, one content', () => {
  it('names what differs', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    const sent = { client_id: randomUUID(), current_stand: 110, read_at: '2026-01-15T08:00:00+08:00' };
    const first = await record(customer, '2026-01', sent);
    expect((await record(customer, '2026-01', sent)).status).toBe(200);
    const other = await record(customer, '2026-01', { ...sent, current_stand: 111, note: 'dari rumah' });
    expect([other.status, other.body.code, other.body.errors]).toEqual([
      409,
      'reading.duplicate',
      [
        { pointer: '/current_stand', code: 'differs', message: 'Tercatat: 110' },
        { pointer: '/note', code: 'differs', message: 'Tercatat tanpa isian ini.' },
      ],
    ]);
    const moved = await record(customer, '2025-12', { ...sent, read_at: '2026-01-15T08:00:01+08:00' });
    expect(pointers(moved.body)).toEqual([
      ['/period', 'differs'],
      ['/read_at', 'differs'],
    ]);
    const elsewhere = await record(await app.make.customer(), '2026-01', { ...sent, current_stand: 7 });
    expect(elsewhere.body.errors).toEqual([
      { pointer: '/customer_number', code: 'differs', message: 'Tercatat untuk pelanggan lain.' },
    ]);
    expect((await shown(first.body)).current_stand).toBe(110);
  });

  it('compares estimates by their condition', async () => {
    const customer = await app.make.customer();
    const sent = { client_id: randomUUID(), condition_code: 'TERKUNCI' };
    expect((await record(customer, '2026-01', sent)).status).toBe(201);
    expect((await record(customer, '2026-01', sent)).status).toBe(200);
    const other = await record(customer, '2026-01', { ...sent, condition_code: 'ANJING' });
    expect(pointers(other.body)).toEqual([['/condition_code', 'differs']]);
    const read = await record(customer, '2026-01', { client_id: sent.client_id, current_stand: 5 });
    expect(pointers(read.body)).toEqual([
      ['/condition_code', 'differs'],
      ['/current_stand', 'differs'],
    ]);
  });
});

describe('the clock of the phone', () => {
  it.each([
    ['1970', '1970-01-01T00:00:00Z', 'before_installation'],
    ['before the installation', '2023-01-01T23:59:59+08:00', 'before_installation'],
    ['a year ago', '2025-01-15T09:00:00+08:00', 'before_period'],
    ['in the future', '2026-01-15T10:00:00+08:00', 'not_a_past_instant'],
  ])('is refused when it says %s', async (_, readAt, code) => {
    const answer = await record(await app.make.customer(), '2025-12', { current_stand: 5, read_at: readAt });
    expect([answer.status, pointers(answer.body)]).toEqual([400, [['/read_at', code]]]);
  });

  it('is refused before the last verified reading', async () => {
    const customer = await app.make.customer();
    const last = await record(customer, '2025-11', {
      current_stand: 9,
      read_at: '2025-12-20T09:00:00+08:00',
    });
    await decide(last.body);
    const before = await record(customer, '2025-12', {
      current_stand: 12,
      read_at: '2025-12-20T08:59:59+08:00',
    });
    expect([before.status, pointers(before.body)]).toEqual([400, [['/read_at', 'before_last_reading']]]);
    const after = await record(customer, '2025-12', {
      current_stand: 12,
      read_at: '2025-12-20T09:00:01+08:00',
    });
    expect(after.status).toBe(201);
  });

  it('is flagged when the reading took months to arrive; the server’s time stands beside it', async () => {
    const customer = await app.make.customer();
    const old = await record(customer, '2025-10', {
      current_stand: 5,
      read_at: '2025-10-28T09:00:00+08:00',
    });
    expect(old.body).toMatchObject({
      severity: 'ERROR',
      reasons: ['READ_LONG_AGO'],
      read_at: '2025-10-28T09:00:00+08:00',
    });
    expect(old.body.received_at.slice(0, 10)).toBe('2026-01-15');
    const fresh = await record(await app.make.customer(), '2025-12', {
      current_stand: 5,
      read_at: '2025-12-25T09:00:00+08:00',
    });
    expect(fresh.body).toMatchObject({ severity: 'OK', reasons: [] });
  });
});
