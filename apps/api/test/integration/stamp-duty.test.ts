import { testApp, type HttpCaller, type TestBank } from '../support';
import { StatementDesk } from '../support/statement-desk';

/*
 * A receipt above five million bears Rp10.000 of stamp duty, which is the state's. What is handed over leaves our account by
 * two people, and the statement of the bank that keeps it says the same.
 */
const app = testApp({ jobs: false });
const desk = new StatementDesk(app);

interface Standing {
  owed: number;
  months: { month: string; collected: number; handed_over: number }[];
}
interface Asked {
  approval_id: number;
  code?: string;
  owed?: number;
  errors?: { pointer: string; code: string }[];
}
interface Payment {
  id: number;
  amount: number;
  bank_reference: string;
  reverses_id: number | null;
  reversed: boolean;
}

let admin: HttpCaller;
let manager: HttpCaller;
let bank: TestBank;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA', adminFee: 0 });
});

beforeEach(async () => {
  [admin, manager] = [await app.as('admin'), await app.as('manajer')];
});

async function payDear(reference: string): Promise<void> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 2_000 });
  const { body } = await bank.client().verify({ customer_number: customer.customer_number });
  const asked = body as { inquiry_id: string; total_amount: number; stamp_duty: number };
  expect(asked.stamp_duty).toBe(10_000);
  const { status } = await bank.client().process({
    bank_reference: reference,
    inquiry_id: asked.inquiry_id,
    amount: asked.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(status).toBe(200);
}

const standing = async () => (await admin.get<Standing>('/stamp-duty')).body;
const payments = async () => (await admin.get<{ data: Payment[] }>('/stamp-duty-payments')).body.data;
const ask = (amount: number, reference: string, who = admin) =>
  who.post<Asked>('/stamp-duty-payments', {
    amount,
    bank_reference: reference,
    reason: 'Setoran masa Januari',
  });
const decide = (id: number, decision: 'APPROVE' | 'REJECT' = 'APPROVE') =>
  manager.post<{ code?: string }>(`/approvals/${String(id)}/decision`, {
    decision,
    ...(decision === 'REJECT' && { note: 'Belum disetor' }),
  });

it('is owed from the receipt on, handed over by two people and never beyond what is owed', async () => {
  for (const reference of ['METERAI/1', 'METERAI/2', 'METERAI/3']) await payDear(reference);
  expect(await standing()).toEqual({
    owed: 30_000,
    months: [{ month: '2026-01', collected: 30_000, handed_over: 0 }],
  });
  const reversed = await bank
    .client()
    .reversal({ bank_reference: 'METERAI/3', reversal_reference: 'METERAI/R3', reason: 'salah pelanggan' });
  expect(reversed.status).toBe(200);
  expect((await standing()).owed).toBe(20_000);

  expect((await ask(10_000, 'NTPN-0', await app.as('kasir'))).status).toBe(403);
  const tooMuch = await ask(20_001, 'NTPN-0');
  expect([tooMuch.status, tooMuch.body.code, tooMuch.body.owed]).toEqual([
    409,
    'stamp_duty.owed_less',
    20_000,
  ]);
  const asked = await ask(20_000, 'NTPN-1');
  expect(asked.status).toBe(202);
  expect((await ask(20_000, 'NTPN-2')).body.code).toBe('approval.pending');
  expect(
    (await admin.post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' }))
      .status,
  ).toBe(403);
  expect((await standing()).owed).toBe(20_000);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  expect(await standing()).toEqual({
    owed: 0,
    months: [{ month: '2026-01', collected: 20_000, handed_over: 20_000 }],
  });
  const lines = await app.database.query<{ account: string; debit: number; credit: number }>(
    `SELECT l.account, l.debit::int, l.credit::int FROM jurnal j JOIN jurnal_baris l ON l.journal_id = j.id
     WHERE j.event = 'stamp_duty.paid' ORDER BY l.account`,
  );
  expect(lines).toEqual([
    { account: '1110', debit: 0, credit: 20_000 },
    { account: '2130', debit: 20_000, credit: 0 },
  ]);
  expect(await app.violations()).toEqual([]);
});

it('is refused when its slip stands already, and when less is owed by the time of the decision', async () => {
  await payDear('METERAI/4');
  const twice = await ask(10_000, 'ntpn-1');
  expect([twice.status, twice.body.errors?.[0]]).toMatchObject([400, { pointer: '/bank_reference' }]);
  const asked = await ask(10_000, 'NTPN-3');
  await bank
    .client()
    .reversal({ bank_reference: 'METERAI/4', reversal_reference: 'METERAI/R4', reason: 'salah pelanggan' });
  expect((await decide(asked.body.approval_id)).body.code).toBe('stamp_duty.owed_less');
  expect((await decide(asked.body.approval_id, 'REJECT')).status).toBe(200);
  expect(await app.violations()).toEqual([]);
});

it('is taken back by two people, once, and owed again', async () => {
  const [paid] = await payments();
  const back = (id: number | undefined) =>
    admin.post<Asked>(`/stamp-duty-payments/${String(id)}/reversal`, { reason: 'Ditolak kas negara' });
  expect((await back(999_999)).body.code).toBe('stamp_duty.payment_not_found');
  const asked = await back(paid?.id);
  expect(asked.status).toBe(202);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  expect((await standing()).owed).toBe(20_000);
  expect(await payments()).toMatchObject([
    { amount: -20_000, bank_reference: 'NTPN-1', reverses_id: paid?.id, reversed: false },
    { amount: 20_000, bank_reference: 'NTPN-1', reverses_id: null, reversed: true },
  ]);
  expect((await back(paid?.id)).body.code).toBe('stamp_duty.payment_reversed');
  const [mirror] = await payments();
  expect((await back(mirror?.id)).body.code).toBe('stamp_duty.payment_not_found');
  expect(await app.violations()).toEqual([]);
});

it('agrees with the statement of our own account, and what was taken back is nothing there', async () => {
  const date = '2026-01-16';
  await desk.begin(bank.id, date, { own_account: true });
  app.clock.set(`${date}T10:00:00+08:00`);
  [admin, manager] = [await app.as('admin'), await app.as('manajer')];
  const wrong = await ask(10_000, 'NTPN-4');
  expect((await decide(wrong.body.approval_id)).status).toBe(200);
  const [booked] = await payments();
  const back = await admin.post<Asked>(`/stamp-duty-payments/${String(booked?.id)}/reversal`, {
    reason: 'Salah jumlah',
  });
  expect((await decide(back.body.approval_id)).status).toBe(200);
  const right = await ask(20_000, 'NTPN-5');
  expect((await decide(right.body.approval_id)).status).toBe(200);
  app.clock.set('2026-01-17T07:00:00+08:00');
  const raw =
    ':20:STM260116\n:25:0011223344IDR\n:28C:1/1\n:60F:C260116IDR9000000,00\n:61:260116D20000,00NTRFNTPN-5\n:86:SETORAN BEA METERAI\n:62F:C260116IDR8980000,00\n';
  const day = await desk.stored(bank.id, date, raw);
  expect(await desk.told(day)).toEqual(['NTPN-4 MATCHED', 'NTPN-5 MATCHED']);
  await desk.closed(day);
  expect(await app.violations()).toEqual([]);
});

it('taken back on another day says on each where the other half is, and is found by its slip', async () => {
  app.clock.set('2026-01-17T10:00:00+08:00');
  [admin, manager] = [await app.as('admin'), await app.as('manajer')];
  const paid = (await payments()).find(({ bank_reference: slip }) => slip === 'NTPN-5');
  const back = await admin.post<Asked>(`/stamp-duty-payments/${String(paid?.id)}/reversal`, {
    reason: 'Disetor untuk masa yang salah',
  });
  expect((await decide(back.body.approval_id)).status).toBe(200);
  app.clock.set('2026-01-18T07:00:00+08:00');
  admin = await app.as('admin');
  const empty =
    ':20:STM260117\n:25:0011223344IDR\n:28C:2/1\n:60F:C260117IDR8980000,00\n:62F:C260117IDR8980000,00\n';
  const day = await desk.stored(bank.id, '2026-01-17', empty);
  const [second, ...more] = await desk.items(day);
  expect([second?.type, more]).toEqual(['HERE_NOT_AT_BANK', []]);
  const found = await admin.get<{ data: { id: number; settlement_date: string }[] }>(
    '/reconciliation/items?q=NTPN-5',
  );
  const first = found.body.data.find(({ settlement_date: date }) => date === '2026-01-16');
  expect(found.body.data.map(({ id }) => id).sort()).toEqual([first?.id, second?.id].sort());
  const of = async (id: number | undefined) =>
    (await desk.item<{ counter_movement: object }>(id)).counter_movement;
  expect(await of(second?.id)).toMatchObject({
    relation: 'TAKES_BACK',
    item_id: first?.id,
    settlement_date: '2026-01-16',
  });
  expect(await of(first?.id)).toMatchObject({ relation: 'TAKEN_BACK_BY', item_id: second?.id });
  expect(await app.violations()).toEqual([]);
});
