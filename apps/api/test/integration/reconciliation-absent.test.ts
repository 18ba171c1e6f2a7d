import { businessDate } from '@tirtapay/domain';
import { ReconcileDaily } from '../../src/modules/money/reconciliation/days/reconcile-daily.service';
import { testApp, type TestBank } from '../support';
import { codeOf, StatementDesk } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

/* A bank sends no statement of a day: two people say so, and may take it back; a file that comes after all holds. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [DAY, NEXT, AFTER] = ['2026-05-04', '2026-05-05', '2026-05-06'] as const;
let bank: TestBank;
let day: number;
let amount: number;
let customer: string;

const cases = () =>
  app.database.query<{ id: number; status: string }>(
    `SELECT k.id::int, k.status FROM kasus k WHERE k.kind = 'SETTLEMENT_FILE_MISSING' AND k.subject_type = 'rekonsiliasi' AND k.subject_id = $1
     ORDER BY k.id`,
    [day],
  );

const ask = async (absent: boolean) =>
  (await app.as('admin')).post<{ approval_id: number }>(`/reconciliation/days/${String(day)}/absence`, {
    absent,
    reason: 'Menurut surat bank nomor 12/V/2026',
  });

const run = async () => {
  expect((await (await app.as('admin')).post(`/reconciliation/days/${String(day)}/run`)).status).toBe(200);
};

const shown = async () =>
  (await (await app.as('super')).get(`/reconciliation/days/${String(day)}`)).body as Record<string, unknown>;

beforeAll(async () => {
  app.clock.set(`${DAY}T09:00:00+08:00`);
  bank = await app.make.bank({ code: 'SUNYI', adminFee: 0 });
  await desk.begin(bank.id, DAY);
  const owing = await app.make.customer();
  customer = owing.customer_number;
  await app.make.issuedBill({ customer: owing, period: '2026-04', usage: 25 });
  const inquiry = (await bank.client().verify({ customer_number: customer })).body as {
    inquiry_id: string;
    total_amount: number;
  };
  amount = inquiry.total_amount;
  const paid = await bank.client().process({
    bank_reference: 'SN-1',
    inquiry_id: inquiry.inquiry_id,
    amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
  app.clock.set(`${NEXT}T08:00:00+08:00`);
  await app.get(ReconcileDaily).work(businessDate(NEXT));
  const known = await app.database.one<{ id: number }>(
    'SELECT id::int FROM rekonsiliasi WHERE collector_id = $1 AND settlement_date = $2',
    [bank.id, DAY],
  );
  day = known.id;
});

it('is said by nobody alone', async () => {
  const [missing] = await cases();
  expect(missing?.status).toBe('OPEN');
  const closed = await (
    await app.as('admin')
  ).post(`/cases/${String(missing?.id)}/resolution`, { resolution: 'CLOSE', note: 'Bank tidak mengirim' });
  expect(codeOf(closed)).toBe('request.invalid');
  await run();
  expect(codeOf(await desk.close(day))).toBe('reconciliation.no_file');
  const asked = await ask(true);
  expect([asked.status, codeOf(await ask(true))]).toEqual([202, 'approval.pending']);
  const own = await (
    await app.as('admin')
  ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
  expect(codeOf(own)).toBe('approval.same_person');
  await desk.approve(asked.body.approval_id);
  expect(await cases()).toMatchObject([{ status: 'RESOLVED' }]);
  expect(await shown()).toMatchObject({ absent: true, has_file: false, prepared_by: ['Andi Pratama'] });
  expect(codeOf(await ask(true))).toBe('request.invalid');
});

it('is taken back by two people, and waited for again', async () => {
  await desk.approve((await ask(false)).body.approval_id);
  expect((await cases()).map(({ status }) => status)).toEqual(['RESOLVED', 'OPEN']);
  await run();
  for (const { id } of await desk.items(day, '&state=OPEN')) await desk.settle(id, 'CARRY');
  // Nothing is open, and nothing says what came.
  expect(codeOf(await desk.close(day))).toBe('reconciliation.no_file');
  await desk.approve((await ask(true)).body.approval_id);
});

it('its day is closed without a file, and opened again for one that comes after all', async () => {
  await app.get(ReconcileDaily).work(businessDate(AFTER));
  expect((await cases()).filter(({ status }) => status === 'OPEN')).toEqual([]);
  await run();
  expect(await shown()).toMatchObject({ can_close: true });
  await desk.closed(day);
  expect(await app.violations()).toEqual([]);
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/reconciliation/days/${String(day)}/reopening`, {
    reason: 'Berkasnya datang juga',
  });
  await desk.approve(asked.body.approval_id);
  const decided = (await desk.items(day))[0];
  const back = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/reconciliation/items/${String(decided?.id)}/withdrawal`, {
    reason: 'Ternyata ada di berkas',
  });
  await desk.approve(back.body.approval_id);
  const stored = await desk.stored(
    bank.id,
    DAY,
    sultraFile([{ date: DAY, reference: 'SN-1', customer, nominal: amount }]),
  );
  expect(stored).toBe(day);
  expect(await desk.told(day)).toEqual(['SN-1 MATCHED']);
  expect(await shown()).toMatchObject({ absent: false, has_file: true });
  expect(codeOf(await ask(true))).toBe('request.invalid');
  await desk.closed(day);
  expect(await app.violations()).toEqual([]);
});
