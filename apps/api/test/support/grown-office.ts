import { Client } from 'pg';
import { plantGrowingBooks } from '../../../../bench/support/growing-books';
import type { HttpCaller } from './http-caller';
import type { TestApp } from './test-app';

/**
 * The office of a utility that has grown, with an administrator signed in; what follows changes its books past every trigger.
 * They are planted without lines of journals: whoever asks for them ends with `app.close()` and `app.stop()`, and no law is asked for.
 */
export async function grownOffice(
  app: TestApp,
  { customers, months }: { readonly customers: number; readonly months: number },
  ...changes: readonly string[]
): Promise<HttpCaller> {
  await app.start();
  const owner = new Client({ connectionString: app.database.superUrl });
  await owner.connect();
  try {
    await plantGrowingBooks(owner, customers, months);
    await owner.query("SET session_replication_role = 'replica'");
    for (const change of changes) await owner.query(change);
  } finally {
    await owner.end();
  }
  return await app.as('super');
}
