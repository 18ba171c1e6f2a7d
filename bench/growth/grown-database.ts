import { KeyRing } from '@tirtapay/bank-protocol';
import { Client } from 'pg';
import { hashPassword } from '../../apps/api/src/modules/ground/identity';
import { CREDENTIAL } from '../contestants/credential';
import { filledDatabase, type ProductDatabase } from '../contestants/product-database';
import { ADMIN_FEE, BANK_ID, PERIOD, PRINCIPAL, type BenchCustomer } from '../support/dataset';
import { plantGrowingBooks } from '../support/growing-books';
import type { Surroundings } from '../support/surroundings';

export const MONTHS = 12;
/** Who looks at it all. */
export const OFFICE = { username: 'bangku', password: 'bangku-uji-kantor-2026' };

const BANK = String(BANK_ID);

/** The bank of the bench and its customers, each with one bill that is due, beside everybody who was there before. */
const PAYERS = `
  INSERT INTO penerima (id, kind, series, name, account, admin_fee) VALUES (${BANK}, 'BANK', 'SULTRA', 'Bank Sultra', '1130', ${String(ADMIN_FEE)});
  INSERT INTO bank_integration (id, code, name, environment, allowed_cidrs, rate_limit_per_second) VALUES (${BANK}, 'SULTRA', 'Bank Sultra', 'LIVE', '{127.0.0.0/8}', 100000);
  CREATE TEMP TABLE payer AS
    SELECT nextval(pg_get_serial_sequence('pelanggan', 'id')) AS id, number, nextval(pg_get_serial_sequence('meter', 'id')) AS meter_id,
      nextval(pg_get_serial_sequence('meter_reading', 'id')) AS reading_id, nextval(pg_get_serial_sequence('tagihan', 'id')) AS bill_id,
      nextval(pg_get_serial_sequence('jurnal', 'id')) AS journal_id
    FROM unnest($1::text[]) AS number;
  INSERT INTO pelanggan (id, customer_number, name, address, region_id, route_id, tariff_id, state, registered_at, activated_at)
    SELECT id, number, 'Pelanggan ' || id, 'Jl. Ahmad Yani No. ' || id, 1, 20, 1, 'AKTIF', now(), now() FROM payer;
  INSERT INTO meter (id, customer_id, serial, digits, size_mm, installed_on, installed_stand)
    SELECT meter_id, id, 'BM' || id, 5, 15, '2020-01-01', 0 FROM payer;
  INSERT INTO meter_reading (id, client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, method, condition_code, severity, status, read_at)
    SELECT reading_id, gen_random_uuid(), id, meter_id, '${PERIOD}', 0, 25, 25, 'ACTUAL', 'NORMAL', 'OK', 'VERIFIED', now() FROM payer;
  INSERT INTO tagihan (id, bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand, current_stand, usage_m3,
      water_amount, fixed_amount, principal, state, due_date, issued_at)
    SELECT bill_id, number || replace('${PERIOD}', '-', ''), id, '${PERIOD}', reading_id, 1, 15, 0, 25, 25, ${String(PRINCIPAL)} - 10000, 10000,
      ${String(PRINCIPAL)}, 'ISSUED', current_date + 20, now() FROM payer;
  INSERT INTO jurnal (id, event, entity_type, entity_id, business_date) SELECT journal_id, 'bill.issued', 'tagihan', bill_id, current_date FROM payer;
  INSERT INTO jurnal_baris (journal_id, account, debit, credit, customer_id, bill_id)
    SELECT journal_id, '1210', ${String(PRINCIPAL)}, 0, id, bill_id FROM payer
    UNION ALL SELECT journal_id, '4110', 0, ${String(PRINCIPAL)} - 10000, id, bill_id FROM payer
    UNION ALL SELECT journal_id, '4120', 0, 10000, id, bill_id FROM payer;
  DROP TABLE payer`;

/** What is particular to one run, on top of the books. */
async function prepare(database: ProductDatabase, payers: readonly BenchCustomer[] | null): Promise<void> {
  const client = new Client({ connectionString: database.superUrl });
  await client.connect();
  try {
    if (payers !== null) await plantPayers(client, payers, database.dataKey);
    await client.query(
      "INSERT INTO pengguna (username, name, role, password_hash) VALUES ($1, 'Bangku Uji', 'ADMIN_SUPER', $2) ON CONFLICT DO NOTHING",
      [OFFICE.username, await hashPassword(OFFICE.password)],
    );
    // Names the statements of a page that was slow.
    await client.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET log_min_duration_statement = 300', current_database()); END $$`,
    );
    if (payers !== null) await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function plantPayers(
  client: Client,
  payers: readonly BenchCustomer[],
  dataKey: ProductDatabase['dataKey'],
): Promise<void> {
  const ring = new KeyRing([{ id: 1, key: dataKey }], 1);
  const numbers = `ARRAY[${payers.map((payer) => `'${payer.customerNumber}'`).join(', ')}]`;
  // Several statements at once take no parameters.
  await client.query(PAYERS.replace('$1', numbers));
  await client.query(
    `INSERT INTO bank_api_key (id, bank_id, key_id, secret_enc) VALUES (1, ${BANK}, $1, $2)`,
    [CREDENTIAL.keyId, ring.seal(CREDENTIAL.secret, 'bank_api_key/secret_enc/1')],
  );
}

/**
 * A utility of so many customers and a year of its books.
 * @param payers customers for the bank of the bench on top, in a copy of what is kept; without them what is kept is looked at itself
 */
export async function grownDatabase(
  surroundings: Surroundings,
  customers: number,
  payers: readonly BenchCustomer[] | null,
): Promise<ProductDatabase> {
  const planted = await filledDatabase(surroundings, `bench_planted_${String(customers)}`, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pelanggan LIMIT 1');
    if (rowCount === 0) await plantGrowingBooks(client, customers, MONTHS);
  });
  const database = surroundings.kept && payers !== null ? await planted.copy('bench_grown') : planted;
  await prepare(database, payers);
  return database;
}
