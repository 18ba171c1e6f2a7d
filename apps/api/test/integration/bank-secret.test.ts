import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { PDAM_PARTNER, startBankSimulator, type RunningBankSimulator } from '../../../bank-simulator/src';
import { OutboundDirectory } from '../../src/modules/bank-gateway/outbound';
import { Vault } from '../../src/platform/security';
import { testApp, type HttpCaller, type TestBank } from '../support';

/*
 * The secret a bank gave us, against the sandbox bank itself: it refuses a wrong one, and nobody's checkout ever meets
 * it.
 */

const app = testApp({ jobs: false });
const home = mkdtempSync(join(tmpdir(), 'bank that refuses '));
let sandbox: RunningBankSimulator;
let it1: HttpCaller;
let it2: HttpCaller;
let bank: TestBank;

interface Answer {
  approval_id: number;
  code: string;
  detail: string;
  probe: { step: string; refused: boolean; answer: string };
}

const url = (path = ''): string => `/banks/${String(bank.id)}/connection${path}`;
const ask = (secret: string, language = 'id') =>
  it1.post<Answer>(
    url('/secret'),
    { secret, reason: 'secret baru dari bank' },
    { headers: { 'accept-language': language } },
  );
const decide = (caller: HttpCaller, approval: number, decision: object = { decision: 'APPROVE' }) =>
  caller.post<Answer>(`/approvals/${String(approval)}/decision`, decision);

async function change(wishes: object = {}) {
  const { version } = (await it1.get<{ version: number }>(url())).body;
  return it1.post<Answer>(url('-changes'), {
    version,
    base_url: `${sandbox.url}/snap`,
    client_key: PDAM_PARTNER.clientKey,
    partner_id: PDAM_PARTNER.partnerId,
    channel_id: '95051',
    partner_service_id: '13501',
    mode: 'SYMMETRIC',
    va_minutes: 120,
    qris_minutes: 30,
    methods: ['VA', 'QRIS'],
    active: true,
    reason: 'bank baru tersambung',
    ...wishes,
  });
}

/** The secret that signs today, and whether another one waits. */
async function kept(): Promise<{ secret: string | null; waits: boolean }> {
  const row = await app.database.one<{ secret_enc: string | null; waits: boolean }>(
    'SELECT secret_enc, next_secret_enc IS NOT NULL AS waits FROM bank_outbound WHERE bank_id = $1',
    [bank.id],
  );
  const location = { table: 'bank_outbound', column: 'secret_enc', id: bank.id };
  return {
    secret: row.secret_enc === null ? null : app.get(Vault).open(row.secret_enc, location),
    waits: row.waits,
  };
}

async function control(path: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

beforeAll(async () => {
  sandbox = await startBankSimulator({
    port: 0,
    host: '127.0.0.1',
    apiUrl: app.url,
    home,
    now: () => app.clock.now(),
  });
  [it1, it2] = [await app.as('it'), await app.as('it2')];
  bank = await app.make.bank();
  const asked = await change();
  await decide(it2, asked.body.approval_id);
});
afterAll(async () => {
  await sandbox.close();
  rmSync(home, { recursive: true, force: true });
});

const SECRET = PDAM_PARTNER.secret;
const WRONG = `${SECRET.slice(0, -1)}x`;

describe('a secret of a bank', () => {
  it('is refused with the bank’s own words when our key is not registered there', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    await control('partner-key', {
      public_key: stranger.export({ type: 'spki', format: 'pem' }).toString(),
    });
    const refused = await ask(SECRET);
    expect([refused.status, refused.body.code]).toEqual([422, 'bank.probe_failed']);
    expect(refused.body.probe).toMatchObject({ step: 'TOKEN', refused: true });
    expect(refused.body.detail).toMatch(/4017300 Unauthorized.*minta bank mendaftarkan kunci publik kita/);
    expect(await kept()).toEqual({ secret: null, waits: false });
    const state = await it1.get<{ connection: { public_key: string } }>(url());
    await control('partner-key', { public_key: state.body.connection.public_key });
  });

  it('is refused when it is wrong, in the language of the reader, and nobody is asked to approve it', async () => {
    const refused = await ask(WRONG, 'en');
    expect([refused.status, refused.body.code]).toEqual([422, 'bank.probe_failed']);
    expect(refused.body.probe).toMatchObject({ step: 'READ', refused: true });
    expect(refused.body.detail).toMatch(
      /^The bank refused the signed call: 401\d{4} Unauthorized.*Copy the secret again/,
    );
    expect((await ask(WRONG)).body.detail).toMatch(/^Bank menolak panggilan yang ditandatangani: 401/);
    expect(await kept()).toEqual({ secret: null, waits: false });
    expect(await app.database.query("SELECT FROM persetujuan WHERE kind = 'bank_secret'")).toEqual([]);
  });

  it('takes effect when another person agrees, and until then nothing changes', async () => {
    const asked = await ask(SECRET);
    expect(asked.status).toBe(202);
    expect(await kept()).toEqual({ secret: null, waits: true });
    const shown = await it2.get<{ payload: { probe: object }; can_decide: boolean }>(
      `/approvals/${String(asked.body.approval_id)}`,
    );
    expect(shown.body).toMatchObject({ can_decide: true, payload: { probe: { passed: true } } });
    expect((await ask(SECRET)).body.code).toBe('approval.pending');
    expect((await decide(it1, asked.body.approval_id)).body.code).toBe('approval.same_person');
    const manager = await app.as('manajer');
    expect((await decide(manager, asked.body.approval_id)).body.code).toBe('approval.not_able');
    expect((await decide(it2, asked.body.approval_id)).status).toBe(200);
    expect(await kept()).toEqual({ secret: SECRET, waits: false });
  });

  it('is asked of the bank again when it is decided; refused there, the old one stays and the request is open', async () => {
    const asked = await ask(SECRET);
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const pem = stranger.export({ type: 'spki', format: 'pem' }).toString();
    await control('partner-key', { public_key: pem });
    const refused = await decide(it2, asked.body.approval_id);
    expect([refused.status, refused.body.code]).toEqual([422, 'bank.probe_failed']);
    expect(await kept()).toEqual({ secret: SECRET, waits: true });
    const open = await it2.get<{ status: string }>(`/approvals/${String(asked.body.approval_id)}`);
    expect(open.body.status).toBe('PENDING');
    const state = await it1.get<{ connection: { public_key: string } }>(url());
    await control('partner-key', { public_key: state.body.connection.public_key });
    const rejected = await decide(it2, asked.body.approval_id, {
      decision: 'REJECT',
      note: 'bank belum siap',
    });
    expect(rejected.status).toBe(200);
    expect(await kept()).toEqual({ secret: SECRET, waits: false });
  });

  it('is forgotten when the maker withdraws', async () => {
    const asked = await ask(SECRET);
    expect((await it1.post(`/approvals/${String(asked.body.approval_id)}/withdrawal`)).status).toBe(200);
    expect(await kept()).toEqual({ secret: SECRET, waits: false });
  });

  it('says that the bank could not be asked, which is not a refusal', async () => {
    await control('faults', { kind: 'error-500', services: ['73'] });
    const refused = await ask(SECRET);
    expect(refused.body).toMatchObject({ code: 'bank.probe_failed', probe: { refused: false } });
    expect(refused.body.detail).toMatch(/^Bank belum dapat ditanya/);
  });

  it('leaves every try on record, and the secret nowhere', async () => {
    const tries = await app.database.query<{ passed: boolean }>(
      "SELECT (after->>'passed')::boolean AS passed FROM log_aktivitas WHERE action = 'bank.connection_probed' ORDER BY id",
    );
    expect(tries.map(({ passed }) => passed)).toEqual([
      ...[false, false, false, true, true, true, true, false, true, false],
    ]);
    const written = await app.database.query<{ text: string }>(
      `SELECT a::text AS text FROM persetujuan a UNION ALL SELECT l::text FROM log_aktivitas l
       UNION ALL SELECT o::text FROM bank_outbound o UNION ALL SELECT c::text FROM outbound_call c
       UNION ALL SELECT x::text FROM outbox x`,
    );
    expect(written.filter(({ text }) => text.includes(SECRET) || text.includes(WRONG))).toEqual([]);
  });
});

describe('our own key at a bank', () => {
  interface State {
    connection: { public_key: string; next_public_key: string | null };
  }
  const keys = async () => {
    const { connection } = (await it1.get<State>(url())).body;
    return { now: connection.public_key, next: connection.next_public_key };
  };
  const use = (caller = it1) =>
    caller.post<Answer>(url('/own-key-changes'), { reason: 'kunci lama setahun dipakai' });

  it('has no successor before one is made, and one person makes it beside the one in use', async () => {
    const before = await keys();
    expect(before.next).toBeNull();
    expect((await use()).status).toBe(404);
    const made = await it1.post<State>(url('/own-key'));
    expect([made.status, made.body.connection.public_key]).toEqual([201, before.now]);
    const again = await it1.post<State>(url('/own-key'));
    expect(again.body.connection.next_public_key).not.toBe(made.body.connection.next_public_key);
    expect(again.body.connection.next_public_key).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  });

  it('is not used while the bank does not know it', async () => {
    const refused = await use();
    expect([refused.status, refused.body.code]).toEqual([422, 'bank.probe_failed']);
    expect(refused.body.probe).toMatchObject({ step: 'TOKEN', refused: true });
  });

  it('is used when the bank accepts it and another person agrees; asked of the bank both times', async () => {
    const before = await keys();
    await control('partner-key', { public_key: before.next });
    const asked = await use();
    expect(asked.status).toBe(202);
    expect((await it1.post<Answer>(url('/own-key'))).body.code).toBe('approval.pending');
    expect((await use()).body.code).toBe('approval.pending');
    expect((await decide(it1, asked.body.approval_id)).body.code).toBe('approval.same_person');
    await control('partner-key', { public_key: before.now });
    expect((await decide(it2, asked.body.approval_id)).body.code).toBe('bank.probe_failed');
    expect(await keys()).toEqual(before);
    await control('partner-key', { public_key: before.next });
    expect((await decide(it2, asked.body.approval_id)).status).toBe(200);
    expect(await keys()).toEqual({ now: before.next, next: null });
    // What signs from now on is the new one: the secret is tried with it.
    expect((await ask(SECRET)).status).toBe(202);
  });

  it('stays made when its request is withdrawn, and can be asked for again', async () => {
    const made = await it1.post<State>(url('/own-key'));
    const next = made.body.connection.next_public_key;
    await control('partner-key', { public_key: next });
    const asked = await use();
    expect((await it1.post(`/approvals/${String(asked.body.approval_id)}/withdrawal`)).status).toBe(200);
    expect((await keys()).next).toBe(next);
    const again = await use();
    expect((await decide(it2, again.body.approval_id)).status).toBe(200);
    expect((await keys()).now).toBe(next);
  });
});

describe('a connection that would be called as somebody else', () => {
  it('is tried first, and refused where the bank knows nobody of that name', async () => {
    app.get(OutboundDirectory).forget();
    const refused = await change({ client_key: 'nobody-here' });
    expect([refused.status, refused.body.code]).toEqual([422, 'bank.probe_failed']);
    expect(refused.body.probe).toMatchObject({ step: 'TOKEN', refused: true });
    expect((await change({ partner_id: 'nobody-here' })).body.probe).toMatchObject({ step: 'READ' });
    const other = await change({ base_url: `${sandbox.url}/kedua/snap` });
    expect(other.status).toBe(202);
    expect((await decide(it2, other.body.approval_id)).status).toBe(200);
  });

  it('may be switched off without asking the bank, and is tried before it is switched on', async () => {
    const off = await change({ active: false, client_key: 'nobody-here' });
    expect(off.status).toBe(202);
    expect((await decide(it2, off.body.approval_id)).status).toBe(200);
    expect((await change({ client_key: 'nobody-here' })).body.code).toBe('bank.probe_failed');
    const on = await change();
    expect((await decide(it2, on.body.approval_id)).status).toBe(200);
  });
});
