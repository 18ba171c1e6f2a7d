import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDAM_PARTNER, startBankSimulator, type RunningBankSimulator } from '../../../bank-simulator/src';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import { OutboundDirectory } from '../../src/modules/bank-gateway/outbound';
import { testApp, type HttpCaller, type TestBank } from '../support';

const app = testApp({ jobs: false });
const home = mkdtempSync(join(tmpdir(), 'connected bank '));
let sandbox: RunningBankSimulator;
let it1: HttpCaller;
let it2: HttpCaller;
let bank: TestBank;

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
});
afterAll(async () => {
  await sandbox.close();
  rmSync(home, { recursive: true, force: true });
});

interface State {
  version: number;
  connection: {
    base_url: string;
    public_key: string;
    has_secret: boolean;
    partner_service_id: string;
  } | null;
}

const url = (path = ''): string => `/banks/${String(bank.id)}/connection${path}`;
const state = async (): Promise<State> => (await it1.get<State>(url())).body;

async function change(wishes: object = {}) {
  return it1.post<{ approval_id: number; code: string; errors: { pointer: string; code: string }[] }>(
    url('-changes'),
    {
      version: (await state()).version,
      base_url: `${sandbox.url}/snap`,
      client_key: PDAM_PARTNER.clientKey,
      partner_id: PDAM_PARTNER.partnerId,
      channel_id: '95051',
      partner_service_id: '13501',
      mode: 'SYMMETRIC',
      merchant_id: 'PDAM-SANDBOX',
      va_minutes: 120,
      qris_minutes: 30,
      methods: ['VA', 'QRIS'],
      active: true,
      reason: 'bank baru tersambung',
      ...wishes,
    },
  );
}

/** The secret the bank gave us, asked for by one and agreed by another; the bank itself is asked both times. */
async function agreedSecret(secret: string): Promise<void> {
  const asked = await it1.post<{ approval_id: number }>(url('/secret'), {
    secret,
    reason: 'diterima dari bank',
  });
  if (asked.status !== 202) throw new Error(asked.text);
  const decided = await decide(it2, asked.body.approval_id);
  if (decided.status !== 200) throw new Error(decided.text);
}

const decide = (caller: HttpCaller, approval: number) =>
  caller.post<{ code?: string }>(`/approvals/${String(approval)}/decision`, { decision: 'APPROVE' });

async function offered(): Promise<string[]> {
  app.get(OutboundDirectory).forget();
  app.get(BankDirectory).forget();
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const inquiry = await app.anyone.post<{ token: string }>('/public/inquiries', {
    customer_number: customer.customer_number,
  });
  const { token } = inquiry.body;
  const ways = await app.anyone.get<{ method: string }[]>(`/public/payment-methods?token=${token}`);
  const methods = ways.body.map(({ method }) => method).filter((method) => method !== 'TELLER');
  for (const method of methods) {
    const made = await app.anyone.post('/public/intents', { token, method, bank_code: bank.code });
    if (made.status !== 201) throw new Error(made.text);
  }
  return methods;
}

describe('the connection to a bank', () => {
  const SECRET = PDAM_PARTNER.secret;

  it('is made from the screen alone: address agreed by two, our key handed over, theirs sealed', async () => {
    expect(await state()).toMatchObject({ connection: null });
    expect(await offered()).toEqual([]);
    const asked = await change();
    expect(asked.status).toBe(202);
    expect((await decide(it1, asked.body.approval_id)).body.code).toBe('approval.same_person');
    expect((await decide(it2, asked.body.approval_id)).status).toBe(200);

    const { connection } = await state();
    expect(connection).toMatchObject({ partner_service_id: '13501', has_secret: false });
    const handed = await fetch(`${sandbox.url}/control/partner-key`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ public_key: connection?.public_key }),
    });
    expect(handed.status).toBe(200);
    await agreedSecret(SECRET);
    expect(await offered()).toEqual(['VA', 'QRIS']);
  });

  it('shows the secret nowhere, and keeps our key when it changes', async () => {
    const before = await state();
    const asked = await change({ methods: ['VA'] });
    await decide(it2, asked.body.approval_id);
    const after = await state();
    expect(after).toMatchObject({
      version: before.version + 1,
      connection: { has_secret: true, public_key: before.connection?.public_key },
    });
    expect(await offered()).toEqual(['VA']);
    const written = await app.database.query<{ text: string }>(
      `SELECT a::text AS text FROM persetujuan a UNION ALL SELECT l::text FROM log_aktivitas l
       UNION ALL SELECT o::text FROM bank_outbound o`,
    );
    expect(written.length).toBeGreaterThan(3);
    expect(written.filter(({ text }) => text.includes(SECRET))).toEqual([]);
    expect(JSON.stringify(after)).not.toContain('PRIVATE');
  });

  it('is not changed by what was approved of an older state', async () => {
    const asked = await change({ va_minutes: 60 });
    const { version } = await state();
    const settings = await it1.post<{ approval_id: number }>(`/banks/${String(bank.id)}/settings-changes`, {
      version,
      rate_limit_per_second: 1_000,
      reason: 'batas baru',
    });
    expect((await decide(it2, settings.body.approval_id)).status).toBe(200);
    expect((await decide(it2, asked.body.approval_id)).body.code).toBe('version.conflict');
    const rejected = await it2.post(`/approvals/${String(asked.body.approval_id)}/decision`, {
      decision: 'REJECT',
      note: 'keadaan sudah berubah',
    });
    expect(rejected.status).toBe(200);
  });

  it('may be switched off', async () => {
    const asked = await change({ active: false });
    await decide(it2, asked.body.approval_id);
    expect(await offered()).toEqual([]);
  });

  it.each([
    ['http://api.bank.example.com', 'NOT_HTTPS'],
    ['file:///etc/passwd', 'HOST'],
    ['https://127.1', 'HOST'],
    ['https://169.254.169.254', 'HOST'],
    ['https://2130706433', 'HOST'],
    ['https://0x7f000001', 'HOST'],
    ['https://user@api.bank.example.com', 'CREDENTIALS'],
    ['https://api.bank.example.com:5432', 'PORT'],
    ['https://аpi.bank.example.com', 'HOST'],
    ['https://api.bank.example.com/?next=1', 'MALFORMED'],
  ])('never leads to %s', async (address, problem) => {
    const before = await app.database.one('SELECT count(*)::int AS n FROM persetujuan');
    const refused = await change({ base_url: address });
    expect([refused.status, refused.body.code]).toEqual([422, 'bank.address_refused']);
    expect(refused.body.errors).toEqual([
      { pointer: '/base_url', code: problem, message: expect.any(String) as string },
    ]);
    expect(await app.database.one('SELECT count(*)::int AS n FROM persetujuan')).toEqual(before);
  });

  it('is for Admin IT, and of a bank there is', async () => {
    const office = await app.as('admin');
    expect((await office.post(url('-changes'), {})).status).toBe(403);
    expect((await office.post(url('/secret'), {})).status).toBe(403);
    expect((await it1.get('/banks/999999/connection')).status).toBe(404);
    const other = await app.make.bank();
    const secret = { secret: SECRET, reason: 'diterima dari bank' };
    expect((await it1.post(`/banks/${String(other.id)}/connection/secret`, secret)).status).toBe(404);
  });
});
