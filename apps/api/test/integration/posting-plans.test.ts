import { buildCustomerNumber, rupiah } from '@tirtapay/domain';
import { Client, type PoolClient } from 'pg';
import { decidePosting, type PostingTime } from '../../src/modules/money/payment/posting/decide-posting';
import {
  BUSY,
  drawIds,
  lockCustomers,
  lockPayments,
} from '../../src/modules/money/payment/posting/lock-postings';
import {
  paymentFingerprint,
  type PaymentCommand,
} from '../../src/modules/money/payment/posting/payment-command';
import { paymentPosting } from '../../src/modules/money/payment/posting/payment-posting';
import type { Posting } from '../../src/modules/money/payment/posting/postings';
import { issueReceipts, writePostings } from '../../src/modules/money/payment/posting/write-postings';
import { Tx } from '../../src/platform/database';
import { TestDatabase } from '../support';

/** Enough for a plan to matter: half of the bills are paid, as in a year of business. */
const CUSTOMERS = 20_000;
const LARGE = [
  'pelanggan',
  'tagihan',
  'denda',
  'bank_reference',
  'pembayaran',
  'niat_bayar',
  'jurnal',
  'kwitansi',
];
const BANK = 900;
const at: PostingTime = {
  epoch: Date.parse('2026-01-15T09:30:00+08:00'),
  text: '2026-01-15T09:30:00+08:00',
  businessDate: '2026-01-15' as PostingTime['businessDate'],
};
let database: TestDatabase;
const numbers = Array.from({ length: CUSTOMERS }, (_, index) =>
  buildCustomerNumber({
    region: '01',
    route: String(1 + Math.floor(index / 9_000)).padStart(4, '0'),
    sequence: 1 + (index % 9_000),
  }),
);

beforeAll(async () => {
  database = await TestDatabase.create();
  const client = new Client({ connectionString: database.superUrl });
  await client.connect();
  // Only what plans look at: neither triggers nor foreign keys are asked.
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO penerima (id, kind, series, name, account) VALUES (${String(BANK)}, 'BANK', 'PLANS', 'Plans', '1130')`,
  );
  await client.query(
    `INSERT INTO bank_integration (id, code, name, environment) VALUES (${String(BANK)}, 'PLANS', 'Plans', 'LIVE')`,
  );
  await client.query(
    `INSERT INTO tarif (id, code, name, kelompok) VALUES (900, 'PLANS', 'Plans', 'II');
     INSERT INTO tarif_versi (id, tariff_id, version_no, status, legal_basis, valid_from, minimum_kind) VALUES (900, 900, 1, 'ACTIVE', '-', '2022-01', 'NONE')`,
  );
  await client.query(
    `INSERT INTO pelanggan (id, customer_number, name, address, region_id, route_id, tariff_id, state, registered_at, activated_at)
     SELECT n, number, 'Pelanggan', 'Jalan', 1, 1, 900, 'AKTIF', now(), now() FROM unnest($1::text[]) WITH ORDINALITY AS c (number, n)`,
    [numbers],
  );
  await client.query(`
    INSERT INTO tagihan (id, bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand, current_stand,
      usage_m3, water_amount, fixed_amount, principal, state, due_date, issued_at, paid_by)
    SELECT c.id + m.n * ${String(CUSTOMERS)}, c.customer_number || replace(m.period, '-', ''), c.id, m.period, c.id + m.n * ${String(CUSTOMERS)}, 900, 15, 0, 10, 10,
      60000, 10000, 70000, CASE m.n WHEN 0 THEN 'PAID' ELSE 'ISSUED' END, '2099-01-20', now(), CASE m.n WHEN 0 THEN c.id END
    FROM pelanggan c, (VALUES (0, '2025-11'), (1, '2025-12')) AS m (n, period);
    INSERT INTO pembayaran (id, kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount, paid_at, posted_at, business_date)
      SELECT id, 'PAYMENT', ${String(BANK)}, 'H' || id, id, 'TELLER', 70000, 0, 0, 70000, now(), now(), '2026-01-01' FROM pelanggan;
    INSERT INTO bank_reference (collector_id, bank_reference, outcome, fingerprint, payment_id, answer, created_at)
      SELECT ${String(BANK)}, 'H' || id, 'POSTED', 'x', id, '{}', now() FROM pelanggan;
    INSERT INTO denda (bill_id, amount, assessed_on) SELECT id, 1, '2026-01-01' FROM tagihan WHERE state = 'PAID';
    INSERT INTO niat_bayar (token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount, status, created_at, expires_at)
      SELECT md5(id::text), id, ${String(BANK)}, 'VA', ARRAY[id], 1, 0, 0, 1, 'EXPIRED', now(), now() FROM pelanggan;
    INSERT INTO jurnal (id, event, entity_type, entity_id, business_date) SELECT id, 'payment.posted', 'pembayaran', id, '2026-01-01' FROM pelanggan;
    INSERT INTO kwitansi (series, number, receipt_number, payment_id, token, issued_at) SELECT 'H', id, 'H-' || id, id, md5(id::text), now() FROM pelanggan;
    SELECT setval(pg_get_serial_sequence('pembayaran', 'id'), 1000000), setval(pg_get_serial_sequence('jurnal', 'id'), 1000000), setval(pg_get_serial_sequence('kwitansi', 'id'), 1000000)`);
  await client.query('ANALYZE');
  await client.end();
});
afterAll(() => database.drop());

function command(index: number): PaymentCommand {
  const customerNumber = numbers[index] ?? '';
  return {
    bank: { id: BANK, code: 'PLANS', adminFee: rupiah(0) },
    bankReference: `N${String(index)}`,
    customerNumber,
    billNumbers: [`${customerNumber}202512`],
    amount: 70_000,
    channel: 'TELLER',
    paidAt: { text: at.text, epoch: at.epoch, plausible: true },
    inquiryValidUntil: null,
  };
}

function posting(
  one: PaymentCommand,
  locked: Parameters<typeof decidePosting>[2],
  ids: { payment_id: number; journal_id: number },
): Posting {
  const fingerprint = paymentFingerprint(one);
  const verdict = decidePosting(one, fingerprint, locked, [], at);
  if (verdict.kind !== 'POST') throw new Error(`not posted: ${verdict.kind}`);
  return paymentPosting(one, fingerprint, verdict.payment, ids, at, {
    origin: null,
    publicUrl: 'http://localhost',
  });
}

/** What a session read of the large tables in a transaction that is undone afterwards. */
async function reading(options: string, work: (tx: Tx) => Promise<void>) {
  const client = new Client({ connectionString: database.appUrl, options });
  await client.connect();
  try {
    await client.query('BEGIN');
    await work(new Tx(client as unknown as PoolClient));
    const { rows } = await client.query<{ relname: string; scans: number; read: number }>(
      `SELECT relname, seq_scan::int AS scans, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
       WHERE relname = ANY ($1) ORDER BY relname`,
      [LARGE],
    );
    await client.query('ROLLBACK');
    return rows;
  } finally {
    await client.end();
  }
}

it.each([1, 64])('a batch of %d reads no large table from end to end', async (size) => {
  const commands = Array.from({ length: size }, (_, index) => command(index * 100));
  const rows = await reading('-c plan_cache_mode=force_generic_plan -c jit=off', async (tx) => {
    const locked = await lockPayments(
      tx,
      commands.map((one) => ({
        collectorId: BANK,
        reference: one.bankReference,
        customerNumber: one.customerNumber,
        billNumbers: one.billNumbers,
      })),
    );
    const postings = commands.map((one, index) => {
      const found = locked[index];
      if (found === undefined || found === BUSY) throw new Error('busy');
      return posting(one, found, found.ids);
    });
    await writePostings(tx, postings);
    expect(await issueReceipts(tx, postings)).toHaveLength(size);
  });
  expect(rows.filter(({ scans }) => scans > 0)).toEqual([]);
});

it('ten thousand of a history are written in one go, and no table is read more than a few times over', async () => {
  const commands = Array.from({ length: 10_000 }, (_, index) => command(index));
  const rows = await reading('-c plan_cache_mode=auto -c jit=off', async (tx) => {
    const customers = await lockCustomers(
      tx,
      commands.map((one) => one.customerNumber),
    );
    const ids = await drawIds(tx, commands.length);
    const postings = commands.map((one, index) => {
      const own = ids[index];
      if (own === undefined) throw new Error('no ids');
      return posting(
        one,
        { reference: null, customer: customers.get(one.customerNumber) ?? null, settled: [] },
        own,
      );
    });
    await writePostings(tx, postings, 'PLANNED_ANEW');
    expect(await issueReceipts(tx, postings, 'GO_ON', 'PLANNED_ANEW')).toHaveLength(10_000);
  });
  for (const { relname, read } of rows) expect([relname, read < 12 * CUSTOMERS]).toEqual([relname, true]);
});
