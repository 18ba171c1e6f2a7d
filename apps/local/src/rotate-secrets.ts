import { SEALED_COLUMNS } from '../../api/src/house';
import { loadConfig } from '../../api/src/platform/config';
import { Database } from '../../api/src/platform/database';
import { missingDataKeys, rotateEnvelopes, Vault } from '../../api/src/platform/security';
import { homeOf, prepareHome } from './home';
import { withDatabase } from './open-database';
import { runCommand } from '../../api/src/process/run-command';
import { secretsOf } from './secrets';

/**
 * `npm run rotate-secrets`: seals every secret at rest (bank secrets, private keys, NIK) again under the first entry of
 * DATA_KEYS, with the product running. To change the data key:
 *   1. append the new key to DATA_KEYS and restart every process, so that all can open what it will seal;
 *   2. move it to the front and restart every process: new secrets are sealed with it;
 *   3. run this; when it ends with 0, the old key opens nothing any more and can be taken out.
 */
async function rotate(env: NodeJS.ProcessEnv): Promise<number> {
  return withDatabase(env, async ({ appUrl }) => {
    const own = env.DATA_KEYS && env.JWT_KEYS ? null : secretsOf(prepareHome(homeOf(env)).path);
    const config = loadConfig({
      ...env,
      DATABASE_URL: appUrl,
      JWT_KEYS: env.JWT_KEYS || own?.jwtKeys,
      DATA_KEYS: env.DATA_KEYS || own?.dataKeys,
    });
    const database = new Database(config);
    try {
      return await report(
        database,
        new Vault(config),
        config.dataKeys.map(({ id }) => id),
      );
    } finally {
      await database.onApplicationShutdown();
    }
  });
}

async function report(database: Database, vault: Vault, known: readonly number[]): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`sealing under data key ${String(vault.currentKeyId)}`);
  let failed = 0;
  for (const { table, column, resealed, unreadable } of await rotateEnvelopes(
    database,
    vault,
    SEALED_COLUMNS,
  )) {
    say(`${`${table}.${column}`.padEnd(36)} ${String(resealed).padStart(7)} sealed again`);
    if (unreadable.length > 0) say(`  unreadable: rows ${unreadable.slice(0, 20).join(', ')}`);
    failed += unreadable.length;
  }
  const missing = await missingDataKeys(database, known, SEALED_COLUMNS);
  if (missing.length > 0)
    say(`data key ${missing.join(', ')} is not in DATA_KEYS: what it sealed cannot be read`);
  return failed === 0 ? 0 : 1;
}

runCommand(() => rotate(process.env));
