import { ReportQueries } from '../../src/modules/outward/reporting/reports/report.queries';
import { WriteExport } from '../../src/modules/outward/reporting/export-files/write-export.service';
import { OrderScheduled } from '../../src/modules/outward/reporting/saved-reports/order-scheduled.service';
import { testApp, type HttpCaller } from '../support';

/* What people keep under a name: views of lists, one's own and those a role shares; reports, which may come by themselves. */

const app = testApp({ jobs: false });

interface View {
  id: number;
  name: string;
  role: string | null;
  owner: string;
  mine: boolean;
  can_change: boolean;
  address: string;
  columns: string;
  version: number;
}

let admin: HttpCaller;
let manager: HttpCaller;
let reader: HttpCaller;
beforeAll(async () => {
  [admin, manager, reader] = [await app.as('admin'), await app.as('manajer'), await app.as('petugas')];
});

const LIST = 'listPayments';
const view = (name: string, role?: string) => ({
  list: LIST,
  name,
  role,
  address: 'status=POSTED&sort=-amount',
  columns: 'hidden=bank&shown=&density=dense',
});
const of = async (caller: HttpCaller) => (await caller.get<View[]>(`/list-views?list=${LIST}`)).body;
const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code: string }).code,
];

async function nameOf(username: string): Promise<string> {
  return (
    await app.database.one<{ name: string }>('SELECT name FROM pengguna WHERE username = $1', [username])
  ).name;
}

it('a private view is its owner’s alone', async () => {
  const saved = await admin.post<View[]>('/list-views', view('Pagi'));
  expect(saved.status).toBe(201);
  expect(saved.body).toMatchObject([{ name: 'Pagi', role: null, mine: true, can_change: true }]);
  expect(await of(manager)).toEqual([]);
  const [own] = saved.body;
  const address = `/list-views/${String(own?.id)}`;
  const change = { name: 'Pagi', address: '', columns: '', version: 1 };
  expect(codeOf(await manager.call('PUT', address, change))).toEqual([404, 'view.not_found']);
  expect(codeOf(await manager.delete(address))).toEqual([404, 'view.not_found']);
});

it('a name of one’s own that is taken is refused until it is replaced, by the version that was read', async () => {
  const [own] = await of(admin);
  expect(codeOf(await admin.post('/list-views', view(' p a g i ')))).toEqual([409, 'view.duplicate']);
  const address = `/list-views/${String(own?.id)}`;
  const change = { name: 'Pagi', address: 'status=REVERSED', columns: '', version: own?.version };
  expect((await admin.call('PUT', address, change)).status).toBe(204);
  const stale = await admin.call('PUT', address, change);
  expect(codeOf(stale)).toEqual([409, 'version.conflict']);
  // In another window, by oneself.
  expect(stale.body).toMatchObject({ changed_by: await nameOf('admin'), current_version: 2 });
  expect((await of(admin))[0]).toMatchObject({ address: 'status=REVERSED', version: 2 });
});

it('only who may shares; the role sees it, a second one of that name is told from one’s own', async () => {
  expect(codeOf(await reader.post('/list-views', view('Untuk semua', 'PETUGAS_METER')))).toEqual([
    403,
    'auth.forbidden',
  ]);
  expect((await manager.post('/list-views', view('Setoran hari ini', 'ADMIN_PDAM'))).status).toBe(201);
  expect(codeOf(await admin.post('/list-views', view('SETORAN HARI INI', 'ADMIN_PDAM')))).toEqual([
    409,
    'view.shared_duplicate',
  ]);
  // Of the same name, but one's own.
  expect((await admin.post('/list-views', view('Setoran hari ini'))).status).toBe(201);
  const shared = (await of(admin)).find(({ role }) => role !== null);
  expect(shared).toMatchObject({ name: 'Setoran hari ini', mine: false, can_change: true });
  const address = `/list-views/${String(shared?.id)}`;
  const change = { name: 'Setoran hari ini', address: 'status=POSTED', columns: '', version: 1 };
  expect((await manager.call('PUT', address, change)).status).toBe(204);
  const stale = await admin.call('PUT', address, { ...change, address: '' });
  expect(codeOf(stale)).toEqual([409, 'version.conflict']);
  expect(stale.body).toMatchObject({ changed_by: await nameOf('manajer'), changed: ['filter', 'columns'] });
  expect(await of(reader)).toEqual([]);
});

it('what is shared leaves a trail, also when it goes', async () => {
  const shared = (await of(manager)).find(({ role }) => role !== null);
  expect((await admin.delete(`/list-views/${String(shared?.id)}`)).status).toBe(204);
  const trail = await app.database.query<{ action: string }>(
    "SELECT action FROM log_aktivitas WHERE entity_type = 'tampilan_daftar' ORDER BY id",
  );
  expect(trail.map(({ action }) => action)).toEqual(['view.shared', 'view.changed', 'view.removed']);
});

it.each([
  [{ name: '' }],
  [{ name: 'x'.repeat(61) }],
  [{ list: 'DROP TABLE' }],
  [{ address: '<script>' }],
  [{ columns: 'a'.repeat(1_001) }],
  [{ role: 'NOBODY' }],
])('%j is refused', async (wrong) => {
  expect(codeOf(await admin.post('/list-views', { ...view('Salah'), ...wrong }))).toEqual([
    400,
    'request.invalid',
  ]);
});

describe('reports that are kept', () => {
  interface Saved {
    id: number;
    name: string;
    owner: string;
    mine: boolean;
    query: string;
    next_on: string | null;
    stopped: { code: string } | null;
    last_file: { id: number; name: string; due_on: string } | null;
    version: number;
  }
  interface File {
    id: number;
    name: string;
    status: string;
    rows: number;
    expected: number | null;
    failure: { code: string } | null;
    saved_report: string | null;
    due_on: string | null;
  }

  const daily = { every: 'DAY', day: null, hour: 6, format: 'xlsx' };
  const report = (name: string, change: object = {}) => ({
    report: 'lpp',
    name,
    shared: false,
    parameters: 'from=month-1.first&to=month-1.last',
    schedule: null,
    ...change,
  });
  const keep = async (caller: HttpCaller, name: string, change: object = {}) => {
    const { status, body } = await caller.post<Saved[]>('/saved-reports', report(name, change));
    expect(status).toBe(201);
    const kept = body.find((one) => one.name === name);
    if (kept === undefined) throw new Error(`${name} is not there`);
    return kept;
  };
  const kept = async (caller: HttpCaller) => (await caller.get<Saved[]>('/saved-reports')).body;
  const files = async (username: 'admin' | 'manajer') =>
    (await (await app.as(username)).get<File[]>('/exports')).body;
  const look = () => app.get(OrderScheduled).look();
  const writeAll = async () => {
    const waiting = await app.database.query<{ period: string }>(
      "SELECT period FROM job_run WHERE job = 'export-file' AND status = 'QUEUED' ORDER BY id",
    );
    for (const { period } of waiting) await app.get(WriteExport).run(period);
  };
  const notices = async (username: 'admin' | 'manajer') => {
    await app.deliverEvents();
    const page = await (
      await app.as(username)
    ).get<{ data: { kind: string; title: string; body: string }[] }>('/notices');
    return page.body.data;
  };

  it('ask for the month before, whichever month it is by then', async () => {
    const one = await keep(manager, 'LPP bulan lalu');
    expect([one.query, one.mine, one.next_on]).toEqual([
      'from=2025-12-01&to=2025-12-31&kind=WATER',
      true,
      null,
    ]);
    app.clock.set('2026-03-02T09:00:00+08:00');
    const later = await app.as('manajer');
    expect((await kept(later)).map(({ query }) => query)).toEqual([
      'from=2026-02-01&to=2026-02-28&kind=WATER',
    ]);
    app.clock.set('2026-01-15T10:00:00+08:00');
  });

  it('are refused where the report would be, and where the name or the reader does not fit', async () => {
    manager = await app.as('manajer');
    const refused = async (change: object, caller = manager) =>
      codeOf(await caller.post('/saved-reports', report('Salah', change)));
    expect(await refused({ parameters: 'from=month-1&to=day-0' })).toEqual([400, 'request.invalid']);
    expect(await refused({ parameters: 'from=2026-02-30&to=day-0' })).toEqual([400, 'request.invalid']);
    // Kept without it, the schedule would send everything.
    expect(await refused({ parameters: 'from=day-1&to=day-1&regoin=1' })).toEqual([400, 'request.invalid']);
    expect(await refused({ parameters: 'from=day-1&to=day-1&channel=VA&channel=QRIS' })).toEqual([
      400,
      'request.invalid',
    ]);
    expect(await refused({ report: 'nothing' })).toEqual([404, 'request.not_found']);
    expect(await refused({ name: 'lpp  BULAN lalu' })).toEqual([409, 'saved_report.duplicate']);
    expect(await refused({ schedule: { ...daily, hour: 24 } })).toEqual([400, 'request.invalid']);
    expect((await refused({}, await app.as('petugas')))[0]).toBe(403);
    expect((await (await app.as('kasir')).get('/saved-reports')).status).toBe(403);
  });

  it('are their owner’s to change; what is shared is seen by those who may read the report, without its schedule', async () => {
    const shared = await keep(manager, 'DRD bersama', {
      report: 'drd',
      parameters: 'period=month-1',
      shared: true,
      schedule: daily,
    });
    admin = await app.as('admin');
    const [seen] = await kept(admin);
    expect(seen).toMatchObject({
      name: 'DRD bersama',
      mine: false,
      query: 'period=2025-12',
      schedule: null,
      next_on: null,
    });
    const address = `/saved-reports/${String(shared.id)}`;
    const change = { name: 'x', shared: false, parameters: 'period=month-1', schedule: null, version: 1 };
    expect(codeOf(await admin.call('PUT', address, change))).toEqual([404, 'saved_report.not_found']);
    expect(codeOf(await admin.delete(address))).toEqual([404, 'saved_report.not_found']);
    expect(codeOf(await manager.call('PUT', address, { ...change, version: 7 }))).toEqual([
      409,
      'version.conflict',
    ]);
    expect((await manager.delete(address)).status).toBe(204);
    const trail = await app.database.query<{ action: string }>(
      "SELECT action FROM log_aktivitas WHERE entity_type = 'laporan_tersimpan' ORDER BY id",
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'saved_report.kept',
      'saved_report.kept',
      'saved_report.removed',
    ]);
  });

  it('come by themselves once a day however many look, also after the day was slept through, with a notice', async () => {
    await app.make.issuedBill({ customer: await app.make.customer(), period: '2025-11', usage: 20 });
    const one = await keep(manager, 'DRD harian', {
      report: 'drd',
      parameters: 'period=2025-11',
      schedule: daily,
    });
    const sheet = await keep(manager, 'Umur piutang', {
      report: 'arrears',
      parameters: '',
      schedule: { every: 'MONTH', day: 16, hour: 7, format: 'pdf' },
    });
    expect([one.next_on, sheet.next_on]).toEqual(['2026-01-16', '2026-01-16']);
    // What was due before it was asked for is not made up for.
    await look();
    expect(await files('manajer')).toEqual([]);
    app.clock.set('2026-01-16T05:59:00+08:00');
    await look();
    expect(await files('manajer')).toEqual([]);
    app.clock.set('2026-01-16T06:00:00+08:00');
    await Promise.all([look(), look(), look()]);
    await look();
    expect((await files('manajer')).map(({ saved_report: name, due_on: due }) => [name, due])).toEqual([
      ['DRD harian', '2026-01-16'],
    ]);
    // Three days nobody was there: the newest of each, and no other.
    app.clock.set('2026-01-19T05:00:00+08:00');
    await Promise.all([look(), look()]);
    const asked = jest.spyOn(app.get(ReportQueries), 'read');
    await writeAll();
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
    const made = (await files('manajer')).sort((a, b) => a.name.localeCompare(b.name));
    expect(
      made.map(({ name, status, rows, expected, due_on: due }) => ({ name, status, rows, expected, due })),
    ).toEqual([
      { name: 'arrears-2026-01-16.pdf', status: 'SUCCESS', rows: 1, expected: 1, due: '2026-01-16' },
      { name: 'drd-2026-01-16.xlsx', status: 'SUCCESS', rows: 1, expected: 1, due: '2026-01-16' },
      { name: 'drd-2026-01-18.xlsx', status: 'SUCCESS', rows: 1, expected: 1, due: '2026-01-18' },
    ]);
    const fetched = await (await app.as('manajer')).get(`/exports/${String(made[0]?.id)}/file`);
    expect([fetched.headers.get('content-type'), fetched.text.slice(0, 5)]).toEqual([
      'application/pdf',
      '%PDF-',
    ]);
    manager = await app.as('manajer');
    const shown = (await kept(manager)).find(({ name }) => name === 'DRD harian');
    expect([shown?.last_file?.due_on, shown?.next_on]).toEqual(['2026-01-18', '2026-01-19']);
    const told = (await notices('manajer')).filter(({ kind }) => kind === 'scheduled_report.ready');
    expect(told).toHaveLength(3);
    expect(told.map(({ title }) => title)).toContain('Laporan “DRD harian” sudah jadi');
    // A week later they are still there, unlike a file somebody asked for.
    app.clock.set('2026-01-25T05:00:00+08:00');
    expect((await files('manajer')).length).toBe(3);
  });

  it('are made by what their owner may do then, and stop when that is nothing any more', async () => {
    const mine = (name: string) => keep(admin, name, { report: 'arrears', parameters: '', schedule: daily });
    admin = await app.as('admin');
    await mine('Sebelum');
    app.clock.set('2026-01-26T06:10:00+08:00');
    await look();
    // Between the order and the writing.
    await app.database.query("UPDATE pengguna SET active = false WHERE username = 'admin'");
    await writeAll();
    app.clock.set('2026-01-27T06:10:00+08:00');
    await look();
    await look();
    await app.database.query("UPDATE pengguna SET active = true WHERE username = 'admin'");
    const made = (await files('admin')).map(({ due_on: due, failure }) => [due, failure?.code]);
    expect(made).toEqual([['2026-01-26', 'auth.session_ended']]);
    admin = await app.as('admin');
    const [stopped] = await kept(admin);
    expect([stopped?.stopped?.code, stopped?.next_on]).toEqual(['auth.session_ended', null]);
    expect((await notices('admin')).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['scheduled_report.failed', 'scheduled_report.stopped']),
    );
    // It goes on when it is kept anew, from then on.
    const { id, version } = stopped ?? { id: 0, version: 0 };
    const again = { ...report('Sebelum', { parameters: '', schedule: daily }), report: undefined, version };
    expect((await admin.call('PUT', `/saved-reports/${String(id)}`, again)).status).toBe(204);
    expect((await kept(admin))[0]).toMatchObject({ stopped: null, next_on: '2026-01-28' });
  });

  it('are seen and stopped by whoever supervises them, with a reason, and by nobody else', async () => {
    admin = await app.as('admin');
    manager = await app.as('manajer');
    await keep(admin, 'Rahasia harian', { report: 'arrears', parameters: '', schedule: daily });
    type Seen = {
      id: number;
      name: string;
      mine: boolean;
      may_stop: boolean;
      next_on: string | null;
      stopped: { code: string } | null;
    };
    const seen = async (who: typeof admin) =>
      (await who.get<Seen[]>('/saved-reports')).body.find(({ name }) => name === 'Rahasia harian');
    expect((await (await app.as('it')).get('/saved-reports')).status).toBe(403);
    // Whoever only reads reports sees no schedule of others.
    const others = (await admin.get<Seen[]>('/saved-reports')).body.filter(({ mine }) => !mine);
    expect(others.filter(({ next_on: next, may_stop: stops }) => next !== null || stops)).toEqual([]);
    const shown = await seen(manager);
    expect(shown).toMatchObject({ mine: false, may_stop: true });
    expect(shown?.next_on).not.toBeNull();
    const path = `/saved-reports/${String(shown?.id)}/stop`;
    expect((await admin.post(path, { reason: 'Bukan wewenangnya' })).status).toBe(403);
    expect((await manager.post(path, { reason: '' })).status).toBe(400);
    expect((await manager.post(path, { reason: 'Tidak dipakai lagi' })).status).toBe(204);
    expect(await seen(manager)).toMatchObject({
      may_stop: false,
      next_on: null,
      stopped: { code: 'saved_report.stopped' },
    });
    expect(await seen(admin)).toMatchObject({ mine: true, stopped: { code: 'saved_report.stopped' } });
    expect((await notices('admin')).map(({ kind }) => kind)).toContain('scheduled_report.stopped');
    const trail = await app.database.query<{ reason: string }>(
      "SELECT after ->> 'reason' AS reason FROM log_aktivitas WHERE action = 'saved_report.stopped' AND entity_id = $1 ORDER BY id DESC LIMIT 1",
      [shown?.id],
    );
    expect(trail).toEqual([{ reason: 'Tidak dipakai lagi' }]);
  });

  it('written in the background are worked out once, and say how far they are', async () => {
    manager = await app.as('manajer');
    const asked = jest.spyOn(app.get(ReportQueries), 'read');
    for (const address of [
      '/api/v1/reports/drd/export?period=2025-11&format=csv',
      '/api/v1/reports/drd/pdf?period=2025-11',
    ])
      expect((await manager.post('/exports', { address })).status).toBe(202);
    expect((await manager.post('/exports', { address: '/api/v1/reports/drd/pdf?period=x' })).status).toBe(
      400,
    );
    expect((await manager.post('/exports', { address: '/api/v1/payments/1/pdf' })).status).toBe(400);
    await writeAll();
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
    const newest = (await files('manajer')).slice(0, 2);
    expect(newest.map(({ name, rows, expected, due_on: due }) => [name, rows, expected, due])).toEqual([
      ['drd.pdf', 1, 1, null],
      ['drd.csv', 1, 1, null],
    ]);
  });
});
