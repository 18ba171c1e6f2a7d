import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { testApp, type TestBank } from '../support';
import { codeOf, partnerFile, StatementDesk } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

/* What was asked for waits for a second person; what it is about does not. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const DAYS = ['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07'] as const;
let bank: TestBank;

interface Paid {
  readonly reference: string;
  readonly customer: string;
  readonly amount: number;
}

async function owing(): Promise<{ customer: string; amount: number }> {
  const customer = await app.make.customer();
  const { principal } = await app.make.issuedBill({ customer, period: '2026-04', usage: 25 });
  return { customer: customer.customer_number, amount: principal };
}

/** The bank's own call. */
async function call(reference: string, customer: string) {
  const { inquiry_id, total_amount: amount } = (await bank.client().verify({ customer_number: customer }))
    .body as { inquiry_id: string; total_amount: number };
  const paid = await bank.client().process({
    bank_reference: reference,
    inquiry_id,
    amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
}

async function pay(reference: string): Promise<Paid> {
  const owed = await owing();
  await call(reference, owed.customer);
  return { reference, ...owed };
}

const row = ({ reference, customer, amount }: Paid, date: string) => ({
  date,
  reference,
  customer,
  nominal: amount,
});

const run = async (dayId: number) => {
  expect((await (await app.as('admin')).post(`/reconciliation/days/${String(dayId)}/run`)).status).toBe(200);
};

async function refuse(approvalId: number): Promise<void> {
  const answer = await (
    await app.as('manajer')
  ).post(`/approvals/${String(approvalId)}/decision`, { decision: 'REJECT', note: 'Sudah tidak sesuai' });
  expect(answer.status).toBe(200);
}

const paymentsOf = (customer: string) =>
  app.database.query<{ id: number; bank_reference: string }>(
    `SELECT p.id::int, p.bank_reference FROM pembayaran p JOIN pelanggan c ON c.id = p.customer_id WHERE c.customer_number = $1
     ORDER BY p.id`,
    [customer],
  );

beforeAll(async () => {
  app.clock.set(`${DAYS[0]}T09:00:00+08:00`);
  bank = await app.make.bank({ code: 'TUNGGU', adminFee: 0 });
  await desk.begin(bank.id, DAYS[0]);
});

describe('money the file has and our books do not', () => {
  it('is not posted a second time when the bank’s own call came meanwhile', async () => {
    const [own, late] = [await pay('TG-1'), await owing()];
    app.clock.set(`${DAYS[1]}T08:00:00+08:00`);
    const found = { ...late, reference: 'TG-2' };
    const day = await desk.stored(bank.id, DAYS[0], sultraFile([row(own, DAYS[0]), row(found, DAYS[0])]));
    const item = (await desk.items(day, '&type=AT_BANK_NOT_HERE'))[0];
    const asked = await desk.ask(item?.id, 'POST_PAYMENT');
    expect(asked.status).toBe(202);
    // Half an hour later the bank tells us after all.
    await call('TG-2', late.customer);
    // A run leaves what waits as it is.
    await run(day);
    expect(codeOf(await desk.decide(asked.body.approval_id))).toBe('reconciliation.item_outdated');
    expect(await paymentsOf(late.customer)).toMatchObject([{ bank_reference: 'TG-2' }]);
    await refuse(asked.body.approval_id);
    expect(codeOf(await desk.ask(item?.id, 'SUSPENSE'))).toBe('reconciliation.item_outdated');
    await run(day);
    expect(await desk.told(day)).toEqual(['TG-1 MATCHED', 'TG-2 NEXT_BUSINESS_DAY']);
    await desk.settle((await desk.items(day, '&type=NEXT_BUSINESS_DAY'))[0]?.id, 'ACCEPT');
    await desk.closed(day);
    expect(await app.violations()).toEqual([]);
  });

  it('is not posted for a line that a corrected file has no more, and may be in one that has it', async () => {
    const [own, mistaken, kept] = [await pay('TG-3'), await owing(), await owing()];
    app.clock.set(`${DAYS[2]}T08:00:00+08:00`);
    const [gone, stays] = [
      { ...mistaken, reference: 'TG-4' },
      { ...kept, reference: 'TG-5' },
    ];
    const rows = [own, gone, stays].map((paid) => row(paid, DAYS[1]));
    const day = await desk.stored(bank.id, DAYS[1], sultraFile(rows));
    const ask = async (reference: string) => {
      const item = (await desk.items(day, '&type=AT_BANK_NOT_HERE')).find(
        (one) => one.reference === reference,
      );
      return (await desk.ask(item?.id, 'POST_PAYMENT')).body.approval_id;
    };
    const [forGone, forStays] = [await ask('TG-4'), await ask('TG-5')];
    await desk.stored(bank.id, DAYS[1], sultraFile(rows.filter(({ reference }) => reference !== 'TG-4')));
    expect(await desk.told(day)).toEqual(['TG-3 MATCHED', 'TG-5 AT_BANK_NOT_HERE']);
    expect(codeOf(await desk.decide(forGone))).toBe('reconciliation.item_not_found');
    expect(await paymentsOf(mistaken.customer)).toEqual([]);
    await refuse(forGone);
    await desk.approve(forStays);
    expect(await paymentsOf(kept.customer)).toMatchObject([{ bank_reference: 'TG-5' }]);
    await desk.closed(day);
    expect(await app.violations()).toEqual([]);
  });
});

it('a payment with a request of its own is not assigned away, and what is safe is found behind what is not', async () => {
  const [one, two] = [await pay('TG-6'), await pay('TG-7')];
  expect(one.amount).toBe(two.amount);
  app.clock.set(`${DAYS[3]}T08:00:00+08:00`);
  // A line without a name that may be either.
  const nameless = { ...row(one, DAYS[2]), reference: '', customer: '' };
  const day = await desk.stored(bank.id, DAYS[2], sultraFile([nameless]));
  const items = await desk.items(day, '&type=SEVERAL_CANDIDATES');
  const line = items.find(({ bank_amount: amount }) => amount > 0);
  const member = items.find(({ reference }) => reference === 'TG-6');
  const [payment] = await paymentsOf(one.customer);
  const carried = await desk.ask(member?.id, 'CARRY');
  const assigned = await desk.ask(line?.id, 'ASSIGN', { payment_ids: [payment?.id] });
  expect(codeOf(await desk.decide(assigned.body.approval_id))).toBe('request.invalid');
  await desk.approve(carried.body.approval_id);
  await refuse(assigned.body.approval_id);
  await run(day);
  // The one that is left is the only one it can be.
  expect((await desk.items(day, '&state=MATCHED')).map(({ reference }) => reference)).toEqual(['TG-7']);

  await app.database.query(
    `INSERT INTO rekonsiliasi_detail (reconciliation_id, type, basis, state, line_id, our_amount, bank_amount)
     SELECT $1, 'NEXT_BUSINESS_DAY', 'NONE', 'OPEN', CASE n WHEN 501 THEN 999999999 END, 1000, CASE n WHEN 501 THEN 1000 ELSE 0 END
     FROM generate_series(1, 501) n`,
    [day],
  );
  const preview = await (
    await app.as('admin')
  ).post(`/reconciliation/days/${String(day)}/adjustments`, {
    type: 'NEXT_BUSINESS_DAY',
    action: 'ACCEPT',
    reason: 'Beda jam tutup buku',
    preview: true,
  });
  expect(preview.body).toMatchObject({ count: 1, bank_amount: 1_000 });
  await run(day);
  await desk.closed(day);
  expect(await app.violations()).toEqual([]);
});

it('a claim is not paid by two days at once', async () => {
  const other = await app.make.bank({ code: 'GANDA', adminFee: 0 });
  bank = other;
  app.clock.set('2026-05-11T09:00:00+08:00');
  await desk.begin(other.id, '2026-05-11');
  const short = await pay('GD-1');
  app.clock.set('2026-05-14T08:00:00+08:00');
  const days = ['2026-05-11', '2026-05-12', '2026-05-13'] as const;
  const claimed = await desk.stored(
    other.id,
    days[0],
    sultraFile([{ ...row(short, days[0]), nominal: short.amount - 900 }]),
  );
  const claim = (await desk.items(claimed, '&type=AMOUNT_DIFFERS'))[0];
  await desk.settle(claim?.id, 'CLAIM');
  const asked: number[] = [];
  for (const date of days.slice(1)) {
    const payment = { date, reference: `GANTI-${date}`, customer: '', nominal: 900 };
    const day = await desk.stored(other.id, date, sultraFile([payment]));
    const item = (await desk.items(day))[0];
    asked.push((await desk.ask(item?.id, 'SETTLE_CLAIM', { claim_id: claim?.id })).body.approval_id);
  }
  // Both have begun before either can go on: whoever is second waits for the claim itself.
  const keeper = new Client({ connectionString: app.database.superUrl });
  await keeper.connect();
  try {
    await keeper.query('BEGIN');
    await keeper.query(
      `SELECT 1 FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id WHERE d.id = $1 FOR UPDATE`,
      [claim?.id],
    );
    const both = asked.map((id) => desk.decide(id));
    for (;;) {
      const { rows } = await keeper.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows[0]?.n === 2) break;
      await setTimeout(20);
    }
    await keeper.query('COMMIT');
    const codes = (await Promise.all(both)).map((answer) => codeOf(answer) ?? answer.status);
    expect(codes.sort()).toEqual([200, 'request.invalid']);
  } finally {
    await keeper.end();
  }
  const paid = await app.database.one(
    'SELECT sum(claim_settled)::int AS settled FROM rekonsiliasi_detail WHERE claim_id = $1',
    [claim?.id],
  );
  expect(paid).toEqual({ settled: 900 });
  expect(await app.violations()).toEqual([]);
});

it('what was left to the next day and by that to another is not taken back on the first', async () => {
  const partner = await app.make.partner(10_000_000);
  const days = ['2026-05-18', '2026-05-19'] as const;
  app.clock.set(`${days[0]}T09:00:00+08:00`);
  await desk.begin(partner.id, days[0]);
  app.clock.set('2026-05-20T08:00:00+08:00');
  const ids: (number | undefined)[] = [];
  for (const date of days) {
    const rows = [[`OWN-${date}`, 41_000]] as const;
    const day = await desk.stored(partner.id, date, partnerFile(partner.code, date, rows));
    const first = (await desk.items(day)).find(({ reference }) => reference === `OWN-${days[0]}`);
    ids.push(first?.id);
    await desk.settle(first?.id, 'CARRY');
  }
  const withdraw = async (id: number | undefined) =>
    (await app.as('admin')).post<{ approval_id: number }>(`/reconciliation/items/${String(id)}/withdrawal`, {
      reason: 'Tidak jadi dibawa ke besok',
    });
  expect(codeOf(await withdraw(ids[0]))).toBe('reconciliation.decision_stands');
  await desk.approve((await withdraw(ids[1])).body.approval_id);
  // The later one is open again, and has the line: the earlier still stands.
  expect(codeOf(await withdraw(ids[0]))).toBe('reconciliation.decision_stands');
  expect(await app.violations()).toEqual([]);
});
