import { Client } from 'pg';
import { codeOf, partnerFile, StatementDesk } from '../support/statement-desk';
import { sultraFile, type SultraRow } from '../support/sultra-file';
import { testApp, type TestBank } from '../support';
import { agreeOnTerms } from '../support/settlement-terms';

/* The files of a day: a wrong one is replaced by the right one, also when the right one was there before it. */

const app = testApp({ jobs: false });
const DAY = '2026-01-15';

interface Stored {
  code?: string;
  stored: boolean;
  known: boolean;
  file_id: number;
  reconciliation_id: number;
  supersedes: number | null;
}
interface Told {
  type: string;
  state: string;
  reference: string | null;
}

let bank: TestBank;
const raw = { headers: { 'content-type': 'application/octet-stream' } };

async function pay(reference: string): Promise<SultraRow> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const by = bank.client();
  const inquiry = (await by.verify({ customer_number: customer.customer_number })).body as {
    inquiry_id: string;
    total_amount: number;
  };
  const posted = await by.process({
    bank_reference: reference,
    inquiry_id: inquiry.inquiry_id,
    amount: inquiry.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER' as const,
  });
  expect(posted.status).toBe(200);
  return { date: DAY, reference, customer: customer.customer_number, nominal: inquiry.total_amount };
}

async function upload(rows: readonly SultraRow[], name: string, date = DAY) {
  const query = `bank_id=${String(bank.id)}&file_name=${name}&settlement_date=${date}`;
  return (await app.as('admin')).post<Stored>(`/reconciliation/files?${query}`, undefined, {
    ...raw,
    raw: sultraFile(rows),
  });
}

async function itemsOf(dayId: number): Promise<string[]> {
  const page = await (
    await app.as('admin')
  ).get<{ data: Told[] }>(`/reconciliation/items?reconciliation_id=${String(dayId)}&page_size=100`);
  return page.body.data.map(({ reference, type, state }) => `${String(reference)} ${type} ${state}`).sort();
}

async function settle(dayId: number, type: string, action: string): Promise<void> {
  const [item] = await app.database.query<{ id: number }>(
    'SELECT id::int FROM rekonsiliasi_detail WHERE reconciliation_id = $1 AND type = $2',
    [dayId, type],
  );
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/reconciliation/items/${String(item?.id)}/adjustment`, {
    action,
    reason: 'Sesuai konfirmasi tertulis bank',
  });
  expect(asked.status).toBe(202);
  const decided = await (
    await app.as('manajer')
  ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE', note: 'Sesuai' });
  expect(decided.status).toBe(200);
}

/** What the report says of the day. */
async function reported(): Promise<unknown> {
  const answer = await (
    await app.as('manajer')
  ).get<{ rows: { state: string; difference: number }[] }>(`/reports/reconciliation?from=${DAY}&to=${DAY}`);
  const [row] = answer.body.rows;
  return row && { state: row.state, difference: row.difference };
}

/** Until a session of the application waits for somebody's lock. */
async function waitingForLock(): Promise<void> {
  const found = await app.database.one<{ waits: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE NOT l.granted AND a.datname = current_database()) AS waits`,
  );
  if (!found.waits) await waitingForLock();
}

const current = (dayId: number) =>
  app.database.one<{ file_id: number; current: number }>(
    `SELECT r.file_id::int, (SELECT f.id::int FROM berkas_rekonsiliasi f WHERE f.collector_id = r.collector_id
       AND f.settlement_date = r.settlement_date AND f.superseded_at IS NULL) AS current
     FROM rekonsiliasi r WHERE r.id = $1`,
    [dayId],
  );

it('a wrong file is replaced by the right one that was there before it, with what was decided meanwhile', async () => {
  bank = await app.make.bank({ code: 'BERKAS', adminFee: 0 });
  app.clock.set(`${DAY}T09:00:00+08:00`);
  await agreeOnTerms(app, bank.id, {
    valid_from: '2026-01-12',
    cutoff: null,
    settles_saturdays: false,
    settles_sundays: false,
    qris_lag_days: 0,
    fee_per_payment: null,
    mdr_ppm: null,
  });
  const [one, two, less, kept] = [await pay('F-1'), await pay('F-2'), await pay('F-3'), await pay('F-4')];
  const short = { ...less, nominal: less.nominal - 500 };
  const fee = { ...kept, nominal: kept.nominal - 2_500, admin: 2_500 };
  app.clock.set('2026-01-16T09:00:00+08:00');

  const right = await upload([one, two, short, fee], 'benar.csv');
  expect(right.body).toMatchObject({ stored: true, known: false, supersedes: null });
  const { file_id: rightFile, reconciliation_id: day } = right.body;
  const whole = ['F-1 MATCHED MATCHED', 'F-2 MATCHED MATCHED', 'F-3 AMOUNT_DIFFERS OPEN', 'F-4 MDR OPEN'];
  expect(await itemsOf(day)).toEqual(whole);
  // Half an export of the same day.
  const half = await upload([one, short, fee], 'separuh.csv');
  expect(half.body).toMatchObject({ stored: true, known: false, supersedes: rightFile });
  expect(await itemsOf(day)).toContain('F-2 HERE_NOT_AT_BANK OPEN');
  await settle(day, 'AMOUNT_DIFFERS', 'CLAIM');

  const seen = await (
    await app.as('admin')
  ).post(`/reconciliation/files/preview?bank_id=${String(bank.id)}&file_name=benar.csv`, undefined, {
    ...raw,
    raw: sultraFile([one, two, short, fee]),
  });
  expect(seen.body).toMatchObject({ stored_as: rightFile, supersedes: half.body.file_id });
  const back = await upload([one, two, short, fee], 'benar.csv');
  expect(back.body).toMatchObject({
    stored: true,
    known: true,
    file_id: rightFile,
    reconciliation_id: day,
    supersedes: half.body.file_id,
  });
  expect(await current(day)).toEqual({ file_id: rightFile, current: rightFile });
  expect(await itemsOf(day)).toEqual([
    'F-1 MATCHED MATCHED',
    'F-2 MATCHED MATCHED',
    'F-3 AMOUNT_DIFFERS ADJUSTED',
    'F-4 MDR OPEN',
  ]);
  // The lines are those that were there: nothing is stored twice.
  const { lines } = await app.database.one<{ lines: number }>(
    'SELECT count(*)::int AS lines FROM berkas_rekonsiliasi_baris',
  );
  expect(lines).toBe(7);

  const same = await upload([one, two, short, fee], 'benar.csv');
  expect(same.body).toMatchObject({ stored: false, known: true, supersedes: null });
  // What the bank keeps as its fee is no difference: as on the page of the day, whose items the figure opens.
  expect(await reported()).toEqual({ state: 'OPEN', difference: -500 });
  await settle(day, 'MDR', 'ACCEPT_FEE');
  const closed = await (
    await app.as('super')
  ).post<{ state: string }>(`/reconciliation/days/${String(day)}/close`);
  expect(closed.body).toMatchObject({ state: 'CLOSED' });
  expect(await reported()).toEqual({ state: 'CLOSED', difference: -500 });
  expect((await upload([one, short, fee], 'separuh.csv')).body.code).toBe('reconciliation.closed');
  const story = await (
    await app.as('manajer')
  ).get<{ events: { kind: string }[] }>(`/reconciliation/days/${String(day)}`);
  expect(story.body.events.filter(({ kind }) => kind === 'FILE')).toHaveLength(3);
  expect(await app.violations()).toEqual([]);
});

it('what was missing on one day and came with the next is a case of neither', async () => {
  app.clock.set('2026-01-19T09:00:00+08:00');
  const [late, other] = [await pay('N-1'), await pay('N-2')];
  app.clock.set('2026-01-20T09:00:00+08:00');
  const cases = (dayId: number) =>
    app.database.query<{ status: string; resolution: string | null }>(
      "SELECT status, resolution FROM kasus WHERE kind = 'RECONCILIATION_BREAK' AND subject_id = $1",
      [dayId],
    );
  const first = await upload([{ ...other, date: '2026-01-19' }], 'n-1.csv', '2026-01-19');
  const day = first.body.reconciliation_id;
  expect(await itemsOf(day)).toEqual(['N-1 HERE_NOT_AT_BANK OPEN', 'N-2 MATCHED MATCHED']);
  expect(await cases(day)).toMatchObject([{ status: 'OPEN' }]);
  app.clock.set('2026-01-21T09:00:00+08:00');
  const second = await upload([{ ...late, date: '2026-01-20' }], 'n-2.csv', '2026-01-20');
  expect(await itemsOf(second.body.reconciliation_id)).toEqual(['N-1 NEXT_BUSINESS_DAY OPEN']);
  // Without the day before being run again.
  expect(await itemsOf(day)).toEqual(['N-2 MATCHED MATCHED']);
  expect(await cases(day)).toMatchObject([{ status: 'RESOLVED' }]);
});

it('two days that want one payment at the same moment: the second begins anew, and takes it over', async () => {
  app.clock.set('2026-01-21T10:00:00+08:00');
  const wanted = await pay('T-1');
  app.clock.set('2026-01-22T10:00:00+08:00');
  const own = await pay('T-2');
  app.clock.set('2026-01-23T09:00:00+08:00');
  const next = await upload([{ ...own, date: '2026-01-22' }], 't-2.csv', '2026-01-22');
  expect(await itemsOf(next.body.reconciliation_id)).toEqual(['T-2 MATCHED MATCHED']);
  // The 22nd is run once more at the same moment, and has just written what it found.
  const rival = new Client({ connectionString: app.database.superUrl });
  await rival.connect();
  try {
    await rival.query('BEGIN');
    await rival.query(
      `INSERT INTO rekonsiliasi_detail (reconciliation_id, type, basis, state, payment_id, our_amount, bank_amount)
       SELECT $1, 'HERE_NOT_AT_BANK', 'NONE', 'OPEN', id, amount, 0 FROM pembayaran WHERE bank_reference = 'T-1'`,
      [next.body.reconciliation_id],
    );
    const waiting = upload([{ ...wanted, date: '2026-01-21' }], 't-1.csv', '2026-01-21');
    await waitingForLock();
    await rival.query('COMMIT');
    const stored = await waiting;
    expect([stored.status, stored.body.stored]).toEqual([201, true]);
    expect(await itemsOf(stored.body.reconciliation_id)).toEqual(['T-1 MATCHED MATCHED']);
  } finally {
    await rival.end();
  }
  expect(await itemsOf(next.body.reconciliation_id)).toEqual(['T-2 MATCHED MATCHED']);
});

it('a statement on which nothing moved closes its day, and is of no other day than its head says', async () => {
  app.clock.set('2026-01-27T09:00:00+08:00');
  const empty = Buffer.from(
    [
      'No. rekening : 0000012345',
      'Periode : 26/01/2026 - 26/01/2026',
      'Mata Uang : IDR',
      '',
      'Tanggal Transaksi,Keterangan,Cabang,Jumlah,Saldo',
      'Saldo Awal : 1,000,000.00',
      'Mutasi Debet : 0.00',
      'Mutasi Kredit : 0.00',
      'Saldo Akhir : 1,000,000.00',
      '',
    ].join('\n'),
  );
  const send = async (date: string) =>
    (await app.as('admin')).post<Stored>(
      `/reconciliation/files?bank_id=${String(bank.id)}&file_name=kosong.csv&settlement_date=${date}`,
      undefined,
      { ...raw, raw: empty },
    );
  expect((await send('2026-01-23')).body.code).toBe('reconciliation.other_day');
  const stored = await send('2026-01-26');
  expect(stored.body).toMatchObject({ stored: true, known: false });
  const closed = await (
    await app.as('super')
  ).post<{ state: string }>(`/reconciliation/days/${String(stored.body.reconciliation_id)}/close`);
  expect(closed.body).toMatchObject({ state: 'CLOSED' });
});

it('of a day whose line was left to the next: the line stays one, in whichever file and on whichever day', async () => {
  const desk = new StatementDesk(app);
  const partner = await app.make.partner(10_000_000);
  const [first, second, third] = ['2026-02-02', '2026-02-03', '2026-02-04'] as const;
  app.clock.set(`${first}T09:00:00+08:00`);
  await desk.begin(partner.id, first);
  app.clock.set('2026-02-05T08:00:00+08:00');
  const left = ['LEFT', 41_000] as const;
  const file = (date: string, rows: readonly (readonly [string, number])[]) =>
    partnerFile(partner.code, date, rows);
  const carry = async (day: number, reference: string) => {
    const item = (await desk.items(day)).find((one) => one.reference === reference && one.state === 'OPEN');
    await desk.settle(item?.id, 'CARRY');
  };
  const dayOne = await desk.stored(partner.id, first, file(first, [left]));
  await carry(dayOne, 'LEFT');
  const dayTwo = await desk.stored(partner.id, second, file(second, [['OWN', 12_000]]));
  await carry(dayTwo, 'LEFT');
  await carry(dayTwo, 'OWN');
  // The partner sends the first day once more, with a line it had forgotten.
  const forgotten = ['FORGOTTEN', 5_000] as const;
  await desk.stored(partner.id, first, file(first, [forgotten, left]));
  const again = await (await app.as('admin')).post(`/reconciliation/days/${String(dayTwo)}/run`);
  expect(again.status).toBe(200);
  expect(await desk.told(dayTwo)).toEqual(['LEFT AT_BANK_NOT_HERE', 'OWN AT_BANK_NOT_HERE']);
  const dayThree = await desk.stored(partner.id, third, file(third, [['LAST', 3_000]]));
  expect((await desk.told(dayThree)).filter((told) => told.startsWith('LEFT'))).toHaveLength(1);
  // What a closed day was put against does not become another line.
  await desk.closed(dayTwo);
  const refused = await desk.send(partner.id, first, file(first, [forgotten, left, ['MORE', 1_000]]));
  expect([refused.status, codeOf(refused)]).toEqual([409, 'reconciliation.closed']);
  expect(refused.body).toMatchObject({ settlement_date: second });
  expect(await app.violations()).toEqual([]);
});
