import { Client } from 'pg';
import { migrate } from '../../src/platform/database/migrate';
import { SCHEMA } from '../../src/house';
import { TestDatabase } from '../support';
import { migrateTo, plantOldBooks } from '../../../../bench/support/old-books';

/** Migrations of the schema the planted books are of. */
const COLLECTORS = 14;
const CUSTOMERS = 20;

interface Opened {
  code: string;
  environment: string;
  certifying: boolean;
}

let database: TestDatabase;
let owner: Client;

/** The schema before doors asked whether a bank is live, with two banks that took money and one that took none. */
beforeAll(async () => {
  database = await TestDatabase.create('template0');
  await migrateTo(database.ownerUrl, COLLECTORS);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await plantOldBooks(owner, CUSTOMERS);
  const before = SCHEMA.migrations.findIndex(({ name }) => name.startsWith('CertifyingUntil'));
  expect(before).toBeGreaterThan(COLLECTORS);
  await migrateTo(database.ownerUrl, before);
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

it('opens the bank that took money, and no other: not one that only showed its certification', async () => {
  // All of KEDUA's money came while it was certified; SALDO has taken none and is being certified now.
  await owner.query(
    `INSERT INTO certification_run (bank_id, status, started_at, finished_at)
     SELECT id, 'PASSED', timestamptz '2025-11-05 09:59+08', timestamptz '2025-11-05 10:40+08' FROM bank_integration WHERE code = 'KEDUA'
     UNION ALL SELECT id, 'RUNNING', now(), NULL FROM bank_integration WHERE code = 'SALDO'`,
  );
  await migrate(database.ownerUrl, database.appUrl, SCHEMA);
  const { rows } = await owner.query<Opened>(
    `SELECT code, environment, coalesce(certifying_until > now() + interval '50 minutes', false) AS certifying
     FROM bank_integration ORDER BY code`,
  );
  expect(rows).toEqual([
    { code: 'KEDUA', environment: 'SANDBOX', certifying: false },
    { code: 'SALDO', environment: 'SANDBOX', certifying: true },
    { code: 'SULTRA', environment: 'LIVE', certifying: false },
  ]);
  const { rows: told } = await owner.query<{ code: string; payment: string; before: object; reason: string }>(
    `SELECT b.code, p.kind AS payment, l.before, l.after ->> 'reason' AS reason FROM log_aktivitas l
     JOIN bank_integration b ON b.id = l.entity_id
     JOIN pembayaran p ON p.id = (l.after ->> 'payment_id')::bigint AND p.collector_id = b.id
     WHERE l.action = 'bank.went_live'`,
  );
  expect(told).toEqual([
    {
      code: 'SULTRA',
      payment: 'PAYMENT',
      before: { environment: 'SANDBOX' },
      reason: expect.stringMatching(/^Sudah menerima uang pelanggan/) as string,
    },
  ]);
});
