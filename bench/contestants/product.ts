import { KeyRing } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { provisionDatabase } from '../../apps/api/src/cli/provision';
import { GUARDED_TABLES } from '../../apps/api/src/house';
import { migrate } from '../../apps/api/src/platform/database/migrate';
import { ServerProcess } from '../support/child';
import { freePort } from '../support/free-port';
import { ADMIN_FEE, PRINCIPAL, type BenchCustomer } from '../support/dataset';
import type { Surroundings } from '../support/surroundings';
import type { Contestant } from './contestant';
import { fillProduct } from './product.data';
import { processContent, signedPost } from './signed-call';

const DATABASE = 'bench_tirtapay';
const CREDENTIAL = { keyId: 'bench-tirtapay', secret: randomBytes(24).toString('base64url') };

export interface Product extends Contestant {
  readonly superUrl: string;
  /** A second process over the same database. */
  another(): Promise<ServerProcess>;
}

/** The product as it is shipped: everything on (replay guard, call log, audit, outbox, journal, receipts). */
export async function product(surroundings: Surroundings, all: readonly BenchCustomer[]): Promise<Product> {
  const roles = {
    owner: 'bench_owner',
    ownerPassword: randomBytes(9).toString('hex'),
    app: 'bench_app',
    appPassword: randomBytes(9).toString('hex'),
  };
  await provisionDatabase(surroundings.cluster.superUrl(), DATABASE, roles);
  const ownerUrl = surroundings.cluster.url(roles.owner, roles.ownerPassword, DATABASE);
  const appUrl = surroundings.cluster.url(roles.app, roles.appPassword, DATABASE);
  await migrate(ownerUrl, appUrl, GUARDED_TABLES);
  const dataKey = randomBytes(32);
  const superUrl = surroundings.cluster.url('postgres', surroundings.superPassword, DATABASE);
  const client = new Client({ connectionString: superUrl });
  await client.connect();
  const ring = new KeyRing([{ id: 1, key: dataKey }], 1);
  await fillProduct(client, all, CREDENTIAL.keyId, (rowId) =>
    ring.seal(CREDENTIAL.secret, `bank_api_key/secret_enc/${String(rowId)}`),
  );
  await client.end();
  const environment = {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    JWT_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    DATA_KEYS: `1:${dataKey.toString('base64')}`,
    LOG_LEVEL: 'warn',
  };
  const another = async (): Promise<ServerProcess> =>
    ServerProcess.start('apps/api/src/main.js', await freePort(), environment);
  const server = await another();
  return {
    name: 'tirtapay',
    superUrl,
    another,
    port: server.port,
    verify: (customer) =>
      signedPost(CREDENTIAL, '/api/v1/payment/verify', { customer_number: customer.customerNumber }),
    process: (customer) =>
      signedPost(CREDENTIAL, '/api/v1/payment/process', processContent(customer, PRINCIPAL + ADMIN_FEE)),
    stop: () => server.stop(),
  };
}
