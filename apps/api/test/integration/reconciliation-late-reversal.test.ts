import { Client } from 'pg';
import { eventually, testApp, type TestBank } from '../support';
import { codeOf, StatementDesk, type PaidByBank } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

/*
 * A day with a cutoff is over, put against its file and closed while the business day of its payments still runs: from then
 * on the bank takes none of them back by itself.
 */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const at = (date: string, time: string) => {
  app.clock.set(`${date}T${time}:00+08:00`);
};
let bank: TestBank;

const pay = (reference: string) => desk.payAtBank(bank, reference);

const reverse = (reference: string) =>
  bank.client().reversal({
    bank_reference: reference,
    reversal_reference: `BALIK-${reference}`,
    reason: 'Nasabah membatalkan',
  });

const file = (date: string, ...paid: readonly PaidByBank[]) =>
  sultraFile(paid.map(({ reference, customer, amount }) => ({ date, reference, customer, nominal: amount })));

/** Until so many sessions of the application wait for somebody's lock. */
const waitingForLocks = (count: number) =>
  eventually(
    async () =>
      (
        await app.database.one<{ count: number }>(
          `SELECT count(DISTINCT l.pid)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
           WHERE NOT l.granted AND a.datname = current_database()`,
        )
      ).count,
    (now) => now >= count,
  );

const reversalsOf = (reference: string) =>
  app.database.query(
    'SELECT v.id FROM pembayaran p JOIN pembayaran v ON v.reversal_of = p.id WHERE p.bank_reference = $1',
    [reference],
  );

beforeAll(async () => {
  at('2026-05-04', '08:00');
  bank = await app.make.bank({ code: 'SORE', adminFee: 0 });
  await desk.begin(bank.id, '2026-05-04', { cutoff: '15:00' });
  // Nobody logs in within a race.
  for (const name of ['admin', 'manajer', 'super'] as const) await app.as(name);
});

it('is refused once its day was closed, and possible until then', async () => {
  at('2026-05-04', '10:00');
  const [kept, early] = [await pay('SR-1'), await pay('SR-2')];
  expect((await reverse('SR-2')).status).toBe(200);
  at('2026-05-04', '16:00');
  const day = await desk.stored(bank.id, '2026-05-04', file('2026-05-04', kept));
  expect(await desk.told(day)).toEqual(['SR-1 MATCHED', 'SR-2 MATCHED']);
  await desk.closed(day);
  const refused = await reverse('SR-1');
  expect([refused.status, codeOf(refused)]).toEqual([409, 'payment.reversal_closed']);
  expect(await reversalsOf('SR-1')).toEqual([]);
  // What was answered before is answered again.
  expect((await reverse('SR-2')).status).toBe(200);
  expect(early.reference).toBe('SR-2');

  // Two people open the day again: until it is closed once more, the bank may.
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/reconciliation/days/${String(day)}/reopening`, {
    reason: 'Bank membatalkan satu transaksi',
  });
  await desk.approve(asked.body.approval_id);
  expect((await reverse('SR-1')).status).toBe(200);
  await desk.closed(day);
  expect(await app.violations()).toEqual([]);
});

it('is a case when the bank only tells of it', async () => {
  at('2026-05-05', '10:00');
  const paid = await pay('SR-11');
  at('2026-05-05', '16:00');
  const day = await desk.stored(bank.id, '2026-05-05', file('2026-05-05', paid));
  for (const { id, type } of await desk.items(day))
    if (type !== 'MATCHED') await desk.settle(id, type === 'AT_BANK_NOT_HERE' ? 'SUSPENSE' : 'CARRY');
  await desk.closed(day);
  const told = await bank.client().notify({
    event_id: 'EVT-SR-11',
    event: 'payment.reversed',
    method: 'VA',
    virtual_account_number: '8808000000000001',
    bank_reference: 'SR-11',
    amount: paid.amount,
    paid_at: app.clock.text(app.clock.now()),
  });
  expect(told.status).toBe(200);
  const found = await eventually(
    () =>
      app.database.query<{ kind: string }>(
        "SELECT kind FROM kasus WHERE kind = 'REVERSAL_BY_BANK' AND status = 'OPEN'",
      ),
    (rows) => rows.length > 0,
  );
  expect(found).toEqual([{ kind: 'REVERSAL_BY_BANK' }]);
  expect(await reversalsOf('SR-11')).toEqual([]);
  expect(await app.violations()).toEqual([]);
});

it.each(['closing', 'reversal'] as const)('is decided by whoever is first: the %s', async (first) => {
  const date = first === 'closing' ? '2026-05-11' : '2026-05-12';
  const reference = `SR-${first}`;
  at(date, '10:00');
  const paid = await pay(reference);
  at(date, '16:00');
  const day = await desk.stored(bank.id, date, file(date, paid));
  for (const { id, type } of await desk.items(day)) if (type !== 'MATCHED') await desk.settle(id, 'CARRY');
  const keeper = new Client({ connectionString: app.database.superUrl });
  await keeper.connect();
  try {
    await keeper.query('BEGIN');
    // Whoever is first books, and waits for this.
    await keeper.query('LOCK TABLE jurnal IN SHARE MODE');
    const begun: Partial<Record<'closing' | 'reversal', Promise<{ status: number; body: unknown }>>> = {};
    for (const [count, who] of (first === 'closing'
      ? (['closing', 'reversal'] as const)
      : (['reversal', 'closing'] as const)
    ).entries()) {
      begun[who] = who === 'closing' ? desk.close(day) : reverse(reference);
      await waitingForLocks(count + 1);
    }
    await keeper.query('COMMIT');
    const [closed, reversed] = [await begun.closing, await begun.reversal];
    expect([closed?.status, reversed?.status, codeOf(reversed ?? { status: 0, body: {} })]).toEqual(
      first === 'closing' ? [200, 409, 'payment.reversal_closed'] : [200, 200, undefined],
    );
  } finally {
    await keeper.end();
  }
  expect(await reversalsOf(reference)).toHaveLength(first === 'closing' ? 0 : 1);
  expect(await app.violations()).toEqual([]);
});
