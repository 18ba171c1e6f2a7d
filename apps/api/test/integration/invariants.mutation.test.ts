import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { depositCsv, salesCsv } from '@tirtapay/bank-protocol';
import { Client } from 'pg';
import { buildCustomerNumber, rupiah } from '@tirtapay/domain';
import { ReceiveMoney } from '../../src/modules/money/payment';
import { AssessPenalties } from '../../src/modules/water/penalty';
import { AuditSealer } from '../../src/platform/audit';
import { LAWS } from '../../src/house';
import { checkLawsOn } from '../../src/platform/invariants';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { agreeOnTerms } from '../support/settlement-terms';
import { CounterDesk } from '../support/counter-desk';
import { insertOtherBill } from '../support/other-bill';
import { PpobSeller } from '../support/ppob-seller';
import { sultraFile } from '../support/sultra-file';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { CORRUPTIONS } from './invariants.corruptions';

let client: Client;
/** The books the mutations begin from, table by table: each mutation is rolled back, so they are read once. */
let sound: ReadonlyMap<string, string>;
// Before the application takes its database with it.
afterAll(() => client.end());
const app = testApp({ jobs: false });

async function pay(bank: TestBank, customer: TestCustomer, reference: string): Promise<void> {
  const client = bank.client();
  const inquiry = await client.verify({ customer_number: customer.customer_number });
  const { inquiry_id, total_amount } = inquiry.body as { inquiry_id: string; total_amount: number };
  const answer = await client.process({
    bank_reference: reference,
    inquiry_id,
    amount: total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect([answer.status, reference]).toEqual([200, reference]);
}

/** A little of everything the laws speak of: paid, late, reversed, tombstoned, held, open and overdue. */
beforeAll(async () => {
  await app.make.penaltyPolicy();
  const bank = await app.make.bank();
  const customers: TestCustomer[] = [];
  for (let index = 0; index < 5; index += 1) {
    const customer = await app.make.customer();
    customers.push(customer);
    await app.make.issuedBill({ customer, period: '2025-10', usage: 12 + index });
    await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  }
  await app.get(AssessPenalties).assess(app.clock.businessDate());
  for (const [index, customer] of customers.slice(0, 3).entries())
    await pay(bank, customer, `REF-${String(index)}`);
  const reversed = await bank
    .client()
    .reversal({ bank_reference: 'REF-1', reversal_reference: 'REV-1', reason: 'salah pelanggan' });
  expect(reversed.status).toBe(200);
  const tombstone = await bank
    .client()
    .reversal({ bank_reference: 'NEVER-PAID', reversal_reference: 'REV-2', reason: 'tidak jadi' });
  expect(tombstone.body).toMatchObject({ was_posted: false });
  const held = await app.get(ReceiveMoney).receive({
    bank: { id: bank.id, code: bank.code, adminFee: rupiah(2_500) },
    bankReference: 'HELD-1',
    amount: 12_500,
    channel: 'VA',
    paidAt: { text: app.clock.text(app.clock.now()), epoch: app.clock.now(), plausible: true },
    target: { kind: 'CUSTOMER', customerNumber: customers[4]?.customer_number ?? '' },
  });
  expect(held.outcome).toBe('CREDITED');
  const supplier = await SandboxSupplier.start(app);
  const seller = new PpobSeller(await app.make.partner(1_000_000));
  for (const ref_id of ['SOLD', 'HELD', 'BACK']) {
    if (ref_id !== 'SOLD') await supplier.fault(ref_id === 'HELD' ? 'pending' : 'failure');
    await seller.sell({
      customer_name: 'Dewi Lestari',
      nomor_hp: '081234567890',
      nominal: 40_000,
      service_code: 'PULSA',
      ref_id,
    });
  }
  await supplierPaid();
  await atTheCounter();
  await supplier.stop();
  await aClosedDay(bank, customers);
  await closedStatements(seller.partner);
  await endedAndBegunAgain(seller.partner);
  await takenOver(customers[4]);
  await app.get(AuditSealer).sealAll();
});

/** A balance of the system before, and a customer whose take-over was taken back. */
async function takenOver(customer: TestCustomer | undefined): Promise<void> {
  if (customer === undefined) throw new Error('nobody to take over');
  await insertOtherBill(app.database, {
    customer,
    kind: 'OPENING',
    suffix: '202506',
    amount: 40_000,
    dueDate: '2025-12-20',
  });
  const gone = await app.make.customer({ state: 'NONAKTIF' });
  await app.database.query('UPDATE pelanggan SET customer_number = $2 WHERE id = $1', [
    gone.id,
    buildCustomerNumber({ region: '00', route: '0000', sequence: 1 }),
  ]);
  await app.database.query(
    'UPDATE meter SET removed_on = installed_on, removed_stand = installed_stand WHERE customer_id = $1',
    [gone.id],
  );
  await app.database.query(
    `WITH f AS (
       INSERT INTO pengambilalihan (kind, file_name, sha256, state, detected, columns, restore_zeros, rows_read, rows_refused, findings_total,
         amount, checked_by, checked_at, imported_at, undone_at)
       VALUES ('CUSTOMERS', 'lama.csv', repeat('a', 64), 'UNDONE', '{}', '{}', false, 1, 0, 0, 0, (SELECT min(id) FROM pengguna),
         '2025-12-01', '2025-12-01', '2025-12-01') RETURNING id
     ) INSERT INTO pengambilalihan_pelanggan (batch_id, line, customer_id) SELECT f.id, 2, $1 FROM f`,
    [gone.id],
  );
}

/** The day of a bank, put against its file: what is equal, what was claimed, closed by another. */
async function aClosedDay(bank: TestBank, customers: readonly TestCustomer[]): Promise<void> {
  const day = '2026-01-15';
  const terms = {
    cutoff: null,
    settles_saturdays: true,
    settles_sundays: true,
    qris_lag_days: 0,
    fee_per_payment: null,
    mdr_ppm: null,
    own_account: true,
  };
  await agreeOnTerms(app, bank.id, { ...terms, valid_from: day });
  app.clock.set('2026-01-16T08:00:00+08:00');
  const posted = await app.database.query<{ reference: string; amount: number; customer: number }>(
    `SELECT bank_reference AS reference, amount::int, customer_id::int AS customer FROM pembayaran p WHERE collector_id = $1 AND kind = 'PAYMENT'
       AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id) ORDER BY p.id`,
    [bank.id],
  );
  const rows = posted.map(({ reference, amount, customer }) => ({
    date: day,
    reference,
    customer: customers.find(({ id }) => id === customer)?.customer_number ?? '',
    nominal: reference === 'REF-0' ? amount - 500 : amount,
  }));
  rows.push({ date: day, reference: BROUGHT.bank_reference, customer: '', nominal: BROUGHT.amount });
  const admin = await app.as('admin');
  const manager = await app.as('manajer');
  const approve = async (id: number) =>
    manager.post(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' });
  const file = await admin.post<{ reconciliation_id: number }>(
    `/reconciliation/files?bank_id=${String(bank.id)}&file_name=a.csv&settlement_date=${day}`,
    undefined,
    { headers: { 'content-type': 'application/octet-stream' }, raw: sultraFile(rows) },
  );
  const item = await app.database.one<{ id: number }>(
    "SELECT id::int FROM rekonsiliasi_detail WHERE type = 'AMOUNT_DIFFERS'",
  );
  const asked = await admin.post<{ approval_id: number }>(
    `/reconciliation/items/${String(item.id)}/adjustment`,
    {
      action: 'CLAIM',
      reason: 'Bank kurang menyetor',
    },
  );
  const decided = await approve(asked.body.approval_id);
  // The float and what the supplier was paid left the account on another day.
  const carried = await admin.post<{ approval_id: number }>(
    `/reconciliation/days/${String(file.body.reconciliation_id)}/adjustments`,
    { type: 'HERE_NOT_AT_BANK', action: 'CARRY', reason: 'Keluar hari berikutnya', preview: false },
  );
  expect((await approve(carried.body.approval_id)).status).toBe(200);
  const closed = await manager.post(`/reconciliation/days/${String(file.body.reconciliation_id)}/close`);
  expect([file.status, asked.status, decided.status, closed.status]).toEqual([201, 202, 200, 200]);
}

/** The day of the supplier and of the partner, put against their statements: one cost more, what was claimed; both closed. */
async function closedStatements(partner: TestBank): Promise<void> {
  const day = '2026-01-15';
  const compact = '20260115';
  const admin = await app.as('admin');
  const manager = await app.as('manajer');
  const { id: supplier } = await app.database.one<{ id: number }>(
    'SELECT collector_id::int AS id FROM penyedia',
  );
  const moved = await app.database.query<{ reference: string; amount: number; cost: boolean }>(
    `SELECT coalesce(t.supplier_ref, m.bank_reference) AS reference, m.amount::int, m.kind = 'COST' AS cost
     FROM mutasi_pemasok m LEFT JOIN transactions t ON t.id = m.sale_id ORDER BY m.id`,
  );
  const more = moved.findIndex(({ cost }) => cost);
  const at = { date: compact, time: '090000' };
  const deposit = depositCsv({
    code: 'SANDBOX',
    day: compact,
    opening: 1_000_000,
    rows: moved.map(({ reference, amount }, index) => ({
      ...at,
      reference,
      text: 'Pulsa',
      amount: index === more ? amount - 1_000 : amount,
    })),
  });
  const sales = salesCsv({
    code: partner.code,
    day: compact,
    rows: ['SOLD', 'HELD'].map((reference) => ({
      ...at,
      reference,
      customerNo: '',
      service: 'Pulsa',
      amount: 41_000,
      status: '00',
    })),
  });
  for (const [collector, raw] of [
    [supplier, deposit],
    [partner.id, sales],
  ] as const) {
    await agreeOnTerms(app, collector, {
      valid_from: day,
      cutoff: null,
      settles_saturdays: true,
      settles_sundays: true,
      qris_lag_days: 0,
      fee_per_payment: null,
      mdr_ppm: null,
    });
    const file = await admin.post<{ reconciliation_id: number }>(
      `/reconciliation/files?bank_id=${String(collector)}&file_name=s.csv&settlement_date=${day}`,
      undefined,
      { headers: { 'content-type': 'application/octet-stream' }, raw },
    );
    const open = await app.database.query<{ id: number }>(
      "SELECT id::int FROM rekonsiliasi_detail WHERE reconciliation_id = $1 AND state = 'OPEN'",
      [file.body.reconciliation_id],
    );
    expect(open).toHaveLength(collector === supplier ? 1 : 0);
    for (const { id } of open) {
      const asked = await admin.post<{ approval_id: number }>(
        `/reconciliation/items/${String(id)}/adjustment`,
        {
          action: 'CLAIM',
          reason: 'Pemasok menagih lebih',
        },
      );
      await manager.post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
    }
    const closed = await manager.post(`/reconciliation/days/${String(file.body.reconciliation_id)}/close`);
    expect([file.status, closed.status]).toEqual([201, 200]);
  }
}

/** The reconciliation of the partner ends, and is begun again a month later, as two people agreed. */
async function endedAndBegunAgain(partner: TestBank): Promise<void> {
  const admin = await app.as('admin');
  const manager = await app.as('manajer');
  const agreement = `/reconciliation/agreements/${String(partner.id)}`;
  const reason = 'Kerja sama berakhir, lalu disambung';
  for (const [what, body] of [
    ['end', { last_day: '2026-01-15', reason }],
    ['resumption', { resumes_on: '2026-02-15', reason }],
  ] as const) {
    const asked = await admin.post<{ approval_id: number }>(`${agreement}/${what}`, body);
    const decided = await manager.post(`/approvals/${String(asked.body.approval_id)}/decision`, {
      decision: 'APPROVE',
    });
    expect([asked.status, decided.status]).toEqual([202, 200]);
  }
}

/** The supplier holds money of ours that two people paid in. */
async function supplierPaid(): Promise<void> {
  const { id } = await app.database.one<{ id: number }>('SELECT id::int FROM penyedia');
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/ppob/suppliers/${String(id)}/payments`, {
    kind: 'TOP_UP',
    amount: 500_000,
    bank_reference: 'TRF-1',
    reason: 'Deposit awal',
  });
  const decided = await (
    await app.as('manajer')
  ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
  expect([asked.status, decided.status]).toEqual([202, 200]);
}

const BROUGHT = { amount: 100_000, bank_reference: 'SLIP-1', request_id: randomUUID() };

/** A shift that is over and one that is not, with cash for water and for a product of others. */
async function atTheCounter(): Promise<void> {
  const desk = await CounterDesk.at(app);
  const first = await desk.open();
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-10', usage: 12 });
  await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  const water = await desk.water(customer.customer_number);
  const sold = await desk.sell({ water: [water], cash_given: water.amount });
  expect([first.status, sold.body.status]).toEqual([201, 'DONE']);
  const closed = await desk.close(first.body.id, 499_500 + water.amount, 'Kurang lima ratus');
  expect(closed.body.state).toBe('CLOSED');
  const second = await desk.open(499_500 + water.amount);
  const sales = [{ customer_name: 'Andi', nomor_hp: '081234567890', nominal: 40_000, service_code: 'PULSA' }];
  const other = await desk.sell({ sales, cash_given: 50_000 });
  const brought = await desk.caller.post(`/counter/drawers/${String(desk.drawerId)}/deposits`, BROUGHT);
  expect([second.status, other.body.sales[0]?.status, brought.status]).toEqual([201, 'SUCCESS', 201]);
  const admin = await app.as('admin');
  const floated = await admin.post<{ moves: { id: number }[] }>(
    `/counter/drawers/${String(desk.drawerId)}/floats`,
    { amount: 20_000, request_id: crypto.randomUUID() },
  );
  const asked = await admin.post<{ approval_id: number }>(
    `/counter/drawers/moves/${String(floated.body.moves[0]?.id)}/correction`,
    { amount: 2_000, reason: 'Kelebihan satu nol' },
  );
  const decided = await (
    await app.as('manajer')
  ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
  expect([floated.status, asked.status, decided.status]).toEqual([201, 202, 200]);
}

beforeAll(async () => {
  client = new Client({ connectionString: app.database.superUrl });
  await client.connect();
  sound = await digests(await tables());
});

/**
 * The corruption and the check of its law in one transaction that is rolled back: every mutation starts from sound books.
 * @returns the laws that broke, of those asked about
 */
async function lawsBrokenBy(sql: string, asked: string): Promise<string[]> {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(sql);
    expect(await isAsItWas()).toBe(false);
    const laws = LAWS.filter(({ id }) => id === asked);
    return (await checkLawsOn(client, laws, 3))
      .filter(({ rows }) => rows.length > 0)
      .map(({ law }) => law.id);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function tables(condition = 'true'): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(c.relname) AS name FROM pg_class c LEFT JOIN pg_stat_xact_user_tables x ON x.relid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND ${condition}`,
  );
  return rows.map(({ name }) => name);
}

/** What stands in these tables, and what guards all of them. */
async function digests(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parts = [
    `SELECT 'triggers' AS name, md5(string_agg(tgname::text || tgenabled::text, ',' ORDER BY oid)) AS sum FROM pg_trigger`,
    `SELECT 'rights', md5(string_agg(relacl::text, ',' ORDER BY oid)) FROM pg_class`,
    ...names.map((name) => `SELECT '${name}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${name} t`),
  ];
  const { rows } = await client.query<{ name: string; sum: string | null }>(parts.join(' UNION ALL '));
  return new Map(rows.map(({ name, sum }) => [name, sum ?? '-']));
}

/** A mutation of nothing would prove nothing. Tables this connection has written nothing to are not read. */
async function isAsItWas(): Promise<boolean> {
  const written = await tables('x.n_tup_ins + x.n_tup_upd + x.n_tup_del > 0');
  const now = await digests(written);
  return [...now].every(([name, sum]) => sound.get(name) === sum);
}

describe('the checker of the books', () => {
  it('finds nothing in sound books', async () => {
    expect(await app.violations()).toEqual([]);
  });

  it.each(CORRUPTIONS.map((corruption) => [corruption.law, corruption.what, corruption.sql] as const))(
    '%s: %s',
    async (law, _what, sql) => {
      expect(await lawsBrokenBy(sql, law)).toEqual([law]);
    },
  );

  it('left the books as they were', async () => {
    expect(await digests(await tables())).toEqual(sound);
  });

  it('leaves no law without a corruption that proves it', () => {
    const proven = new Set(CORRUPTIONS.map((corruption) => corruption.law));
    // The trial balance can only be wrong when a journal is; a job that succeeded twice is impossible by its key.
    const implied = new Set(['I02', 'I30']);
    expect(LAWS.map(({ id }) => id).filter((id) => !proven.has(id) && !implied.has(id))).toEqual([]);
  });

  it('is explained to the operator, law by law', () => {
    const text = readFileSync(resolve(__dirname, '../../../../docs/operations.md'), 'utf8');
    const explained = new Set(
      [...text.matchAll(/^\| (I\d+)(?:(,| –) (I\d+))?\s*\|/gm)].flatMap(([, from = '', joint, to]) => {
        if (to === undefined) return [from];
        if (joint === ',') return [from, to];
        const [first, last] = [Number(from.slice(1)), Number(to.slice(1))];
        return Array.from({ length: last - first + 1 }, (_, i) => `I${String(first + i).padStart(2, '0')}`);
      }),
    );
    expect(LAWS.map(({ id }) => id).filter((id) => !explained.has(id))).toEqual([]);
  });
});
