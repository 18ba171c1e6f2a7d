import 'reflect-metadata';
import { announceFirstUsers } from './cli/first-users';
import { requireFitForProduction } from './cli/settings';
import { SystemClock } from './platform/clock';
import { ConfigError, loadConfig } from './platform/config';
import { Database } from './platform/database';
import { createLogger } from './platform/logging';
import { createApp } from './app.setup';

/** The API as a process of its own (container); `npm start` embeds the same application. */
async function main(): Promise<void> {
  await requireFitForProduction(process.env);
  const config = loadConfig(process.env);
  const clock = new SystemClock(config.zone);
  const app = await createApp(config, clock, createLogger(config.logLevel));
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  // Not waited for: the API answers (503 while the database is away) before anybody is made.
  announceFirstUsers(app.get(Database), clock, config, (line) => process.stdout.write(line)).catch(
    (error: unknown) => {
      process.stderr.write(`first users: ${String(error)}\n`);
    },
  );
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : `start failed: ${error instanceof Error ? error.message : String(error)}`}\n`,
  );
  process.exit(1);
});
