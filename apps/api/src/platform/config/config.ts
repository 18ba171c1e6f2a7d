import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { sealingKeys, signingKeys, singleKey } from './secret-keys';
import { SettingReader, type Env } from './setting-reader';

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

/** Where photos lie: a folder, or a bucket of an object store that speaks S3. */
export type FilesConfig =
  | { readonly kind: 'DISK'; readonly root: string }
  | {
      readonly kind: 'S3';
      readonly bucket: string;
      readonly region: string;
      /** Of a store that is not Amazon's. */
      readonly endpoint: string | undefined;
      /** Without them those of the machine's role are used. */
      readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
    };

/** How long what is not books stays in the database. What is books has no setting: it stays. See docs/operations.md. */
export interface RetentionConfig {
  /** Whole months of bank calls behind the running one; older ones are archived, not deleted. */
  readonly callLogMonths: number;
  /** Days a delivered event stays. */
  readonly outboxDays: number;
  /** Days a notice stays in the list of whoever it is for. */
  readonly noticeDays: number;
  /** Days a run of a job that is over stays. */
  readonly jobDays: number;
}

/** Everything the process may know about its surroundings. Nothing else reads `process.env`. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly home: string;
  readonly files: FilesConfig;
  readonly retention: RetentionConfig;
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
  /** Coarse limits of every route, per process: one address, one member of staff. */
  readonly callsPerMinute: { readonly address: number; readonly person: number };
  /** On so many devices a member of staff is signed in at once; the oldest gives way (ASVS 7.1.2). */
  readonly sessionsPerPerson: number;
  /** How long one download may take, from the first row to the last byte. */
  readonly exportSeconds: number;
  /** How long a process that was told to stop still serves new calls, so that its balancer can learn of it. */
  readonly shutdownGraceMilliseconds: number;
  /** The largest difference of a drawer, in rupiah, that its cashier answers for alone. */
  readonly counterDifferenceLimit: number;
  readonly secureCookies: boolean;
  /** Whoever holds the powers of the house signs in in two steps; elsewhere it is offered to everybody. */
  readonly twoStepRequired: boolean;
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

/** The two roles: outside production one may be both. */
function databaseUrls(settings: SettingReader, production: boolean): { app: string; owner: string } {
  const app = settings.databaseUrl('DATABASE_URL', production);
  const owner = settings.databaseUrl('DATABASE_OWNER_URL', production);
  if (app === undefined) settings.refuse('DATABASE_URL is not set');
  if (production && owner === undefined)
    settings.refuse(
      'DATABASE_OWNER_URL is not set: migrations run as the owner, the application as a role without DDL',
    );
  if (production && owner !== undefined && owner === app)
    settings.refuse(
      'DATABASE_OWNER_URL and DATABASE_URL are the same role: the application must not own its tables',
    );
  return { app: app ?? '', owner: owner ?? app ?? '' };
}

/** Demonstration data and users: never in production, on everywhere else unless switched off. */
function demonstration(settings: SettingReader, production: boolean): boolean {
  const asked = settings.flag('TIRTAPAY_DEMO');
  if (production && asked && settings.text('TIRTAPAY_DEMO') !== undefined)
    settings.refuse('TIRTAPAY_DEMO is on: demo data and demo users are refused in production');
  return asked && !production;
}

/** In a demonstration everybody signs in with the password that is printed beside it; where money is, nobody may. */
function twoStepRequired(settings: SettingReader, production: boolean, demo: boolean): boolean {
  const rule = settings.text('TIRTAPAY_TWO_STEP') ?? (demo ? 'offered' : 'required');
  if (!['required', 'offered'].includes(rule))
    settings.refuse(`TIRTAPAY_TWO_STEP must be required or offered, not "${rule}"`);
  if (production && rule === 'offered')
    settings.refuse(
      'TIRTAPAY_TWO_STEP must be required in production: Admin Super and Admin IT sign in in two steps',
    );
  return rule !== 'offered';
}

/** A folder that goes with its container is no place for what a bill was checked against. */
function files(settings: SettingReader, home: string, production: boolean): FilesConfig {
  const root = settings.text('FILES_ROOT');
  const bucket = settings.text('S3_BUCKET');
  if (root !== undefined && bucket !== undefined)
    settings.refuse('FILES_ROOT and S3_BUCKET are both set: photos lie in one place');
  if (bucket === undefined) {
    if (production && root === undefined && settings.text('TIRTAPAY_HOME') === undefined)
      settings.refuse(
        'FILES_ROOT is not set: name the folder that keeps the photos, or a bucket by S3_BUCKET',
      );
    return { kind: 'DISK', root: root ?? join(home, 'files') };
  }
  const [accessKeyId, secretAccessKey] = [
    settings.text('S3_ACCESS_KEY_ID'),
    settings.text('S3_SECRET_ACCESS_KEY'),
  ];
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined))
    settings.refuse('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together');
  const endpoint = settings.text('S3_ENDPOINT');
  return {
    kind: 'S3',
    bucket,
    region: settings.text('S3_REGION') ?? 'auto',
    endpoint: endpoint === undefined ? undefined : settings.webAddress('S3_ENDPOINT', endpoint, production),
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined
        ? undefined
        : { accessKeyId, secretAccessKey },
  };
}

function sandboxBankUrl(settings: SettingReader, demo: boolean): string | null {
  const port = settings.text('BANK_SIMULATOR_PORT') ?? '3100';
  return demo && port !== 'off' ? `http://127.0.0.1:${port}` : null;
}

/**
 * Reads and checks the whole configuration.
 * @throws ConfigError listing every problem; in production also whatever is weak or only fit for a demonstration.
 */
export function loadConfig(env: Env): Config {
  const production = env.NODE_ENV === 'production';
  const settings = new SettingReader(env);
  const zone = settings.zone('TIRTAPAY_ZONE', 'Asia/Makassar');
  const port = settings.integer('PORT', 3000, 0, 65_535);
  const database = databaseUrls(settings, production);
  const publicUrl = settings.webAddress('PUBLIC_URL', `http://localhost:${String(port)}`, production);
  const jwtKeys = signingKeys(settings, 'JWT_KEYS', production);
  const dataKeys = sealingKeys(settings, 'DATA_KEYS', production);
  const derived = (purpose: string) =>
    createHash('sha256')
      .update(dataKeys[0]?.bytes ?? '')
      .update(purpose)
      .digest();
  const demo = demonstration(settings, production);
  const home = settings.text('TIRTAPAY_HOME') ?? '.tirtapay';
  const config: Config = {
    production,
    host: settings.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port,
    home,
    files: files(settings, home, production),
    retention: {
      // Disputes with a bank are about the last months; below three, a quarter's statement could not be looked up.
      callLogMonths: settings.integer('RETENTION_CALL_LOG_MONTHS', 13, 3, 1_200),
      outboxDays: settings.integer('RETENTION_OUTBOX_DAYS', 90, 30, 36_500),
      // A month end is looked into within the quarter; nothing of the books hangs on either.
      noticeDays: settings.integer('RETENTION_NOTICE_DAYS', 365, 90, 36_500),
      jobDays: settings.integer('RETENTION_JOB_DAYS', 365, 90, 36_500),
    },
    zone,
    databaseUrl: database.app,
    databaseOwnerUrl: database.owner,
    publicUrl,
    trustedProxyCidrs: settings.networks('TRUSTED_PROXY_CIDRS'),
    jwtKeys: jwtKeys.map(({ id, bytes }) => ({ kid: id, key: createSecretKey(bytes) })),
    dataKeys: dataKeys.map(({ id, bytes }) => ({ id, key: bytes })),
    inquiryKey: singleKey(settings, 'INQUIRY_KEY', production) ?? derived('inquiry'),
    blindIndexKey: singleKey(settings, 'BLIND_INDEX_KEY', production) ?? derived('blind-index'),
    corePoolSize: settings.integer('DATABASE_POOL', 10, 2, 64),
    screenPoolSize: settings.integer('DATABASE_SCREEN_POOL', 6, 2, 64),
    callsPerMinute: {
      address: settings.integer('ADDRESS_CALLS_PER_MINUTE', 12_000, 60, 10_000_000),
      person: settings.integer('STAFF_CALLS_PER_MINUTE', 1_200, 60, 10_000_000),
    },
    sessionsPerPerson: settings.integer('SESSIONS_PER_PERSON', 5, 1, 1_000),
    exportSeconds: settings.integer('EXPORT_SECONDS', 600, 1, 3_600),
    shutdownGraceMilliseconds: settings.integer('SHUTDOWN_GRACE_MILLISECONDS', 2_000, 0, 60_000),
    counterDifferenceLimit: settings.integer('COUNTER_DIFFERENCE_LIMIT', 10_000, 0, 10_000_000),
    twoStepRequired: twoStepRequired(settings, production, demo),
    secureCookies: publicUrl.startsWith('https://'),
    demo,
    runJobs: settings.flag('TIRTAPAY_JOBS'),
    logLevel: settings.logLevel('LOG_LEVEL', 'info'),
    utility: {
      name: settings.text('UTILITY_NAME') ?? 'Perumda Air Minum Tirta Anoa (Demo)',
      address: settings.text('UTILITY_ADDRESS') ?? 'Jl. Ahmad Yani No. 1, Kendari, Sulawesi Tenggara',
      phone: settings.text('UTILITY_PHONE') ?? '(0401) 000-0000',
      hours: settings.text('UTILITY_HOURS') ?? 'Senin–Jumat 08.00–15.30 WITA',
    },
    webRoot: settings.text('TIRTAPAY_WEB_ROOT') ?? null,
    sandboxBankUrl: sandboxBankUrl(settings, demo),
  };
  if (settings.problems.length > 0) throw new ConfigError(settings.problems);
  return config;
}
