import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { KeepCalls } from '../../src/modules/money/checkout/keep-calls.service';
import { KeepCheckouts } from '../../src/modules/money/checkout/keep-checkouts.service';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { SnapBank } from '../support/snap-bank';
import { codeOf, StatementDesk } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

/* Money that a bank names otherwise than what paid its checkout: what becomes of it while two people have not decided. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const host = new SnapBank();
const DAYS = ['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07'] as const;
const BILL = 70_000;
const FEE = 2_500;
let bank: TestBank;

interface Doubted {
  readonly customer: TestCustomer;
  readonly checkoutId: number;
  readonly caseId: number;
  readonly known: string;
  readonly told: string;
}

beforeAll(async () => {
  app.clock.set(`${DAYS[0]}T09:00:00+08:00`);
  bank = await app.make.bank();
  await host.start();
  await host.connect(app, bank);
  app.get(BankDirectory).forget();
  await desk.begin(bank.id, DAYS[0]);
});
afterAll(() => host.stop());

/** What the timers of the janitor do all the time. */
async function tend(): Promise<void> {
  await app.get(KeepCalls).tend();
  await app.get(KeepCheckouts).tend();
}

const askBank = async (checkoutId: number) => {
  const answer = await (
    await app.as('admin')
  ).post<{ bank_says: string }>(`/checkouts/${String(checkoutId)}/bank-inquiries`);
  expect(answer.body).toEqual({ bank_says: 'PAID' });
};

/** A checkout that was paid by what did not name it, and of which the bank, when it is asked, names another money. */
async function doubted(name: string, told: string): Promise<Doubted> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2026-04', usage: 25 });
  const { token } = (
    await app.anyone.post<{ token: string }>('/public/inquiries', {
      customer_number: customer.customer_number,
    })
  ).body;
  const made = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
    token,
    method: 'VA',
    bank_code: bank.code,
  });
  expect(made.status).toBe(201);
  const account = [...host.accounts.values()].find(
    ({ virtualAccountNo }) => virtualAccountNo.trim() === made.body.va_number,
  );
  const at = app.clock.text(app.clock.now());
  host.pay(told, account, at);
  const known = `${name}/TOLD`;
  const paid = await bank.client().process({
    bank_reference: known,
    customer_number: customer.customer_number,
    bill_numbers: [`${customer.customer_number}202604`],
    amount: BILL + FEE,
    paid_at: at,
    channel: 'VA',
  });
  expect(paid.status).toBe(200);
  const { id: checkoutId } = await app.database.one<{ id: number }>(
    'SELECT id::int FROM niat_bayar WHERE token = $1',
    [made.body.intent_token],
  );
  await askBank(checkoutId);
  const opened = await app.database.one<{ id: number; kind: string }>(
    "SELECT id::int, kind FROM kasus WHERE customer_id = $1 AND status = 'OPEN'",
    [customer.id],
  );
  expect(opened.kind).toBe('TWO_NAMES');
  await tend();
  return { customer, checkoutId, caseId: opened.id, known, told };
}

async function find(caseId: number, resolution: string): Promise<number> {
  const asked = await (
    await app.as('admin')
  ).post<{ pending: { approval_id: number } | null }>(`/cases/${String(caseId)}/resolution`, {
    resolution,
    note: 'Menurut jawaban tertulis bank',
  });
  expect([asked.status, codeOf(asked)]).toEqual([200, undefined]);
  return asked.body.pending?.approval_id ?? 0;
}

async function refused(approvalId: number, why: RegExp): Promise<void> {
  const answer = await desk.decide(approvalId);
  expect([answer.status, codeOf(answer)]).toEqual([409, 'case.changed']);
  expect((answer.body as { detail?: string }).detail).toMatch(why);
  const rejected = await (
    await app.as('manajer')
  ).post(`/approvals/${String(approvalId)}/decision`, { decision: 'REJECT', note: 'Sudah lain keadaannya' });
  expect(rejected.status).toBe(200);
}

const resolutionOf = async (caseId: number) =>
  (
    await app.database.one<{ resolution: string | null }>('SELECT resolution FROM kasus WHERE id = $1', [
      caseId,
    ])
  ).resolution;

/** Everything that came by a name of this money, with what of it is held. */
const bookedAs = (told: string) =>
  app.database.query<{ bank_reference: string; amount: number; kind: string }>(
    `SELECT p.bank_reference, p.amount::int, a.kind FROM pembayaran p JOIN pembayaran_alokasi a ON a.payment_id = p.id
     WHERE p.collector_id = $1 AND starts_with(p.bank_reference, $2) ORDER BY p.id`,
    [bank.id, told.replace('#', '-')],
  );

describe('what the bank’s file has of it', () => {
  let day: number;
  const money = new Map<string, Doubted>();
  const of = (name: string): Doubted => {
    const found = money.get(name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  const itemOf = async (name: string) =>
    (await desk.items(day, '&type=AT_BANK_NOT_HERE')).find(({ reference }) => reference === of(name).told);

  beforeAll(async () => {
    for (const [name, told] of [
      ['CREDITED', 'CREDITED/ASKED'],
      ['UNKNOWN', 'UNKNOWN/ASKED'],
      ['MARKED', 'MARKED#1/ASKED'],
      ['FIRST', 'FIRST#1/ASKED'],
    ] as const)
      money.set(name, await doubted(name, told));
    app.clock.set(`${DAYS[1]}T08:00:00+08:00`);
    const rows = [...money.values()].flatMap(({ customer, known, told }) =>
      [known, told].map((reference) => ({
        date: DAYS[0],
        reference,
        customer: customer.customer_number,
        nominal: BILL,
        admin: FEE,
        channel: 'VA',
      })),
    );
    day = await desk.stored(bank.id, DAYS[0], sultraFile(rows));
  });

  it.each([
    ['CREDITED', 'CREDIT_CUSTOMER', 'CREDIT'],
    ['UNKNOWN', 'SUSPENSE', 'SUSPENSE'],
    // Its name may not stand in a reference of ours as the bank writes it.
    ['MARKED', 'CREDIT_CUSTOMER', 'CREDIT'],
  ])('%s stays as it was booked out of it, and its case ends', async (name, action, kind) => {
    const { caseId, told } = of(name);
    const same = await find(caseId, 'SAME_MONEY');
    const item = await itemOf(name);
    await desk.settle(item?.id, action);
    const bank_reference = name === 'MARKED' ? `MARKED-1/ASKED/REK-${String(item?.id)}` : told;
    expect(await bookedAs(told)).toEqual([{ bank_reference, amount: BILL, kind }]);
    await refused(same, /pembayaran tersendiri/);
    await desk.approve(await find(caseId, 'OTHER_MONEY'));
    expect(await resolutionOf(caseId)).toBe('OTHER_MONEY');
    expect(await bookedAs(told)).toEqual([{ bank_reference, amount: BILL, kind }]);
    await askBank(of(name).checkoutId);
    expect(await resolutionOf(caseId)).toBe('OTHER_MONEY');
    expect(await app.violations()).toEqual([]);
  });

  it('is not booked once more out of it when two people were faster', async () => {
    const { caseId, told } = of('FIRST');
    const item = await itemOf('FIRST');
    const { approval_id: asked } = (await desk.ask(item?.id, 'CREDIT_CUSTOMER')).body;
    await desk.approve(await find(caseId, 'OTHER_MONEY'));
    expect(codeOf(await desk.decide(asked))).toBe('reconciliation.item_outdated');
    const booked = await app.database.query(
      "SELECT bank_reference FROM pembayaran WHERE collector_id = $1 AND bank_reference LIKE 'FIRST_1/%'",
      [bank.id],
    );
    expect(booked).toEqual([{ bank_reference: told }]);
    expect(await app.violations()).toEqual([]);
  });
});

describe('that it is the same', () => {
  it('is not found of a payment that was taken back meanwhile, unless it was known', async () => {
    app.clock.set(`${DAYS[2]}T09:00:00+08:00`);
    const { caseId, known, told } = await doubted('BACK', 'BACK/ASKED');
    const same = await find(caseId, 'SAME_MONEY');
    const back = await bank
      .client()
      .reversal({ bank_reference: known, reversal_reference: `${known}/R`, reason: 'salah debit' });
    expect(back.status).toBe(200);
    await refused(same, /dibatalkan/);
    expect(await resolutionOf(caseId)).toBeNull();
    // The bank says that all of it went back: whoever decides reads that the payment is gone.
    const again = await find(caseId, 'SAME_MONEY');
    const { body } = await (
      await app.as('manajer')
    ).get<{ payload: Record<string, unknown> }>(`/approvals/${String(again)}`);
    expect(body.payload).toMatchObject({ known_reference: known, known_reversed: true });
    await desk.approve(again);
    expect(await resolutionOf(caseId)).toBe('SAME_MONEY');
    expect(await bookedAs(told)).toEqual([]);
    expect(await app.violations()).toEqual([]);
  });

  it('is not asked again once two people have found it', async () => {
    app.clock.set(`${DAYS[2]}T10:00:00+08:00`);
    const { caseId, checkoutId, told } = await doubted('FOUND', 'FOUND/ASKED');
    await desk.approve(await find(caseId, 'SAME_MONEY'));
    app.clock.set(`${DAYS[3]}T11:00:00+08:00`);
    await askBank(checkoutId);
    expect(await resolutionOf(caseId)).toBe('SAME_MONEY');
    expect(await bookedAs(told)).toEqual([]);
    expect(await app.violations()).toEqual([]);
  });

  it('is put right by two people when it was a second payment after all, once', async () => {
    app.clock.set(`${DAYS[3]}T13:00:00+08:00`);
    const { caseId, checkoutId, told } = await doubted('WRONG', 'WRONG/ASKED');
    await desk.approve(await find(caseId, 'SAME_MONEY'));
    const shown = await (await app.as('admin')).get<{ possible: string[] }>(`/cases/${String(caseId)}`);
    expect(shown.body.possible).toEqual(['OTHER_MONEY']);
    const again = await find(caseId, 'OTHER_MONEY');
    expect([await resolutionOf(caseId), await bookedAs(told)]).toEqual(['SAME_MONEY', []]);
    await desk.approve(again);
    expect(await resolutionOf(caseId)).toBe('OTHER_MONEY');
    const asCredit = [{ bank_reference: told, amount: BILL, kind: 'CREDIT' }];
    expect(await bookedAs(told)).toEqual(asCredit);
    const trail = await app.database.query<{ before: object | null; after: object }>(
      "SELECT before, after FROM log_aktivitas WHERE action = 'case.resolved' AND entity_id = $1 ORDER BY id",
      [caseId],
    );
    expect(trail.map(({ before, after }) => [before, after])).toMatchObject([
      [null, { resolution: 'SAME_MONEY' }],
      [{ resolution: 'SAME_MONEY' }, { resolution: 'OTHER_MONEY' }],
    ]);
    // What is booked has its reversal; the case is decided, and the bank that names it again changes nothing.
    const more = await (
      await app.as('admin')
    ).post(`/cases/${String(caseId)}/resolution`, { resolution: 'OTHER_MONEY', note: 'Sekali lagi' });
    expect([more.status, codeOf(more)]).toEqual([409, 'case.resolved']);
    const back = await (
      await app.as('admin')
    ).post(`/cases/${String(caseId)}/resolution`, { resolution: 'SAME_MONEY', note: 'Ternyata sama' });
    expect(codeOf(back)).toBe('case.resolved');
    await askBank(checkoutId);
    expect(await bookedAs(told)).toEqual(asCredit);
    expect(await app.violations()).toEqual([]);
  });
});
