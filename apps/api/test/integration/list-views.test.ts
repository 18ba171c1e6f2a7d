import { testApp, type HttpCaller } from '../support';

/* Views of lists: one's own, and those a role shares. */

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
  expect(codeOf(await admin.call('PUT', address, change))).toEqual([409, 'version.conflict']);
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
  expect(await of(reader)).toEqual([]);
});

it('what is shared leaves a trail, also when it goes', async () => {
  const shared = (await of(manager)).find(({ role }) => role !== null);
  expect((await admin.delete(`/list-views/${String(shared?.id)}`)).status).toBe(204);
  const trail = await app.database.query<{ action: string }>(
    "SELECT action FROM log_aktivitas WHERE entity_type = 'tampilan_daftar' ORDER BY id",
  );
  expect(trail.map(({ action }) => action)).toEqual(['view.shared', 'view.removed']);
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
