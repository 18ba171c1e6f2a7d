import { bringSchema } from './bring-schema';
import { withDatabase } from './open-database';
import { runCommand } from '../../api/src/process/run-command';

runCommand(() =>
  withDatabase(process.env, async (database) => {
    const applied = await bringSchema(database);
    process.stdout.write(
      applied.length === 0
        ? 'schema is current\n'
        : `applied:\n${applied.map((name) => `  ${name}\n`).join('')}`,
    );
    return 0;
  }),
);
