import { Client } from 'pg';
import { migrate } from '../../src/platform/database/migrate';
import { SCHEMA } from '../../src/house';
import { TestDatabase } from '../support';
import { findViolations } from '../support/find-violations';
import { migrateTo, plantOldBooks } from '../../../../bench/support/old-books';

/** Rows that are never written again. Their text names no column, so that a column may get another name. */
const POSTED = [
  'pembayaran',
  'pembayaran_alokasi',
  'jurnal',
  'jurnal_baris',
  'kwitansi',
  'kwitansi_seri',
  'bank_reference',
  'bank_reversal',
  'saldo_pelanggan',
  'log_aktivitas',
  'tagihan',
  'tagihan_rincian',
  'denda',
  'denda_rincian',
  'kasus',
] as const;

const CUSTOMERS = 200;

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await TestDatabase.create('template0');
  await migrateTo(database.ownerUrl, 14);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await plantOldBooks(owner, CUSTOMERS);
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

interface Balance {
  readonly account: string;
  readonly collector: number | null;
  readonly net: number;
}

const rows = async <Row extends object = Record<string, string>>(sql: string) =>
  (await owner.query<Row & Record<string, unknown>>(sql)).rows as Row[];

/** Place, writer and content of every row: the same row version, not a copy of it. */
async function fingerprints(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of POSTED) {
    const where = table.startsWith('jurnal')
      ? `WHERE ${table === 'jurnal' ? 'id' : 'journal_id'} <= ${String(CUSTOMERS * 10 + 9)}`
      : '';
    const [row] = await rows(
      `SELECT count(*) || ':' || md5(string_agg(ctid || '/' || xmin || '/' || t::text, '|' ORDER BY ctid)) AS sum FROM ${table} t ${where}`,
    );
    found[table] = row?.sum ?? '';
  }
  return found;
}

const perCollector = (column: string) =>
  rows(
    `SELECT ${column} AS collector, kind, count(*)::int AS count, sum(amount)::int AS amount, sum(stamp_duty)::int AS duty
     FROM pembayaran GROUP BY 1, 2 ORDER BY 1, 2`,
  );
const balances = async (column: string) =>
  (
    await rows<Balance>(
      `SELECT account, ${column}::int AS collector, sum(debit - credit)::int AS net FROM jurnal_baris GROUP BY 1, 2 ORDER BY 1, 2`,
    )
  ).filter(({ net }) => net !== 0);

it('gives the money of every bank its clearing account and touches no posted row', async () => {
  const before = {
    rows: await fingerprints(),
    payments: await perCollector('bank_id'),
    books: await balances('bank_id'),
  };
  await migrateTo(database.ownerUrl, 15);

  expect(await fingerprints()).toEqual(before.rows);
  expect(await perCollector('collector_id')).toEqual(before.payments);
  // 200 customers: 20 of each fate. By parity the even fates went through bank 1, the odd through bank 2.
  const collected = new Map<string, number>();
  for (const { collector, kind, amount } of before.payments) {
    if (kind === 'CREDIT_APPLIED') continue;
    const sum = collected.get(String(collector)) ?? 0;
    collected.set(String(collector), sum + Number(amount) * (kind === 'REVERSAL' ? -1 : 1));
  }
  expect([...collected.entries()]).toEqual([
    ['1', 20 * (70_000 + 70_000 + 50_000)],
    ['2', 20 * (70_000 + 70_000 + 86_000 + 50_000 + 70_000)],
  ]);
  const moved = before.books.flatMap((line): Balance[] => {
    const amount = collected.get(String(line.collector)) ?? 0;
    if (line.account !== '1110') return [line];
    // what was returned to a bank before stays where it was
    return [
      { ...line, net: line.net - amount },
      { ...line, account: '1130', net: amount },
    ];
  });
  const written = (lines: readonly Balance[]) =>
    lines
      .filter(({ net }) => net !== 0)
      .map((line) => `${line.account} ${String(line.collector)} ${String(line.net)}`)
      .sort();
  expect(written(await balances('collector_id'))).toEqual(written(moved));

  expect(
    await rows('SELECT id::int, kind, series, name, account, admin_fee::int FROM penerima ORDER BY id'),
  ).toEqual([
    { id: 1, kind: 'BANK', series: 'SULTRA', name: 'Bank Sultra', account: '1130', admin_fee: 2_500 },
    { id: 2, kind: 'BANK', series: 'KEDUA', name: 'Bank Kedua', account: '1130', admin_fee: 0 },
    { id: 3, kind: 'BANK', series: 'SALDO', name: 'Bank Saldo', account: '1130', admin_fee: 1_000 },
    { id: 4, kind: 'CREDIT', series: 'SALDO2', name: 'Saldo pelanggan', account: '2110', admin_fee: 0 },
  ]);
});

it('leaves sound books behind, with every guard on', async () => {
  await migrate(database.ownerUrl, database.appUrl, SCHEMA);
  expect(await findViolations(database.superUrl)).toEqual([]);
  await expect(
    owner.query(
      `WITH j AS (INSERT INTO jurnal (event, entity_type, entity_id, business_date) VALUES ('payment.posted', 'pembayaran', 1, now()) RETURNING id)
       INSERT INTO jurnal_baris (journal_id, account, debit, credit) SELECT j.id, l.* FROM j, (VALUES ('1110', 1, 0), ('1210', 0, 1)) AS l`,
    ),
  ).rejects.toMatchObject({ code: 'P0I04' });
  await expect(owner.query("UPDATE penerima SET series = 'BARU' WHERE id = 1")).rejects.toMatchObject({
    code: 'P0I01',
  });
  await expect(owner.query('DELETE FROM penerima WHERE id = 3')).rejects.toMatchObject({ code: 'P0I01' });
});
