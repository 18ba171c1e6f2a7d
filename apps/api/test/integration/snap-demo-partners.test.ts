import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { registerDemoSnapPartners, VECTOR_PUBLIC_KEY } from '../../../local/src/demo/snap-partners';
import { SnapPartnerDirectory } from '../../src/modules/bank-gateway/security';
import { Database } from '../../src/platform/database';
import { Vault } from '../../src/platform/security';
import { testApp } from '../support';
import { SNAP, testRsaKeys, TestSnapPartner } from '../support/snap-partner';

const app = testApp();

it('gives the demo banks a credential per signature mode, and renews only the keys', async () => {
  const [sultra, kedua] = [await app.make.bank({ code: 'SULTRA' }), await app.make.bank({ code: 'KEDUA' })];
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  const register = (publicKeys: string[]) =>
    app.get(Database).transaction((tx) =>
      registerDemoSnapPartners(tx, {
        vault: app.get(Vault),
        sultraBankId: sultra.id,
        keduaBankId: kedua.id,
        publicKeys,
      }),
    );
  await register([other.export({ type: 'spki', format: 'pem' }).toString()]);
  await register([testRsaKeys().publicPem]);
  app.get(SnapPartnerDirectory).forget();
  const secret = 'demo-snap-secret-do-not-use-in-production';
  for (const partner of [
    new TestSnapPartner(app, sultra, 0, 'demo-snap-sultra', 'SYMMETRIC', secret),
    new TestSnapPartner(app, kedua, 0, 'demo-snap-asym', 'ASYMMETRIC', ''),
  ]) {
    const body = { ...partner.account('010203000046'), inquiryRequestId: 'INQ-1' };
    expect((await partner.post(SNAP.inquiry, body)).code).toBe('4042412');
  }
  expect(await app.database.one('SELECT count(*)::int AS n FROM snap_partner')).toEqual({ n: 2 });
});

it('embeds the public key of the shared vectors', () => {
  const file = join(__dirname, '../../../../libs/bank-protocol/fixtures/test_rsa_public.pem');
  expect(VECTOR_PUBLIC_KEY.trim()).toBe(readFileSync(file, 'utf8').trim());
});
