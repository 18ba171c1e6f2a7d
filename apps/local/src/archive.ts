import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { StartFailure } from '../../api/src/process/start-failure';
import { runCommand } from '../../api/src/process/run-command';
import { archivePart, dueParts, verifyArchives } from './archive-calls';
import { homeOf } from './home';
import { withDatabase } from './open-database';
import { retentionOf } from './settings';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function archiveDue(owner: Client, folder: string): Promise<number> {
  const due = await dueParts(owner, retentionOf(process.env).callLogMonths);
  for (const part of due) say(`archived ${join(folder, await archivePart(owner, folder, part))}`);
  if (due.length === 0) say('nothing is old enough to be archived');
  return 0;
}

async function verify(owner: Client, folder: string): Promise<number> {
  let [files, bad] = [0, 0];
  for await (const { ok, fileName, text } of verifyArchives(owner, folder)) {
    say(`${ok ? 'ok ' : 'BAD'}  ${fileName}: ${text}`);
    files += 1;
    if (!ok) bad += 1;
  }
  say(
    bad === 0
      ? `all ${String(files)} archives are whole`
      : `${String(bad)} of ${String(files)} archives are not`,
  );
  return bad === 0 ? 0 : 1;
}

/**
 * `npm run archive`: months of the bank call log that are old enough become files, compressed and chained, and leave the
 * database. `npm run archive -- verify`: every file is followed from its first line to its last.
 */
runCommand(async () => {
  const [task] = process.argv.slice(2);
  if (task !== undefined && task !== 'verify')
    throw new StartFailure(`no such task "${task}": npm run archive, or npm run archive -- verify`);
  const folder = resolve(process.env.ARCHIVE_ROOT || join(homeOf(process.env), 'archive'));
  return withDatabase(process.env, async ({ ownerUrl }) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const owner = new Client({ connectionString: ownerUrl, application_name: 'tirtapay-archive' });
    await owner.connect();
    try {
      return await (task === 'verify' ? verify(owner, folder) : archiveDue(owner, folder));
    } finally {
      await owner.end();
    }
  });
});
