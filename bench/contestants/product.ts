import { randomBytes } from 'node:crypto';
import { ServerProcess } from '../support/child';
import { freePort } from '../support/free-port';
import { ADMIN_FEE, PENALTY, PRINCIPAL } from '../support/dataset';
import type { Contestant } from './contestant';
import { CREDENTIAL } from './credential';
import type { ProductDatabase } from './product-database';
import { processContent, signedPost } from './signed-call';

export interface Product extends Contestant {
  /** A second process over the same database. */
  another(): Promise<ServerProcess>;
  /** Of the server, to read its memory by. */
  readonly pid: number;
}

/** The product as it is shipped: everything on (replay guard, call log, audit, outbox, journal, receipts). */
export async function product(database: ProductDatabase, late = false): Promise<Product> {
  const environment = {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    JWT_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    DATA_KEYS: `1:${database.dataKey.toString('base64')}`,
    LOG_LEVEL: 'warn',
    // One person at one address asks as much as a whole office.
    ADDRESS_CALLS_PER_MINUTE: '10000000',
    STAFF_CALLS_PER_MINUTE: '10000000',
  };
  const another = async (): Promise<ServerProcess> =>
    ServerProcess.start('apps/api/src/main.js', await freePort(), environment);
  const server = await another();
  const amount = PRINCIPAL + ADMIN_FEE + (late ? PENALTY : 0);
  return {
    name: late ? 'tirtapay late' : 'tirtapay',
    another,
    pid: server.pid,
    port: server.port,
    verify: (customer) =>
      signedPost(CREDENTIAL, '/api/v1/payment/verify', { customer_number: customer.customerNumber }),
    process: (customer) =>
      signedPost(CREDENTIAL, '/api/v1/payment/process', processContent(customer, amount)),
    stop: () => server.stop(),
  };
}
