import { join } from 'node:path';
import { ConfigError, loadConfig } from './config';

/** Random enough for a check of form, the same every day. */
const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256)).toString('base64');
const SOUND = {
  DATABASE_URL: 'postgresql://app:s3@db/tirtapay',
  JWT_KEYS: `k1:${KEY}`,
  DATA_KEYS: `1:${KEY}`,
};
const PRODUCTION = {
  ...SOUND,
  NODE_ENV: 'production',
  DATABASE_OWNER_URL: 'postgresql://owner:s4@db/tirtapay',
  INQUIRY_KEY: KEY,
  BLIND_INDEX_KEY: KEY,
  PUBLIC_URL: 'https://bayar.example.id',
  FILES_ROOT: '/var/lib/tirtapay/files',
};

function problems(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('configuration', () => {
  it('is sound with what has to be set, here and in production', () => {
    expect(problems(SOUND)).toEqual([]);
    expect(problems(PRODUCTION)).toEqual([]);
  });

  it('takes what is set to nothing as not set', () => {
    const nothing = Object.fromEntries(
      ['PORT', 'HOST', 'PUBLIC_URL', 'TIRTAPAY_HOME', 'INQUIRY_KEY', 'LOG_LEVEL', 'TIRTAPAY_JOBS'].map(
        (name) => [name, ''],
      ),
    );
    const { jwtKeys, ...config } = loadConfig({ ...SOUND, ...nothing });
    const { jwtKeys: same, ...expected } = loadConfig(SOUND);
    expect(config).toEqual(expected);
    expect(jwtKeys).toHaveLength(same.length);
  });

  const WRONG = {
    TIRTAPAY_ZONE: 'Mars/Olympus',
    PORT: 'abc',
    DATABASE_URL: 'mysql://db/x',
    DATABASE_OWNER_URL: 'not a url',
    PUBLIC_URL: 'ftp://x',
    JWT_KEYS: 'no-colon',
    DATA_KEYS: 'one:c2hvcnQ=',
    TIRTAPAY_DEMO: 'perhaps',
    TRUSTED_PROXY_CIDRS: '10.0.0.0/8,300.1.1.1',
    INQUIRY_KEY: 'c2hvcnQ=',
    BLIND_INDEX_KEY: 'c2hvcnQ=',
    DATABASE_POOL: '1',
    RETENTION_CALL_LOG_MONTHS: '2',
    RETENTION_OUTBOX_DAYS: '29',
    RETENTION_NOTICE_DAYS: '89',
    RETENTION_JOB_DAYS: '89',
    DATABASE_SCREEN_POOL: '1.5',
    EXPORT_SECONDS: '0',
    COUNTER_DIFFERENCE_LIMIT: '-1',
    SHUTDOWN_GRACE_MILLISECONDS: '-1',
    TIRTAPAY_TWO_STEP: 'maybe',
    TIRTAPAY_JOBS: 'off',
    LOG_LEVEL: 'loud',
  };

  it.each(['test', 'production'])('says everything that is wrong at once, by name (%s)', (NODE_ENV) => {
    const found = problems({ ...WRONG, NODE_ENV });
    for (const name of Object.keys(WRONG)) expect(found.join('\n')).toMatch(new RegExp(`^${name}\\b`, 'm'));
    for (const problem of found) expect(problem).toMatch(/^[A-Z_]+ /);
  });

  it.each(Object.entries(WRONG))('finds %s=%s alone', (name, value) => {
    const found = problems({ ...SOUND, [name]: value });
    expect(found.length).toBeGreaterThan(0);
    for (const problem of found) expect(problem.startsWith(`${name} `)).toBe(true);
  });

  it('says everything that is missing at once', () => {
    const names = (env: Readonly<Record<string, string>>) =>
      problems(env).map((problem) => problem.split(' ')[0]);
    expect(names({})).toEqual(['DATABASE_URL', 'JWT_KEYS', 'DATA_KEYS']);
    expect(names({ NODE_ENV: 'production' })).toEqual([
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
      'PUBLIC_URL',
      'JWT_KEYS',
      'DATA_KEYS',
      'FILES_ROOT',
      'INQUIRY_KEY',
      'BLIND_INDEX_KEY',
    ]);
  });

  it('keeps photos in the home, in a folder of their own or in a bucket, and in one place only', () => {
    const filesOf = (env: Readonly<Record<string, string>>) => loadConfig({ ...SOUND, ...env }).files;
    expect(filesOf({})).toEqual({ kind: 'DISK', root: join('.tirtapay', 'files') });
    expect(filesOf({ TIRTAPAY_HOME: '/srv/second' })).toEqual({ kind: 'DISK', root: '/srv/second/files' });
    expect(filesOf({ FILES_ROOT: '/srv/files' })).toEqual({ kind: 'DISK', root: '/srv/files' });
    const bucket = { S3_BUCKET: 'foto', S3_ENDPOINT: 'https://s3.example.id/', S3_REGION: 'id-1' };
    const key = { S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' };
    expect(filesOf({ ...bucket, ...key })).toEqual({
      kind: 'S3',
      bucket: 'foto',
      region: 'id-1',
      endpoint: 'https://s3.example.id',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    expect(filesOf({ S3_BUCKET: 'foto' })).toMatchObject({ endpoint: undefined, credentials: undefined });
    for (const [wrong, said] of [
      [{ ...bucket, FILES_ROOT: '/srv/files' }, /^FILES_ROOT and S3_BUCKET/],
      [{ ...bucket, S3_ACCESS_KEY_ID: 'a' }, /^S3_ACCESS_KEY_ID and/],
      [{ ...bucket, S3_ENDPOINT: 'ftp://x' }, /^S3_ENDPOINT must/],
    ] as const)
      expect(problems({ ...SOUND, ...wrong })).toEqual([expect.stringMatching(said)]);
    expect(problems({ ...PRODUCTION, FILES_ROOT: '', S3_BUCKET: 'foto' })).toEqual([]);
  });

  it('names a key by its id or its place and never says the key', () => {
    const found = problems({ ...SOUND, JWT_KEYS: `k1:${KEY},${KEY},k1:${KEY},k2:c2hvcnQ=` });
    expect(found).toEqual([
      'JWT_KEYS entry 2 is not kid:base64 of at least 32 bytes',
      'JWT_KEYS k1 is there twice',
      'JWT_KEYS k2 is weak: at least 32 random bytes, base64',
    ]);
    expect(found.join()).not.toContain(KEY);
    expect(problems({ ...SOUND, JWT_KEYS: 'k1:!', DATA_KEYS: '1:!' })).toHaveLength(2);
  });

  it('refuses in production what only a demonstration may have', () => {
    const found = problems({
      ...PRODUCTION,
      TIRTAPAY_DEMO: '1',
      PUBLIC_URL: 'http://bayar.example.id',
      DATABASE_OWNER_URL: PRODUCTION.DATABASE_URL,
      INQUIRY_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    expect(found.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_OWNER_URL',
      'PUBLIC_URL',
      'TIRTAPAY_DEMO',
      'INQUIRY_KEY',
    ]);
  });
});
