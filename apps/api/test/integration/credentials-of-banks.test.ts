import { generateKeyPairSync } from 'node:crypto';
import { SnapPartnerDirectory } from '../../src/modules/bank-gateway/security';
import { snapPartner, TestSnapPartner, testRsaKeys } from '../support/snap-partner';
import { testApp, type HttpCaller, type TestBank } from '../support';

/*
 * What banks prove themselves with: opened by two people, closed by one at once, never in silence, and the last one of a
 * bank with real money only by somebody who knows that it is the last.
 */

const app = testApp();
let it1: HttpCaller;
let it2: HttpCaller;
let admin: HttpCaller;

beforeAll(async () => {
  [it1, it2, admin] = [await app.as('it'), await app.as('it2'), await app.as('admin')];
});

interface Notice {
  kind: string;
  title: string;
  body: string;
  link: string | null;
}
interface Partner {
  id: number;
  client_key: string;
  partner_service_id: string;
  mode: string;
  status: string;
  public_keys: string[];
  secret_pending: boolean;
}

async function latestNotice(caller: HttpCaller, language = 'id'): Promise<Notice | undefined> {
  await app.deliverEvents();
  const page = await caller.get<{ data: Notice[] }>('/notices', { headers: { 'accept-language': language } });
  return page.body.data.find(({ kind }) => kind === 'bank_key.revoked');
}

const partnersOf = async (bank: TestBank) =>
  (await it1.get<{ snap_partners: Partner[] }>(`/banks/${String(bank.id)}`)).body.snap_partners;

async function agreed(path: string, body: object): Promise<void> {
  const asked = await it1.post<{ approval_id: number }>(path, { reason: 'permintaan bank', ...body });
  if (asked.status !== 202) throw new Error(asked.text);
  const approval = `/approvals/${String(asked.body.approval_id)}/decision`;
  expect((await it1.post<{ code: string }>(approval, { decision: 'APPROVE' })).body.code).toBe(
    'approval.same_person',
  );
  const decided = await it2.post(approval, { decision: 'APPROVE' });
  if (decided.status !== 200) throw new Error(decided.text);
  app.get(SnapPartnerDirectory).forget();
}

describe('revoking a native key', () => {
  it('is done at once by one person, and told to whoever could open another and to the office', async () => {
    const bank = await app.make.bank();
    await app.make.bankKey(bank.id, 'spare-key', 'secret of the spare key of this test');
    const { id } = await app.database.one<{ id: number }>(
      'SELECT id::int FROM bank_api_key WHERE key_id = $1',
      [bank.keyId],
    );
    const url = `/banks/${String(bank.id)}/keys/${String(id)}/revocation`;
    expect((await it1.post(url, { reason: 'secret terkirim lewat surel' })).status).toBe(204);
    expect((await bank.client().status('NONE/1')).status).toBe(401);
    for (const name of ['super', 'it2', 'admin', 'admin2'] as const) {
      const notice = await latestNotice(await app.as(name));
      expect(notice).toMatchObject({
        title: `Kunci API Bank ${bank.code} dicabut`,
        body: `${bank.keyId} dicabut Budi Santoso: secret terkirim lewat surel.`,
        link: `/admin/banks/${String(bank.id)}/keys`,
      });
    }
    for (const name of ['petugas', 'manajer'] as const)
      expect(await latestNotice(await app.as(name))).toBeUndefined();
    expect((await latestNotice(admin, 'en'))?.title).toBe(`API key of Bank ${bank.code} revoked`);
    const [written] = await app.database.query<{ after: object }>(
      "SELECT after FROM log_aktivitas WHERE action = 'bank_key.revoked' AND entity_id = $1",
      [id],
    );
    expect(written?.after).toMatchObject({ name: bank.keyId, last: false });
  });

  it('asks once more for the last one of a bank with real money, also when two are revoked at once', async () => {
    const bank = await app.make.bank();
    const spare = await app.make.bankKey(bank.id, 'spare-live', 'secret of the spare key of this test');
    const { id } = await app.database.one<{ id: number }>(
      'SELECT id::int FROM bank_api_key WHERE key_id = $1',
      [bank.keyId],
    );
    const revoke = (caller: HttpCaller, key: number, body: object = {}) =>
      caller.post<{ code?: string }>(`/banks/${String(bank.id)}/keys/${String(key)}/revocation`, {
        reason: 'kunci bocor',
        ...body,
      });
    const both = await Promise.all([revoke(it1, id), revoke(it2, spare)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('bank.last_key');
    const active = await app.database.query<{ id: number }>(
      "SELECT id::int FROM bank_api_key WHERE bank_id = $1 AND status = 'ACTIVE'",
      [bank.id],
    );
    expect(active).toHaveLength(1);
    const last = active[0]?.id ?? 0;
    expect((await revoke(it1, last)).body.code).toBe('bank.last_key');
    expect((await revoke(it1, last, { last_key_confirmed: true })).status).toBe(204);
    expect((await latestNotice(admin))?.body).toMatch(
      /Ini yang terakhir: panggilan bank itu sekarang ditolak/,
    );
  });
});

describe('the SNAP credential of a bank', () => {
  let bank: TestBank;
  let base: string;
  const publicKey = () => testRsaKeys().publicPem;

  beforeAll(async () => {
    bank = await app.make.bank();
    base = `/banks/${String(bank.id)}/snap-partners`;
  });

  it('is made by two people; its secret is shown once, to the one who asked, and works', async () => {
    await agreed(base, {
      channel_id: '95231',
      partner_service_id: '13501',
      mode: 'SYMMETRIC',
      public_key: publicKey(),
    });
    const [partner] = await partnersOf(bank);
    expect(partner).toMatchObject({
      client_key: expect.stringMatching(/^tp-[0-9a-f]{24}$/) as string,
      partner_service_id: '   13501',
      secret_pending: true,
      public_keys: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    });
    const url = `${base}/${String(partner?.id)}/reveal`;
    expect((await it2.post(url)).status).toBe(404);
    const shown = await it1.post<{ key_id: string; secret: string }>(url);
    expect(shown.status).toBe(200);
    expect((await it1.post(url)).status).toBe(404);
    const caller = new TestSnapPartner(
      app,
      bank,
      partner?.id ?? 0,
      shown.body.key_id,
      'SYMMETRIC',
      shown.body.secret,
    );
    const answer = await caller.post('/api/snap/v1.0/transfer-va/inquiry', {
      ...caller.account('999999999995'),
      inquiryRequestId: 'made-1',
    });
    expect(answer.code).toBe('4042412');
  });

  it('gets a new secret by two people, and the old one verifies until the overlap ends', async () => {
    const old = await snapPartner(app, bank);
    await agreed(`${base}/${String(old.rowId)}/rotations`, { overlap_hours: 2 });
    const shown = await it1.post<{ secret: string }>(`${base}/${String(old.rowId)}/reveal`);
    expect(shown.status).toBe(200);
    const renewed = new TestSnapPartner(app, bank, old.rowId, old.partnerId, 'SYMMETRIC', shown.body.secret);
    const inquire = async (partner: TestSnapPartner, id: string) =>
      (
        await partner.post('/api/snap/v1.0/transfer-va/inquiry', {
          ...partner.account('999999999995'),
          inquiryRequestId: id,
        })
      ).code;
    expect([await inquire(old, 'old-1'), await inquire(renewed, 'new-1')]).toEqual(['4042412', '4042412']);
    // Made anew inside its overlap, what was shown is what the bank may sign with by now; the one before it is refused.
    await agreed(`${base}/${String(old.rowId)}/rotations`, { overlap_hours: 2 });
    expect([await inquire(old, 'old-again'), await inquire(renewed, 'kept')]).toEqual(['4012400', '4042412']);
    // What that one made is shown to nobody: the next goes on with the same, no longer than was agreed for it.
    expect((await partnersOf(bank)).find(({ id }) => id === old.rowId)).toMatchObject({
      rotation_keeps_older: true,
    });
    await agreed(`${base}/${String(old.rowId)}/rotations`, { overlap_hours: 168 });
    const made = await it1.post<{ secret: string }>(`${base}/${String(old.rowId)}/reveal`);
    const last = new TestSnapPartner(app, bank, old.rowId, old.partnerId, 'SYMMETRIC', made.body.secret);
    expect(await inquire(renewed, 'kept-again')).toBe('4042412');
    app.clock.advance(3 * 3_600_000);
    app.get(SnapPartnerDirectory).forget();
    expect([await inquire(renewed, 'kept-2'), await inquire(last, 'new-2')]).toEqual(['4012400', '4042412']);
    app.clock.advance(-3 * 3_600_000);
  });

  it('is not rotated otherwise than was agreed to when its secret is shown meanwhile', async () => {
    const partner = await snapPartner(app, bank);
    const url = `${base}/${String(partner.rowId)}`;
    await agreed(`${url}/rotations`, { overlap_hours: 24 });
    const asked = await it1.post<{ approval_id: number }>(`${url}/rotations`, {
      overlap_hours: 24,
      reason: 'rotasi berkala',
    });
    expect((await it1.post(`${url}/reveal`)).status).toBe(200);
    const decide = (decision: object) =>
      it2.post<{ code?: string }>(`/approvals/${String(asked.body.approval_id)}/decision`, decision);
    expect((await decide({ decision: 'APPROVE' })).body.code).toBe('approval.outdated');
    expect((await decide({ decision: 'REJECT', note: 'Sudah ditampilkan' })).status).toBe(200);
    await agreed(`${url}/rotations`, { overlap_hours: 24 });
  });

  it('has no secret to renew when it signs with its own key alone', async () => {
    const partner = await snapPartner(app, bank, { mode: 'ASYMMETRIC' });
    const refused = await it1.post<{ code: string }>(`${base}/${String(partner.rowId)}/rotations`, {
      overlap_hours: 2,
      reason: 'rotasi berkala',
    });
    expect(refused.body.code).toBe('bank.key_not_found');
  });

  it('takes another public key by two people, and loses one at once; never a private or a weak one', async () => {
    const partner = await snapPartner(app, bank);
    const url = `${base}/${String(partner.rowId)}/public-keys`;
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = (key: { export: (o: { type: 'spki'; format: 'pem' }) => string | Buffer }) =>
      key.export({ type: 'spki', format: 'pem' }).toString();
    const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const [key, code] of [
      [secret, 'not_public'],
      [`${pem(weak.publicKey)}${' '.repeat(100)}`, 'too_short'],
      ['x'.repeat(400), 'unreadable'],
    ] as const) {
      const refused = await it1.post<{ errors: object[] }>(url, { public_key: key, reason: 'kunci baru' });
      expect(refused.body.errors).toEqual([
        { pointer: '/public_key', code, message: expect.any(String) as string },
      ]);
    }
    const known = await it1.post<{ code: string }>(url, { public_key: publicKey(), reason: 'kunci baru' });
    expect(known.body.code).toBe('bank.public_key_known');
    await agreed(url, { public_key: pem(pair.publicKey) });
    const now = async () => (await partnersOf(bank)).find(({ id }) => id === partner.rowId)?.public_keys;
    const [first = '', second = ''] = (await now()) ?? [];
    expect((await partner.askToken()).code).toBe('2007300');
    const remove = (fingerprint: string) =>
      it1.post(`${url}/removals`, { fingerprint, reason: 'kunci lama bocor' });
    expect((await remove(first)).status).toBe(204);
    expect((await remove(first)).status).toBe(404);
    app.get(SnapPartnerDirectory).forget();
    expect((await partner.askToken()).code).toBe('4017300');
    expect(await now()).toEqual([second]);
    expect((await latestNotice(await app.as('super')))?.title).toBe(
      `Kunci publik SNAP Bank ${bank.code} dicabut`,
    );
  });

  it('is revoked at once, the last one of a live bank only when that is meant', async () => {
    const live = await app.make.bank();
    const partner = await snapPartner(app, live);
    const url = `/banks/${String(live.id)}/snap-partners/${String(partner.rowId)}`;
    const refused = await it1.post<{ code: string }>(`${url}/revocation`, { reason: 'kunci bocor' });
    expect(refused.body.code).toBe('bank.last_key');
    const only = (await partnersOf(live))[0]?.public_keys[0];
    const last = await it1.post<{ code: string }>(`${url}/public-keys/removals`, {
      fingerprint: only,
      reason: 'kunci bocor',
    });
    expect(last.body.code).toBe('bank.last_key');
    const meant = { reason: 'kunci bocor', last_key_confirmed: true };
    expect((await it1.post(`${url}/revocation`, meant)).status).toBe(204);
    app.get(SnapPartnerDirectory).forget();
    expect((await partner.askToken()).code).toBe('4017300');
    expect((await latestNotice(admin))?.body).toMatch(
      /^test-snap-\d+ dicabut Budi Santoso: kunci bocor\. Ini yang terakhir/,
    );
    expect((await it1.post(`${url}/revocation`, meant)).status).toBe(404);
  });

  it('belongs to Admin IT', async () => {
    expect((await admin.post(base, {})).status).toBe(403);
    expect((await admin.post(`${base}/1/revocation`, {})).status).toBe(403);
    expect((await it1.post(`${base}/999999/revocation`, { reason: 'tidak ada' })).status).toBe(404);
  });
});
