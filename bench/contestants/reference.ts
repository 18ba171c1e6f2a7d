import { Client } from 'pg';
import { ServerProcess } from '../support/child';
import { freePort } from '../support/free-port';
import type { Surroundings } from '../support/surroundings';
import { ADMIN_FEE, PERIOD, PRINCIPAL, type BenchCustomer } from '../support/dataset';
import type { Contestant } from './contestant';
import { HAND_WRITTEN_SCHEMA } from './hand-written.schema';
import { processContent, signedPost } from './signed-call';

const CREDENTIAL = { keyId: 'bench-reference', secret: 'a secret of the bench only' };

/** A reference server over its own database with the minimal schema and the same customers. */
export async function referenceServer(
  name: 'hand-written' | 'usual',
  surroundings: Surroundings,
  all: readonly BenchCustomer[],
): Promise<Contestant> {
  const url = await surroundings.database(`bench_${name.replace('-', '_')}`);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(HAND_WRITTEN_SCHEMA);
  await client.query(
    `INSERT INTO customer SELECT id, number, 'Pelanggan ' || id, 'Jl. Ahmad Yani No. ' || id FROM unnest($1::bigint[], $2::text[]) AS c(id, number)`,
    [all.map((one) => one.id), all.map((one) => one.customerNumber)],
  );
  await client.query(
    `INSERT INTO bill SELECT id, number, id, $3, $4, 25 FROM unnest($1::bigint[], $2::text[]) AS b(id, number)`,
    [all.map((one) => one.id), all.map((one) => one.billNumber), PERIOD, PRINCIPAL],
  );
  // Paid history: planning for empty tables would choose sequential scans and keep them.
  await client.query(`
    INSERT INTO bill SELECT 10000000 + id, number || 'H', id, '2025-11', 50000, 10, NULL FROM customer;
    INSERT INTO payment (bank_id, reference, customer_id, amount, answer) SELECT 1, 'H' || id, id, 50000, '{}' FROM customer;
    UPDATE bill b SET paid_by = p.id FROM payment p WHERE p.customer_id = b.customer_id AND b.id >= 10000000;
    INSERT INTO allocation SELECT paid_by, id, amount FROM bill WHERE paid_by IS NOT NULL;
    INSERT INTO journal_line (payment_id, account, debit, credit) SELECT id, '1110', amount, 0 FROM payment UNION ALL SELECT id, '1210', 0, amount FROM payment`);
  await client.query('VACUUM ANALYZE');
  await client.end();
  const server = await ServerProcess.start(`bench/contestants/${name}.server.js`, await freePort(), {
    DATABASE_URL: url,
    BENCH_SECRET: CREDENTIAL.secret,
  });
  return {
    name,
    port: server.port,
    verify: (customer) =>
      signedPost(CREDENTIAL, '/api/v1/payment/verify', { customer_number: customer.customerNumber }),
    process: (customer) =>
      signedPost(CREDENTIAL, '/api/v1/payment/process', processContent(customer, PRINCIPAL + ADMIN_FEE)),
    stop: () => server.stop(),
  };
}
