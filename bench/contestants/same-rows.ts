import { ServerProcess } from '../support/child';
import { freePort } from '../support/free-port';
import { ADMIN_FEE, PRINCIPAL } from '../support/dataset';
import type { Contestant } from './contestant';
import { CREDENTIAL } from './credential';
import type { ProductDatabase } from './product-database';
import { processContent, signedPost } from './signed-call';

/**
 * A server that writes the product's rows by other means: `same-work` the usual way, one entity after the other;
 * `ceiling` by hand in batches, with no framework around it.
 */
export async function sameRows(
  name: 'same-work' | 'ceiling',
  database: ProductDatabase,
): Promise<Contestant> {
  const server = await ServerProcess.start(`bench/contestants/${name}.server.js`, await freePort(), {
    DATABASE_URL: database.appUrl,
    BENCH_SECRET: CREDENTIAL.secret,
  });
  return {
    name,
    port: server.port,
    verify: () => {
      throw new Error(`${name} answers payments only`);
    },
    process: (customer) =>
      signedPost(CREDENTIAL, '/api/v1/payment/process', processContent(customer, PRINCIPAL + ADMIN_FEE)),
    stop: () => server.stop(),
  };
}
