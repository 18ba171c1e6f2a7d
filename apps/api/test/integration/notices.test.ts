import { ForgetNotices } from '../../src/modules/outward/notifications/forget-notices';
import { eventually, testApp, type HttpCaller } from '../support';

const app = testApp();

interface Notice {
  kind: string;
  title: string;
  body: string;
  link: string | null;
}
interface Run {
  id: number;
  status: string;
}

const notices = async (caller: HttpCaller, language = 'id') =>
  (await caller.get<{ data: Notice[] }>('/notices', { headers: { 'accept-language': language } })).body.data;

async function finished(caller: HttpCaller, id: number): Promise<Run> {
  return eventually(
    async () => (await caller.get<Run>(`/bill-runs/${String(id)}`)).body,
    ({ status }) => !['QUEUED', 'RUNNING'].includes(status),
  );
}

/** A verified reading with its draft, through the API. */
async function draft(admin: HttpCaller, usage: number): Promise<void> {
  const customer = await app.make.customer();
  const { id } = await app.make.reading({ customer, period: '2025-12', usage, status: 'RECORDED' });
  const decided = await admin.post(`/meter-readings/${String(id)}/decision`, {
    decision: 'VERIFY',
    version: 1,
  });
  expect(decided.status).toBe(200);
}

it('a run of bills tells those who issue bills how it ended, once, in their language', async () => {
  const admin = await app.as('admin');
  await draft(admin, 25);
  await draft(admin, 10);
  const started = await admin.post<Run>('/bill-runs', { period: '2025-12' });
  expect(started.status).toBe(202);
  expect((await finished(admin, started.body.id)).status).toBe('DONE');
  await app.deliverEvents();
  await app.deliverEvents();
  for (const who of ['admin', 'admin2', 'super'] as const)
    expect(await notices(await app.as(who))).toEqual([
      expect.objectContaining({
        kind: 'bill_run.finished',
        title: 'Penetapan rekening Desember 2025 selesai',
        body: '2 rekening terbit, Rp100.000.',
        link: `/admin/bill-runs/${String(started.body.id)}`,
      }),
    ]);
  expect((await notices(admin, 'en'))[0]?.title).toBe('Bills of December 2025 issued');
  for (const who of ['petugas', 'manajer', 'it'] as const)
    expect(await notices(await app.as(who))).toEqual([]);
});

it('an event delivered again makes no second notice', async () => {
  const admin = await app.as('admin');
  const before = await notices(admin);
  await app.database.query(
    "UPDATE outbox SET delivered_at = NULL, next_attempt_at = clock_timestamp() WHERE topic = 'bill_run.finished'",
  );
  await app.deliverEvents();
  expect(await notices(admin)).toEqual(before);
});

it('a run that failed in part says what to do', async () => {
  const admin = await app.as('admin');
  await app.database.query(
    `INSERT INTO outbox (topic, entity_id, payload) VALUES ('bill_run.failed', 77, $1), ('bill_run.failed', 78, $2)`,
    [
      JSON.stringify({ period: '2025-11', status: 'PARTIAL', issued: 1_200, failed: 3, amount: 5_000_000 }),
      JSON.stringify({ period: '2025-10', status: 'FAILED', issued: 0, failed: 9, amount: 0 }),
    ],
  );
  await app.deliverEvents();
  const [failed, partial] = await notices(admin);
  expect(partial).toMatchObject({
    title: 'Penetapan rekening November 2025 selesai sebagian',
    body: '1.200 rekening terbit, 3 gagal. Periksa penyebabnya, lalu lanjutkan penetapan.',
    link: '/admin/bill-runs/77',
  });
  expect(failed?.title).toBe('Penetapan rekening Oktober 2025 gagal');
});

it('a notice is forgotten after a year, read or not, and not before', async () => {
  await app.database.query(
    `WITH n AS (
       INSERT INTO notifikasi (kind, role, data, created_at, dedupe_key)
       SELECT 'fault.happened', 'ADMIN_IT', '{}', $1::timestamptz - make_interval(days => age), 'old/' || age || '/' || seen
       FROM unnest('{364,366}'::int[]) AS age, unnest('{read,unread}'::text[]) AS seen RETURNING id, dedupe_key)
     INSERT INTO notifikasi_dibaca (notice_id, user_id, read_at)
     SELECT n.id, (SELECT min(id) FROM pengguna), $1 FROM n WHERE n.dedupe_key LIKE '%/read'`,
    [app.clock.date()],
  );
  await app.get(ForgetNotices).forgetOld();
  const kept = await app.database.query<{ key: string; readers: number }>(
    `SELECT dedupe_key AS key, (SELECT count(*)::int FROM notifikasi_dibaca d WHERE d.notice_id = n.id) AS readers
     FROM notifikasi n WHERE dedupe_key LIKE 'old/%' ORDER BY 1`,
  );
  expect(kept).toEqual([
    { key: 'old/364/read', readers: 1 },
    { key: 'old/364/unread', readers: 0 },
  ]);
});
