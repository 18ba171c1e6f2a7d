import 'reflect-metadata';
import { outliveReaders } from './process/closed-pipe';
import { announceFirstUsers } from './process/first-users';
import { ownScratch } from './process/own-scratch';
import { openWhenReady } from './process/open-when-ready';
import { retire } from './process/retire';
import { explainFailure } from './process/run-command';
import { requireFitForProduction } from './process/fit-for-production';
import { StopSignals } from './process/stop-signals';
import { SystemClock } from './platform/clock';
import { loadConfig } from './platform/config';
import { Database } from './platform/database';
import { createLogger } from './platform/logging';

/** The API as a process of its own (container); `npm start` embeds the same application. */
async function main(): Promise<void> {
  outliveReaders();
  await requireFitForProduction(process.env);
  const config = loadConfig(process.env);
  ownScratch(config.home, process.env);
  const clock = new SystemClock(config.zone);
  const signals = new StopSignals();
  const app = await openWhenReady(config, clock, createLogger(config.logLevel), signals.asked);
  if (app === null) process.exit(0);
  await app.listen(config.port, config.host);
  // Not waited for: a database that goes away again keeps nobody from being answered.
  announceFirstUsers(app.get(Database), clock, config, (line) => process.stdout.write(line)).catch(
    (error: unknown) => {
      process.stderr.write(`first users: ${String(error)}\n`);
    },
  );
  await signals.wait();
  await retire(app, config.shutdownGraceMilliseconds, signals.hurried);
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`tirtapay: ${explainFailure(error)}\n`);
  process.exit(1);
});
