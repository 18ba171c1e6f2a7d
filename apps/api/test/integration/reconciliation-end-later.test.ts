import { businessDate } from '@tirtapay/domain';
import { ReconcileDaily } from '../../src/modules/money/reconciliation/days/reconcile-daily.service';
import { testApp } from '../support';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { codeOf, partnerFile, StatementDesk } from '../support/statement-desk';

/* What happens behind an end, or between asking for it and deciding. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [FIRST, SECOND, THIRD] = ['2026-04-07', '2026-04-08', '2026-04-09'] as const;
let sandbox: SandboxSupplier;

beforeAll(async () => {
  app.clock.set(`${FIRST}T09:00:00+08:00`);
  sandbox = await SandboxSupplier.start(app);
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  app.clock.set(`${FIRST}T09:00:00+08:00`);
});
afterEach(async () => {
  expect(await app.violations()).toEqual([]);
});

interface Asked {
  approval_id: number;
}
const asks = async (collector: number, what: 'end' | 'resumption', body: object) =>
  (await app.as('admin')).post<Asked>(`/reconciliation/agreements/${String(collector)}/${what}`, {
    reason: 'Kerja sama berakhir menurut surat 12/2026',
    ...body,
  });
const end = (collector: number, last_day: string) => asks(collector, 'end', { last_day });
const resume = (collector: number, resumes_on: string) => asks(collector, 'resumption', { resumes_on });
const states = async (from: string, to: string, collector: number) => {
  const { body } = await (
    await app.as('admin')
  ).get<{ banks: { bank_id: number; days: { state: string }[] }[] }>(
    `/reconciliation/days/overview?from=${from}&to=${to}`,
  );
  return body.banks.find(({ bank_id: id }) => id === collector)?.days.map(({ state }) => state);
};
const dayOf = (collector: number, date: string) =>
  app.database.one<{ id: number; expected: boolean }>(
    'SELECT id::int, expected FROM rekonsiliasi WHERE collector_id = $1 AND settlement_date = $2',
    [collector, date],
  );
const absence = async (day: number, absent: boolean) =>
  (await app.as('admin')).post<Asked>(`/reconciliation/days/${String(day)}/absence`, {
    absent,
    reason: 'Menurut surat mitra nomor 12/IV/2026',
  });
const missing = (collector: number) =>
  app.database.query<{ day: string; status: string; resolution: string | null }>(
    `SELECT r.settlement_date::text AS day, k.status, k.resolution FROM kasus k JOIN rekonsiliasi r ON r.id = k.subject_id
     WHERE k.kind = 'SETTLEMENT_FILE_MISSING' AND k.subject_type = 'rekonsiliasi' AND r.collector_id = $1 ORDER BY 1`,
    [collector],
  );

async function sellerOf() {
  const partner = await app.make.partner(10_000_000);
  const seller = new PpobSeller(partner);
  const sell = async (ref_id: string) => {
    const sold = await seller.sell({
      customer_name: 'Dewi Lestari',
      nomor_hp: '081234567890',
      nominal: 40_000,
      service_code: 'PULSA',
      ref_id,
    });
    expect(sold.status).toBe(201);
  };
  await desk.begin(partner.id, FIRST);
  return { partner, sell };
}

it('a day behind it waits for nothing any more once the file of another day had all that moved on it', async () => {
  const { partner, sell } = await sellerOf();
  app.clock.set(`${SECOND}T00:10:00+08:00`);
  // Their day ends later than ours.
  await sell('LATE-1');
  app.clock.set(`${THIRD}T07:00:00+08:00`);
  await desk.approve((await end(partner.id, FIRST)).body.approval_id);
  await app.get(ReconcileDaily).work(businessDate(THIRD));
  expect(await states(FIRST, SECOND, partner.id)).toEqual(['FILE_MISSING', 'FILE_MISSING']);
  const day = await desk.stored(partner.id, FIRST, partnerFile(partner.code, FIRST, [['LATE-1', 41_000]]));
  const [item] = await desk.items(day);
  expect(item).toMatchObject({ type: 'NEXT_BUSINESS_DAY', reference: 'LATE-1' });
  // As long as nobody has decided whose day it is, both wait.
  expect(await states(SECOND, SECOND, partner.id)).toEqual(['FILE_MISSING']);
  await desk.settle(item?.id, 'ACCEPT');
  await desk.closed(day);
  await app.get(ReconcileDaily).work(businessDate(THIRD));
  expect(await states(FIRST, SECOND, partner.id)).toEqual(['CLOSED', 'ENDED']);
  expect((await missing(partner.id)).map(({ status, resolution }) => [status, resolution])).toEqual([
    ['RESOLVED', 'reconciliation.file_came'],
    ['RESOLVED', 'reconciliation.ended'],
  ]);
  // Something new of ours, and it is waited for again.
  app.clock.set(`${THIRD}T09:00:00+08:00`);
  await sell('NEW-1');
  app.clock.set('2026-04-10T07:00:00+08:00');
  expect(await states(SECOND, THIRD, partner.id)).toEqual(['ENDED', 'FILE_MISSING']);
});

it('of a bank that was to keep our account later, it is not begun again beside the one that keeps it since', async () => {
  const [first, second] = [
    await app.make.bank({ code: 'KASDA', adminFee: 0 }),
    await app.make.bank({ code: 'KASDB', adminFee: 0 }),
  ];
  await desk.begin(first.id, FIRST);
  await desk.begin(first.id, '2026-06-01', { own_account: true });
  await desk.approve((await end(first.id, '2026-04-30')).body.approval_id);
  await desk.begin(second.id, '2026-05-10', { own_account: true });
  for (const day of ['2026-05-01', '2026-07-01']) {
    const asked = await resume(first.id, day);
    expect([codeOf(asked), JSON.stringify(asked.body).includes('/resumes_on')]).toEqual([
      'request.invalid',
      true,
    ]);
  }
  // Asked for while nobody keeps it, and decided when somebody does: it is looked at again.
  await desk.begin(second.id, '2026-06-15', { own_account: false });
  const asked = await resume(first.id, '2026-07-01');
  expect(asked.status).toBe(202);
  await desk.begin(second.id, '2026-07-15', { own_account: true });
  expect(codeOf(await desk.decide(asked.body.approval_id))).toBe('request.invalid');
});

it('what was left when it was asked for is what is left when it is decided, or it is asked for anew', async () => {
  const { partner, sell } = await sellerOf();
  app.clock.set(`${THIRD}T07:00:00+08:00`);
  const asked = await end(partner.id, FIRST);
  // Its balance is another one by now, and its days are what they were; then one of them is closed.
  await sell('MORE-1');
  await desk.stored(partner.id, FIRST, partnerFile(partner.code, FIRST, []));
  await app.get(ReconcileDaily).work(businessDate(SECOND));
  const refused = await desk.decide(asked.body.approval_id);
  expect([refused.status, codeOf(refused)]).toEqual([409, 'approval.outdated']);
  expect(JSON.stringify(refused.body)).toContain('tidak lagi seperti saat diajukan');
  const rejected = await (
    await app.as('manajer')
  ).post(`/approvals/${String(asked.body.approval_id)}/decision`, {
    decision: 'REJECT',
    note: 'Saldonya sudah lain',
  });
  expect(rejected.status).toBe(200);
  await desk.approve((await end(partner.id, FIRST)).body.approval_id);
});

it('of a last day that is ahead, its days go on until then, and it may be decided', async () => {
  const { partner, sell } = await sellerOf();
  const asked = await end(partner.id, '2026-05-31');
  await sell('MORE-2');
  app.clock.set(`${THIRD}T07:00:00+08:00`);
  await desk.approve(asked.body.approval_id);
});

/** Of its second day two people say that no statement comes, then two that the first was its last. */
async function absentBehindEnd() {
  const { partner } = await sellerOf();
  app.clock.set(`${THIRD}T07:00:00+08:00`);
  await app.get(ReconcileDaily).work(businessDate(THIRD));
  const { id: day } = await dayOf(partner.id, SECOND);
  await desk.approve((await absence(day, true)).body.approval_id);
  await desk.approve((await end(partner.id, FIRST)).body.approval_id);
  await app.get(ReconcileDaily).work(businessDate(THIRD));
  expect(await dayOf(partner.id, SECOND)).toMatchObject({ expected: true });
  expect(await states(SECOND, SECOND, partner.id)).toEqual(['OPEN']);
  return { partner, day };
}

it('a day behind it of which no statement comes is closed as it was said', async () => {
  const { partner, day } = await absentBehindEnd();
  const run = await (await app.as('admin')).post(`/reconciliation/days/${String(day)}/run`);
  expect(run.status).toBe(200);
  await desk.closed(day);
  expect(await states(SECOND, SECOND, partner.id)).toEqual(['CLOSED']);
});

it('a day behind it that is waited for again is waited for as any other there, and nobody says that none comes', async () => {
  const { partner, day } = await absentBehindEnd();
  await desk.approve((await absence(day, false)).body.approval_id);
  expect(await states(SECOND, SECOND, partner.id)).toEqual(['ENDED']);
  const cases = (await missing(partner.id)).filter(({ day: date }) => date === SECOND);
  expect(cases.map(({ status, resolution }) => [status, resolution])).toEqual([
    ['RESOLVED', 'reconciliation.absent'],
  ]);
  const refused = await absence(day, true);
  expect([codeOf(refused), JSON.stringify(refused.body).includes('/absent')]).toEqual([
    'request.invalid',
    true,
  ]);
});
