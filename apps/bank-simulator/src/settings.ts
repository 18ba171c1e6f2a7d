import { DEMO_BANKS, type BankProfile } from './bank-profile';

/** Where the sandbox bank runs, whom it calls and as whom. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly apiUrl: string;
  readonly home: string;
  readonly banks: readonly BankProfile[];
}

/** A setting that cannot be used; the message is one line for the person who started us. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Reads the settings from environment variables. Throws SettingError. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.BANK_SIMULATOR_PORT ?? '3100');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingError(`BANK_SIMULATOR_PORT bukan nomor port: ${env.BANK_SIMULATOR_PORT ?? ''}`);
  }
  const apiUrl = env.TIRTAPAY_URL ?? 'http://127.0.0.1:3000';
  if (!/^https?:$/.test(URL.canParse(apiUrl) ? new URL(apiUrl).protocol : '')) {
    throw new SettingError(`TIRTAPAY_URL bukan alamat http(s): ${apiUrl}`);
  }
  return {
    port,
    host: env.BANK_SIMULATOR_HOST ?? '127.0.0.1',
    apiUrl,
    home: env.TIRTAPAY_HOME ?? '.tirtapay',
    banks: DEMO_BANKS.map((bank) => ({
      ...bank,
      keyId: env.BANK_API_KEY ?? bank.keyId,
      secret: env.BANK_API_SECRET ?? bank.secret,
    })),
  };
}
