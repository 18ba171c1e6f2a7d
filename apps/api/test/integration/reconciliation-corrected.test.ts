import { Client } from 'pg';
import { eventually, testApp, type TestBank } from '../support';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { codeOf, StatementDesk, type PaidByBank, supplierFile } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

/*
 * A wrong file of the second day names what was missing on the first, so that the first closes; the right one does not.
 * What only the wrong file had is missing again, and somebody is asked for it.
 */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
let bank: TestBank;
let sandbox: SandboxSupplier | undefined;
let keeper: TestBank;

beforeAll(async () => {
  app.clock.set('2026-05-04T08:00:00+08:00');
  bank = await app.make.bank({ code: 'KOREKSI', adminFee: 0 });
  await desk.begin(bank.id, '2026-05-04');
});
afterAll(() => sandbox?.stop());

const pay = (reference: string) => desk.payAtBank(bank, reference);

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

const dueOf = async (collector: number) =>
  (
    await app.database.one<{ due: number }>(
      "SELECT coalesce(sum(debit - credit), 0)::int AS due FROM jurnal_baris WHERE account = '1130' AND collector_id = $1",
      [collector],
    )
  ).due;

it('a payment that only the wrong file of the day after had is missing on that day', async () => {
  const [first, second, third] = ['2026-05-04', '2026-05-05', '2026-05-06'] as const;
  app.clock.set(`${first}T09:00:00+08:00`);
  const [late, own] = [await pay('KR-1'), await pay('KR-2')];
  app.clock.set(`${second}T09:00:00+08:00`);
  const next = await pay('KR-3');
  app.clock.set(`${third}T08:00:00+08:00`);
  const one = await desk.stored(bank.id, first, file(first, own));
  expect(await desk.told(one)).toEqual(['KR-1 HERE_NOT_AT_BANK', 'KR-2 MATCHED']);
  const two = await desk.stored(bank.id, second, file(second, late, next));
  expect(await desk.told(one)).toEqual(['KR-2 MATCHED']);
  expect(await desk.told(two)).toEqual(['KR-1 NEXT_BUSINESS_DAY', 'KR-3 MATCHED']);
  await desk.closed(one);
  // The bank had sent the wrong one.
  await desk.stored(bank.id, second, file(second, next));
  expect(await desk.told(two)).toEqual(['KR-1 HERE_NOT_AT_BANK', 'KR-3 MATCHED']);
  const cases = await app.database.query<{ reference: string }>(
    `SELECT p.bank_reference AS reference FROM kasus k JOIN pembayaran p ON p.id = k.payment_id
     WHERE k.subject_type = 'rekonsiliasi' AND k.subject_id = $1 AND k.status = 'OPEN'`,
    [two],
  );
  expect(cases).toEqual([{ reference: 'KR-1' }]);
  expect(codeOf(await desk.close(two))).toBe('reconciliation.items_open');
  // As often as the day is run.
  const again = await (await app.as('admin')).post(`/reconciliation/days/${String(two)}/run`);
  expect(again.status).toBe(200);
  expect(await desk.told(two)).toEqual(['KR-1 HERE_NOT_AT_BANK', 'KR-3 MATCHED']);
  await desk.settle((await desk.items(two, '&type=HERE_NOT_AT_BANK'))[0]?.id, 'CARRY');
  await desk.closed(two);
  app.clock.set('2026-05-07T08:00:00+08:00');
  const three = await desk.stored(bank.id, third, file(third, late));
  expect(await desk.told(three)).toEqual(['KR-1 MATCHED']);
  await desk.closed(three);
  expect(await dueOf(bank.id)).toBe(0);
  expect(await app.violations()).toEqual([]);
});

it('so is one that a request held, when the line it is about goes', async () => {
  const [first, second, third] = ['2026-05-11', '2026-05-12', '2026-05-13'] as const;
  app.clock.set(`${first}T09:00:00+08:00`);
  const [late, own] = [await pay('KR-11'), await pay('KR-12')];
  app.clock.set(`${third}T08:00:00+08:00`);
  const one = await desk.stored(bank.id, first, file(first, own));
  const two = await desk.stored(bank.id, second, file(second, { ...late, amount: late.amount - 500 }));
  expect(await desk.told(two)).toEqual(['KR-11 AMOUNT_DIFFERS']);
  const asked = await desk.ask((await desk.items(two))[0]?.id, 'CLAIM');
  expect(asked.status).toBe(202);
  await desk.closed(one);
  await desk.stored(
    bank.id,
    second,
    file(second, { ...late, reference: 'LAIN', customer: '', amount: 1_000 }),
  );
  expect(await desk.told(two)).toEqual(['KR-11 HERE_NOT_AT_BANK', 'LAIN AT_BANK_NOT_HERE']);
  expect(codeOf(await desk.decide(asked.body.approval_id))).toBe('reconciliation.item_not_found');
  expect(await app.violations()).toEqual([]);
});

it('is asked for by one of both days when the first is closed while the right file comes', async () => {
  const [first, second, third] = ['2026-05-18', '2026-05-19', '2026-05-20'] as const;
  app.clock.set(`${first}T09:00:00+08:00`);
  const [late, own] = [await pay('KR-21'), await pay('KR-22')];
  app.clock.set(`${second}T09:00:00+08:00`);
  const next = await pay('KR-23');
  app.clock.set(`${third}T08:00:00+08:00`);
  const one = await desk.stored(bank.id, first, file(first, own));
  const two = await desk.stored(bank.id, second, file(second, late, next));
  const keeper = new Client({ connectionString: app.database.superUrl });
  await keeper.connect();
  // Nobody logs in meanwhile.
  await app.as('super');
  try {
    await keeper.query('BEGIN');
    // The closing has looked the day over, and books it.
    await keeper.query('LOCK TABLE jurnal IN SHARE MODE');
    const closing = desk.close(one);
    await waitingForLocks(1);
    const sent = desk.send(bank.id, second, file(second, next));
    await Promise.race([sent, waitingForLocks(2)]);
    await keeper.query('COMMIT');
    expect([await closing, await sent]).toMatchObject([{ status: 200 }, { status: 201 }]);
  } finally {
    await keeper.end();
  }
  expect(await desk.told(two)).toEqual(['KR-21 HERE_NOT_AT_BANK', 'KR-23 MATCHED']);
  expect(await app.violations()).toEqual([]);
});

it('goes back to its open day while that is being run by somebody, and is found there by the next run', async () => {
  const [first, second, third] = ['2026-05-20', '2026-05-21', '2026-05-22'] as const;
  app.clock.set(`${first}T09:00:00+08:00`);
  const [late, own] = [await pay('KR-31'), await pay('KR-32')];
  app.clock.set(`${second}T09:00:00+08:00`);
  const next = await pay('KR-33');
  app.clock.set(`${third}T08:00:00+08:00`);
  const one = await desk.stored(bank.id, first, file(first, own));
  const two = await desk.stored(bank.id, second, file(second, late, next));
  expect(await desk.told(two)).toEqual(['KR-31 NEXT_BUSINESS_DAY', 'KR-33 MATCHED']);
  const runner = new Client({ connectionString: app.database.superUrl });
  await runner.connect();
  try {
    await runner.query('BEGIN');
    // As the run of a million lines holds it, for minutes.
    await runner.query('SELECT FROM rekonsiliasi WHERE id = $1 FOR UPDATE', [one]);
    expect(await desk.send(bank.id, second, file(second, next))).toMatchObject({ status: 201 });
    const busy = await (
      await app.as('admin')
    ).post<{ code: string; detail: string }>(`/reconciliation/days/${String(one)}/run`);
    expect([busy.status, busy.body.code]).toEqual([503, 'service.unavailable']);
    expect(busy.body.detail).toMatch(/sedang dicocokkan atau ditutup/);
  } finally {
    await runner.end();
  }
  expect(await desk.told(two)).toEqual(['KR-33 MATCHED']);
  expect(codeOf(await desk.close(one))).toBe('reconciliation.not_whole');
  const again = await (await app.as('admin')).post(`/reconciliation/days/${String(one)}/run`);
  expect(again.status).toBe(200);
  expect(await desk.told(one)).toEqual(['KR-31 HERE_NOT_AT_BANK', 'KR-32 MATCHED']);
  expect(await app.violations()).toEqual([]);
});

const statement = (day: string, opening: number, rows: readonly (readonly [string, number])[]) =>
  [
    `:20:STM${day}`,
    ':25:0011223344IDR',
    ':28C:1/1',
    `:60F:C${day}IDR${String(opening)},00`,
    ...rows.flatMap(([reference, amount]) => [
      `:61:${day}D${String(amount)},00NTRF${reference}`,
      ':86:PEMBAYARAN PEMASOK',
    ]),
    `:62F:C${day}IDR${String(rows.reduce((left, [, amount]) => left - amount, opening))},00`,
    '',
  ].join('\n');

it('so is a movement of our own account', async () => {
  const [first, second, third] = ['2026-05-25', '2026-05-26', '2026-05-27'] as const;
  app.clock.set(`${first}T09:00:00+08:00`);
  sandbox = await SandboxSupplier.start(app, app.url, 'PEMASOKK');
  const { id: supplier } = await app.database.one<{ id: number }>(
    "SELECT id::int FROM penyedia WHERE code = 'PEMASOKK'",
  );
  keeper = await app.make.bank({ code: 'KASDA', adminFee: 0 });
  await desk.begin(keeper.id, first, { own_account: true });
  await desk.pay(supplier, 600_000, 'TRF-1');
  app.clock.set(`${second}T09:00:00+08:00`);
  await desk.pay(supplier, 700_000, 'TRF-2');
  app.clock.set(`${third}T08:00:00+08:00`);
  const one = await desk.stored(keeper.id, first, statement('260525', 9_000_000, []));
  expect(await desk.told(one)).toEqual(['TRF-1 HERE_NOT_AT_BANK']);
  const wrong = statement('260526', 9_000_000, [
    ['TRF-1', 600_000],
    ['TRF-2', 700_000],
  ]);
  const two = await desk.stored(keeper.id, second, wrong);
  expect(await desk.told(one)).toEqual([]);
  await desk.closed(one);
  await desk.stored(keeper.id, second, statement('260526', 9_000_000, [['TRF-2', 700_000]]));
  expect(await desk.told(two)).toEqual(['TRF-1 HERE_NOT_AT_BANK', 'TRF-2 MATCHED']);
  expect(await app.violations()).toEqual([]);
});

it('a movement of our own account, or of a supplier, is looked for on its own day as long as that is open', async () => {
  const [first, second, third] = ['2026-06-01', '2026-06-02', '2026-06-03'] as const;
  app.clock.set(`${first}T09:00:00+08:00`);
  const { id: supplier, collector } = await app.database.one<{ id: number; collector: number }>(
    "SELECT id::int, collector_id::int AS collector FROM penyedia WHERE code = 'PEMASOKK'",
  );
  await desk.begin(collector, first);
  await desk.pay(supplier, 300_000, 'TRF-11');
  app.clock.set(`${third}T08:00:00+08:00`);
  const ours = (day: string, ...rows: (readonly [string, number])[]) =>
    statement(day.slice(2).replaceAll('-', ''), 8_000_000, rows);
  const theirs = (day: string, ...rows: (readonly [string, number])[]) => supplierFile('PEMASOKK', day, rows);
  for (const { id, said } of [
    { id: keeper.id, said: ours },
    { id: collector, said: theirs },
  ]) {
    const one = await desk.stored(id, first, said(first));
    expect(await desk.told(one)).toEqual(['TRF-11 HERE_NOT_AT_BANK']);
    const two = await desk.stored(id, second, said(second, ['TRF-11', 300_000]));
    expect([await desk.told(one), await desk.told(two)]).toEqual([[], ['TRF-11 MATCHED']]);
    await desk.stored(id, second, said(second));
    expect([await desk.told(one), await desk.told(two)]).toEqual([[], []]);
    expect((await desk.close(one)).body).toMatchObject({
      code: 'reconciliation.not_whole',
      items_amount: 0,
      file_amount: 0,
      payments_without_item: 0,
      movements_without_item: 1,
    });
    const again = await (await app.as('admin')).post(`/reconciliation/days/${String(one)}/run`);
    expect(again.status).toBe(200);
    expect(await desk.told(one)).toEqual(['TRF-11 HERE_NOT_AT_BANK']);
    await desk.settle((await desk.items(one))[0]?.id, 'CARRY');
    await desk.closed(one);
  }
  expect(await app.violations()).toEqual([]);
});
