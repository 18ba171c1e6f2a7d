import { setTimeout as pause } from 'node:timers/promises';
import { makeFirstUsers, type ConsoleUser } from '../modules/ground/identity';
import type { Clock } from '../platform/clock';
import type { Config } from '../platform/config';
import type { Database } from '../platform/database';
import { isUnavailable } from '../platform/database/errors';

const RETRY_MILLISECONDS = 5_000;

/** What whoever holds the server hands on, each code to one person. */
export function codesText(users: readonly ConsoleUser[], publicUrl: string): string {
  const rows = users.map(({ username, code }) => `  ${username.padEnd(16)}  ${code}\n`);
  return `${rows.join('')}\n  ${publicUrl}/admin/activate\n`;
}

/**
 * An empty database gets its two first users, and the console their codes: shown here and nowhere else. A database that
 * is away is waited for, because the start itself waits for none.
 */
export async function announceFirstUsers(
  database: Database,
  clock: Clock,
  config: Pick<Config, 'publicUrl'>,
  say: (line: string) => void,
): Promise<void> {
  for (;;) {
    try {
      const made = await database.transaction((tx) => makeFirstUsers(tx, clock.date()), 'screen');
      if (made.length > 0)
        say(
          `\nPemasangan pertama: dua Admin Super, satu kode untuk satu orang, berlaku 7 hari.\n` +
            `First run: two super administrators, one code for one person, valid for 7 days.\n\n` +
            codesText(made, config.publicUrl),
        );
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await pause(RETRY_MILLISECONDS);
    }
  }
}
