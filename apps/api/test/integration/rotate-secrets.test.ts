import { NativeBankClient } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { createApp } from '../../src/app.setup';
import { ConfigError, loadConfig } from '../../src/platform/config';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { Database } from '../../src/platform/database';
import { SEALED_COLUMNS } from '../../src/house';
import { missingDataKeys, rotateEnvelopes, Vault } from '../../src/platform/security';
import { snapPartner } from '../support/snap-partner';
import { eventually, testApp } from '../support';

const OLD = `1:${randomBytes(32).toString('base64')}`;
const NEW = `2:${randomBytes(32).toString('base64')}`;
const app = testApp({ environment: { DATA_KEYS: OLD } });

function configWith(dataKeys: string) {
  return loadConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: app.database.appUrl,
    JWT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    DATA_KEYS: dataKeys,
    TIRTAPAY_JOBS: '0',
  });
}

async function withDatabase<T>(
  dataKeys: string,
  work: (database: Database, vault: Vault) => Promise<T>,
): Promise<T> {
  const config = configWith(dataKeys);
  const database = new Database(config);
  try {
    return await work(database, new Vault(config));
  } finally {
    await database.onApplicationShutdown();
  }
}

const NIK = '7471010101900001';

async function seed(): Promise<{ keyId: number; bankId: number; customerId: number }> {
  const bank = await app.make.bank();
  const vault = app.get(Vault);
  const { id: keyId } = await app.database.one<{ id: number }>(
    'SELECT id::int FROM bank_api_key WHERE bank_id = $1',
    [bank.id],
  );
  await app.database.query(
    'UPDATE bank_api_key SET previous_secret_enc = $2, previous_valid_until = now() WHERE id = $1',
    [
      keyId,
      vault.seal('the previous one', { table: 'bank_api_key', column: 'previous_secret_enc', id: keyId }),
    ],
  );
  await snapPartner(app, bank);
  await app.database.query(
    `INSERT INTO bank_outbound (bank_id, base_url, client_key, partner_id, channel_id, partner_service_id, mode, secret_enc, private_key_enc)
     VALUES ($1, 'https://bank.example', 'c', 'p', '95051', '   13501', 'SYMMETRIC', $2, $3)`,
    [
      bank.id,
      vault.seal('outbound', { table: 'bank_outbound', column: 'secret_enc', id: bank.id }),
      vault.seal('pem', { table: 'bank_outbound', column: 'private_key_enc', id: bank.id }),
    ],
  );
  const customer = await app.make.customer();
  await app.database.query('UPDATE pelanggan SET nik_encrypted = $2, nik_index = $3 WHERE id = $1', [
    customer.id,
    vault.seal(NIK, { table: 'pelanggan', column: 'nik_encrypted', id: customer.id }),
    vault.blindIndex(NIK),
  ]);
  return { keyId, bankId: bank.id, customerId: customer.id };
}

describe('rotating the data key', () => {
  it('knows every sealed column of the schema', async () => {
    const rows = await app.database.query<{ place: string }>(
      `SELECT c.conrelid::regclass || '.' || a.attname AS place FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
       WHERE c.contype = 'c' AND pg_get_constraintdef(c.oid) LIKE '%^v1:%' ORDER BY 1`,
    );
    expect(rows.map(({ place }) => place)).toEqual(
      SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort(),
    );
  });

  it('seals everything again while calls go on, and then the old key is not needed', async () => {
    const { keyId, bankId, customerId } = await seed();
    const extra = await app.make.bank();
    for (let count = 0; count < 450; count += 1)
      await app.make.bankKey(extra.id, `many-keys-${String(count)}`, `secret ${String(count)}`);
    const serving = configWith(`${OLD},${NEW}`);
    const replica = await createApp(serving, app.clock, false);
    await replica.listen(0, '127.0.0.1');
    const url = (await replica.getUrl()).replace('[::1]', '127.0.0.1');
    const seen: number[] = [];
    const ended = new AbortController();
    const client = new NativeBankClient({
      baseUrl: url,
      keyId: extra.keyId,
      secret: extra.secret,
      now: () => app.clock.now(),
    });
    const callOn = async (): Promise<void> => {
      while (!ended.signal.aborted || seen.length < 200) seen.push((await client.status('NONE/1')).status);
    };
    const load = callOn();
    try {
      const rotated = await withDatabase(`${NEW},${OLD}`, (database, vault) =>
        rotateEnvelopes(database, vault, SEALED_COLUMNS),
      );
      const counts = new Map(rotated.map(({ table, column, resealed }) => [`${table}.${column}`, resealed]));
      expect(counts.get('bank_api_key.secret_enc')).toBe(452);
      expect(counts.get('bank_api_key.previous_secret_enc')).toBe(1);
      expect(counts.get('snap_partner.secret_enc')).toBe(1);
      expect(counts.get('bank_outbound.private_key_enc')).toBe(1);
      expect(counts.get('pelanggan.nik_encrypted')).toBe(1);
      expect(rotated.flatMap(({ unreadable }) => unreadable)).toEqual([]);
      // The replica reads the credentials anew, and is called with what it read.
      replica.get(BankDirectory, { strict: false }).forget();
      const sealed = seen.length;
      await eventually(
        () => seen.length,
        (calls) => calls >= sealed + 50,
      );
    } finally {
      ended.abort();
      await load;
      await replica.close();
    }
    expect(seen.length).toBeGreaterThanOrEqual(200);
    expect(seen.filter((status) => status !== 404)).toEqual([]);
    await withDatabase(NEW, async (database, vault) => {
      const [row] = await database.screen<{ secret_enc: string; previous_secret_enc: string }>(
        'SELECT secret_enc, previous_secret_enc FROM bank_api_key WHERE id = $1',
        [keyId],
      );
      const open = (table: string, column: string, id: number, envelope: string | undefined) =>
        vault.open(envelope ?? '', { table, column, id });
      expect(open('bank_api_key', 'previous_secret_enc', keyId, row?.previous_secret_enc)).toBe(
        'the previous one',
      );
      const [outbound] = await database.screen<{ private_key_enc: string }>(
        'SELECT private_key_enc FROM bank_outbound WHERE bank_id = $1',
        [bankId],
      );
      expect(open('bank_outbound', 'private_key_enc', bankId, outbound?.private_key_enc)).toBe('pem');
      const [customer] = await database.screen<{ nik_encrypted: string; nik_index: Buffer }>(
        'SELECT nik_encrypted, nik_index FROM pelanggan WHERE id = $1',
        [customerId],
      );
      expect(open('pelanggan', 'nik_encrypted', customerId, customer?.nik_encrypted)).toBe(NIK);
      expect(customer?.nik_index).toEqual(vault.blindIndex(NIK));
      expect(await missingDataKeys(database, [2], SEALED_COLUMNS)).toEqual([]);
    });
  });

  it('does nothing the second time, and leaves what it cannot open', async () => {
    const again = await withDatabase(`${NEW},${OLD}`, (database, vault) =>
      rotateEnvelopes(database, vault, SEALED_COLUMNS),
    );
    expect(again.every(({ resealed, unreadable }) => resealed === 0 && unreadable.length === 0)).toBe(true);
    // A third key, and the one everything is sealed with is lost.
    const lost = await withDatabase(`3:${randomBytes(32).toString('base64')}`, (database, vault) =>
      rotateEnvelopes(database, vault, SEALED_COLUMNS),
    );
    expect(lost.every(({ resealed }) => resealed === 0)).toBe(true);
    expect(
      lost.find(({ table, column }) => table === 'bank_api_key' && column === 'secret_enc')?.unreadable,
    ).toHaveLength(452);
  });

  it('refuses to start without a key that is in use, and names it', async () => {
    const replica = await createApp(configWith(OLD), app.clock, false);
    try {
      const refusal: unknown = await replica.init().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(ConfigError);
      expect((refusal as ConfigError).problems.join()).toContain('DATA_KEYS lacks key 2');
    } finally {
      await replica.close();
    }
  });
});
