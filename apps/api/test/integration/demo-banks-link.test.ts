import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { DemoBanksLink } from '../../../local/src/demo';
import { demoRemains } from '../../src/process/demo-remains';
import { loadConfig, type Config } from '../../src/platform/config';
import { testApp, type TestBank } from '../support';

const app = testApp();
let sultra: TestBank;
let kedua: TestBank;

const key = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString();

const secrets = {
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
};
const config = (): Config => loadConfig({ NODE_ENV: 'test', DATABASE_URL: app.database.appUrl, ...secrets });

function start<T>(work: (link: DemoBanksLink) => Promise<T>): Promise<T> {
  return DemoBanksLink.with(config(), work);
}

const hosts = () =>
  app.database.query<Record<string, unknown>>(
    'SELECT bank_id::int AS bank, base_url, active, private_key_enc FROM bank_outbound ORDER BY bank_id',
  );

const partners = () =>
  app.database.query<Record<string, unknown>>(
    'SELECT client_key, bank_id::int AS bank, mode, partner_service_id, public_keys FROM snap_partner ORDER BY client_key DESC',
  );

beforeAll(async () => {
  [sultra, kedua] = [await app.make.bank({ code: 'SULTRA' }), await app.make.bank({ code: 'KEDUA' })];
});

it('leaves a database alone whose banks only bear the same names', async () => {
  const told = await start(async (link) => {
    await link.admitSnapPartners([key()]);
    return link.callSandboxAt('http://127.0.0.1:3100');
  });
  expect([told, await hosts(), await partners()]).toEqual([null, [], []]);
});

describe('the demo banks', () => {
  beforeAll(async () => {
    await app.make.bankKey(sultra.id, 'demo-bank-sultra', 'demo-secret-sultra-do-not-use-in-production');
    await app.make.bankKey(kedua.id, 'demo-bank-kedua', 'demo-secret-kedua-do-not-use-in-production');
  });

  it('are called at their sandbox, by the same key at every start, wherever it listens today', async () => {
    const first = await start((link) => link.callSandboxAt('http://127.0.0.1:3100'));
    const kept = (await hosts())[0]?.private_key_enc;
    const again = await start((link) => link.callSandboxAt('http://127.0.0.1:3199'));
    expect(again).toBe(first);
    expect(first).toContain('BEGIN PUBLIC KEY');
    expect(await hosts()).toMatchObject([
      { bank: sultra.id, base_url: 'http://127.0.0.1:3199/snap', active: true, private_key_enc: kept },
      { bank: kedua.id, base_url: 'http://127.0.0.1:3199/kedua/snap', active: true },
    ]);
  });

  it('are not called while there is no sandbox, and are again when it is back', async () => {
    await start((link) => link.stopCalling());
    expect((await hosts()).map((host) => host.active)).toEqual([false, false]);
    await start((link) => link.callSandboxAt('http://127.0.0.1:3100'));
    expect((await hosts()).map((host) => host.active)).toEqual([true, true]);
  });

  it('call by SNAP under the sandbox’s key of today and that of the shared vectors', async () => {
    const [old, now] = [key(), key()];
    await start((link) => link.admitSnapPartners([old]));
    await start((link) => link.admitSnapPartners([now]));
    expect(await partners()).toMatchObject([
      { client_key: 'demo-snap-sultra', bank: sultra.id, mode: 'SYMMETRIC', partner_service_id: '   13501' },
      { client_key: 'demo-snap-asym', bank: kedua.id, mode: 'ASYMMETRIC', partner_service_id: '   13501' },
    ]);
    for (const { public_keys: keys } of await partners()) {
      expect(keys).toHaveLength(2);
      expect(keys).toContain(now);
    }
  });

  it('are never tied to anything in production, where a partner of the demonstration stops the start', async () => {
    const production = { ...config(), production: true };
    await expect(DemoBanksLink.with(production, (link) => link.admitSnapPartners([]))).rejects.toThrow(
      'production',
    );
    const remains = await demoRemains(config().databaseUrl);
    for (const name of ['demo-snap-sultra', 'demo-snap-asym'])
      expect(remains.join()).toContain(`SNAP partner ${name}`);
  });
});
