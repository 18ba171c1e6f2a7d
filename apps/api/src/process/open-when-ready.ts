import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { createApp } from '../app.setup';
import { SCHEMA } from '../house';
import { DeveloperDocuments } from '../modules/outward/developer';
import { demoRemains } from './demo-remains';
import type { Clock } from '../platform/clock';
import { ConfigError, type Config } from '../platform/config';
import { isUnavailable, sqlState } from '../platform/database/errors';
import { isMigrated } from '../platform/database/migrate';
import { DatabaseAway, reachDatabase } from './reach-database';
import { StartFailure } from './start-failure';
import { WaitingRoom } from './waiting-room';

const RETRY_MILLISECONDS = 500;
/** No such table, or none the application may read: nobody has migrated this database for it. */
const NEVER_MIGRATED = new Set(['42P01', '42501']);

async function requireCurrentSchema(client: Client): Promise<void> {
  const current = await isMigrated(
    SCHEMA.migrations,
    async (sql) => (await client.query<{ name: string }>(sql)).rows,
  ).catch((error: unknown) => {
    if (NEVER_MIGRATED.has(sqlState(error) ?? '')) return false;
    throw error;
  });
  if (!current) throw new StartFailure('schema: migrations pending, run "npm run migrate" as the owner');
}

async function open(config: Config, clock: Clock, logger: LoggerService): Promise<NestFastifyApplication> {
  await reachDatabase('DATABASE_URL', config.databaseUrl, requireCurrentSchema);
  const remains = config.production ? await demoRemains(config.databaseUrl) : [];
  if (remains.length > 0) throw new ConfigError(remains);
  const app = await createApp(config, clock, logger);
  try {
    await app.init();
    // Otherwise the first who asks, and anybody may, has it written on the thread that answers banks.
    app.get(DeveloperDocuments).write();
    return app;
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
}

/**
 * The application, ready to listen. A database that does not answer is waited for, and meanwhile everybody is told so;
 * a restart of both in any order ends well. What waiting cannot mend (credentials, schema, configuration) is thrown.
 * @returns null when it was told to stop while it waited
 * @throws StartFailure, ConfigError
 */
export async function openWhenReady(
  config: Config,
  clock: Clock,
  logger: LoggerService,
  stop: AbortSignal,
): Promise<NestFastifyApplication | null> {
  const room = new WaitingRoom();
  let said = '';
  try {
    while (!stop.aborted) {
      try {
        return await open(config, clock, logger);
      } catch (error) {
        if (!(error instanceof DatabaseAway) && !isUnavailable(error)) throw error;
        const reason = (error as Error).message;
        if (reason !== said) logger.warn(`waiting for the database: ${reason}`, 'start');
        said = reason;
        await room.open(config.port, config.host);
      }
      await pause(RETRY_MILLISECONDS, undefined, { signal: stop }).catch(() => undefined);
    }
    return null;
  } finally {
    await room.close();
  }
}
