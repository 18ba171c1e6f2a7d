import { KeepSales } from '../../src/modules/money/ppob/deliver/keep-sales.service';
import { SettleSale } from '../../src/modules/money/ppob/deliver/settle-sale.service';
import { Deposits } from '../../src/modules/ground/collectors';
import { testApp, type TestBank } from '../support';
import { CounterDesk } from '../support/counter-desk';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';

/*
 * A sale whose supplier never says how it ended is ended by two people, by what the supplier says on paper: the money goes
 * where it would have gone, once, and whatever the supplier says afterwards is for people.
 */

const app = testApp({ jobs: false });
const PULSA = {
  customer_name: 'Dewi Lestari',
  nomor_hp: '081234567890',
  nominal: 40_000,
  service_code: 'PULSA',
};
const TOKEN = {
  customer_name: 'Andi Wijaya',
  meter_number: '12345678901',
  nominal: 10_000,
  service_code: 'PLN',
};
const LETTER = 'Surat pemasok 12/IX/2026: tidak dijalankan';

interface Answer {
  readonly approval_id: number;
  readonly code?: string;
  readonly errors?: readonly { pointer: string }[];
}

let supplier: SandboxSupplier;
let partner: TestBank;
let seller: PpobSeller;

beforeAll(async () => {
  supplier = await SandboxSupplier.start(app);
  partner = await app.make.partner(1_000_000);
  seller = new PpobSeller(partner);
});
afterAll(() => supplier.stop());
beforeEach(() => supplier.fault('pending', null));
afterEach(() => supplier.clearFaults());

let drawn = 0;
async function pendingSale(order: object): Promise<number> {
  const sold = await seller.sell({ ...order, ref_id: `OUT/${String((drawn += 1))}` });
  expect([sold.status, sold.sale.status]).toEqual([201, 'PENDING']);
  return sold.sale.id;
}

const ask = async (id: number, body: object, by: 'admin' | 'kasir' = 'admin') =>
  (await app.as(by)).post<Answer>(`/ppob/transactions/${String(id)}/outcome`, { reason: LETTER, ...body });

const decide = async (approvalId: number, by: 'manajer' | 'admin' = 'manajer') =>
  (await app.as(by)).post<Answer>(`/approvals/${String(approvalId)}/decision`, { decision: 'APPROVE' });

async function agreed(id: number, body: object): Promise<void> {
  const asked = await ask(id, body);
  expect([asked.status, (await decide(asked.body.approval_id)).status]).toEqual([202, 200]);
}

async function deposit(): Promise<number> {
  const { balance } = await app.database.one<{ balance: number }>(
    'SELECT balance::int FROM deposit_mitra WHERE collector_id = $1',
    [partner.id],
  );
  return balance;
}

const casesOf = (id: number) =>
  app.database.query<{ kind: string; status: string }>(
    "SELECT kind, status FROM kasus WHERE subject_type = 'transactions' AND subject_id = $1 ORDER BY id",
    [id],
  );

it('gives the deposit back for what failed, though the supplier is switched off, and only once', async () => {
  const before = await deposit();
  const id = await pendingSale(PULSA);
  await app.database.query('UPDATE penyedia SET active = false');
  app.clock.advance(31 * 60_000);
  await app.get(KeepSales).tend();
  expect(await casesOf(id)).toEqual([{ kind: 'SALE_UNSETTLED', status: 'OPEN' }]);

  expect((await ask(id, { outcome: 'FAILED' }, 'kasir')).status).toBe(403);
  const asked = await ask(id, { outcome: 'FAILED' });
  expect((await ask(id, { outcome: 'FAILED' })).body.code).toBe('approval.pending');
  expect((await decide(asked.body.approval_id, 'admin')).status).toBe(403);
  expect(await deposit()).toBe(before - 41_000);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  expect(await deposit()).toBe(before);
  const { sale } = await seller.get(`/${String(id)}`);
  expect(sale).toMatchObject({ status: 'REFUNDED', message: LETTER });
  expect(await casesOf(id)).toEqual([{ kind: 'SALE_UNSETTLED', status: 'RESOLVED' }]);
  expect((await ask(id, { outcome: 'SUCCESS' })).body.code).toBe('ppob.sale_over');

  // It delivered after all: no money moves any more, and somebody is told.
  await app.get(SettleSale).settle(id, { word: 'SUCCESS', message: '', serial: null, cost: 39_500 });
  expect(await deposit()).toBe(before);
  expect(await casesOf(id)).toContainEqual({ kind: 'SUPPLIER_CONTRADICTION', status: 'OPEN' });
  await app.database.query('UPDATE penyedia SET active = true');
});

it('holds nothing of a sale while it waits for the deposit, which the supplier takes first as well', async () => {
  const before = await deposit();
  const id = await pendingSale(PULSA);
  const asked = await ask(id, { outcome: 'FAILED' });
  const deposits = app.get(Deposits);
  const lock = deposits.lock.bind(deposits);
  let said: string | undefined;
  // The supplier's own word comes exactly while the decision is about to lock the deposit, and is carried out to its end.
  const meanwhile = jest.spyOn(deposits, 'lock').mockImplementation(async (tx, collectorId) => {
    if (said === undefined) {
      said = '';
      said = await app.get(SettleSale).settle(id, { word: 'FAILED', message: '', serial: null, cost: null });
    }
    return lock(tx, collectorId);
  });
  try {
    const late = await decide(asked.body.approval_id);
    expect([said, late.status, late.body.code]).toEqual(['REFUNDED', 409, 'ppob.sale_over']);
  } finally {
    meanwhile.mockRestore();
  }
  expect(await deposit()).toBe(before);
});

it('hands over the token that was read out, at the cost that was said', async () => {
  const id = await pendingSale(TOKEN);
  const refused = async (body: object) => {
    const { status, body: answer } = await ask(id, body);
    return [status, answer.errors?.[0]?.pointer];
  };
  expect(await refused({ outcome: 'SUCCESS' })).toEqual([400, '/code']);
  expect(await refused({ outcome: 'SUCCESS', code: '1234 5678' })).toEqual([400, '/code']);
  expect(await refused({ outcome: 'FAILED', code: '12345678901234567890' })).toEqual([400, '/code']);
  expect(await refused({ outcome: 'FAILED', cost: 9_000 })).toEqual([400, '/cost']);
  expect(await refused({ outcome: 'PENDING' })).toEqual([400, '/outcome']);
  expect(await refused({ outcome: 'FAILED', reason: '' })).toEqual([400, '/reason']);
  // Asked for with a token that was misread, and taken back: the second person sees enough of it to tell.
  const misread = await ask(id, { outcome: 'SUCCESS', code: '1234 5678 9012 3456 7891', cost: 9_700 });
  const seen = await (await app.as('manajer')).get<object>(`/approvals/${String(misread.body.approval_id)}`);
  expect(seen.body).toMatchObject({ payload: { code: '••••-••••-••••-••••-7891' } });
  expect(seen.text).not.toMatch(/5678/);
  const refusedIt = await (
    await app.as('manajer')
  ).post(`/approvals/${String(misread.body.approval_id)}/decision`, {
    decision: 'REJECT',
    note: 'Salah baca',
  });
  expect(refusedIt.status).toBe(200);
  await agreed(id, { outcome: 'SUCCESS', code: '1234 5678 9012 3456 7890', cost: 9_700 });
  expect(await app.database.one('SELECT told_code FROM transactions WHERE id = $1', [id])).toEqual({
    told_code: null,
  });
  const { sale } = await seller.get(`/${String(id)}`);
  expect(sale).toMatchObject({ status: 'SUCCESS', code: '1234-5678-9012-3456-7890' });
  expect(sale.receipt_number).not.toBeNull();
  expect(
    await app.database.one("SELECT amount::int FROM mutasi_pemasok WHERE kind = 'COST' AND sale_id = $1", [
      id,
    ]),
  ).toEqual({ amount: -9_700 });
  expect(await app.violations()).toEqual([]);
});

it('has no code where a service hands over none, and the listed cost unless another is said', async () => {
  const id = await pendingSale(PULSA);
  expect((await ask(id, { outcome: 'SUCCESS', code: '12345678' })).body.errors?.[0]?.pointer).toBe('/code');
  await agreed(id, { outcome: 'SUCCESS' });
  expect(await app.database.one('SELECT status, cost::int FROM transactions WHERE id = $1', [id])).toEqual({
    status: 'SUCCESS',
    cost: 39_500,
  });
});

it('finds at its decision what the supplier said itself meanwhile', async () => {
  const before = await deposit();
  const id = await pendingSale(PULSA);
  const asked = await ask(id, { outcome: 'FAILED' });
  await app.get(SettleSale).settle(id, { word: 'SUCCESS', message: '', serial: null, cost: 39_500 });
  const late = await decide(asked.body.approval_id);
  expect([late.status, late.body.code, await deposit()]).toEqual([409, 'ppob.sale_over', before - 41_000]);
  expect(await casesOf(id)).toEqual([]);
});

it('leaves cash of a counter to be handed back, with its case', async () => {
  const desk = await CounterDesk.at(app);
  await desk.open();
  const sold = await desk.sell({ sales: [PULSA], cash_given: 41_000 });
  const id = sold.body.sales[0]?.sale_id ?? 0;
  await agreed(id, { outcome: 'FAILED' });
  expect(await casesOf(id)).toEqual([{ kind: 'SALE_NOT_HANDED_BACK', status: 'OPEN' }]);
  expect((await desk.caller.post(`/counter/sales/${String(id)}/hand-back`)).status).toBe(200);
  expect(await casesOf(id)).toEqual([{ kind: 'SALE_NOT_HANDED_BACK', status: 'RESOLVED' }]);
});
