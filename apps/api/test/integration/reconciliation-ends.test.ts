import { businessDate } from '@tirtapay/domain';
import { ReconcileDaily } from '../../src/modules/money/reconciliation/days/reconcile-daily.service';
import { testApp, type TestBank } from '../support';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { codeOf, partnerFile, StatementDesk } from '../support/statement-desk';

/* A partner sells for some days, and goes: two people agree on its last day, and on the way back. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [FIRST, SECOND, THIRD, FOURTH, FIFTH] = [
  '2026-04-07',
  '2026-04-08',
  '2026-04-09',
  '2026-04-10',
  '2026-04-11',
] as const;
const REASON = 'Kerja sama berakhir menurut surat 12/2026';
let seller: PpobSeller;
let partner: TestBank;
let sandbox: SandboxSupplier;

beforeAll(async () => {
  app.clock.set(`${FIRST}T09:00:00+08:00`);
  sandbox = await SandboxSupplier.start(app);
  partner = await app.make.partner(10_000_000);
  seller = new PpobSeller(partner);
});
afterAll(() => sandbox.stop());

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
const path = (what: string, collector = partner.id) =>
  `/reconciliation/agreements/${String(collector)}/${what}`;
const askEnd = async (last_day: string, collector = partner.id) =>
  (await app.as('admin')).post<{ approval_id: number }>(path('end', collector), { last_day, reason: REASON });
const askResumption = async (resumes_on: string) =>
  (await app.as('admin')).post<{ approval_id: number }>(path('resumption'), { resumes_on, reason: REASON });
const daily = (today: string) => app.get(ReconcileDaily).work(businessDate(today));
const agreement = async () =>
  (
    await (
      await app.as('admin')
    ).get<{
      last_day: string | null;
      endings: { last_day: string; resumes_on: string | null; reason: string; made_by: string }[];
      ending_id: number | null;
      left: { open_days: number; first_open_day: string | null; carried_items: number; held: number };
    }>(`/reconciliation/agreements/${String(partner.id)}`)
  ).body;
const states = async (from: string, to: string, collector = partner.id) => {
  const { body } = await (
    await app.as('admin')
  ).get<{ banks: { bank_id: number; last_day: string | null; days: { date: string; state: string }[] }[] }>(
    `/reconciliation/days/overview?from=${from}&to=${to}`,
  );
  return body.banks.find(({ bank_id: id }) => id === collector)?.days.map(({ state }) => state);
};
/** Cases about files that have not come: the day, which of its cases, and how it stands. */
const cases = () =>
  app.database.query<{ day: string; about: string; status: string; resolution: string | null }>(
    `SELECT r.settlement_date::text AS day, split_part(k.source_key, ':', 3) AS about, k.status, k.resolution
     FROM kasus k JOIN rekonsiliasi r ON r.id = k.subject_id
     WHERE k.kind = 'SETTLEMENT_FILE_MISSING' AND k.subject_type = 'rekonsiliasi' AND r.collector_id = $1 ORDER BY k.id`,
    [partner.id],
  );

it('is not ended before it has begun, nor by a word that says nothing', async () => {
  expect(codeOf(await askEnd(FIRST))).toBe('reconciliation.not_begun');
  await desk.begin(partner.id, FIRST);
  const short = await (await app.as('admin')).post(path('end'), { last_day: FIRST, reason: 'selesai' });
  expect([short.status, codeOf(short)]).toEqual([400, 'request.invalid']);
  expect(codeOf(await askResumption(SECOND))).toBe('reconciliation.not_ended');
  const cashier = await (await app.as('kasir')).post(path('end'), { last_day: FIRST, reason: REASON });
  expect(cashier.status).toBe(403);
  const early = await askEnd('2026-04-06');
  expect([codeOf(early), JSON.stringify(early.body).includes('/last_day')]).toEqual([
    'request.invalid',
    true,
  ]);
});

it('opens a case for each day without a file, until two people agree on its last day', async () => {
  await sell('A-1');
  app.clock.set(`${SECOND}T07:00:00+08:00`);
  await desk.closed(
    await desk.stored(partner.id, FIRST, partnerFile(partner.code, FIRST, [['A-1', 41_000]])),
  );
  app.clock.set(`${FOURTH}T07:00:00+08:00`);
  await daily(FOURTH);
  expect((await cases()).map(({ day, status }) => `${day} ${status}`)).toEqual([
    `${SECOND} OPEN`,
    `${THIRD} OPEN`,
  ]);
  expect((await agreement()).left).toMatchObject({ open_days: 2, first_open_day: SECOND, held: 9_959_000 });
  const asked = await askEnd(FIRST);
  expect([asked.status, codeOf(await askEnd(FIRST))]).toEqual([202, 'approval.pending']);
  expect((await agreement()).ending_id).toBe(asked.body.approval_id);
  const told = await app.database.one<{ payload: object }>('SELECT payload FROM persetujuan WHERE id = $1', [
    asked.body.approval_id,
  ]);
  expect(told.payload).toEqual({
    last_day: FIRST,
    open_days: 0,
    first_open_day: null,
    carried_items: 0,
    held: 9_959_000,
    claims: 0,
    reason: REASON,
  });
  // Nothing has ended by one person.
  expect((await agreement()).last_day).toBeNull();
  await desk.approve(asked.body.approval_id);
  expect(await agreement()).toMatchObject({
    last_day: FIRST,
    ending_id: null,
    endings: [{ last_day: FIRST, resumes_on: null, reason: REASON }],
    left: { open_days: 0 },
  });
  expect((await cases()).map(({ day, status, resolution }) => [day, status, resolution])).toEqual([
    [SECOND, 'RESOLVED', 'reconciliation.ended'],
    [THIRD, 'RESOLVED', 'reconciliation.ended'],
  ]);
  expect(await states(FIRST, FIFTH)).toEqual(['CLOSED', 'ENDED', 'ENDED', 'ENDED', 'ENDED']);
  const listed = await (
    await app.as('admin')
  ).get<{ meta: { total: number } }>(`/reconciliation/days?bank_id=${String(partner.id)}&missing_file=true`);
  expect(listed.body.meta.total).toBe(0);
  expect(await app.violations()).toEqual([]);
});

it('waits for nothing behind its end, and says so to whoever brings a file or terms', async () => {
  app.clock.set(`${FIFTH}T07:00:00+08:00`);
  await daily(FIFTH);
  expect((await cases()).filter(({ status }) => status === 'OPEN')).toEqual([]);
  const late = await desk.send(partner.id, FOURTH, partnerFile(partner.code, FOURTH, []));
  expect([codeOf(late), JSON.stringify(late.body).includes('sudah berakhir')]).toEqual([
    'request.invalid',
    true,
  ]);
  const terms = await (
    await app.as('admin')
  ).post(path('terms'), {
    valid_from: '2026-04-20',
    cutoff: '15:00',
    settles_saturdays: true,
    settles_sundays: true,
    qris_lag_days: 0,
    fee_per_payment: null,
    mdr_ppm: null,
    reason: 'Perjanjian kerja sama',
  });
  expect(codeOf(terms)).toBe('reconciliation.ended');
  expect(codeOf(await askEnd(SECOND))).toBe('reconciliation.ended');
});

it('leaves out no day on which something moved: whoever sells again is waited for again', async () => {
  await sell('A-2');
  app.clock.set('2026-04-12T07:00:00+08:00');
  expect(await states(FOURTH, FIFTH)).toEqual(['ENDED', 'FILE_MISSING']);
  await daily('2026-04-12');
  expect((await cases()).filter(({ status }) => status === 'OPEN')).toMatchObject([{ day: FIFTH }]);
  const day = await desk.stored(partner.id, FIFTH, partnerFile(partner.code, FIFTH, [['OWN-9', 10_000]]));
  expect(await desk.told(day)).toEqual(['A-2 HERE_NOT_AT_BANK', 'OWN-9 AT_BANK_NOT_HERE']);
  // What two people leave to the next day keeps that one waited for, as long as nobody has taken it up.
  const [ours, theirs] = await Promise.all([
    desk.items(day, '&type=HERE_NOT_AT_BANK'),
    desk.items(day, '&type=AT_BANK_NOT_HERE'),
  ]);
  await desk.settle(ours[0]?.id, 'DISMISS');
  await desk.settle(theirs[0]?.id, 'CARRY');
  await desk.closed(day);
  app.clock.set('2026-04-14T07:00:00+08:00');
  expect(await states(FIFTH, '2026-04-13')).toEqual(['CLOSED', 'FILE_MISSING', 'ENDED']);
  expect((await agreement()).left).toMatchObject({ carried_items: 1 });
  const next = await desk.stored(partner.id, '2026-04-12', partnerFile(partner.code, '2026-04-12', []));
  expect(await desk.told(next)).toEqual(['OWN-9 AT_BANK_NOT_HERE']);
  await desk.settle((await desk.items(next))[0]?.id, 'DISMISS');
  await desk.closed(next);
  expect(await app.violations()).toEqual([]);
});

it('is begun again by two people, and what is waited for again is a case again', async () => {
  const early = await askResumption(FIRST);
  expect([codeOf(early), JSON.stringify(early.body).includes('/resumes_on')]).toEqual([
    'request.invalid',
    true,
  ]);
  const asked = await askResumption(THIRD);
  await desk.approve(asked.body.approval_id);
  expect(await agreement()).toMatchObject({
    last_day: null,
    endings: [
      { last_day: FIRST, resumes_on: THIRD },
      { last_day: FIRST, resumes_on: null },
    ],
  });
  expect(await states(FIRST, FOURTH)).toEqual(['CLOSED', 'ENDED', 'FILE_MISSING', 'FILE_MISSING']);
  expect((await cases()).filter(({ status }) => status === 'OPEN')).toMatchObject([
    { day: THIRD, about: 'file.2' },
  ]);
  // It is told once, not every morning.
  await daily('2026-04-14');
  expect((await cases()).filter(({ day }) => day === THIRD)).toHaveLength(2);
  await desk.closed(await desk.stored(partner.id, THIRD, partnerFile(partner.code, THIRD, [])));
  // The file is what was waited for, whoever looks first.
  expect((await cases()).filter(({ day, status }) => day === THIRD && status === 'OPEN')).toEqual([]);
  // A day with a file does not come to lie behind another end.
  const again = await askEnd(SECOND);
  expect([codeOf(again), JSON.stringify(again.body).includes('ada berkas')]).toEqual([
    'request.invalid',
    true,
  ]);
  expect(await app.violations()).toEqual([]);
});

it('of the bank that keeps our account does not end before its terms say that it keeps it no more', async () => {
  const bank = await app.make.bank({ code: 'KASDA', adminFee: 0 });
  await desk.begin(bank.id, '2026-04-14', { own_account: true });
  const kept = await askEnd('2026-05-31', bank.id);
  expect([codeOf(kept), JSON.stringify(kept.body).includes('rekening koran')]).toEqual([
    'request.invalid',
    true,
  ]);
  await desk.begin(bank.id, '2026-05-01', { own_account: false });
  const asked = await askEnd('2026-05-31', bank.id);
  await desk.approve(asked.body.approval_id);
  // Ahead: until then it is as ever.
  app.clock.set('2026-04-15T07:00:00+08:00');
  expect(await states('2026-04-14', '2026-04-15', bank.id)).toEqual(['FILE_MISSING', 'AHEAD']);
  expect(await states('2026-05-31', '2026-06-01', bank.id)).toEqual(['AHEAD', 'ENDED']);
  expect(await app.violations()).toEqual([]);
});

it('a request that has become wrong is not carried out', async () => {
  const other = await app.make.partner(1_000_000);
  await desk.begin(other.id, '2026-04-14');
  const asked = await askEnd('2026-04-14', other.id);
  app.clock.set('2026-04-16T07:00:00+08:00');
  await desk.stored(other.id, '2026-04-15', partnerFile(other.code, '2026-04-15', [['X-1', 5_000]]));
  const decided = await desk.decide(asked.body.approval_id);
  expect(codeOf(decided)).toBe('request.invalid');
  expect(
    await app.database.query('SELECT 1 FROM rekonsiliasi_akhir WHERE collector_id = $1', [other.id]),
  ).toEqual([]);
});
