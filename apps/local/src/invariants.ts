import { LAWS } from '../../api/src/house';
import { checkLaws } from '../../api/src/platform/invariants';
import { withDatabase } from './open-database';
import { runCommand } from '../../api/src/process/run-command';

/** `npm run invariants`: every law of the books, on the database in use; 1 and the offending rows when one is broken. */
runCommand(() =>
  withDatabase(process.env, async ({ ownerUrl }) => {
    const results = await checkLaws(ownerUrl, LAWS);
    let broken = 0;
    for (const { law, rows, milliseconds } of results) {
      const verdict = rows.length === 0 ? 'ok    ' : 'BROKEN';
      process.stdout.write(
        `${law.id}  ${verdict}  ${String(Math.round(milliseconds)).padStart(6)} ms  ${law.title}\n`,
      );
      for (const row of rows) process.stdout.write(`       ${JSON.stringify(row)}\n`);
      if (rows.length > 0) broken += 1;
    }
    process.stdout.write(
      broken === 0
        ? `all ${String(results.length)} laws hold\n`
        : `${String(broken)} of ${String(results.length)} laws are broken\n`,
    );
    return broken === 0 ? 0 : 1;
  }),
);
