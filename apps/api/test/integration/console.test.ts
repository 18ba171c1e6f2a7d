import type { NativeBankClient } from '@tirtapay/bank-protocol';
import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { snapPartner, TestSnapPartner } from '../support/snap-partner';
import { testApp, type HttpCaller, type TestBank } from '../support';

const app = testApp();
let it1: HttpCaller;
let bank: TestBank;
let client: NativeBankClient;
let partner: TestSnapPartner;

interface Call {
  id: number;
  bank: { code: string };
  received_at: string;
  method: string;
  path: string;
  http_status: number;
  code: string | null;
  replayed: boolean;
  bank_reference: string | null;
  latency_ms: number;
  protocol: string;
}
interface CallDetail extends Call {
  request_target: string;
  request_id: string;
  string_to_sign: string;
  request_body: string;
  response_body: string;
  payment_id: number | null;
  credential: string;
  ip: string;
}
interface Page<Row> {
  data: Row[];
  meta: { total: number };
}
interface Status {
  light: string;
  last_success_at: string | null;
  calls_15m: number;
  errors_15m: number;
  error_percent: number;
  p95_ms: number | null;
  outbound: { state: string; last_success_at: string | null };
  keys_expiring: number;
  open_webhooks: number;
  dead_webhooks: number;
}

const logged = () => app.get(BankCallLog).settled();
const status = async (id: number) => (await it1.get<Status>(`/banks/${String(id)}/status`)).body;
const calls = async (query: string) => {
  const answer = await it1.get<Page<Call>>(`/bank-calls?${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};

beforeAll(async () => {
  it1 = await app.as('it');
  bank = await app.make.bank();
  client = bank.client();
  partner = await snapPartner(app, bank);
});

describe('the request log', () => {
  let paid: { customer: { customer_number: string; name: string }; reference: string; requestId: string };

  beforeAll(async () => {
    const customer = await app.make.customer({ name: 'Siti Rahmawati' });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 12 });
    const inquiry = (await client.verify({ customer_number: customer.customer_number })).body as {
      inquiry_id: string;
      total_amount: number;
    };
    const body = {
      bank_reference: 'LOG/1',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER' as const,
    };
    const first = await client.process(body);
    expect(first.status).toBe(200);
    await client.process(body);
    await client.status('NOT/THERE');
    await partner.post('/api/snap/v1.0/transfer-va/inquiry', {
      ...partner.account('999999999995'),
      inquiryRequestId: 'log-1',
    });
    await logged();
    paid = { customer, reference: 'LOG/1', requestId: first.request.requestId };
  });

  it('shows a call as it came: canonical string, masked bodies, the payment', async () => {
    const page = await calls(`q=${paid.requestId}`);
    expect(page.data).toHaveLength(1);
    const detail = await it1.get<CallDetail>(`/bank-calls/${String(page.data[0]?.id)}`);
    const payment = await app.database.one<{ id: number }>(
      "SELECT id::int FROM pembayaran WHERE bank_reference = 'LOG/1'",
    );
    expect(detail.body).toMatchObject({
      bank: { code: bank.code },
      method: 'POST',
      path: '/api/v1/payment/process',
      http_status: 200,
      replayed: false,
      bank_reference: 'LOG/1',
      protocol: 'NATIVE',
      request_id: paid.requestId,
      credential: bank.keyId,
      payment_id: payment.id,
    });
    expect(detail.body.string_to_sign.split('\n')).toEqual([
      'POST',
      '/api/v1/payment/process',
      expect.stringMatching(/^\d{4}-/),
      paid.requestId,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect(detail.body.latency_ms).toBeGreaterThan(0);
    const verify = await calls(`bank_id=${String(bank.id)}&path=/api/v1/payment/verify`);
    const verified = await it1.get<CallDetail>(`/bank-calls/${String(verified0(verify))}`);
    expect(verified.body.response_body).toContain('S*** R');
    expect(verified.body.response_body).not.toContain('Rahmawati');
  });

  it('filters by status, code, path, reference, repetition, protocol and day', async () => {
    const own = `bank_id=${String(bank.id)}`;
    expect((await calls(`${own}&http_status=404&protocol=NATIVE`)).data.map((call) => call.code)).toEqual([
      'payment.not_found',
    ]);
    expect((await calls(`${own}&code=4042412`)).data.map((call) => call.protocol)).toEqual(['SNAP']);
    expect((await calls(`${own}&path=/api/snap`)).data.every((call) => call.protocol === 'SNAP')).toBe(true);
    expect((await calls(`${own}&bank_reference=LOG/1`)).meta.total).toBe(2);
    expect((await calls(`${own}&replayed=true`)).data.map((call) => call.bank_reference)).toEqual(['LOG/1']);
    expect((await calls(`q=LOG/1`)).meta.total).toBe(2);
    const today = app.clock.businessDate();
    expect((await calls(`${own}&from=${today}&to=${today}`)).meta.total).toBeGreaterThanOrEqual(5);
    expect((await calls(`${own}&to=2020-01-01`)).meta.total).toBe(0);
    const newestFirst = (await calls(own)).data.map((call) => call.id);
    expect(newestFirst).toEqual([...newestFirst].sort((a, b) => b - a));
  });

  it('is for those who may read logs', async () => {
    const admin = await app.as('admin');
    expect((await admin.get('/bank-calls')).status).toBe(403);
    expect((await it1.get('/bank-calls/999999999')).status).toBe(404);
    expect((await it1.get('/bank-calls?nonsense=1')).status).toBe(400);
  });
});

function verified0(page: Page<Call>): number {
  const id = page.data[0]?.id;
  if (id === undefined) throw new Error('no call logged');
  return id;
}

describe('calls of ours', () => {
  it('are listed with state and service, and shown in full', async () => {
    const { id } = await app.database.one<{ id: number }>(
      `INSERT INTO outbound_call (bank_id, service, external_id, state, http_status, response_code, request_body, error, started_at, latency_us, checks)
       VALUES ($1, '27', '170000', 'UNKNOWN', NULL, NULL, '{"trxId":"1"}', 'no answer in 10 s', $2, 10000000, 2) RETURNING id::int`,
      [bank.id, new Date(app.clock.now())],
    );
    const list = await it1.get<Page<{ id: number; service: string; state: string }>>(
      `/outbound-calls?bank_id=${String(bank.id)}&state=UNKNOWN,FAILED&service=27`,
    );
    expect(list.body.data).toEqual([expect.objectContaining({ id, service: '27', state: 'UNKNOWN' })]);
    const one = await it1.get(`/outbound-calls/${String(id)}`);
    expect(one.body).toMatchObject({
      external_id: '170000',
      error: 'no answer in 10 s',
      request_body: '{"trxId":"1"}',
      latency_ms: 10_000,
      checks: 2,
    });
    await app.database.query("UPDATE outbound_call SET state = 'FAILED' WHERE id = $1", [id]);
  });
});

describe('the status light', () => {
  it('is grey before the first call and green after good ones', async () => {
    const fresh = await app.make.bank();
    expect(await status(fresh.id)).toMatchObject({ light: 'GREY', calls_15m: 0, p95_ms: null });
    await expect(fresh.client().status('X/1')).resolves.toMatchObject({ status: 404 });
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 5 });
    await fresh.client().verify({ customer_number: customer.customer_number });
    await logged();
    const light = await status(fresh.id);
    expect(light).toMatchObject({
      light: 'GREEN',
      calls_15m: 2,
      errors_15m: 0,
      error_percent: 0,
      outbound: { state: 'NONE', last_success_at: null },
    });
    expect(light.p95_ms).toBeGreaterThan(0);
    expect(light.last_success_at).not.toBeNull();
  });

  it('turns amber and red with the share of failed calls, and forgets after a quarter of an hour', async () => {
    const shaky = await app.make.bank();
    const log = (httpStatus: number, count: number, minutesAgo = 1) =>
      app.database.query(
        `INSERT INTO payment_transaction (bank_id, received_at, method, request_target, request_id, request_timestamp, http_status, latency_us)
         SELECT $1, $4, 'POST', '/x', 'r', 't', $2, 1000 FROM generate_series(1, $3)`,
        [shaky.id, httpStatus, count, new Date(app.clock.now() - minutesAgo * 60_000)],
      );
    await log(200, 90);
    await log(404, 4);
    await log(503, 6);
    expect(await status(shaky.id)).toMatchObject({
      light: 'AMBER',
      calls_15m: 100,
      errors_15m: 6,
      error_percent: 6,
    });
    await log(503, 30);
    expect((await status(shaky.id)).light).toBe('RED');
    await app.database.query('UPDATE payment_transaction SET received_at = $2 WHERE bank_id = $1', [
      shaky.id,
      new Date(app.clock.now() - 16 * 60_000),
    ]);
    expect(await status(shaky.id)).toMatchObject({ light: 'GREEN', calls_15m: 0 });
    await app.database.query(
      `INSERT INTO webhook_inbox (bank_id, event_id, source, payload, state, received_at) VALUES ($1, 'E1', 'NATIVE', '{}', 'DEAD', now())`,
      [shaky.id],
    );
    await app.database.query(
      'UPDATE bank_api_key SET previous_valid_until = $2, previous_secret_enc = secret_enc WHERE bank_id = $1',
      [shaky.id, new Date(app.clock.now() + 3_600_000)],
    );
    expect(await status(shaky.id)).toMatchObject({ light: 'AMBER', dead_webhooks: 1, keys_expiring: 1 });
    await app.database.query('UPDATE bank_integration SET active = false WHERE id = $1', [shaky.id]);
    expect((await status(shaky.id)).light).toBe('GREY');
    await app.database.query(
      'UPDATE bank_api_key SET previous_valid_until = NULL, previous_secret_enc = NULL WHERE bank_id = $1',
      [shaky.id],
    );
    await app.database.query('DELETE FROM webhook_inbox WHERE bank_id = $1', [shaky.id]);
  });

  it('knows no bank that is not there', async () => {
    expect((await it1.get('/banks/999999/status')).status).toBe(404);
  });
});

describe('settings', () => {
  it('VA prefix and instructions change by approval, and nonsense is refused with a pointer', async () => {
    const url = `/banks/${String(bank.id)}`;
    const { version } = (await it1.get<{ version: number }>(url)).body;
    const instructions = {
      ATM: { id: ['Masukkan kartu', 'Pilih Bayar'], en: ['Insert card', 'Choose Pay'] },
    };
    const refused = await it1.post<{ errors: { pointer: string }[] }>(`${url}/settings-changes`, {
      version,
      instructions: { KIOSK: { id: ['x'], en: ['x'] } },
      reason: 'kanal salah',
    });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, '/instructions']);
    const asked = await it1.post<{ approval_id: number }>(`${url}/settings-changes`, {
      version,
      va_prefix: '13501',
      instructions,
      reason: 'petunjuk baru',
    });
    expect(asked.status).toBe(202);
    const it2 = await app.as('it2');
    const decided = await it2.post(`/approvals/${String(asked.body.approval_id)}/decision`, {
      decision: 'APPROVE',
    });
    expect(decided.status).toBe(200);
    expect((await it1.get(url)).body).toMatchObject({
      va_prefix: '13501',
      instructions,
      version: version + 1,
    });
  });

  it('warn whoever approves of a VA prefix that another bank has', async () => {
    const holder = await app.make.bank();
    await app.database.query("UPDATE bank_integration SET va_prefix = '77123' WHERE id = $1", [holder.id]);
    const summaryFor = async (prefix: string) => {
      const { id } = await app.make.bank();
      const asked = await it1.post<{ approval_id: number }>(`/banks/${String(id)}/settings-changes`, {
        version: 1,
        va_prefix: prefix,
        reason: 'awalan baru',
      });
      const { summary } = await app.database.one<{ summary: string }>(
        'SELECT summary FROM persetujuan WHERE id = $1',
        [asked.body.approval_id],
      );
      return summary;
    };
    expect(await summaryFor('77124')).not.toContain('perhatian');
    expect(await summaryFor('77123')).toContain(`awalan VA 77123 juga dipakai Bank ${holder.code}`);
  });

  it('take a cut-off and a prefix away by null, and leave what is not named', async () => {
    const url = `/banks/${String(bank.id)}`;
    const it2 = await app.as('it2');
    const change = async (asked: Record<string, unknown>) => {
      const { version } = (await it1.get<{ version: number }>(url)).body;
      const { body } = await it1.post<{ approval_id: number }>(`${url}/settings-changes`, {
        version,
        ...asked,
        reason: 'jam tutup buku',
      });
      const decision = { decision: 'APPROVE' };
      expect((await it2.post(`/approvals/${String(body.approval_id)}/decision`, decision)).status).toBe(200);
      return (await it1.get<Record<string, unknown>>(url)).body;
    };
    const night = { cutoff_start: '23:00', cutoff_end: '23:59' };
    expect(await change({ ...night, va_prefix: '13501' })).toMatchObject(night);
    const none = { cutoff_start: null, cutoff_end: null };
    expect(await change(none)).toMatchObject({ ...none, va_prefix: '13501' });
    expect(await change({ va_prefix: null })).toMatchObject({ va_prefix: null });
    const half = await it1.post(`${url}/settings-changes`, {
      version: 1,
      cutoff_start: '23:00',
      cutoff_end: null,
      reason: 'separuh saja',
    });
    expect(half.status).toBe(400);
  });

  it('leave instructions out that are null: they are never without a value', async () => {
    const url = `/banks/${String(bank.id)}`;
    const before = (await it1.get<{ version: number; instructions: object }>(url)).body;
    const asked = await it1.post<{ approval_id: number }>(`${url}/settings-changes`, {
      version: before.version,
      rate_limit_per_second: 42,
      instructions: null,
      reason: 'batas permintaan',
    });
    expect(asked.status).toBe(202);
    const it2 = await app.as('it2');
    const path = `/approvals/${String(asked.body.approval_id)}/decision`;
    expect((await it2.post(path, { decision: 'APPROVE' })).status).toBe(200);
    expect((await it1.get(url)).body).toMatchObject({
      rate_limit_per_second: 42,
      instructions: before.instructions,
    });
  });
});

describe('the credentials of a bank', () => {
  it('tell its SNAP partner without any secret', async () => {
    const { body } = await it1.get<{ snap_partners: object[] }>(`/banks/${String(bank.id)}`);
    expect(body.snap_partners).toHaveLength(1);
    // Named by what two people can compare, not only counted.
    expect(body.snap_partners[0]).toMatchObject({
      mode: 'SYMMETRIC',
      status: 'ACTIVE',
      public_keys: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    });
    expect(JSON.stringify(body)).not.toMatch(/secret_enc|BEGIN PUBLIC KEY/);
  });
});

describe('a new bank', () => {
  it('is made by two people, closed: no address, no key, in the sandbox', async () => {
    const ask = () =>
      it1.post<{ approval_id: number; code: string }>('/banks/requests', {
        code: 'BARU1',
        name: 'Bank Baru',
        reason: 'kerja sama baru',
      });
    const asked = await ask();
    expect(asked.status).toBe(202);
    const decide = async (who: 'it' | 'it2' | 'manajer') =>
      (await app.as(who)).post<{ code: string }>(`/approvals/${String(asked.body.approval_id)}/decision`, {
        decision: 'APPROVE',
      });
    expect((await decide('it')).body.code).toBe('approval.same_person');
    expect((await decide('manajer')).body.code).toBe('approval.not_able');
    expect((await decide('it2')).status).toBe(200);
    const banks = await it1.get<{ code: string }[]>('/banks');
    expect(banks.body.find(({ code }) => code === 'BARU1')).toMatchObject({
      name: 'Bank Baru',
      environment: 'SANDBOX',
      allowed_cidrs: [],
      keys: [],
    });
    expect((await ask()).body.code).toBe('bank.duplicate');
  });
});
