import { addDays, businessDateOf } from '@tirtapay/domain';
import type { Config } from '../../../api/src/platform/config';
import { Database } from '../../../api/src/platform/database';
import { STATEMENT_OWNERS, statementDay, type StatementEntry } from './statement-day';

/** As far back as anybody asks for a statement. */
const DAYS = 31;

/**
 * The sandbox supplier has sold nothing yet and no partner has told it anything, while our books hold a month of both: it
 * begins with that month, so that it can hand out the statement of any of these days.
 * @param bank origin of the sandbox bank, beside which the supplier lives
 */
export async function fillSandboxStatements(config: Config, bank: string, now: number): Promise<void> {
  const known = await fetch(`${bank}/control/statements`);
  if (((await known.json()) as { entries: number }).entries > 0) return;
  const database = new Database(config);
  try {
    const today = businessDateOf(now, config.zone);
    const entries: StatementEntry[] = [];
    for (const owner of STATEMENT_OWNERS)
      for (let back = DAYS; back >= 1; back -= 1)
        entries.push(...(await statementDay(database, owner, addDays(today, -back), config.zone)));
    const answer = await fetch(`${bank}/control/statements`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entries }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  } finally {
    await database.onApplicationShutdown();
  }
}
