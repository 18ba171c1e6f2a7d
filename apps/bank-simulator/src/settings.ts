import { DEMO_BANKS, type BankProfile } from './bank-profile';

/** Where the sandbox bank runs, whom it calls and as whom. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly apiUrl: string;
  readonly home: string;
  readonly banks: readonly BankProfile[];
  /** 20 unless said. */
  readonly tokenDigits?: 16 | 20;
}

/** A setting that cannot be used; the message is one line for the person who started us. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

function portOf(env: NodeJS.ProcessEnv, name: string, fallback: string): number {
  const text = env[name] || fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingError(`${name} bukan nomor port: ${text}`);
  }
  return port;
}

/** PLN gives 20 digits; the PPOB specification prints 16. */
function tokenDigits(env: NodeJS.ProcessEnv): 16 | 20 {
  const text = env.PLN_TOKEN_DIGITS || '20';
  if (text !== '16' && text !== '20') throw new SettingError(`PLN_TOKEN_DIGITS bukan 16 atau 20: ${text}`);
  return text === '16' ? 16 : 20;
}

/** An API that listens on every address is found on this machine's own. */
const EVERYWHERE = new Set(['', '0.0.0.0', '::']);

/** The API of the same instance: the variables that made it listen elsewhere lead there. */
function instanceUrl(env: NodeJS.ProcessEnv): string {
  const { HOST = '' } = env;
  const host = EVERYWHERE.has(HOST) ? '127.0.0.1' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(portOf(env, 'PORT', '3000'))}`;
}

/**
 * Reads the settings from environment variables; one that is set to nothing is not set. `PORT`, `HOST` and
 * `TIRTAPAY_HOME` mean the same as for `npm start`, so that a second instance has its bank by the same variables.
 * Throws SettingError.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = portOf(env, 'BANK_SIMULATOR_PORT', '3100');
  const apiUrl = env.TIRTAPAY_URL || instanceUrl(env);
  if (!/^https?:$/.test(URL.canParse(apiUrl) ? new URL(apiUrl).protocol : '')) {
    throw new SettingError(`TIRTAPAY_URL bukan alamat http(s): ${apiUrl}`);
  }
  return {
    port,
    host: env.BANK_SIMULATOR_HOST || '127.0.0.1',
    apiUrl,
    home: env.TIRTAPAY_HOME || '.tirtapay',
    tokenDigits: tokenDigits(env),
    banks: DEMO_BANKS.map((bank) => ({
      ...bank,
      keyId: env.BANK_API_KEY || bank.keyId,
      secret: env.BANK_API_SECRET || bank.secret,
    })),
  };
}
