import { WatchBaskets } from '../../src/modules/money/counter/baskets/watch-baskets.service';
import { randomUUID } from 'node:crypto';
import { rupiah } from '@tirtapay/domain';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout';
import { ReceiveMoney, ReversePayment } from '../../src/modules/money/payment';
import { SellForOthers } from '../../src/modules/money/ppob';
import { SettleSale } from '../../src/modules/money/ppob/deliver/settle-sale.service';
import { KeepSales } from '../../src/modules/money/ppob/deliver/keep-sales.service';
import { Database } from '../../src/platform/database';
import { eventually, STAFF_PASSWORD, testApp, type TestCustomer } from '../support';
import { CounterDesk, pieces, type DeskBasket, type DeskProblem } from '../support/counter-desk';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { SnapBank } from '../support/snap-bank';

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
let supplier: SandboxSupplier;

beforeAll(async () => {
  supplier = await SandboxSupplier.start(app);
});
afterAll(() => supplier.stop());
afterEach(() => supplier.clearFaults());

async function owing(usage = 20): Promise<TestCustomer> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-11', usage });
  return customer;
}

/** What the books have in a drawer. */
async function books(drawerId: number): Promise<number> {
  const { balance } = await app.database.one<{ balance: number }>(
    "SELECT coalesce(sum(debit - credit), 0)::int AS balance FROM jurnal_baris WHERE account = '1140' AND collector_id = $1",
    [drawerId],
  );
  return balance;
}

/** Ends what a test left open, so that the cashier is free for the next. */
afterEach(async () => {
  for (const name of ['kasir', 'kasir2'] as const) {
    const caller = await app.as(name);
    const { shift } = (
      await caller.get<{ shift: { id: number; drawer_id: number; state: string } | null }>(
        '/counter/shifts/own',
      )
    ).body;
    if (shift?.state !== 'OPEN') continue;
    const closed = await caller.post(`/counter/shifts/${String(shift.id)}/close`, {
      counted: pieces(await books(shift.drawer_id)),
    });
    expect(closed.status).toBe(200);
  }
});

describe('a shift', () => {
  it('begins with what was counted and ends with what was taken', async () => {
    const desk = await CounterDesk.at(app);
    const opened = await desk.open();
    expect([opened.status, opened.body.state]).toEqual([201, 'OPEN']);
    // Its cashier counts, and does not copy.
    expect(opened.body.cash).toBeNull();
    const customer = await owing();
    const line = await desk.water(customer.customer_number);
    const sold = await desk.sell({ water: [line], cash_given: 200_000 });
    expect([sold.status, sold.body.status, sold.body.change]).toEqual([201, 'DONE', 200_000 - line.amount]);
    expect(sold.body.water[0]?.receipt_number).toBe(`${desk.code}-CASH-20260115-000001`);
    expect(await books(desk.drawerId)).toBe(500_000 + line.amount);
    const closed = await desk.close(opened.body.id, 500_000 + line.amount);
    expect(closed.body).toMatchObject({
      state: 'CLOSED',
      difference: 0,
      expected: 500_000 + line.amount,
      cash: { opening: 500_000, collected: line.amount },
    });
    const sheet = await desk.caller.get(`/counter/shifts/${String(opened.body.id)}/closing-sheet`);
    expect([sheet.status, sheet.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  });

  it('is one per drawer and one per cashier, and nobody sells in another’s', async () => {
    const desk = await CounterDesk.at(app);
    const other = await CounterDesk.at(app, 'kasir2');
    const { id } = (await desk.open()).body;
    expect((await desk.open()).body.code).toBe('counter.drawer_taken');
    const second = await CounterDesk.at(app);
    expect((await second.open()).body.code).toBe('counter.shift_open');
    const intruder = await other.caller.post<DeskProblem>('/counter/shifts', {
      drawer_id: desk.drawerId,
      counted: pieces(500_000),
    });
    expect(intruder.body.code).toBe('counter.drawer_taken');
    expect((await other.shift(id)).status).toBe(404);
    expect((await other.close(id, 500_000)).body.code).toBe('counter.shift_not_found');
    const customer = await owing();
    expect(
      (
        await other.sell({
          water: [{ ...(await desk.water(customer.customer_number)) }],
          cash_given: 500_000,
        })
      ).body.code,
    ).toBe('counter.shift_not_open');
  });

  it('explains a small difference, and waits for a second person with a large one', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const silent = await desk.close(id, 495_000);
    expect([silent.status, silent.body.code, silent.body.difference]).toEqual([
      422,
      'counter.reason_needed',
      -5_000,
    ]);
    const short = await desk.close(id, 495_000, 'Salah memberi kembalian');
    expect(short.body).toMatchObject({ state: 'CLOSED', difference: -5_000 });
    expect(await books(desk.drawerId)).toBe(495_000);

    const again = (await desk.open(495_000)).body.id;
    const much = await desk.close(again, 395_000, 'Satu lembar seratus ribu hilang');
    expect(much.body).toMatchObject({ state: 'COUNTED', difference: -100_000 });
    expect(much.body.approval_id).not.toBeNull();
    const customer = await owing();
    expect(
      (await desk.caller.get<DeskProblem>(`/counter/customers/${customer.customer_number}/sheets`)).body.code,
    ).toBe('counter.shift_not_open');
    // The books stay as they are until somebody else has agreed.
    expect(await books(desk.drawerId)).toBe(495_000);
    const decision = `/approvals/${String(much.body.approval_id)}/decision`;
    expect((await (await app.as('admin')).post(decision, { decision: 'APPROVE' })).status).toBe(403);
    const refused = await (
      await app.as('manajer')
    ).post(decision, { decision: 'REJECT', note: 'Hitung lagi' });
    expect(refused.status).toBe(200);
    expect((await desk.shift(again)).body.state).toBe('OPEN');
    const counted = await desk.close(again, 395_000, 'Tetap hilang setelah dihitung lagi');
    await (
      await app.as('manajer')
    ).post(`/approvals/${String(counted.body.approval_id)}/decision`, {
      decision: 'APPROVE',
    });
    expect((await desk.shift(again)).body).toMatchObject({ state: 'CLOSED', difference: -100_000 });
    expect(await books(desk.drawerId)).toBe(395_000);
  });

  it('opens with what is there: little is explained, much is decided by two first', async () => {
    const desk = await CounterDesk.at(app);
    expect((await desk.open(300_000, 'Uang tidak ada')).body.code).toBe('counter.difference_too_large');
    const admin = await app.as('admin');
    const asked = await admin.post<{ approval_id: number; difference: number }>(
      `/counter/drawers/${String(desk.drawerId)}/differences`,
      { counted: pieces(300_000), reason: 'Dua ratus ribu tidak ada di laci' },
    );
    expect([asked.status, asked.body.difference]).toEqual([202, -200_000]);
    const agreed = await (
      await app.as('manajer')
    ).post(`/approvals/${String(asked.body.approval_id)}/decision`, {
      decision: 'APPROVE',
    });
    expect(agreed.status).toBe(200);
    expect((await desk.open(300_500, 'Lima ratus lebih')).status).toBe(201);
    expect(await books(desk.drawerId)).toBe(300_500);
  });

  it('is handed over with one count that both stand for', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const path = `/counter/shifts/${String(id)}/hand-over`;
    const count = { counted: pieces(500_000) };
    const wrong = await desk.caller.post<DeskProblem>(path, {
      ...count,
      successor: { username: 'kasir2', password: 'salah' },
    });
    expect([wrong.status, wrong.body.code]).toEqual([403, 'auth.second_person_refused']);
    const self = await desk.caller.post<DeskProblem>(path, {
      ...count,
      successor: { username: 'kasir', password: STAFF_PASSWORD },
    });
    expect(self.body.code).toBe('approval.same_person');
    const handed = await desk.caller.post<{ state: string; handed_to: number }>(path, {
      ...count,
      successor: { username: 'kasir2', password: STAFF_PASSWORD },
    });
    expect([handed.status, handed.body.state]).toEqual([200, 'CLOSED']);
    const theirs = await (
      await app.as('kasir2')
    ).get<{ shift: { id: number; opening_count: number } }>('/counter/shifts/own');
    expect(theirs.body.shift).toMatchObject({ id: handed.body.handed_to, opening_count: 500_000 });
  });

  it('brings takings to the bank, and no more than there is', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const path = `/counter/drawers/${String(desk.drawerId)}/deposits`;
    const much = await desk.caller.post<DeskProblem>(path, {
      amount: 500_050,
      bank_reference: 'SLIP-1',
      request_id: randomUUID(),
    });
    expect([much.status, much.body.errors?.[0]?.pointer]).toEqual([400, '/amount']);
    expect(
      (await desk.caller.post(path, { amount: 400_000, bank_reference: 'SLIP-1', request_id: randomUUID() }))
        .status,
    ).toBe(201);
    const admin = await app.as('admin');
    expect(
      (
        await admin.post<DeskProblem>(path, {
          amount: 1_000,
          bank_reference: 'SLIP-2',
          request_id: randomUUID(),
        })
      ).body.code,
    ).toBe('counter.shift_not_open');
    expect((await desk.close(id, 100_000)).body).toMatchObject({
      difference: 0,
      cash: { deposits: 400_000 },
    });
    expect(
      (
        await desk.caller.post<DeskProblem>(path, {
          amount: 1_000,
          bank_reference: 'S',
          request_id: randomUUID(),
        })
      ).body.code,
    ).toBe('counter.shift_not_open');
    expect(
      (await admin.post(path, { amount: 100_000, bank_reference: 'SLIP-3', request_id: randomUUID() }))
        .status,
    ).toBe(201);
    expect(await books(desk.drawerId)).toBe(0);
  });
});

describe('a deposit or float whose answer was lost', () => {
  it('is booked once, however often it is sent, also at once and after the shift has closed', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const path = `/counter/drawers/${String(desk.drawerId)}`;
    const slip = { amount: 400_000, bank_reference: 'SLIP-T', request_id: randomUUID() };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => desk.caller.post(`${path}/deposits`, slip)),
    );
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(await books(desk.drawerId)).toBe(100_000);
    const other = await desk.caller.post<DeskProblem>(`${path}/deposits`, { ...slip, amount: 40_000 });
    expect([other.status, other.body.errors?.[0]?.pointer]).toEqual([400, '/request_id']);
    // The number of the slip was put right between the two sendings: what is booked has the other, and that is said.
    const renamed = await desk.caller.post<DeskProblem>(`${path}/deposits`, {
      ...slip,
      bank_reference: 'SLIP-U',
    });
    expect([renamed.status, renamed.body.errors?.[0]?.pointer]).toEqual([400, '/request_id']);
    expect((await desk.close(id, 100_000)).body).toMatchObject({ difference: 0 });
    expect((await desk.caller.post(`${path}/deposits`, slip)).status).toBe(201);
    const admin = await app.as('admin');
    const float = { amount: 50_000, request_id: randomUUID() };
    for (const _ of [1, 2]) expect((await admin.post(`${path}/floats`, float)).status).toBe(201);
    expect(await books(desk.drawerId)).toBe(150_000);
  });
});

describe('a deposit or float that was typed wrong', () => {
  interface Moves {
    readonly moves: readonly {
      id: number;
      kind: string;
      amount: number;
      corrected: boolean;
      reverses_id: number | null;
    }[];
  }
  const movesOf = async (drawerId: number) =>
    (await (await app.as('admin')).get<Moves>(`/counter/drawers/${String(drawerId)}`)).body.moves;
  const correct = async (id: number | undefined, amount: number, reference?: string) => {
    const asked = await (
      await app.as('admin')
    ).post<{ approval_id: number; code?: string; errors?: { pointer: string }[] }>(
      `/counter/drawers/moves/${String(id)}/correction`,
      { amount, reason: 'Salah ketik nol', ...(reference !== undefined && { bank_reference: reference }) },
    );
    if (asked.status !== 202) return asked.body.code;
    const decided = await (
      await app.as('manajer')
    ).post<{ code?: string }>(`/approvals/${String(asked.body.approval_id)}/decision`, {
      decision: 'APPROVE',
    });
    return decided.status === 200 ? 'CORRECTED' : decided.body.code;
  };

  it('is put right in the shift it happened in, by two people, once', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const path = `/counter/drawers/${String(desk.drawerId)}`;
    expect(
      (
        await desk.caller.post(`${path}/deposits`, {
          amount: 400_000,
          bank_reference: 'SLIP-S',
          request_id: randomUUID(),
        })
      ).status,
    ).toBe(201);
    const [wrong] = await movesOf(desk.drawerId);
    expect(
      (
        await desk.caller.post(`/counter/drawers/moves/${String(wrong?.id)}/correction`, {
          amount: 1,
          reason: 'Salah ketik',
        })
      ).status,
    ).toBe(403);
    expect(await correct(wrong?.id, 400_000)).toBe('request.invalid');
    expect(await correct(wrong?.id, 900_000)).toBe('request.invalid');
    expect(await correct(wrong?.id, 40_000, 'SLIP-B')).toBe('CORRECTED');
    expect(await correct(wrong?.id, 50_000)).toBe('counter.move_corrected');
    expect(
      (await movesOf(desk.drawerId))
        .slice(0, 3)
        .map(({ kind, amount, corrected, reverses_id: of }) => [kind, amount, corrected, of]),
    ).toEqual([
      ['DEPOSIT', -40_000, false, null],
      ['DEPOSIT', 400_000, false, wrong?.id],
      ['DEPOSIT', -400_000, true, null],
    ]);
    expect(await books(desk.drawerId)).toBe(460_000);
    // The shift counts against what really happened.
    expect((await desk.close(id, 460_000)).body).toMatchObject({ state: 'CLOSED', difference: 0 });
    expect(await app.violations()).toEqual([]);
  });

  it('does not move what was counted since: the difference of that count goes back', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const path = `/counter/drawers/${String(desk.drawerId)}`;
    expect(
      (await (await app.as('admin')).post(`${path}/floats`, { amount: 30_000, request_id: randomUUID() }))
        .status,
    ).toBe(201);
    const [wrong] = await movesOf(desk.drawerId);
    // Three thousand were put in, thirty thousand typed.
    const closed = await desk.close(id, 503_000, 'Kurang dua puluh tujuh ribu');
    const counted = closed.body as { state: string; difference: number; approval_id?: number };
    expect(counted).toMatchObject({ difference: -27_000 });
    if (counted.state === 'COUNTED') {
      expect(await correct(wrong?.id, 3_000)).toBe('counter.shift_not_open');
      await (
        await app.as('manajer')
      ).post(`/approvals/${String(counted.approval_id)}/decision`, { decision: 'APPROVE' });
    }
    const short = () =>
      app.database.one<{ net: number }>(
        "SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account = '5120' AND collector_id = $1",
        [desk.drawerId],
      );
    const before = await short();
    expect(await correct(wrong?.id, 3_000)).toBe('CORRECTED');
    expect([await books(desk.drawerId), (await short()).net - before.net]).toEqual([503_000, -27_000]);
    expect((await desk.open(503_000)).status).toBe(201);
    expect(await app.violations()).toEqual([]);
  });
});

describe('a count', () => {
  it('is blind: until it is given nothing tells its cashier what the drawer took', async () => {
    const desk = await CounterDesk.at(app);
    const { body: shift } = await desk.open();
    const line = await desk.water((await owing()).customer_number);
    const sold = await desk.sell({ water: [line], sales: [PULSA], cash_given: line.amount + 41_000 });
    expect(sold.body.status).toBe('DONE');
    const own = await desk.shift(shift.id);
    expect(own.body.cash).toBeNull();
    expect(own.body.entries.map(({ kind, amount }) => [kind, amount]).sort()).toEqual([
      ['SALE', null],
      ['WATER', null],
    ]);
    interface Listed {
      readonly data: readonly { readonly id: number; readonly balance?: number | null }[];
    }
    const drawers = await desk.caller.get<Listed>('/counter/drawers?page_size=100');
    expect(drawers.body.data.find(({ id }) => id === desk.drawerId)?.balance).toBeNull();
    expect((await desk.caller.get(`/counter/drawers/${String(desk.drawerId)}`)).status).toBe(403);
    const [payment, sale] = [sold.body.water[0]?.payment_id, sold.body.sales[0]?.sale_id];
    const seen = async (path: string, id: unknown, who = desk.caller) =>
      (await who.get<Listed>(`${path}?page_size=100`)).body.data.some((row) => row.id === id);
    const supervisor = await app.as('admin');
    for (const [path, id] of [
      ['/payments', payment],
      ['/ppob/transactions', sale],
    ] as const) {
      expect([path, await seen(path, id), await seen(path, id, supervisor)]).toEqual([path, false, true]);
      expect((await desk.caller.get(`${path}/${String(id)}`)).status).toBe(200);
    }
    // What a bill was paid for is found customer by customer, and nowhere added up.
    const bills = (who: typeof desk.caller, query: string) =>
      who.get<{ data: readonly { paid_by: number | null }[]; meta: { totals?: object } }>(
        `/bills?state=PAID&totals=true&page_size=100${query}`,
      );
    const ofAll = await bills(desk.caller, '');
    expect([ofAll.status, ofAll.body.data.some(({ paid_by: by }) => by === payment)]).toEqual([200, false]);
    expect(ofAll.body.meta.totals ?? {}).toEqual({});
    expect((await bills(supervisor, '')).body.data.some(({ paid_by: by }) => by === payment)).toBe(true);
    const { customer_id: customerId } = await app.database.one<{ customer_id: number }>(
      'SELECT customer_id::int FROM pembayaran WHERE id = $1',
      [payment],
    );
    const ofOne = await bills(desk.caller, `&customer_id=${String(customerId)}`);
    expect(ofOne.body.data.some(({ paid_by: by }) => by === payment)).toBe(true);
    const owed = await desk.caller.get<{ meta: { totals?: object } }>('/customers?totals=true');
    expect(owed.body.meta.totals ?? {}).toEqual({});
    const today = async (who = desk.caller) =>
      (await who.get<{ payments_today: { amount: number } }>('/dashboard')).body.payments_today.amount;
    expect((await today(supervisor)) - (await today())).toBe(line.amount);
    // A count that was told its difference is kept, however it is counted afterwards.
    const wrong = await desk.close(shift.id, 500_000 + line.amount);
    expect([wrong.status, wrong.body.difference]).toEqual([422, -41_000]);
    const right = await desk.close(shift.id, 541_000 + line.amount);
    expect([right.body.state, right.body.cash?.sold]).toEqual(['CLOSED', 41_000]);
    expect(await seen('/payments', payment)).toBe(true);
    expect(
      await app.database.query(
        "SELECT after ->> 'difference' AS difference FROM log_aktivitas WHERE action = 'shift.miscounted' AND entity_id = $1",
        [shift.id],
      ),
    ).toEqual([{ difference: '-41000' }]);
  });
});

describe('a cashier who is not there', () => {
  it('has the shift closed by a supervisor, who counts; nobody closes their own that way', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const path = `/counter/shifts/${String(id)}/close-for-cashier`;
    expect((await desk.caller.post(path, { counted: pieces(500_000) })).status).toBe(403);
    const closed = await (
      await app.as('admin')
    ).post<{ state: string; cash: object }>(path, {
      counted: pieces(500_000),
    });
    expect([closed.status, closed.body.state]).toEqual([200, 'CLOSED']);
    const trail = await app.database.query<{ name: string }>(
      `SELECT u.name FROM log_aktivitas l JOIN pengguna u ON u.id = l.actor_id
       WHERE l.entity_type = 'shift_kas' AND l.entity_id = $1 AND l.action = 'shift.closed'`,
      [id],
    );
    expect(trail).toEqual([{ name: 'Andi Pratama' }]);
  });

  it('does not agree to what is missing from the own shift, whoever counted it', async () => {
    const desk = await CounterDesk.at(app, 'super');
    const { id } = (await desk.open()).body;
    const counted = await (
      await app.as('admin')
    ).post<{ state: string }>(`/counter/shifts/${String(id)}/close-for-cashier`, {
      counted: pieces(300_000),
      reason: 'Dua ratus ribu tidak ada di laci',
    });
    expect([counted.status, counted.body.state]).toEqual([200, 'COUNTED']);
    const { id: approval } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM persetujuan WHERE entity_type = 'shift_kas' AND entity_id = $1",
      [id],
    );
    const decide = async (name: 'super' | 'manajer') =>
      (await app.as(name)).post<DeskProblem>(`/approvals/${String(approval)}/decision`, {
        decision: 'APPROVE',
      });
    const own = await decide('super');
    expect([own.status, own.body.code]).toEqual([403, 'approval.same_person']);
    expect((await decide('manajer')).status).toBe(200);
    expect(await app.database.one('SELECT state FROM shift_kas WHERE id = $1', [id])).toEqual({
      state: 'CLOSED',
    });
  });
});

describe('what is no count, no basket and no money', () => {
  it.each([
    ['a note that does not exist', [{ denomination: 25_000, pieces: 1 }], '/counted'],
    [
      'the same note twice',
      [
        { denomination: 500, pieces: 1 },
        { denomination: 500, pieces: 2 },
      ],
      '/counted',
    ],
    ['less than nothing', [{ denomination: 500, pieces: -1 }], '/counted/0/pieces'],
    ['half a note', [{ denomination: 500, pieces: 0.5 }], '/counted/0/pieces'],
    ['a number in letters', [{ denomination: 500, pieces: '2' }], '/counted/0/pieces'],
  ])('%s is refused at its place', async (_what, counted, pointer) => {
    const desk = await CounterDesk.at(app);
    const opened = await desk.caller.post<DeskProblem>('/counter/shifts', {
      drawer_id: desk.drawerId,
      counted,
    });
    expect([opened.status, opened.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('a basket needs an id of its own and money that fits', async () => {
    const desk = await CounterDesk.at(app);
    await desk.open();
    const basket = { id: randomUUID(), water: [], sales: [PULSA], cash_given: 50_000 };
    const refused = async (change: object) => {
      const answer = await desk.caller.post<DeskProblem>('/counter/baskets', { ...basket, ...change });
      return [answer.status, answer.body.errors?.[0]?.pointer];
    };
    expect(await refused({ id: 'satu' })).toEqual([400, '/id']);
    expect(await refused({ cash_given: 2 ** 53 })).toEqual([400, '/cash_given']);
    expect(await refused({ cash_given: '50000' })).toEqual([400, '/cash_given']);
    expect(await refused({ sales: Array.from({ length: 21 }, () => PULSA) })).toEqual([400, '/sales']);
    expect(await refused({ sales: ['PULSA'] })).toEqual([400, '/sales']);
    expect(await refused({ water: [{ customer_number: '1', bill_numbers: [], amount: 0 }] })).toEqual([
      400,
      expect.stringMatching(/^\/water\/0\//),
    ]);
    const bills = (bill_numbers: unknown, customer_number = '010203000046') =>
      refused({ sales: [], water: [{ customer_number, bill_numbers, amount: 50_000 }] });
    for (const wrong of [['1-2'], [{}], [1], ['0102030000462025']])
      expect(await bills(wrong)).toEqual([400, '/water/0/bill_numbers']);
    // A number of the system before is looked up at the counter, and sold under the one it has now.
    expect(await bills(['010203000046202512'], 'PDAM-777')).toEqual([404, undefined]);
    expect((await desk.caller.get(`/counter/baskets/${randomUUID()}`)).status).toBe(404);
    expect((await desk.caller.get('/counter/baskets/satu')).status).toBe(404);
    for (const name of ['admin', 'manajer', 'petugas', 'it'] as const)
      expect((await (await app.as(name)).post('/counter/baskets', basket)).status).toBe(403);
  });
});

describe('QRIS at the counter', () => {
  it('is money of the bank: listed by the shift, not in the drawer', async () => {
    const snap = new SnapBank();
    await snap.start();
    const bank = await app.make.bank();
    await snap.connect(app, bank);
    app.get(BankDirectory).forget();
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const customer = await owing();
    const banks = await desk.caller.get<{ data: { code: string }[] }>('/counter/qris-banks');
    expect(banks.body.data.map(({ code }) => code)).toContain(bank.code);
    const begun = await desk.caller.post<PublicCheckoutDto>('/counter/checkouts', {
      customer_number: customer.customer_number,
      bank_code: bank.code,
    });
    expect([begun.status, begun.body.status]).toEqual([201, 'PENDING']);
    expect(begun.body.qr_payload).not.toBeNull();
    const { id: checkoutId } = await app.database.one<{ id: number }>(
      'SELECT id::int FROM niat_bayar WHERE token = $1',
      [begun.body.intent_token],
    );
    await app.get(ReceiveMoney).receive({
      bank: { id: bank.id, code: bank.code, adminFee: rupiah(2_500) },
      bankReference: 'QR-DI-LOKET',
      amount: begun.body.amount,
      channel: 'QRIS',
      paidAt: { text: app.clock.text(app.clock.now()), epoch: app.clock.now(), plausible: true },
      target: { kind: 'CHECKOUT', checkoutId },
    });
    const paid = await desk.caller.get<PublicCheckoutDto>(`/counter/checkouts/${begun.body.intent_token}`);
    expect(paid.body.status).toBe('PAID');
    const shift = await desk.shift(id);
    expect(shift.body.entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['NON_CASH', begun.body.amount],
    ]);
    expect(await books(desk.drawerId)).toBe(500_000);
    await snap.stop();
  });
});

describe('a basket', () => {
  it('of two customers and two services has one change; repeated it sells nothing', async () => {
    const desk = await CounterDesk.at(app);
    await desk.open();
    const [one, two] = [await owing(10), await owing(15)];
    const water = [await desk.water(one.customer_number), await desk.water(two.customer_number)];
    const basket = { id: randomUUID(), water, sales: [TOKEN, PULSA], cash_given: 500_000 };
    const [first, second] = await Promise.all([desk.sell(basket), desk.sell(basket)]);
    const answers = [first, second]
      .map(({ status, body }) => [status, status < 300 ? body.status : body.code])
      .sort();
    // The second Enter reads the same, or is told to wait for the first.
    expect([
      [
        [200, 'DONE'],
        [201, 'DONE'],
      ],
      [
        [201, 'DONE'],
        [409, 'counter.basket_in_progress'],
      ],
    ]).toContainEqual(answers);
    const again = await desk.sell(basket);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    expect(again.text).toBe((first.status === 201 ? first : second).text);
    expect((await desk.caller.get(`/counter/baskets/${basket.id}`)).text).toBe(again.text);
    const due = water.reduce((sum, { amount }) => sum + amount, 0) + 11_500 + 41_000;
    expect(again.body).toMatchObject({ taken: due, change: 500_000 - due });
    expect(again.body.sales.map(({ status }) => status)).toEqual(['SUCCESS', 'SUCCESS']);
    expect(again.body.sales[0]?.code).toMatch(/^(\d{4}-){4}\d{4}$/);
    expect(await books(desk.drawerId)).toBe(500_000 + due);
    const other = await desk.sell({ ...basket, cash_given: 600_000 });
    expect([other.status, other.body.code]).toEqual([422, 'payment.reference_reused']);
  });

  it('that the cash does not cover sells nothing and says what it costs', async () => {
    const desk = await CounterDesk.at(app);
    await desk.open();
    const line = await desk.water((await owing()).customer_number);
    const short = await desk.sell({ water: [line], sales: [PULSA], cash_given: line.amount + 40_999 });
    expect([short.status, short.body.code, short.body.total]).toEqual([
      422,
      'counter.cash_short',
      line.amount + 41_000,
    ]);
    expect(await books(desk.drawerId)).toBe(500_000);
  });

  it('is posted whole or not at all, and the refusal names its line', async () => {
    const desk = await CounterDesk.at(app);
    await desk.open();
    const [one, two] = [await owing(), await owing()];
    const water = [await desk.water(one.customer_number), await desk.water(two.customer_number)];
    await desk.sell({ water: water.slice(1), cash_given: 500_000 });
    const before = await books(desk.drawerId);
    const refused = await desk.sell({ water, cash_given: 500_000 });
    expect([refused.status, refused.body.code, refused.body.line]).toEqual([409, 'bill.already_paid', 1]);
    expect(await books(desk.drawerId)).toBe(before);
    const cheaper = { ...(water[0] ?? {}), amount: 1 };
    expect((await desk.sell({ water: [cheaper], cash_given: 500_000 })).body.code).toBe(
      'payment.amount_mismatch',
    );
    expect(
      (await desk.sell({ water: [water[0] ?? {}, water[0] ?? {}], cash_given: 500_000 })).body,
    ).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/water/1/customer_number', code: 'isUnique' }],
    });
    expect((await desk.sell({ cash_given: 1 })).body.errors?.[0]?.code).toBe('isEmpty');
    const line = await desk.sell({
      water: [water[0] ?? {}],
      sales: [{ ...PULSA, nominal: 1 }],
      cash_given: 500_000,
    });
    expect(line.body).toMatchObject({ code: 'ppob.not_offered', sale_line: 0 });
  });

  it('that broke off goes on where it stopped, in its own shift, and sells nothing twice', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const line = await desk.water((await owing()).customer_number);
    const basket = { id: randomUUID(), water: [line], sales: [TOKEN, PULSA], cash_given: 500_000 };
    const broken = jest.spyOn(app.get(SellForOthers), 'sell').mockRejectedValueOnce(new Error('power cut'));
    const cut = await desk.sell(basket);
    broken.mockRestore();
    expect(cut.status).toBe(500);
    const standing = await desk.caller.get<DeskBasket>(`/counter/baskets/${basket.id}`);
    expect(standing.body).toMatchObject({ status: 'SELLING', change: null, sales: [] });
    expect(standing.body.water).toHaveLength(1);
    expect(await books(desk.drawerId)).toBe(500_000 + line.amount);
    // Nobody came back to it: people are told, once, what lies in the drawer for it.
    const abandoned = () =>
      app.database.query(
        "SELECT status, amount::int, detail ->> 'lines_sold' AS lines_sold FROM kasus WHERE source_key = $1",
        [`shift_kas:${String(id)}:${basket.id}`],
      );
    await app.get(WatchBaskets).tend();
    expect(await abandoned()).toEqual([]);
    app.clock.advance(11 * 60_000);
    await app.get(WatchBaskets).tend();
    await app.get(WatchBaskets).tend();
    expect(await abandoned()).toEqual([{ status: 'OPEN', amount: 500_000 - line.amount, lines_sold: '0' }]);
    const again = await desk.sell(basket);
    expect([again.status, again.body.status]).toEqual([200, 'DONE']);
    expect(await abandoned()).toMatchObject([{ status: 'RESOLVED' }]);
    expect(again.body.sales.map(({ status }) => status)).toEqual(['SUCCESS', 'SUCCESS']);
    expect(again.body.change).toBe(500_000 - line.amount - 52_500);
    expect((await desk.sell(basket)).text).toBe(again.text);
    // Repeated when its shift is over it is what it was; what was not sold by then is not sold any more.
    const late = { id: randomUUID(), water: [], sales: [PULSA], cash_given: 50_000 };
    const stopped = jest.spyOn(app.get(SellForOthers), 'sell').mockRejectedValueOnce(new Error('power cut'));
    await desk.sell(late);
    stopped.mockRestore();
    await desk.close(id, await books(desk.drawerId));
    expect((await desk.sell(basket)).text).toBe(again.text);
    const refused = await desk.sell(late);
    expect(refused.body).toMatchObject({ status: 'DONE', taken: 0, change: 50_000 });
    expect(refused.body.sales.map(({ status, refused: why }) => [status, why])).toEqual([
      ['REFUSED', 'counter.shift_not_open'],
    ]);
  });

  it('hands back what fails while the customer is here', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    await supplier.fault('failure');
    const sold = await desk.sell({ sales: [PULSA, TOKEN], cash_given: 100_000 });
    expect(sold.body.sales.map(({ status }) => status)).toEqual(['REFUNDED', 'SUCCESS']);
    expect([sold.body.taken, sold.body.change]).toEqual([11_500, 88_500]);
    expect(await books(desk.drawerId)).toBe(511_500);
    const closed = await desk.close(id, 511_500);
    expect(closed.body).toMatchObject({ difference: 0, cash: { sold: 52_500, handed_back: 41_000 } });
  });

  it('keeps what fails later until the customer comes back', async () => {
    const desk = await CounterDesk.at(app);
    await desk.open();
    await supplier.fault('late-failure');
    const sold = await desk.sell({ sales: [PULSA], cash_given: 41_000 });
    expect([sold.body.status, sold.body.sales[0]?.status, sold.body.change]).toEqual(['DONE', 'PENDING', 0]);
    const saleId = sold.body.sales[0]?.sale_id ?? 0;
    const state = () =>
      app.database.one<{ status: string; cases: number }>(
        `SELECT status, (SELECT count(*)::int FROM kasus WHERE source_key = 'transactions:' || $1::bigint AND status = 'OPEN') AS cases
         FROM transactions WHERE id = $1`,
        [saleId],
      );
    // The supplier's own clock is a real one: it fails a tenth of a second later, however fast we ask.
    const failed = await eventually(
      async () => {
        app.clock.advance(60_000);
        await app.get(KeepSales).tend();
        return state();
      },
      ({ status }) => status === 'FAILED',
    );
    expect(failed).toEqual({ status: 'FAILED', cases: 1 });
    // Hours later by the clock: the session was renewed meanwhile.
    const cashier = await app.as('kasir');
    expect(await books(desk.drawerId)).toBe(541_000);
    const other = await CounterDesk.at(app, 'kasir2');
    await other.open();
    const path = `/counter/sales/${String(saleId)}/hand-back`;
    expect((await other.caller.post(path)).status).toBe(404);
    const back = await cashier.post<{ amount: number }>(path);
    expect([back.status, back.body.amount]).toEqual([200, 41_000]);
    expect((await cashier.post<DeskProblem>(path)).body.code).toBe('counter.sale_not_failed');
    expect(await state()).toEqual({ status: 'REFUNDED', cases: 0 });
    expect(await books(desk.drawerId)).toBe(500_000);
    // What was answered at the counter stays what was answered.
    expect((await cashier.get(`/counter/baskets/${sold.body.id}`)).text).toBe(sold.text);
  });

  it('tells that cash is to be handed back, also when the case of the long wait had been closed', async () => {
    const desk = await CounterDesk.at(app);
    await desk.open();
    await supplier.fault('pending');
    const sold = await desk.sell({ sales: [PULSA], cash_given: 41_000 });
    const saleId = sold.body.sales[0]?.sale_id ?? 0;
    const theCase = () =>
      app.database.one<{ id: number; kind: string; status: string }>(
        'SELECT id::int, kind, status FROM kasus WHERE source_key = $1',
        [`transactions:${String(saleId)}`],
      );
    app.clock.advance(31 * 60_000);
    await app.get(KeepSales).tend();
    const { id } = await theCase();
    const close = async () =>
      (await app.as('admin')).post<DeskProblem>(`/cases/${String(id)}/resolution`, {
        resolution: 'CLOSE',
        note: 'sudah ditelepon',
      });
    expect((await close()).status).toBe(200);
    // A person has looked at it: the wait that goes on is no news for a day.
    app.clock.advance(16 * 60_000);
    await app.get(KeepSales).tend();
    expect(await theCase()).toEqual({ id, kind: 'SALE_UNSETTLED', status: 'RESOLVED' });

    const hear = (word: 'FAILED' | 'PENDING', message: string) =>
      app.get(SettleSale).settle(saleId, { word, message, serial: null, cost: null });
    expect(await hear('FAILED', 'Nomor salah')).toBe('FAILED');
    const told = { id, kind: 'SALE_NOT_HANDED_BACK', status: 'OPEN' };
    expect(await theCase()).toEqual(told);
    // An answer that was overtaken says nothing any more.
    await hear('PENDING', 'Transaksi Pending');
    expect(
      await app.database.one('SELECT status, message, next_check_at FROM transactions WHERE id = $1', [
        saleId,
      ]),
    ).toEqual({ status: 'FAILED', message: 'Nomor salah', next_check_at: null });
    // It ends when the cash is handed back, and by nobody's word.
    expect((await close()).status).toBe(400);
    expect(await theCase()).toEqual(told);
    const trail = await app.database.query<{ action: string; before: object | null; after: object }>(
      "SELECT action, before, after FROM log_aktivitas WHERE entity_type = 'kasus' AND entity_id = $1 ORDER BY id",
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['case.opened', 'case.resolved', 'case.opened']);
    expect(trail[2]?.before).toMatchObject({ kind: 'SALE_UNSETTLED', note: 'sudah ditelepon' });
    const cashier = await app.as('kasir');
    expect((await cashier.post(`/counter/sales/${String(saleId)}/hand-back`)).status).toBe(200);
    expect(await theCase()).toMatchObject({ status: 'RESOLVED' });
  });

  it('pays a bill of ours that was ordered as PDAM', async () => {
    const desk = await CounterDesk.at(app);
    await desk.open();
    const customer = await owing();
    const { amount } = await desk.water(customer.customer_number);
    const order = {
      customer_name: 'Rina',
      no_pelanggan: customer.customer_number,
      periode: '11-2025',
      service_code: 'PDAM',
    };
    const sold = await desk.sell({ sales: [order], cash_given: 1_000_000 });
    expect(sold.body).toMatchObject({ taken: amount + 3_000, sales: [{ status: 'SUCCESS' }] });
    expect(await books(desk.drawerId)).toBe(500_000 + amount + 3_000);
  });
});

describe('a wrong sale', () => {
  it('gives no cash out of the shift of whoever took the drawer over meanwhile', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const customer = await owing();
    const line = await desk.water(customer.customer_number);
    const sold = await desk.sell({ water: [line], cash_given: line.amount });
    const { cashier_id: cashierId } = await app.database.one<{ cashier_id: number }>(
      'SELECT cashier_id FROM shift_kas WHERE id = $1',
      [id],
    );
    await desk.close(id, 500_000 + line.amount);
    expect((await desk.open(500_000 + line.amount)).status).toBe(201);
    const taken = app
      .get(Database)
      .transaction((tx) =>
        app
          .get(ReversePayment)
          .reverse(tx, sold.body.water[0]?.payment_id ?? 0, 'salah ketik', null, { id, cashierId }),
      );
    await expect(taken).rejects.toMatchObject({ code: 'counter.shift_not_open' });
    expect(await books(desk.drawerId)).toBe(500_000 + line.amount);
  });

  it('is taken back in its shift by a second person who signs at the counter', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const customer = await owing();
    const line = await desk.water(customer.customer_number);
    const sold = await desk.sell({ water: [line], cash_given: line.amount });
    const path = `/counter/payments/${String(sold.body.water[0]?.payment_id)}/reversal`;
    const reason = 'Nomor pelanggan salah ketik';
    const by = (username: string, password = STAFF_PASSWORD) =>
      desk.caller.post<DeskProblem & { amount: number; agreed_by: string }>(path, {
        reason,
        supervisor: { username, password },
      });
    expect((await by('kasir2')).body.code).toBe('auth.second_person_refused');
    expect((await by('kasir')).body.code).toBe('approval.same_person');
    expect((await by('admin', 'bukan sandinya')).body.code).toBe('auth.second_person_refused');
    const reversed = await by('admin');
    expect([reversed.status, reversed.body.amount, reversed.body.agreed_by]).toEqual([
      200,
      line.amount,
      'Andi Pratama',
    ]);
    expect((await by('admin')).body.code).toBe('payment.not_reversible');
    expect(await books(desk.drawerId)).toBe(500_000);
    expect((await desk.water(customer.customer_number)).amount).toBe(line.amount);
    const closed = await desk.close(id, 500_000);
    expect(closed.body.cash).toMatchObject({ collected: line.amount, reversed: line.amount });
    expect(closed.body.entries.map(({ kind, undone }) => [kind, undone])).toEqual(
      expect.arrayContaining([
        ['REVERSAL', false],
        ['WATER', true],
      ]),
    );
  });

  it('is a case of the office once its shift is over, closed by the reversal the manager agrees to', async () => {
    const desk = await CounterDesk.at(app);
    const { id } = (await desk.open()).body;
    const line = await desk.water((await owing()).customer_number);
    const sold = await desk.sell({ water: [line], cash_given: line.amount });
    const paymentId = String(sold.body.water[0]?.payment_id);
    await desk.close(id, 500_000 + line.amount);
    await desk.open(500_000 + line.amount);
    const late = await desk.caller.post<DeskProblem>(`/counter/payments/${paymentId}/reversal`, {
      reason: 'Nomor pelanggan salah ketik',
      supervisor: { username: 'admin', password: STAFF_PASSWORD },
    });
    expect(late.body.code).toBe('counter.reversal_closed');
    const told = await desk.caller.post<{ case_id: number }>(`/counter/payments/${paymentId}/case`, {
      reason: 'Nomor pelanggan salah ketik',
    });
    expect(told.status).toBe(200);
    const asked = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/payments/${paymentId}/reversal-requests`, {
      reason: 'Salah pelanggan di loket, lihat kasus',
    });
    const decided = await (
      await app.as('manajer')
    ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
    expect(decided.status).toBe(200);
    expect(await books(desk.drawerId)).toBe(500_000);
    expect(
      await app.database.one('SELECT status, resolution FROM kasus WHERE id = $1', [told.body.case_id]),
    ).toEqual({ status: 'RESOLVED', resolution: 'payment.reversed' });
  });
});

describe('who stands at the counter', () => {
  it('is found by number, bill, meter and name', async () => {
    const desk = await CounterDesk.at(app);
    await desk.open();
    const customer = await app.make.customer({ name: 'Zulkifli Hasanuddin' });
    const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 9 });
    await app.database.query('INSERT INTO pelanggan_alias (customer_id, alias) VALUES ($1, $2)', [
      customer.id,
      'PDAM998877',
    ]);
    const find = async (q: string) =>
      (
        await desk.caller.get<{ data: { customer_number: string; open_bills: number }[]; exact: boolean }>(
          `/counter/customers?q=${encodeURIComponent(q)}`,
        )
      ).body;
    const found = { customer_number: customer.customer_number, open_bills: 1 };
    for (const q of [
      customer.customer_number.replace(/(.{4})/g, '$1 '),
      'pdam998877',
      bill.bill_number,
      `MTR-${customer.customer_number}`,
    ])
      expect([q, await find(q)]).toMatchObject([q, { exact: true, data: [found] }]);
    expect(await find('zulkif')).toMatchObject({ exact: false, data: [found] });
    // A bill that was cancelled and issued anew has the number twice.
    const asked = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/bills/${String(bill.id)}/corrections`, {
      current_stand: 21,
      reason: 'Angka stan salah ketik',
    });
    const decision = `/approvals/${String(asked.body.approval_id)}/decision`;
    expect((await (await app.as('manajer')).post(decision, { decision: 'APPROVE' })).status).toBe(200);
    expect(await find(bill.bill_number)).toMatchObject({ exact: true, data: [found] });
    expect(await find('tidak ada orang ini')).toEqual({ exact: false, data: [] });
  });
});
