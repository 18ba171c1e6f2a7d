import { randomUUID } from 'node:crypto';
import { VerifyBatchRuns } from '../../src/modules/water/meter-reading/verify-batch-runs';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

const app = testApp();

interface ReadingBody {
  id: number;
  usage_m3: number;
  previous_stand: number;
  current_stand: number;
  severity: string;
  reasons: string[];
  status: string;
  method: string;
  rollover: boolean;
  version: number;
  quote_total: number | null;
  verification: { decision: string; note: string | null; decided_by: { name: string } | null } | null;
}
interface ProblemBody {
  code: string;
  detail?: string;
  errors?: { pointer: string }[];
  previous_stand?: number;
}

let petugas: HttpCaller;
let admin: HttpCaller;

beforeAll(async () => {
  petugas = await app.as('petugas');
  admin = await app.as('admin');
});

function record(customer: TestCustomer, period: string, change: object = {}) {
  return petugas.post<ReadingBody & ProblemBody>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period,
    condition_code: 'NORMAL',
    ...change,
  });
}

function decide(id: number, version: number, change: object = {}) {
  return admin.post<ReadingBody & ProblemBody>(`/meter-readings/${String(id)}/decision`, {
    decision: 'VERIFY',
    version,
    ...change,
  });
}

const billsOf = (customer: TestCustomer) =>
  app.database.query<{ state: string; principal: number; period: string; due_date: string }>(
    'SELECT state, principal, period, due_date::text FROM tagihan WHERE customer_id = $1 ORDER BY id',
    [customer.id],
  );

describe('from stand to draft bill', () => {
  it('prices 25 m³ on HALSEL-RT1 at Rp70.000 in the preview, in the reading and in the draft', async () => {
    const customer = await app.make.customer({ installedStand: 100 });
    const preview = await petugas.post<{
      usage_m3: number;
      anomalies: { severity: string };
      quote: { total: number; lines: unknown[] };
    }>('/meter-readings/preview', {
      customer_number: customer.customer_number,
      period: '2025-12',
      current_stand: 125,
    });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      usage_m3: 25,
      anomalies: { severity: 'OK' },
      quote: { total: 70_000 },
    });

    const recorded = await record(customer, '2025-12', { current_stand: 125 });
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({
      previous_stand: 100,
      usage_m3: 25,
      status: 'RECORDED',
      method: 'ACTUAL',
      quote_total: 70_000,
      verification: null,
    });
    expect(await billsOf(customer)).toEqual([]);

    const verified = await decide(recorded.body.id, recorded.body.version);
    expect(verified.status).toBe(200);
    expect(verified.body).toMatchObject({
      status: 'VERIFIED',
      verification: { decision: 'VERIFY', decided_by: { name: 'Andi Pratama' } },
    });
    expect(await billsOf(customer)).toEqual([
      { state: 'DRAFT', principal: 70_000, period: '2025-12', due_date: '2026-01-20' },
    ]);
  });

  it('takes the due day from the settings', async () => {
    await app.database.query("INSERT INTO app_setting (key, value) VALUES ('due_day', '25')");
    const customer = await app.make.customer();
    const { body } = await record(customer, '2025-12', { current_stand: 5 });
    await decide(body.id, body.version);
    await app.database.query("DELETE FROM app_setting WHERE key = 'due_day'");
    expect((await billsOf(customer))[0]?.due_date).toBe('2026-01-25');
  });

  it('writes one draft when 50 people verify at once', async () => {
    const customer = await app.make.customer();
    const { body } = await record(customer, '2025-12', { current_stand: 12 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => decide(body.id, body.version)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'reading.locked')).toHaveLength(49);
    expect(await billsOf(customer)).toHaveLength(1);
    const { n } = await app.database.one<{ n: number }>(
      'SELECT count(*)::int AS n FROM verification WHERE reading_id = $1',
      [body.id],
    );
    expect(n).toBe(1);
  });

  it('writes nothing when the reading has no price', async () => {
    const customer = await app.make.customer({ installedOn: '2021-11-02' });
    const { body } = await record(customer, '2021-12', { current_stand: 12 });
    expect(body.quote_total).toBeNull();
    const refused = await decide(body.id, body.version);
    expect([refused.status, refused.body.code]).toEqual([422, 'bill.not_calculable']);
    expect(await billsOf(customer)).toEqual([]);
    const after = await admin.get<ReadingBody>(`/meter-readings/${String(body.id)}`);
    expect(after.body.status).toBe('RECORDED');
  });
});

describe('recording', () => {
  it('returns the same row for the same client_id, refuses a second reading of the period', async () => {
    const customer = await app.make.customer();
    const clientId = randomUUID();
    const first = await record(customer, '2025-12', { client_id: clientId, current_stand: 9 });
    const again = await record(customer, '2025-12', { client_id: clientId, current_stand: 9 });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
    const other = await record(customer, '2025-12', { current_stand: 9 });
    expect([other.status, other.body.code]).toEqual([409, 'reading.duplicate']);
    const elsewhere = await record(await app.make.customer(), '2025-12', {
      client_id: clientId,
      current_stand: 9,
    });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'reading.duplicate']);
  });

  it('says what the month was recorded with: a stand that was read, or an estimate', async () => {
    const read = await app.make.customer({ installedStand: 12_000 });
    await record(read, '2025-12', { current_stand: 12_345 });
    const second = await record(read, '2025-12', { current_stand: 12_350 });
    expect(second.body.detail).toContain('sudah dicatat dengan stan 12.345 dan belum diverifikasi');
    const empty = await app.make.customer({ installedStand: 12_000 });
    const estimated = await record(empty, '2025-12', { condition_code: 'KOSONG' });
    expect(estimated.body).toMatchObject({ method: 'ESTIMATED', current_stand: 12_010 });
    const seen = await record(empty, '2025-12', { current_stand: 12_007 });
    expect(seen.body.detail).toContain('sudah dicatat dengan taksiran 12.010 (meter tidak terbaca)');
  });

  it('keeps one row when the same reading arrives 20 times at once', async () => {
    const customer = await app.make.customer();
    const clientId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        record(customer, '2025-12', { client_id: clientId, current_stand: 7 }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(19);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('takes a lower stand only as a confirmed rollover', async () => {
    const customer = await app.make.customer({ installedStand: 99_985, digits: 5 });
    const lower = await record(customer, '2025-12', { current_stand: 12 });
    expect([lower.status, lower.body.code, lower.body.previous_stand]).toEqual([
      422,
      'reading.negative',
      99_985,
    ]);
    const senseless = await record(customer, '2025-12', { current_stand: 99_990, rollover: true });
    expect([senseless.status, senseless.body.code]).toEqual([422, 'reading.stand_invalid']);
    const tooLarge = await record(customer, '2025-12', { current_stand: 100_000 });
    expect([tooLarge.status, tooLarge.body.code]).toEqual([422, 'reading.stand_invalid']);
    const rolled = await record(customer, '2025-12', { current_stand: 12, rollover: true });
    expect(rolled.status).toBe(201);
    expect(rolled.body).toMatchObject({ usage_m3: 27, rollover: true });
    expect((await decide(rolled.body.id, rolled.body.version)).status).toBe(200);
  });

  it('counts across a meter replacement', async () => {
    const customer = await app.make.customer();
    await app.make.reading({ customer, period: '2025-11', usage: 4_589 });
    await app.database.query(
      "UPDATE meter SET removed_on = '2025-12-10', removed_stand = 4600 WHERE id = $1",
      [customer.meter.id],
    );
    await app.database.query(
      `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand)
       VALUES ($1, $2, 5, 15, '2025-12-10', 0)`,
      [customer.id, `NEW-${customer.customer_number}`],
    );
    const { status, body } = await record(customer, '2025-12', {
      current_stand: 25,
      condition_code: 'GANTI_METER',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ previous_stand: 4_589, current_stand: 25, usage_m3: 36 });
    expect((await decide(body.id, body.version, { note: 'meter diganti' })).status).toBe(200);
  });

  it('estimates when the meter could not be read, and wants no stand then', async () => {
    const customer = await app.make.customer();
    for (const period of ['2025-09', '2025-10', '2025-11'])
      await app.make.reading({ customer, period, usage: 30 });
    const withStand = await record(customer, '2025-12', { condition_code: 'TERKUNCI', current_stand: 99 });
    expect([withStand.status, withStand.body.errors?.[0]?.pointer]).toEqual([400, '/current_stand']);
    const without = await record(customer, '2025-12', {});
    expect([without.status, without.body.errors?.[0]?.pointer]).toEqual([400, '/current_stand']);
    const estimated = await record(customer, '2025-12', {
      condition_code: 'TERKUNCI',
      read_at: '2025-12-25T10:00:00+08:00',
    });
    expect(estimated.status).toBe(201);
    expect(estimated.body).toMatchObject({
      method: 'ESTIMATED',
      usage_m3: 30,
      previous_stand: 90,
      current_stand: 120,
    });
    expect((await decide(estimated.body.id, estimated.body.version)).status).toBe(200);
  });

  it('stops after three estimates in a row', async () => {
    const customer = await app.make.customer();
    await app.make.reading({ customer, period: '2025-08', usage: 10 });
    for (const period of ['2025-09', '2025-10', '2025-11'])
      await app.make.reading({ customer, period, usage: 10, method: 'ESTIMATED' });
    const fourth = await record(customer, '2025-12', { condition_code: 'RUSAK' });
    expect(fourth.body.severity).toBe('ERROR');
    expect(fourth.body.reasons).toContain('ESTIMATED_STREAK');
    const refused = await decide(fourth.body.id, fourth.body.version, { note: 'pagar terkunci terus' });
    expect([refused.status, refused.body.code]).toEqual([422, 'reading.not_verifiable']);
  });

  it.each([
    ['an unknown property', { paid: true, current_stand: 5 }],
    ['a fractional stand', { current_stand: 5.5 }],
    ['a negative stand', { current_stand: -1 }],
    ['a huge stand', { current_stand: 1e15 }],
    ['a stand as text', { current_stand: '5' }],
    ['a period that has not begun', { current_stand: 5, period: '2026-02' }],
    ['a period that does not exist', { current_stand: 5, period: '2025-13' }],
    ['a reading in the future', { current_stand: 5, read_at: '2026-01-16T09:30:00+08:00' }],
    ['an instant that is none', { current_stand: 5, read_at: 'kemarin' }],
    ['a condition nobody knows', { current_stand: 5, condition_code: 'HILANG' }],
    ['a client id that is none', { current_stand: 5, client_id: '1' }],
    ['a note with controls', { current_stand: 5, note: 'a\u0000b' }],
  ])('answers 400 to %s', async (_, change) => {
    const customer = await app.make.customer();
    const answer = await record(customer, '2025-12', change);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.errors?.[0]?.pointer).toMatch(/^\//);
  });

  it('knows no customer behind a wrong check digit', async () => {
    const customer = await app.make.customer();
    const wrong = `${customer.customer_number.slice(0, 11)}${String((Number(customer.customer_number[11]) + 1) % 10)}`;
    const answer = await record({ ...customer, customer_number: wrong }, '2025-12', { current_stand: 5 });
    expect([answer.status, answer.body.code]).toEqual([404, 'customer.not_found']);
  });
});

describe('deciding', () => {
  it('verifies an ERROR only with a note', async () => {
    const customer = await app.make.customer();
    for (const period of ['2025-08', '2025-09', '2025-10', '2025-11'])
      await app.make.reading({
        customer,
        period,
        usage: 10,
        method: period > '2025-09' ? 'ESTIMATED' : 'ACTUAL',
      });
    const { body } = await record(customer, '2025-12', { condition_code: 'KOSONG' });
    expect(body).toMatchObject({ severity: 'ERROR' });
    const refused = await decide(body.id, body.version);
    expect([refused.status, refused.body.code]).toEqual([422, 'reading.note_required']);
    const verified = await decide(body.id, body.version, { note: 'rumah kosong sejak Oktober' });
    expect(verified.status).toBe(200);
    expect(verified.body.verification?.note).toBe('rumah kosong sejak Oktober');
  });

  it('sends a reading back with a note; the new reading takes its place and can be verified', async () => {
    const customer = await app.make.customer();
    const first = await record(customer, '2025-12', { current_stand: 400 });
    const silent = await decide(first.body.id, first.body.version, { decision: 'REREAD' });
    expect([silent.status, silent.body.code]).toEqual([422, 'reading.note_required']);
    const back = await decide(first.body.id, first.body.version, {
      decision: 'REREAD',
      note: 'angka terlalu besar',
    });
    expect(back.body).toMatchObject({ status: 'REREAD', verification: { note: 'angka terlalu besar' } });
    const early = await decide(back.body.id, back.body.version);
    expect([early.status, early.body.code]).toEqual([422, 'reading.not_verifiable']);
    const second = await record(customer, '2025-12', { current_stand: 40 });
    expect(second.status).toBe(201);
    expect(second.body).toMatchObject({ id: first.body.id, status: 'RECORDED', usage_m3: 40 });
    expect((await decide(second.body.id, second.body.version)).body.status).toBe('VERIFIED');
    const late = await record(customer, '2025-12', { current_stand: 41 });
    expect(late.body.code).toBe('reading.duplicate');
  });

  it('refuses an outdated version and a second decision', async () => {
    const { body } = await record(await app.make.customer(), '2025-12', { current_stand: 8 });
    const outdated = await decide(body.id, body.version + 1);
    expect([outdated.status, outdated.body.code]).toEqual([409, 'version.conflict']);
    const huge = await decide(body.id, Number.MAX_SAFE_INTEGER);
    expect(huge.body.code).toBe('version.conflict');
    await decide(body.id, body.version);
    const second = await decide(body.id, body.version + 1, { decision: 'REREAD', note: 'ulang' });
    expect([second.status, second.body.code]).toEqual([409, 'reading.locked']);
    expect((await decide(999_999_999, 1)).status).toBe(404);
    expect((await admin.get('/meter-readings/0x10')).status).toBe(404);
  });

  it('keeps the order of periods and counts waiting readings again, without undoing a decision', async () => {
    const customer = await app.make.customer();
    const november = await record(customer, '2025-11', { current_stand: 10 });
    const december = await record(customer, '2025-12', { current_stand: 32 });
    expect(december.body).toMatchObject({ previous_stand: 0, usage_m3: 32, severity: 'ERROR' });
    expect(december.body.reasons).toContain('PREVIOUS_UNRESOLVED');
    const early = await decide(december.body.id, december.body.version, { note: 'cocok' });
    expect([early.status, early.body.code]).toEqual([422, 'reading.not_verifiable']);
    const back = await decide(december.body.id, december.body.version, {
      decision: 'REREAD',
      note: 'cek ulang',
    });
    await decide(november.body.id, november.body.version);
    const recounted = await admin.get<ReadingBody>(`/meter-readings/${String(december.body.id)}`);
    expect(recounted.body).toMatchObject({ previous_stand: 10, usage_m3: 22, status: 'REREAD' });
    expect(recounted.body.reasons).not.toContain('PREVIOUS_UNRESOLVED');
    expect(recounted.body.version).toBe(back.body.version + 1);
    const before = await record(customer, '2025-10', { current_stand: 5 });
    expect([before.status, before.body.code]).toEqual([409, 'reading.locked']);
  });

  it('shows new figures instead of verifying old ones when the meter was exchanged meanwhile', async () => {
    const customer = await app.make.customer();
    const { body } = await record(customer, '2025-12', { current_stand: 30 });
    await app.database.query("UPDATE meter SET removed_on = '2026-01-02', removed_stand = 20 WHERE id = $1", [
      customer.meter.id,
    ]);
    await app.database.query(
      `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand)
       VALUES ($1, $2, 5, 15, '2026-01-02', 25)`,
      [customer.id, `NEW-${customer.customer_number}`],
    );
    const refused = await decide(body.id, body.version);
    expect([refused.status, refused.body.code]).toEqual([409, 'version.conflict']);
    const shown = await admin.get<ReadingBody>(`/meter-readings/${String(body.id)}`);
    expect(shown.body).toMatchObject({ usage_m3: 25, version: body.version + 1 });
    expect((await decide(body.id, shown.body.version)).body).toMatchObject({
      status: 'VERIFIED',
      usage_m3: 25,
    });
  });

  it('is not for meter readers', async () => {
    const { body } = await record(await app.make.customer(), '2025-12', { current_stand: 8 });
    const answer = await petugas.post<ProblemBody>(`/meter-readings/${String(body.id)}/decision`, {
      decision: 'VERIFY',
      version: body.version,
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'auth.forbidden']);
  });
});

describe('batch', () => {
  interface Batch {
    matched: number;
    verified: number;
    skipped: { id: number; reason: string }[];
    dry_run: boolean;
  }
  interface BatchRun {
    id: number;
    status: string;
    verified: number;
  }

  it('verifies 500 readings, names the ERROR it leaves, and changes nothing in a dry run', async () => {
    const region = await app.make.region();
    // Waits to be read again, before all others.
    const again = await app.make.customer({ region });
    const first = await record(again, '2025-12', { current_stand: 400 });
    await decide(first.body.id, first.body.version, { decision: 'REREAD', note: 'angka terlalu besar' });
    const customers: TestCustomer[] = [];
    for (let index = 0; index < 501; index += 1) customers.push(await app.make.customer({ region }));
    for (const [index, customer] of customers.entries())
      await app.make.reading({
        customer,
        period: '2025-12',
        usage: 25,
        status: 'RECORDED',
        severity: index === 500 ? 'ERROR' : index % 5 === 0 ? 'WARNING' : 'OK',
      });
    // Of some nobody knows any more when they were received.
    await app.database.query(
      `UPDATE meter_reading r SET received_at = $2 FROM pelanggan c
       WHERE c.id = r.customer_id AND c.region_id = $1 AND r.status = 'RECORDED' AND r.id % 2 = 0`,
      [region.id, app.clock.date()],
    );
    const request = { period: '2025-12', region_id: region.id, severities: ['OK', 'WARNING'] };
    const dry = await admin.post<Batch>('/meter-readings/verify-batch', { ...request, dry_run: true });
    expect(dry.status).toBe(200);
    // Of many, the first tell what to expect.
    expect(dry.body).toMatchObject({ matched: 501, judged: 500, verified: 500, dry_run: true });
    const drafts = () =>
      app.database.one<{ n: number; sum: number | null }>(
        `SELECT count(*)::int AS n, sum(b.principal)::int AS sum FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
         WHERE c.region_id = $1 AND b.state = 'DRAFT'`,
        [region.id],
      );
    expect(await drafts()).toEqual({ n: 0, sum: null });

    // More than one answer holds: two runs over the same readings, one of them begun twice.
    const started = await Promise.all([
      admin.post<BatchRun>('/meter-readings/verify-batch', request),
      admin.post<BatchRun>('/meter-readings/verify-batch', request),
    ]);
    expect(started.map(({ status }) => status)).toEqual([202, 202]);
    expect(started[0].body).toMatchObject({ matched: 501, done: 0, verified: 0 });
    // Come in while the runs wait: who asked has seen neither the new one nor what is read again.
    const readAgain = await record(again, '2025-12', { current_stand: 25 });
    expect(readAgain.body).toMatchObject({ id: first.body.id, status: 'RECORDED', severity: 'OK' });
    const late = await app.make.reading({
      customer: await app.make.customer({ region }),
      period: '2025-12',
      usage: 25,
      status: 'RECORDED',
      severity: 'OK',
    });
    const begun = await app.database.query<{ period: string }>(
      "SELECT period FROM job_run WHERE job = 'verify-batch' ORDER BY id",
    );
    const runs = app.get(VerifyBatchRuns);
    await Promise.all([...begun, ...begun.slice(0, 1)].map(({ period }) => runs.run(period)));
    const looks = async () =>
      Promise.all(
        started.map(
          async ({ body }) =>
            (await admin.get<BatchRun>(`/meter-readings/verify-batch/${String(body.id)}`)).body,
        ),
      );
    let seen = await looks();
    // The queue may have taken one over; it says itself when it is over.
    while (seen.some(({ status }) => status !== 'SUCCESS')) seen = await looks();
    expect(seen.reduce((sum, { verified }) => sum + verified, 0)).toBe(500);
    const people = await app.database.query<{ who: string }>(
      `SELECT DISTINCT p.username AS who FROM verification v JOIN pengguna p ON p.id = v.decided_by
       JOIN meter_reading r ON r.id = v.reading_id JOIN pelanggan c ON c.id = r.customer_id WHERE c.region_id = $1`,
      [region.id],
    );
    expect(people).toEqual([{ who: 'admin' }]);
    expect((await admin.get('/meter-readings/verify-batch/999999')).status).toBe(404);
    expect(await drafts()).toEqual({ n: 500, sum: 500 * 70_000 });
    const after = await admin.post<Batch>('/meter-readings/verify-batch', request);
    expect(after.body).toMatchObject({ matched: 3, verified: 2 });
    expect(after.body.skipped.map(({ reason }) => reason)).toEqual(['NEEDS_NOTE']);
    const statuses = await app.database.query<{ status: string }>(
      'SELECT status FROM meter_reading WHERE id = ANY ($1)',
      [[late.id, first.body.id]],
    );
    expect(statuses).toEqual([{ status: 'VERIFIED' }, { status: 'VERIFIED' }]);
  });

  it('says of every id why it was not verified', async () => {
    const verified = await app.make.reading({
      customer: await app.make.customer(),
      period: '2025-12',
      usage: 5,
    });
    const back = await app.make.reading({
      customer: await app.make.customer(),
      period: '2025-12',
      usage: 5,
      status: 'REREAD',
    });
    const { body } = await admin.post<Batch>('/meter-readings/verify-batch', {
      ids: [verified.id, back.id, 999_999_999],
      severities: ['OK', 'WARNING'],
    });
    expect(body.verified).toBe(0);
    expect(Object.fromEntries(body.skipped.map(({ id, reason }) => [id, reason]))).toEqual({
      [verified.id]: 'ALREADY_VERIFIED',
      [back.id]: 'REREAD_PENDING',
      999999999: 'NOT_FOUND',
    });
  });

  it.each([
    ['no filter', { severities: ['OK'] }],
    ['a filter of nothing', { period: null, ids: null, severities: ['OK'] }],
    ['ERROR in bulk', { period: '2025-12', severities: ['ERROR'] }],
    ['an id that is none', { ids: ['1'], severities: ['OK'] }],
    ['a negative id', { ids: [-1], severities: ['OK'] }],
  ])('answers 400 to %s', async (_, body) => {
    const answer = await admin.post<ProblemBody>('/meter-readings/verify-batch', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
  });
});

describe('reading lists', () => {
  it('shows the reader what a customer used before, and whether the period is done', async () => {
    const customer = await app.make.customer({ installedStand: 10 });
    await app.make.reading({ customer, period: '2025-11', usage: 20 });
    const path = `/meter-readings/context?customer_number=${customer.customer_number}&period=2025-12`;
    const before = await petugas.get<{
      customer: { customer_number: string };
      meter: { digits: number };
      previous: object;
      history: object[];
      existing: ReadingBody | null;
    }>(path);
    expect(before.status).toBe(200);
    expect(before.body).toMatchObject({
      customer: { customer_number: customer.customer_number },
      meter: { digits: 5 },
      previous: { stand: 30, period: '2025-11', usage_m3: 20 },
      history: [{ period: '2025-11', usage_m3: 20, method: 'ACTUAL' }],
      existing: null,
    });
    const { body } = await record(customer, '2025-12', { current_stand: 45 });
    expect((await petugas.get<{ existing: ReadingBody }>(path)).body.existing.id).toBe(body.id);
    expect((await petugas.get('/meter-readings/context?customer_number=1&period=2025-12')).status).toBe(404);
    expect((await petugas.get('/meter-readings/context?customer_number=1&period=x')).status).toBe(400);
  });

  it('filters, counts and exports a period', async () => {
    const region = await app.make.region();
    const customer = await app.make.customer({ region, name: '=HYPERLINK("x")' });
    await app.make.customer({ region });
    const { body } = await record(customer, '2025-06', { current_stand: 5 });
    const page = await admin.get<{ data: ReadingBody[]; meta: { total: number } }>(
      `/meter-readings?period=2025-06&region_id=${String(region.id)}&status=RECORDED&severity=OK&sort=-usage_m3`,
    );
    expect(page.body.meta.total).toBe(1);
    expect(page.body.data[0]).toMatchObject({ id: body.id, quote_total: 20_000 });
    const summary = await admin.get<{ recorded: number; missing: number; by_severity: object }>(
      '/meter-readings/summary?period=2025-06',
    );
    expect(summary.body).toMatchObject({ recorded: 1, by_severity: { OK: 1, WARNING: 0, ERROR: 0 } });
    expect(summary.body.missing).toBeGreaterThan(0);
    const csv = await admin.get(`/meter-readings/export?period=2025-06`);
    expect(csv.text).toContain(customer.customer_number);
    expect(csv.text).toContain(`'=HYPERLINK`);
    for (const query of [
      'sort=password_hash',
      'page_size=1000000000',
      'status=LOST',
      'who=me',
      'period=2025-6',
    ])
      expect((await admin.get(`/meter-readings?${query}`)).status).toBe(400);
  });
});

interface SheetBody extends ProblemBody {
  stored: boolean;
  rows: {
    name: string | null;
    reading_id: number | null;
    usage_m3: number | null;
    severity: string | null;
    reasons: string[];
    quote_total: number | null;
    problem: { code: string; message: string } | null;
  }[];
}

describe('a sheet of stands', () => {
  const readingsOf = async (customers: readonly TestCustomer[]) =>
    (
      await app.database.one<{ n: number }>(
        'SELECT count(*)::int AS n FROM meter_reading WHERE customer_id = ANY ($1)',
        [customers.map(({ id }) => id)],
      )
    ).n;
  const line = (customer: { customer_number: string }, change: object = {}) => ({
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    ...change,
  });
  const sheet = (rows: object[], change: object = {}) =>
    petugas.post<SheetBody>('/reading-sheets', { period: '2025-12', rows, ...change });

  it('says of each row what it would come to, and stores nothing while it is only asked', async () => {
    const customers = [await app.make.customer({ installedStand: 100 }), await app.make.customer()];
    const [one, two] = customers as [TestCustomer, TestCustomer];
    const rows = [
      line(one, { current_stand: 125 }),
      line(two, { condition_code: 'TIDAK_DITEMUKAN' }),
      line({ customer_number: '1,0203E+10' }, { current_stand: 1 }),
      line(one, { current_stand: 126 }),
    ];
    const { status, body } = await sheet(rows, { dry_run: true });
    expect([status, body.stored]).toEqual([200, false]);
    expect(body.rows[0]).toMatchObject({
      name: one.name,
      usage_m3: 25,
      severity: 'OK',
      quote_total: 70_000,
      problem: null,
    });
    // Nothing is known of this customer: the category's own measure.
    expect(body.rows[1]).toMatchObject({ usage_m3: 10, problem: null });
    expect(body.rows.slice(2).map(({ problem }) => problem?.code)).toEqual([
      'customer.not_found',
      'reading.duplicate',
    ]);
    expect(await readingsOf(customers)).toBe(0);
  });

  it('stores all of its rows or none, with what is wrong at the pointer of the row', async () => {
    const customers = await Promise.all(
      [0, 50, 100].map((installedStand) => app.make.customer({ installedStand })),
    );
    const rows = customers.map((customer, index) => line(customer, { current_stand: [12, 3, 118][index] }));
    const refused = await sheet(rows);
    expect([refused.status, refused.body.code]).toEqual([422, 'reading.sheet_refused']);
    expect(refused.body.errors).toMatchObject([{ pointer: '/rows/1/current_stand' }]);
    expect(await readingsOf(customers)).toBe(0);

    const mended = rows.map((row, index) => (index === 1 ? { ...row, current_stand: 53 } : row));
    const stored = await sheet(mended);
    expect([stored.status, stored.body.stored]).toEqual([200, true]);
    expect(stored.body.rows.map(({ usage_m3 }) => usage_m3)).toEqual([12, 3, 18]);
    // The answer was lost and the sheet is sent again: the same readings, not others.
    const again = await sheet(mended);
    expect(again.body.rows.map(({ reading_id }) => reading_id)).toEqual(
      stored.body.rows.map(({ reading_id }) => reading_id),
    );
    expect(await readingsOf(customers)).toBe(3);
  });

  it('sent twice at the same moment, in another order, is stored once', async () => {
    const customers = await Promise.all([1, 2, 3, 4].map(() => app.make.customer()));
    const rows = customers.map((customer) => line(customer, { current_stand: 7 }));
    const answers = await Promise.all([sheet(rows), sheet(rows.toReversed()), sheet(rows)]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual(
      [],
    );
    expect(await readingsOf(customers)).toBe(4);
  });

  it('of fields that are none, too many rows, or somebody who may not record is refused whole', async () => {
    const customer = await app.make.customer();
    const wrong = await sheet([line(customer, { current_stand: 1.5 })]);
    expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([400, '/rows/0/current_stand']);
    expect((await sheet([])).status).toBe(400);
    const many = Array.from({ length: 201 }, () => line(customer, { current_stand: 1 }));
    expect((await sheet(many)).status).toBe(400);
    const manager = await app.as('manajer');
    expect(
      (await manager.post('/reading-sheets', { period: '2025-12', rows: [line(customer)] })).status,
    ).toBe(403);
  });
});

describe('the walk of a route', () => {
  interface Round {
    stops: { customer_id: number; state: string; instruction: string | null; meter_serial: string }[];
    route: { name: string };
  }
  const walk = async (routeId: number) =>
    (await petugas.get<Round>(`/reading-rounds/${String(routeId)}?period=2025-12`)).body.stops;

  it('goes by number until somebody puts it in order, and shows who is left and who is asked for again', async () => {
    const region = await app.make.region();
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => app.make.customer({ region })));
    const sealed = await app.make.customer({ region, state: 'SEGEL' });
    if (a === undefined || b === undefined || c === undefined) throw new Error('no customers');
    const byNumber = [a, b, c]
      .sort((x, y) => (x.customer_number < y.customer_number ? -1 : 1))
      .map(({ id }) => id);
    expect((await walk(region.route.id)).map(({ customer_id }) => customer_id)).toEqual(byNumber);
    const order = (ids: number[]) =>
      petugas.call<ProblemBody>('PUT', '/reading-rounds', { route_id: region.route.id, customer_ids: ids });
    expect((await order([c.id, a.id])).status).toBe(204);
    expect((await walk(region.route.id)).map(({ customer_id }) => customer_id)).toEqual([c.id, a.id, b.id]);
    const elsewhere = await app.make.customer();
    const strange = await order([a.id, elsewhere.id]);
    expect([strange.status, strange.body.errors?.[0]?.pointer]).toEqual([400, '/customer_ids/1']);
    expect((await order([a.id, a.id])).status).toBe(400);

    const read = await record(a, '2025-12', { current_stand: 10 });
    const back = await record(c, '2025-12', { current_stand: 400 });
    await decide(back.body.id, back.body.version, { decision: 'REREAD', note: 'foto tidak jelas' });
    await decide(read.body.id, read.body.version);
    expect(await walk(region.route.id)).toMatchObject([
      { customer_id: c.id, state: 'REREAD', instruction: 'foto tidak jelas' },
      { customer_id: a.id, state: 'VERIFIED', instruction: null },
      { customer_id: b.id, state: 'UNREAD' },
    ]);
    const progress = await admin.get<{ routes: object[]; readers: object[] }>(
      `/reading-rounds/regions/${String(region.id)}?period=2025-12`,
    );
    expect(progress.body.routes).toMatchObject([
      { id: region.route.id, connections: 3, unread: 1, reread: 1, recorded: 0, verified: 1 },
    ]);
    expect(progress.body.readers).toMatchObject([{ readings: 2, estimated: 0, with_photo: 0 }]);
    expect((await petugas.get('/reading-rounds/999999999?period=2025-12')).status).toBe(404);
    expect((await petugas.get(`/reading-rounds/${String(region.route.id)}?period=2031-01`)).status).toBe(400);
    // The seal keeps somebody out of the walk; what is asked again brings them back.
    expect((await walk(region.route.id)).map(({ customer_id }) => customer_id)).not.toContain(sealed.id);
  });

  it('is taken along with what each stand is counted from, as it is asked for one by one', async () => {
    const region = await app.make.region();
    const read = await app.make.customer({ region });
    const fresh = await app.make.customer({ region });
    const first = await record(read, '2025-11', { current_stand: 40 });
    await decide(first.body.id, first.body.version);
    interface Taken {
      customer_number: string;
      meter: { digits: number; installed_stand: number };
      previous: object | null;
      replacement: object | null;
      history: object[];
    }
    const path = `/reading-rounds/${String(region.route.id)}/taken?period=2025-12`;
    const { body } = await petugas.get<{ period: string; stops: Taken[] }>(path);
    expect(body.period).toBe('2025-12');
    expect(body.stops).toHaveLength(2);
    for (const customer of [read, fresh]) {
      const one = await petugas.get<Taken>(
        `/meter-readings/context?customer_number=${customer.customer_number}&period=2025-12`,
      );
      const { previous, replacement, history } = one.body;
      expect(body.stops.find((stop) => stop.customer_number === customer.customer_number)).toMatchObject({
        previous,
        replacement,
        history,
        meter: {
          digits: one.body.meter.digits,
          installed_stand: one.body.meter.installed_stand,
        },
      });
    }
    expect(body.stops.find((stop) => stop.customer_number === read.customer_number)).toMatchObject({
      previous: { stand: 40, lowest_stand: 40, period: '2025-11' },
    });
    expect((await (await app.as('manajer')).get(path)).status).toBe(403);
  });

  it('prints a label for every meter of it', async () => {
    const region = await app.make.region();
    const empty = await petugas.get(`/reading-rounds/${String(region.route.id)}/labels`);
    expect(empty.status).toBe(404);
    await Promise.all(Array.from({ length: 25 }, () => app.make.customer({ region })));
    const { token } = await app.logIn('petugas');
    const paper = await fetch(`${app.url}/api/v1/reading-rounds/${String(region.route.id)}/labels`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await paper.arrayBuffer())
        .toString('latin1')
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(2);
  });

  it('finds a customer by what is scanned on the meter, however it is written', async () => {
    const customer = await app.make.customer();
    const found = await petugas.get<{ customer: { id: number } }>(
      `/meter-readings/context?meter=${encodeURIComponent(`mtr-${customer.customer_number}`)}&period=2025-12`,
    );
    expect([found.status, found.body.customer.id]).toEqual([200, customer.id]);
    const nobody = await petugas.get<ProblemBody>('/meter-readings/context?meter=MTR-0&period=2025-12');
    expect([nobody.status, nobody.body.code]).toEqual([404, 'customer.not_found']);
  });
});

it('tells the slower of two people what the other one did to the reading', async () => {
  const customer = await app.make.customer();
  const { body } = await record(customer, '2025-12', { current_stand: 12 });
  await decide(body.id, body.version, { decision: 'REREAD', note: 'angka terbalik?' });
  await record(customer, '2025-12', { current_stand: 21 });
  const late = await decide(body.id, body.version);
  expect([late.status, late.body]).toMatchObject([
    409,
    {
      code: 'version.conflict',
      detail: 'Stan sekarang 21. Masih menunggu keputusan. Terakhir diputuskan oleh Andi Pratama.',
      current: { status: 'RECORDED', current_stand: 21, usage_m3: 21, decision: { note: 'angka terbalik?' } },
    },
  ]);
});
