import { rupiah } from '@tirtapay/domain';
import { Client } from 'pg';
import { ReceiveMoney, UseCredit } from '../../src/modules/money/payment';
import { eventually, testApp, type TestBank, type TestCustomer } from '../support';

const app = testApp();
let bank: TestBank;

interface Case {
  id: number;
  kind: string;
  status: string;
  amount: number;
  remaining: number;
  possible: string[];
  pending: { approval_id: number; resolution: string; amount: number; made_by: string } | null;
  resolution: string | null;
  resolved_by: string | null;
  note: string | null;
  source: { kind: string; id: number } | null;
  movements: { amount: number; reason: string; receipt_number: string | null }[];
}

beforeAll(async () => {
  await app.make.penaltyPolicy();
  bank = await app.make.bank({ code: 'SULTRA' });
});

const BILL = 70_000;
const FEE = 2_500;
const note = 'sudah dicocokkan dengan mutasi bank';

async function owing(periods: readonly string[]): Promise<TestCustomer> {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage: 25 });
  return customer;
}

let references = 0;

/** Money that matches nothing: `amount` reaches the utility and is held. */
async function held(customer: TestCustomer | null, amount: number): Promise<number> {
  const now = app.clock.now();
  const bankReference = `HELD/${String((references += 1))}`;
  await app.get(ReceiveMoney).receive({
    bank: { id: bank.id, code: bank.code, adminFee: rupiah(FEE) },
    bankReference,
    amount: amount + FEE,
    channel: 'VA',
    paidAt: { text: app.clock.text(now), epoch: now, plausible: true },
    target:
      customer === null
        ? { kind: 'UNKNOWN', detail: { number: '1' } }
        : { kind: 'CUSTOMER', customerNumber: customer.customer_number },
  });
  const { id } = await app.database.one<{ id: number }>(
    'SELECT c.id::int FROM kasus c JOIN pembayaran p ON p.id = c.payment_id WHERE p.bank_reference = $1',
    [bankReference],
  );
  return id;
}

const read = async (id: number) => (await (await app.as('admin')).get<Case>(`/cases/${String(id)}`)).body;
const ask = async (id: number, resolution: string) =>
  (await app.as('admin')).post<Case & { code?: string }>(`/cases/${String(id)}/resolution`, {
    resolution,
    note,
  });
const approve = async (approvalId: number, decision = 'APPROVE') =>
  (await app.as('manajer')).post<{ code?: string; status: string }>(
    `/approvals/${String(approvalId)}/decision`,
    { decision, note },
  );

/** What the office decides, with the second person where money goes back. */
async function decide(id: number, resolution: string) {
  const asked = await ask(id, resolution);
  const approval = asked.body.pending;
  if (asked.status !== 200 || approval === null) return asked;
  expect((await approve(approval.approval_id)).status).toBe(200);
  return (await app.as('admin')).get<Case & { code?: string }>(`/cases/${String(id)}`);
}
const creditOf = async (customer: TestCustomer) =>
  (
    await app.database.one<{ balance: number }>(
      'SELECT coalesce(sum(amount), 0)::int AS balance FROM saldo_pelanggan WHERE customer_id = $1',
      [customer.id],
    )
  ).balance;
const openBills = (customer: TestCustomer) =>
  app.database.query<{ period: string }>(
    "SELECT period FROM tagihan WHERE customer_id = $1 AND state = 'ISSUED' ORDER BY 1",
    [customer.id],
  );

describe('who works on a case, until when', () => {
  interface Worked extends Case {
    code?: string;
    due_at: string | null;
    overdue: boolean;
    assigned_to: { id: number; name: string } | null;
  }
  const list = async (query: string) =>
    (await (await app.as('admin')).get<{ data: Worked[] }>(`/cases?${query}&page_size=100`)).body.data.map(
      ({ id }) => id,
    );

  it('comes in the order it is due, is given to somebody who may decide it, and is free again when it is over', async () => {
    const customer = await owing([]);
    const id = await held(customer, 12_000);
    const admin = await app.as('admin');
    const assign = (personId: number | null, to = id) =>
      admin.call('PUT', `/cases/${String(to)}/assignment`, { person_id: personId });
    const people = (await admin.get<{ id: number; name: string }[]>('/cases/people')).body;
    const [someone] = people;
    const { id: reader } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM pengguna WHERE username = 'petugas'",
    );
    expect(people.map((person) => person.id)).not.toContain(reader);
    expect((await assign(reader)).status).toBe(400);
    expect((await assign(someone?.id ?? 0)).status).toBe(200);
    expect(((await read(id)) as Worked).assigned_to).toEqual({ id: someone?.id, name: someone?.name });
    expect(await list(`status=OPEN&assigned_to=${String(someone?.id)}`)).toContain(id);
    expect(await list('status=OPEN&assigned=false')).not.toContain(id);
    // Held money waits a week.
    expect(await list('overdue=true')).not.toContain(id);
    const due = Date.parse(((await read(id)) as Worked).due_at ?? '');
    expect(Math.round((due - app.clock.now()) / 3_600_000)).toBe(7 * 24);
    await app.database.query("UPDATE kasus SET due_at = '2026-01-01' WHERE id = $1", [id]);
    expect(((await read(id)) as Worked).overdue).toBe(true);
    expect(await list('overdue=true')).toContain(id);
    expect((await list('status=OPEN'))[0]).toBe(id);
    expect((await assign(null)).status).toBe(200);
    expect((await decide(id, 'REFUND')).body.status).toBe('RESOLVED');
    expect(await read(id)).toMatchObject({ due_at: null, overdue: false, assigned_to: null });
    expect((await assign(someone?.id ?? 0)).status).toBe(409);
  });

  it('prints a paper of money that went back, and of none that stayed', async () => {
    const customer = await owing([]);
    const id = await held(customer, 15_000);
    const admin = await app.as('admin');
    const slip = () => admin.call('GET', `/cases/${String(id)}/slip`);
    expect((await slip()).status).toBe(404);
    expect((await decide(id, 'REFUND')).body.status).toBe('RESOLVED');
    const paper = await slip();
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(paper.text.startsWith('%PDF-')).toBe(true);
  });
});

describe('the list of cases', () => {
  it('is for the office, filters by status and customer, and says what may be decided', async () => {
    const customer = await owing(['2025-12']);
    const id = await held(customer, 10_000);
    const list = await (
      await app.as('admin')
    ).get<{ data: Case[]; meta: { total: number } }>(`/cases?status=OPEN&customer_id=${String(customer.id)}`);
    expect(list.body.meta.total).toBe(1);
    expect(list.body.data[0]).toMatchObject({
      id,
      kind: 'AMOUNT_DIFFERS',
      status: 'OPEN',
      amount: 10_000,
      remaining: 10_000,
      possible: ['APPLY', 'REFUND', 'RETURN'],
    });
    const { bank_reference: reference } = await app.database.one<{ bank_reference: string }>(
      "SELECT detail ->> 'bank_reference' AS bank_reference FROM kasus WHERE id = $1",
      [id],
    );
    const found = await (
      await app.as('admin')
    ).get<{ data: Case[] }>(`/cases?q=${encodeURIComponent(reference)}`);
    expect(found.body.data.map((row) => row.id)).toEqual([id]);
    expect((await (await app.as('manajer')).get(`/cases/${String(id)}`)).status).toBe(200);
    const manager = await (
      await app.as('manajer')
    ).post(`/cases/${String(id)}/resolution`, { resolution: 'REFUND', note });
    expect(manager.status).toBe(403);
    expect((await (await app.as('petugas')).get('/cases')).status).toBe(403);
    expect((await (await app.as('admin')).get('/cases/999999')).status).toBe(404);
  });
});

describe('APPLY', () => {
  it('pays the oldest bills the credit covers, with penalty, receipt and journal, and keeps the rest open', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const id = await held(customer, 100_000);
    const answer = await decide(id, 'APPLY');
    // November has become 10.000 dearer by being late
    expect(answer.body).toMatchObject({ status: 'OPEN', remaining: 20_000, resolution: null });
    expect(await openBills(customer)).toEqual([{ period: '2025-12' }]);
    expect(await creditOf(customer)).toBe(20_000);
    const applied = await app.database.one<{ id: number; token: string }>(
      `SELECT p.id::int, k.token FROM pembayaran p JOIN kwitansi k ON k.payment_id = p.id
       WHERE p.customer_id = $1 AND p.kind = 'CREDIT_APPLIED' AND p.amount = 80000 AND p.bank_reference IS NULL`,
      [customer.id],
    );
    const lines = await app.database.query(
      `SELECT l.account, sum(l.debit)::int AS debit, sum(l.credit)::int AS credit FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id
       WHERE j.entity_type = 'pembayaran' AND j.entity_id = $1 GROUP BY 1 ORDER BY 1`,
      [applied.id],
    );
    expect(lines).toEqual([
      { account: '1210', debit: 0, credit: 70_000 },
      { account: '1220', debit: 0, credit: 10_000 },
      { account: '2110', debit: 80_000, credit: 0 },
    ]);
    const receipt = await app.anyone.get<{ receipt_number: string; total_amount: number; bills: object[] }>(
      `/public/receipts/${applied.token}`,
    );
    expect(receipt.body).toMatchObject({
      total_amount: 80_000,
      held_amount: 0,
      credit_left: await creditOf(customer),
    });
    expect(receipt.body.bills).toHaveLength(1);
    // No bank is borrowed: neither its name, nor its series, nor its channel.
    expect(receipt.body).toMatchObject({
      channel: 'CREDIT',
      bank: { code: 'SALDO', name: 'Titipan pelanggan' },
    });
    expect(receipt.body.receipt_number).toMatch(/^SALDO-CREDIT-\d{8}-\d{6}$/);
    const refunded = (await decide(id, 'REFUND')).body;
    expect(refunded).toMatchObject({ status: 'RESOLVED', remaining: 0, source: { kind: 'PAYMENT' } });
    expect(refunded.movements.map(({ amount, reason }) => [amount, reason])).toEqual([
      [100_000, 'payment.held'],
      [-80_000, 'credit.applied'],
      [-20_000, 'case.refunded'],
    ]);
    expect(await creditOf(customer)).toBe(0);
  });

  it('adds up the credit of several cases and resolves those it empties', async () => {
    const customer = await owing(['2025-12']);
    const [first, second] = [await held(customer, 40_000), await held(customer, 45_000)];
    const answer = await decide(second, 'APPLY');
    expect(answer.body).toMatchObject({
      status: 'RESOLVED',
      resolution: 'APPLY',
      resolved_by: 'Andi Pratama',
      note,
    });
    expect(await read(first)).toMatchObject({ status: 'OPEN', remaining: 15_000 });
    expect(await openBills(customer)).toEqual([]);
  });

  it('refuses credit that covers no bill, and money that is nobody’s', async () => {
    const customer = await owing(['2025-12']);
    const little = await decide(await held(customer, 1_000), 'APPLY');
    expect([little.status, little.body.code]).toEqual([400, 'request.invalid']);
    const nobody = await decide(await held(null, 50_000), 'APPLY');
    expect([nobody.status, nobody.body.code]).toEqual([400, 'request.invalid']);
  });

  it('is decided once, however often it is clicked', async () => {
    const customer = await owing(['2025-12']);
    const id = await held(customer, BILL + 3_000);
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask(id, 'REFUND')));
    const [first] = asked.filter((answer) => answer.status === 200);
    expect(asked.filter((answer) => answer.body.code === 'approval.pending')).toHaveLength(7);
    const approval = first?.body.pending?.approval_id ?? 0;
    const decided = await Promise.all(Array.from({ length: 8 }, () => approve(approval)));
    expect(decided.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(await creditOf(customer)).toBe(0);
  });
});

describe('money that goes back', () => {
  it('is not taken back as a payment once it has paid a bill, whatever else the customer has as credit', async () => {
    const customer = await owing(['2025-12']);
    const used = await held(customer, BILL + 1_000);
    expect((await ask(used, 'APPLY')).body.remaining).toBe(1_000);
    await held(customer, 90_000);
    const { id } = await app.database.one<{ id: number }>(
      'SELECT payment_id::int AS id FROM kasus WHERE id = $1',
      [used],
    );
    const asked = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/payments/${String(id)}/reversal-requests`, { reason: note });
    expect((await approve(asked.body.approval_id)).body.code).toBe('payment.not_reversible');
    expect((await approve(asked.body.approval_id, 'REJECT')).status).toBe(200);
    expect(await creditOf(customer)).toBe(91_000);
  });

  it('Rp52.500 of credit stay where they are until a second person says so, and everybody sees them', async () => {
    const customer = await app.make.customer();
    const id = await held(customer, 52_500);
    const seen = async () => {
      const page = await app.anyone.post<{ credit: number }>('/public/inquiries', {
        customer_number: customer.customer_number,
      });
      const desk = await (
        await app.as('admin')
      ).get<{ balance: number; cases: { case_id: number; pending_approval_id: number | null }[] }>(
        `/customers/${String(customer.id)}/credit`,
      );
      return { page: page.body.credit, desk: desk.body };
    };
    expect(await seen()).toMatchObject({
      page: 52_500,
      desk: { balance: 52_500, cases: [{ case_id: id, pending_approval_id: null }] },
    });
    const asked = await ask(id, 'REFUND');
    expect(asked.body).toMatchObject({
      status: 'OPEN',
      remaining: 52_500,
      possible: [],
      pending: { resolution: 'REFUND', amount: 52_500, made_by: 'Andi Pratama' },
    });
    expect(await creditOf(customer)).toBe(52_500);
    const approval = asked.body.pending?.approval_id ?? 0;
    expect((await seen()).desk.cases[0]?.pending_approval_id).toBe(approval);
    for (const name of ['admin', 'admin2', 'it'] as const) {
      const wrong = await (
        await app.as(name)
      ).post(`/approvals/${String(approval)}/decision`, { decision: 'APPROVE' });
      expect(wrong.status).toBe(403);
    }
    expect(await creditOf(customer)).toBe(52_500);
    expect((await approve(approval)).status).toBe(200);
    expect(await read(id)).toMatchObject({ status: 'RESOLVED', resolution: 'REFUND', remaining: 0, note });
    expect(await seen()).toMatchObject({ page: 0, desk: { balance: 0, cases: [] } });
  });

  it('is used for nothing else while it waits, and is free again when it was refused', async () => {
    const customer = await owing(['2025-12']);
    const [promised, other] = [await held(customer, 60_000), await held(customer, 30_000)];
    const approval = (await ask(promised, 'RETURN')).body.pending?.approval_id ?? 0;
    expect((await ask(promised, 'APPLY')).body.code).toBe('approval.pending');
    expect((await ask(other, 'APPLY')).status).toBe(400);
    expect((await approve(approval, 'REJECT')).status).toBe(200);
    expect(await read(promised)).toMatchObject({ status: 'OPEN', pending: null, remaining: 60_000 });
    expect((await ask(other, 'APPLY')).status).toBe(200);
    expect(await creditOf(customer)).toBe(20_000);
  });

  it('is not paid out when the bank took its payment back meanwhile', async () => {
    const customer = await owing(['2025-12']);
    const id = await held(customer, 30_000);
    const approval = (await ask(id, 'REFUND')).body.pending?.approval_id ?? 0;
    const { bank_reference: reference } = await app.database.one<{ bank_reference: string }>(
      'SELECT p.bank_reference FROM kasus c JOIN pembayaran p ON p.id = c.payment_id WHERE c.id = $1',
      [id],
    );
    const reversal = await bank
      .client()
      .reversal({ bank_reference: reference, reversal_reference: `R/${reference}`, reason: 'salah kirim' });
    expect(reversal.status).toBe(200);
    const late = await approve(approval);
    expect(late.status).toBe(409);
    expect(await creditOf(customer)).toBe(0);
  });
});

describe('RETURN and CLOSE', () => {
  it('returns suspense to the bank it came from', async () => {
    const id = await held(null, 50_000);
    expect((await decide(id, 'REFUND')).status).toBe(400);
    expect((await decide(id, 'CLOSE')).status).toBe(400);
    expect((await decide(id, 'RETURN')).body).toMatchObject({
      status: 'RESOLVED',
      resolution: 'RETURN',
      remaining: 0,
    });
    const lines = await app.database.query(
      `SELECT l.account, l.debit::int, l.credit::int, l.collector_id::int AS bank_id FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id
       WHERE j.entity_type = 'kasus' AND j.entity_id = $1 ORDER BY 1`,
      [id],
    );
    expect(lines).toEqual([
      { account: '1110', debit: 0, credit: 50_000, bank_id: bank.id },
      { account: '2120', debit: 50_000, credit: 0, bank_id: bank.id },
    ]);
  });

  it.each(['credit', 'suspense'])(
    'leaves nothing for the bank to reverse once the %s has gone',
    async (kind) => {
      const customer = kind === 'credit' ? await owing(['2025-12']) : null;
      const id = await held(customer, 30_000);
      await decide(id, 'RETURN');
      const { bank_reference: reference } = await app.database.one<{ bank_reference: string }>(
        'SELECT p.bank_reference FROM kasus c JOIN pembayaran p ON p.id = c.payment_id WHERE c.id = $1',
        [id],
      );
      const reversal = await bank
        .client()
        .reversal({ bank_reference: reference, reversal_reference: `R/${reference}`, reason: 'salah kirim' });
      expect(reversal.status).toBe(409);
    },
  );

  it.each(['the decision', 'the bank'])(
    'lets suspense leave once when it is to be returned and the bank takes it back at the same moment, %s first',
    async (first) => {
      const id = await held(null, 30_000);
      const approval = (await ask(id, 'RETURN')).body.pending?.approval_id ?? 0;
      const { bank_reference: reference } = await app.database.one<{ bank_reference: string }>(
        'SELECT p.bank_reference FROM kasus c JOIN pembayaran p ON p.id = c.payment_id WHERE c.id = $1',
        [id],
      );
      const ways = {
        decision: () => approve(approval),
        bank: () =>
          bank.client().reversal({
            bank_reference: reference,
            reversal_reference: `RACE/${reference}`,
            reason: 'salah kirim',
          }),
      };
      // Both have looked before one of them has decided: the case is held until they stand in line behind it.
      const gate = new Client({ connectionString: app.database.superUrl });
      await gate.connect();
      await gate.query('BEGIN');
      await gate.query('SELECT FROM kasus WHERE id = $1 FOR UPDATE', [id]);
      const waiting = async (count: number) =>
        eventually(
          async () => {
            const { rows } = await gate.query<{ waiting: number }>(
              "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            );
            return rows[0]?.waiting ?? 0;
          },
          (now) => now >= count,
        );
      const order = first === 'the bank' ? (['bank', 'decision'] as const) : (['decision', 'bank'] as const);
      const begun: Promise<{ status: number }>[] = [];
      for (const [index, way] of order.entries()) {
        begun.push(ways[way]());
        await waiting(index + 1);
      }
      await gate.query('COMMIT');
      await gate.end();
      // Whoever has waited too long for the other is told to ask again.
      const answers = (await Promise.all(begun)).map(({ status }) => status);
      expect(answers.sort()).toEqual([200, 409]);
      const left = await app.database.one<{ journals: number }>(
        `SELECT count(*)::int AS journals FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id
         WHERE l.account = '2120' AND l.debit = 30000 AND j.id > coalesce((SELECT max(x.id) FROM jurnal x JOIN pembayaran p
           ON x.entity_type = 'pembayaran' AND x.entity_id = p.id WHERE p.bank_reference = $1), 0)`,
        [reference],
      );
      expect(left.journals).toBe(1);
    },
  );
});

it('uses the credit of earlier days by itself, oldest bill first, and leaves today’s to whoever sent it', async () => {
  const customer = await owing(['2025-12', '2026-01']);
  const id = await held(customer, 80_000);
  const using = app.get(UseCredit);
  await using.useOlder();
  expect(await creditOf(customer)).toBe(80_000);
  app.clock.advance(86_400_000);
  await using.useOlder();
  expect(await openBills(customer)).toEqual([{ period: '2026-01' }]);
  expect(await read(id)).toMatchObject({ status: 'OPEN', remaining: await creditOf(customer) });
  // What is left covers no bill and waits.
  const left = await creditOf(customer);
  await using.useOlder();
  expect(await creditOf(customer)).toBe(left);
  app.clock.advance(-86_400_000);
});

it('uses nothing of a bank’s money of today beside that of earlier days', async () => {
  const customer = await owing(['2025-12', '2026-01']);
  await held(customer, 80_000);
  app.clock.advance(86_400_000);
  const today = await held(customer, 90_000);
  await app.get(UseCredit).useOlder();
  expect(await openBills(customer)).toEqual([{ period: '2026-01' }]);
  expect(await read(today)).toMatchObject({ status: 'OPEN', remaining: 90_000 });
  app.clock.advance(-86_400_000);
});
