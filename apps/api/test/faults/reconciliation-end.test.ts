import { businessDate } from '@tirtapay/domain';
import { ReconcileDaily } from '../../src/modules/money/reconciliation/days/reconcile-daily.service';
import { testApp, type TestBank } from '../support';
import { codeOf, partnerFile, StatementDesk } from '../support/statement-desk';
import { Holder, until } from './payments-in-flight';

/* An end and whoever is at work on a day behind it, at the same moment: one waits for the other, and is told what came of it. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [FIRST, SECOND, THIRD] = ['2026-04-07', '2026-04-08', '2026-04-09'] as const;

let partner: TestBank;

beforeEach(async () => {
  app.clock.set(`${FIRST}T09:00:00+08:00`);
  partner = await app.make.partner(1_000_000);
  await desk.begin(partner.id, FIRST);
  app.clock.set(`${THIRD}T07:00:00+08:00`);
});
afterEach(async () => {
  expect(await app.violations()).toEqual([]);
});

/** Sessions of the application that wait for somebody's lock. */
const waiting = async () =>
  (
    await app.database.one<{ count: number }>(
      `SELECT count(DISTINCT l.pid)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE NOT l.granted AND a.datname = current_database()`,
    )
  ).count;
const askEnd = async () =>
  (
    await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/reconciliation/agreements/${String(partner.id)}/end`, {
      last_day: FIRST,
      reason: 'Kerja sama berakhir menurut surat 12/2026',
    })
  ).body.approval_id;
const daily = () => app.get(ReconcileDaily).work(businessDate(THIRD));
/** What became of the days after the last one. */
const behind = () =>
  app.database.query<{ day: string; has_file: boolean; expected: boolean; missing: number }>(
    `SELECT r.settlement_date::text AS day, r.file_id IS NOT NULL AS has_file, r.expected,
       (SELECT count(*)::int FROM kasus k WHERE k.kind = 'SETTLEMENT_FILE_MISSING' AND k.subject_type = 'rekonsiliasi' AND k.subject_id = r.id
         AND k.status = 'OPEN') AS missing
     FROM rekonsiliasi r WHERE r.collector_id = $1 AND r.settlement_date > $2 ORDER BY 1`,
    [partner.id, FIRST],
  );

it('a file that is being stored is waited for, and the end before it is refused', async () => {
  await daily();
  const approval = await askEnd();
  const holder = await Holder.of(
    app.database.superUrl,
    'SELECT FROM rekonsiliasi WHERE collector_id = $1 AND settlement_date = $2 FOR UPDATE',
    [partner.id, SECOND],
  );
  const sending = desk.send(partner.id, SECOND, partnerFile(partner.code, SECOND, [['X-1', 5_000]]));
  await until(async () => (await waiting()) === 1);
  // It has seen that nothing has ended, and waits for the day.
  const deciding = desk.decide(approval);
  await until(async () => (await waiting()) === 2);
  await holder.letGo();
  const [sent, decided] = await Promise.all([sending, deciding]);
  expect([sent.status, codeOf(decided)]).toEqual([201, 'request.invalid']);
  expect(JSON.stringify(decided.body)).toContain('masih ada berkas');
  expect(await behind()).toEqual([{ day: SECOND, has_file: true, expected: true, missing: 0 }]);
});

it('the day that the system begins at that moment is no case afterwards', async () => {
  const approval = await askEnd();
  const holder = await Holder.of(
    app.database.superUrl,
    `INSERT INTO rekonsiliasi (collector_id, settlement_date, windows, own_account, statement, account)
     VALUES ($1, $2, '[]', false, 'PARTNER', '2140')`,
    [partner.id, SECOND],
  );
  const working = daily();
  await until(async () => (await waiting()) === 1);
  const deciding = desk.decide(approval);
  await until(async () => (await waiting()) === 2);
  await holder.run('ROLLBACK', []);
  await holder.letGo();
  const [, decided] = await Promise.all([working, deciding]);
  expect(decided.status).toBe(200);
  expect((await behind()).filter(({ missing }) => missing > 0)).toEqual([]);
});

it('the other way round: a file that comes while it ends finds it ended', async () => {
  await daily();
  const approval = await askEnd();
  const holder = await Holder.of(
    app.database.superUrl,
    'SELECT FROM rekonsiliasi WHERE collector_id = $1 AND settlement_date = $2 FOR UPDATE',
    [partner.id, SECOND],
  );
  const deciding = desk.decide(approval);
  await until(async () => (await waiting()) === 1);
  const sending = desk.send(partner.id, SECOND, partnerFile(partner.code, SECOND, [['X-1', 5_000]]));
  await until(async () => (await waiting()) === 2);
  await holder.letGo();
  const [decided, sent] = await Promise.all([deciding, sending]);
  expect([decided.status, codeOf(sent)]).toEqual([200, 'request.invalid']);
  expect(await behind()).toEqual([{ day: SECOND, has_file: false, expected: false, missing: 0 }]);
});
