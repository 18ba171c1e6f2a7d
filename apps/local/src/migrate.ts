import { SCHEMA } from '../../api/src/house';
import { migrate } from '../../api/src/platform/database/migrate';
import { withDatabase } from './open-database';
import { runCommand } from '../../api/src/process/run-command';

runCommand(() =>
  withDatabase(process.env, async ({ ownerUrl, appUrl }) => {
    const applied = await migrate(ownerUrl, appUrl, SCHEMA);
    process.stdout.write(
      applied.length === 0
        ? 'schema is current\n'
        : `applied:\n${applied.map((name) => `  ${name}\n`).join('')}`,
    );
    return 0;
  }),
);
