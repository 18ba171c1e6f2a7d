import { KeyRing } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { provisionDatabase } from '../../apps/local/src/provision';
import { SCHEMA } from '../../apps/api/src/house';
import { migrate } from '../../apps/api/src/platform/database/migrate';
import type { BenchCustomer } from '../support/dataset';
import type { Surroundings } from '../support/surroundings';
import { CREDENTIAL } from './credential';
import { fillProduct } from './product.data';

/** A database with the product's tables, filled. */
export interface ProductDatabase {
  readonly name: string;
  readonly superUrl: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly dataKey: Buffer;
  /** The same rows once more, for a contestant that writes into tables of its own. */
  copy(name: string): Promise<ProductDatabase>;
}

/** What seals the secret of a row of bank_api_key, as the server's own keys do. */
type Seal = (rowId: number) => string;

/** @param late every bill was due long ago and today's penalty is not booked yet */
export function productDatabase(
  surroundings: Surroundings,
  all: readonly BenchCustomer[],
  name = 'bench_tirtapay',
  late = false,
): Promise<ProductDatabase> {
  return filledDatabase(surroundings, name, (client, seal) =>
    fillProduct(client, all, CREDENTIAL.keyId, seal, late),
  );
}

/** @param fill what stands in it before a server starts over it */
export async function filledDatabase(
  surroundings: Surroundings,
  name: string,
  fill: (client: Client, seal: Seal) => Promise<void>,
): Promise<ProductDatabase> {
  const roles = {
    owner: `${name}_owner`,
    ownerPassword: randomBytes(9).toString('hex'),
    app: `${name}_app`,
    appPassword: randomBytes(9).toString('hex'),
  };
  const dataKey = randomBytes(32);
  const at = (database: string): ProductDatabase => ({
    name: database,
    superUrl: surroundings.cluster.url('postgres', surroundings.superPassword, database),
    appUrl: surroundings.cluster.url(roles.app, roles.appPassword, database),
    ownerUrl: surroundings.cluster.url(roles.owner, roles.ownerPassword, database),
    dataKey,
    copy: async (copyName) => {
      const client = new Client({ connectionString: surroundings.cluster.superUrl() });
      await client.connect();
      await client.query(`CREATE DATABASE ${copyName} TEMPLATE ${database} OWNER ${roles.owner}`);
      await client.end();
      return at(copyName);
    },
  });
  const database = at(name);
  await provisionDatabase(surroundings.cluster.superUrl(), name, roles);
  await migrate(database.ownerUrl, database.appUrl, SCHEMA);
  const client = new Client({ connectionString: database.superUrl });
  await client.connect();
  const ring = new KeyRing([{ id: 1, key: dataKey }], 1);
  try {
    await fill(client, (rowId) => ring.seal(CREDENTIAL.secret, `bank_api_key/secret_enc/${String(rowId)}`));
  } finally {
    // Otherwise the end of the server would be told instead of what went wrong.
    await client.end();
  }
  return database;
}
