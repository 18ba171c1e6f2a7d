import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configProblems, productionProblems } from '../../api/src/process/fit-for-production';
import { ConfigError, loadConfig, type Config, type FilesConfig } from '../../api/src/platform/config';
import type { OpenDatabase } from './open-database';
import type { Secrets } from './secrets';

/** The checkout: this file is dist/server/apps/local/src/settings.js in it. */
const ROOT = resolve(__dirname, '../../../../..');
const PLACEHOLDER_DATABASE = 'postgresql://checked@127.0.0.1:1/later';

export interface BankSettings {
  readonly port: number;
  /** Of the tokens its supplier sells: 20 as PLN gives them, 16 as the PPOB specification prints them. */
  readonly tokenDigits: 16 | 20;
}

/** Null where there is no bank to play with: in production, or when turned off. */
export function bankSettings(env: NodeJS.ProcessEnv): BankSettings | null {
  if (env.NODE_ENV === 'production' || env.BANK_SIMULATOR_PORT === 'off') return null;
  return {
    port: Number(env.BANK_SIMULATOR_PORT || '3100'),
    tokenDigits: env.PLN_TOKEN_DIGITS === '16' ? 16 : 20,
  };
}

function bankProblems(env: NodeJS.ProcessEnv): string[] {
  const bank = bankSettings(env);
  if (bank === null) return [];
  const problems: string[] = [];
  if (!Number.isInteger(bank.port) || bank.port < 1 || bank.port > 65_535)
    problems.push(
      `BANK_SIMULATOR_PORT must be a port number or "off", not "${env.BANK_SIMULATOR_PORT ?? ''}"`,
    );
  if (!['', '16', '20'].includes(env.PLN_TOKEN_DIGITS ?? ''))
    problems.push(`PLN_TOKEN_DIGITS must be 16 or 20, not "${env.PLN_TOKEN_DIGITS ?? ''}"`);
  if (String(bank.port) === (env.PORT || '3000'))
    problems.push('PORT and BANK_SIMULATOR_PORT are the same port');
  return problems;
}

/**
 * Everything wrong with the surroundings, at once and before anything is started. What a demonstration makes for
 * itself (keys, a database) stands in as if it were there.
 */
export async function checkSettings(env: NodeJS.ProcessEnv): Promise<void> {
  const own = () => `1:${randomBytes(32).toString('base64')}`;
  const problems =
    env.NODE_ENV === 'production'
      ? await productionProblems(env)
      : configProblems({
          ...env,
          JWT_KEYS: env.JWT_KEYS || own(),
          DATA_KEYS: env.DATA_KEYS || own(),
          DATABASE_URL: env.DATABASE_URL || PLACEHOLDER_DATABASE,
        });
  const all = [...problems, ...bankProblems(env)];
  if (all.length > 0) throw new ConfigError(all);
}

/** The configuration as far as it needs neither keys nor a database: for commands that look without the product. */
function plainConfig(env: NodeJS.ProcessEnv): Config {
  const own = `1:${randomBytes(32).toString('base64')}`;
  return loadConfig({
    ...env,
    JWT_KEYS: env.JWT_KEYS || own,
    DATA_KEYS: env.DATA_KEYS || own,
    DATABASE_URL: env.DATABASE_URL || PLACEHOLDER_DATABASE,
  });
}

/** Where the photos of this home lie. */
export function filesOf(env: NodeJS.ProcessEnv, home: string): FilesConfig {
  return plainConfig({ ...env, TIRTAPAY_HOME: home }).files;
}

/** How long what is no book stays in the database. */
export function retentionOf(env: NodeJS.ProcessEnv): Config['retention'] {
  return plainConfig(env).retention;
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
    TIRTAPAY_WEB_ROOT: env.TIRTAPAY_WEB_ROOT || (existsSync(webRoot) ? webRoot : undefined),
  });
}
