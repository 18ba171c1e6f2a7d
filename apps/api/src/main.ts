import 'reflect-metadata';
import { requireFitForProduction } from './cli/settings';
import { SystemClock } from './platform/clock';
import { ConfigError, loadConfig } from './platform/config';
import { createLogger } from './platform/logging';
import { createApp } from './app.setup';

/** The API as a process of its own (container); `npm start` embeds the same application. */
async function main(): Promise<void> {
  await requireFitForProduction(process.env);
  const config = loadConfig(process.env);
  const app = await createApp(config, new SystemClock(config.zone), createLogger(config.logLevel));
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : `start failed: ${error instanceof Error ? error.message : String(error)}`}\n`,
  );
  process.exit(1);
});
