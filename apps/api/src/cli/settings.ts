import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, loadConfig, type Config } from '../platform/config';
import type { OpenDatabase } from './open-database';
import type { Secrets } from './secrets';

/** The checkout: this file is dist/server/apps/api/src/cli/settings.js in it. */
const ROOT = resolve(__dirname, '../../../../../..');
const PLACEHOLDER_DATABASE = 'postgresql://checked@127.0.0.1:1/later';

export interface BankSettings {
  readonly port: number;
}

/** Null where there is no bank to play with: in production, or when turned off. */
export function bankSettings(env: NodeJS.ProcessEnv): BankSettings | null {
  if (env.NODE_ENV === 'production' || env.BANK_SIMULATOR_PORT === 'off') return null;
  return { port: Number(env.BANK_SIMULATOR_PORT || '3100') };
}

function bankProblems(env: NodeJS.ProcessEnv): string[] {
  const bank = bankSettings(env);
  if (bank === null) return [];
  const problems: string[] = [];
  if (!Number.isInteger(bank.port) || bank.port < 1 || bank.port > 65_535)
    problems.push(
      `BANK_SIMULATOR_PORT must be a port number or "off", not "${env.BANK_SIMULATOR_PORT ?? ''}"`,
    );
  if (String(bank.port) === (env.PORT || '3000'))
    problems.push('PORT and BANK_SIMULATOR_PORT are the same port');
  return problems;
}

/**
 * Everything wrong with the surroundings, at once and before anything is started. What a demonstration makes for
 * itself (keys, a database) stands in as if it were there.
 */
export function checkSettings(env: NodeJS.ProcessEnv): void {
  const problems = bankProblems(env);
  const production = env.NODE_ENV === 'production';
  const own = (bytes: number) => `1:${randomBytes(bytes).toString('base64')}`;
  try {
    loadConfig(
      production
        ? env
        : {
            ...env,
            JWT_KEYS: env.JWT_KEYS || own(32),
            DATA_KEYS: env.DATA_KEYS || own(32),
            DATABASE_URL: env.DATABASE_URL || PLACEHOLDER_DATABASE,
          },
    );
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.unshift(...error.problems);
  }
  if (problems.length > 0) throw new ConfigError(problems);
}

/** The configuration of the running product: the environment, completed by what this home keeps. */
export function completeConfig(
  env: NodeJS.ProcessEnv,
  home: string,
  secrets: Secrets,
  database: OpenDatabase,
): Config {
  const webRoot = join(ROOT, 'dist', 'web');
  return loadConfig({
    ...env,
    TIRTAPAY_HOME: home,
    JWT_KEYS: env.JWT_KEYS || secrets.jwtKeys,
    DATA_KEYS: env.DATA_KEYS || secrets.dataKeys,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    TIRTAPAY_WEB_ROOT: env.TIRTAPAY_WEB_ROOT ?? (existsSync(webRoot) ? webRoot : undefined),
  });
}
