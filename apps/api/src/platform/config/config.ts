import { createHash, createSecretKey, type KeyObject } from 'node:crypto';

/** Thrown at start with every problem of the configuration at once, so that an operator fixes them in one go. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`configuration refused:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

export interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
}

export interface DataKey {
  readonly id: number;
  readonly key: Buffer;
}

/** Everything the process may know about its surroundings. Nothing else reads `process.env`. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly home: string;
  readonly zone: string;
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string;
  /** The address customers and banks see in links; receipts carry it. */
  readonly publicUrl: string;
  readonly trustedProxyCidrs: readonly string[];
  readonly jwtKeys: readonly SigningKey[];
  readonly dataKeys: readonly DataKey[];
  readonly inquiryKey: Buffer;
  readonly blindIndexKey: Buffer;
  readonly corePoolSize: number;
  readonly screenPoolSize: number;
  /** How long one download may take, from the first row to the last byte. */
  readonly exportSeconds: number;
  readonly secureCookies: boolean;
  readonly demo: boolean;
  readonly runJobs: boolean;
  readonly logLevel: string;
  readonly utility: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly hours: string;
  };
  readonly webRoot: string | null;
  /** Where the sandbox bank of a demonstration listens; null where there is none. */
  readonly sandboxBankUrl: string | null;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEMO_PATTERN = /demo|do-not-use|change-?me|password|secret123/i;

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret, 'base64');
}

/** Weak means: too short to resist guessing, or a text that ships with the product. */
function weakness(name: string, value: string | undefined, minimumBytes: number): string | null {
  if (value === undefined || value === '') return `${name} is not set`;
  if (DEMO_PATTERN.test(value)) return `${name} is a demonstration value`;
  if (bytesOf(value).length < minimumBytes)
    return `${name} is weak: at least ${String(minimumBytes)} random bytes, base64`;
  if (new Set(bytesOf(value)).size < 8) return `${name} is weak: it is not random`;
  return null;
}

function integer(
  env: Env,
  name: string,
  fallback: number,
  low: number,
  high: number,
  problems: string[],
): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high) {
    problems.push(`${name} must be a whole number from ${String(low)} to ${String(high)}, not "${text}"`);
    return fallback;
  }
  return value;
}

function zoneOf(env: Env, problems: string[]): string {
  const zone = env.TIRTAPAY_ZONE ?? 'Asia/Makassar';
  try {
    new Intl.DateTimeFormat('id-ID', { timeZone: zone });
  } catch {
    problems.push(`TIRTAPAY_ZONE "${zone}" is not a time zone`);
  }
  return zone;
}

function databaseUrlProblem(name: string, url: string, production: boolean): string | null {
  try {
    const parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) return `${name} must start with postgresql://`;
    if (production && /^(postgres|password|tirtapay|demo)?$/i.test(decodeURIComponent(parsed.password)))
      return `${name} carries a default password`;
    return null;
  } catch {
    return `${name} is not a URL`;
  }
}

/** Key lists are written `id:base64,id:base64`; the first one signs or seals, the others only verify or open. */
function keyList(text: string | undefined): { id: string; value: string }[] {
  return (text ?? '')
    .split(',')
    .filter((entry) => entry.includes(':'))
    .map((entry) => ({
      id: entry.slice(0, entry.indexOf(':')).trim(),
      value: entry.slice(entry.indexOf(':') + 1).trim(),
    }));
}

function productionProblems(env: Env): string[] {
  const problems: string[] = [];
  const jwt = keyList(env.JWT_KEYS);
  if (jwt.length === 0) problems.push('JWT_KEYS is not set (kid:base64 of at least 32 bytes)');
  for (const key of jwt) {
    const problem = weakness(`JWT_KEYS ${key.id}`, key.value, 32);
    if (problem !== null) problems.push(problem);
  }
  const data = keyList(env.DATA_KEYS);
  if (data.length === 0) problems.push('DATA_KEYS is not set (id:base64 of 32 bytes)');
  for (const key of data) {
    const problem = weakness(`DATA_KEYS ${key.id}`, key.value, 32);
    if (problem !== null) problems.push(problem);
  }
  for (const name of ['INQUIRY_KEY', 'BLIND_INDEX_KEY']) {
    const problem = weakness(name, env[name], 32);
    if (problem !== null) problems.push(problem);
  }
  if (env.DATABASE_URL === undefined || env.DATABASE_URL === '') problems.push('DATABASE_URL is not set');
  if (env.DATABASE_OWNER_URL === undefined || env.DATABASE_OWNER_URL === '')
    problems.push(
      'DATABASE_OWNER_URL is not set: migrations run as the owner, the application as a role without DDL',
    );
  else if (env.DATABASE_OWNER_URL === env.DATABASE_URL)
    problems.push(
      'DATABASE_OWNER_URL and DATABASE_URL are the same role: the application must not own its tables',
    );
  if (!env.PUBLIC_URL?.startsWith('https://')) problems.push('PUBLIC_URL must be an https:// address');
  if (env.TIRTAPAY_DEMO === '1' || env.TIRTAPAY_DEMO === 'true')
    problems.push('TIRTAPAY_DEMO is on: demo data and demo users are refused in production');
  return problems;
}

function sandboxBankUrl(env: Env, demo: boolean): string | null {
  return demo && env.BANK_SIMULATOR_PORT !== 'off'
    ? `http://127.0.0.1:${env.BANK_SIMULATOR_PORT || '3100'}`
    : null;
}

/**
 * Reads and checks the whole configuration.
 * @throws ConfigError listing every problem; in production also whatever is weak or only fit for a demonstration.
 */
export function loadConfig(env: Env): Config {
  const production = env.NODE_ENV === 'production';
  const demo = !production && env.TIRTAPAY_DEMO !== '0';
  const problems: string[] = production ? productionProblems(env) : [];
  const zone = zoneOf(env, problems);
  const port = integer(env, 'PORT', 3000, 0, 65_535, problems);
  const databaseUrl = env.DATABASE_URL ?? '';
  const databaseOwnerUrl = env.DATABASE_OWNER_URL ?? databaseUrl;
  for (const [name, url] of [
    ['DATABASE_URL', databaseUrl],
    ['DATABASE_OWNER_URL', databaseOwnerUrl],
  ] as const) {
    if (url === '') continue;
    const problem = databaseUrlProblem(name, url, production);
    if (problem !== null) problems.push(problem);
  }
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${String(port)}`).replace(/\/+$/, '');
  const jwtKeys = keyList(env.JWT_KEYS).map(({ id, value }) => ({
    kid: id,
    key: createSecretKey(bytesOf(value)),
  }));
  const dataKeys = keyList(env.DATA_KEYS).map(({ id, value }) => ({ id: Number(id), key: bytesOf(value) }));
  if (!production && jwtKeys.length === 0) problems.push('JWT_KEYS is not set');
  if (!production && dataKeys.length === 0) problems.push('DATA_KEYS is not set');
  if (dataKeys.some((key) => !Number.isInteger(key.id) || key.key.length !== 32))
    problems.push('DATA_KEYS entries are number:base64 of exactly 32 bytes');
  const corePoolSize = integer(env, 'DATABASE_POOL', 10, 2, 64, problems);
  const screenPoolSize = integer(env, 'DATABASE_SCREEN_POOL', 6, 2, 64, problems);
  const exportSeconds = integer(env, 'EXPORT_SECONDS', 600, 1, 3_600, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const derived = (purpose: string) =>
    createHash('sha256')
      .update(dataKeys[0]?.key ?? '')
      .update(purpose)
      .digest();
  return {
    production,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port,
    home: env.TIRTAPAY_HOME ?? '.tirtapay',
    zone,
    databaseUrl,
    databaseOwnerUrl,
    publicUrl,
    trustedProxyCidrs: (env.TRUSTED_PROXY_CIDRS ?? '')
      .split(',')
      .map((cidr) => cidr.trim())
      .filter((cidr) => cidr !== ''),
    jwtKeys,
    dataKeys,
    inquiryKey: env.INQUIRY_KEY === undefined ? derived('inquiry') : bytesOf(env.INQUIRY_KEY),
    blindIndexKey: env.BLIND_INDEX_KEY === undefined ? derived('blind-index') : bytesOf(env.BLIND_INDEX_KEY),
    corePoolSize,
    screenPoolSize,
    exportSeconds,
    secureCookies: publicUrl.startsWith('https://'),
    demo,
    runJobs: env.TIRTAPAY_JOBS !== '0',
    logLevel: env.LOG_LEVEL ?? 'info',
    utility: {
      name: env.UTILITY_NAME ?? 'Perumda Air Minum Tirta Anoa (Demo)',
      address: env.UTILITY_ADDRESS ?? 'Jl. Ahmad Yani No. 1, Kendari, Sulawesi Tenggara',
      phone: env.UTILITY_PHONE ?? '(0401) 000-0000',
      hours: env.UTILITY_HOURS ?? 'Senin–Jumat 08.00–15.30 WITA',
    },
    webRoot: env.TIRTAPAY_WEB_ROOT ?? null,
    sandboxBankUrl: sandboxBankUrl(env, demo),
  };
}
