import { NativeBankClient, signNative } from '@tirtapay/bank-protocol';
import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { snapPartner, SNAP, type TestSnapPartner } from '../support/snap-partner';
import { eventually, testApp, type HttpCaller, type TestBank } from '../support';

const app = testApp();
let it1: HttpCaller;
let it2: HttpCaller;

interface Scenario {
  code: string;
  title: string;
  status: 'PENDING' | 'PASS' | 'FAIL';
  reason: string | null;
  request_id: string | null;
}
interface Run {
  id: number;
  bank_id: number;
  status: 'RUNNING' | 'PASSED' | 'FAILED';
  key_id: string | null;
  started_by: { name: string } | null;
  finished_at: string | null;
  scenarios: Scenario[];
}
interface Inquiry {
  inquiry_id: string;
  total_amount: number;
}

beforeAll(async () => {
  it1 = await app.as('it');
  it2 = await app.as('it2');
});

const code = (body: unknown) => (body as { code?: string }).code;
const start = (bank: TestBank, body: object = {}) =>
  it1.post<Run>(`/banks/${String(bank.id)}/certifications`, body);
const byStatus = (run: Run, status: string) =>
  run.scenarios.filter((scenario) => scenario.status === status).map((scenario) => scenario.code);

async function look(id: number): Promise<Run> {
  await app.get(BankCallLog).settled();
  const answer = await it1.get<Run>(`/certifications/${String(id)}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Refused calls are looked at after their answer has left. */
const lookUntil = (id: number, done: (run: Run) => boolean): Promise<Run> => eventually(() => look(id), done);

async function owing() {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 12 });
  return customer;
}

const paidAt = () => app.clock.text(app.clock.now());

/** Everything a bank engineer does in the afternoon of the certification. */
async function showNative(bank: TestBank, client: NativeBankClient): Promise<void> {
  const customer = await owing();
  const { inquiry_id, total_amount } = (await client.verify({ customer_number: customer.customer_number }))
    .body as Inquiry;
  const body = (reference: string, amount = total_amount) => ({
    bank_reference: reference,
    inquiry_id,
    amount,
    paid_at: paidAt(),
    channel: 'TELLER' as const,
  });
  const reference = `${bank.code}-1`;
  await client.process(body(`${bank.code}-X`, total_amount + 1));
  await client.process(body(reference));
  await client.process(body(reference));
  await client.status(reference);
  await client.receipt(reference);
  await client.process(body(`${bank.code}-2`));
  await client.verify({ customer_number: '999999999995' });
  await bank.client({ secret: `${bank.secret}?` }).status(reference);
  await bank.client({ now: () => app.clock.now() - 400_000 }).status(reference);
  await client.reversal({ bank_reference: reference, reversal_reference: `${reference}-R`, reason: 'uji' });
}

async function showSnap(partner: TestSnapPartner): Promise<void> {
  const customer = await owing();
  const account = partner.account(customer.customer_number);
  const inquiry = await partner.post(SNAP.inquiry, { ...account, inquiryRequestId: 'cert-i' });
  const totalAmount = inquiry.data.totalAmount as { value: string; currency: string };
  const pay = (id: string, value = totalAmount.value) =>
    partner.post(SNAP.payment, {
      ...account,
      paymentRequestId: id,
      paidAmount: { value, currency: 'IDR' },
      totalAmount: { value, currency: 'IDR' },
      trxDateTime: paidAt(),
    });
  await pay(`${partner.partnerId}-X`, '1.00');
  await pay(`${partner.partnerId}-1`);
  await pay(`${partner.partnerId}-1`);
  await partner.post(SNAP.status, {
    ...account,
    inquiryRequestId: `${partner.partnerId}-1`,
    paymentRequestId: `${partner.partnerId}-1`,
  });
  await pay(`${partner.partnerId}-2`);
  await partner.post(SNAP.inquiry, { ...partner.account('999999999995'), inquiryRequestId: 'cert-u' });
  await partner.post(SNAP.inquiry, { ...account, inquiryRequestId: 'cert-b' }, { signature: 'AAAA' });
}

describe('a bank that does everything right', () => {
  let bank: TestBank;
  let run: Run;

  it('begins with every scenario pending, each saying what to do', async () => {
    bank = await app.make.bank({ environment: 'SANDBOX' });
    const answer = await start(bank);
    expect(answer.status).toBe(202);
    run = answer.body;
    expect(run).toMatchObject({
      status: 'RUNNING',
      bank_id: bank.id,
      key_id: null,
      started_by: { name: 'Budi Santoso' },
    });
    expect(run.scenarios).toHaveLength(11);
    expect(byStatus(run, 'PENDING')).toHaveLength(11);
    expect(run.scenarios.every(({ reason }) => reason !== null && reason.length > 20)).toBe(true);
    const again = await start(bank);
    expect([again.status, code(again.body)]).toEqual([409, 'certification.running']);
  });

  it('may not go live before', async () => {
    const refused = await it1.post(`/banks/${String(bank.id)}/go-live`, { reason: 'siap dibuka' });
    expect([refused.status, code(refused.body)]).toEqual([409, 'bank.not_certified']);
  });

  it('passes scenario by scenario, as its calls arrive', async () => {
    const customer = await owing();
    await bank.client().verify({ customer_number: customer.customer_number });
    expect(byStatus(await look(run.id), 'PASS')).toEqual(['native.verify']);
    await showNative(bank, bank.client());
    const done = await lookUntil(run.id, ({ status }) => status !== 'RUNNING');
    expect(byStatus(done, 'FAIL')).toEqual([]);
    expect(done.status).toBe('PASSED');
    expect(done.finished_at).not.toBeNull();
    expect(done.scenarios.every(({ request_id }) => request_id !== null)).toBe(true);
    const audit = await app.database.query(
      "SELECT action FROM log_aktivitas WHERE entity_type = 'certification_run' AND entity_id = $1 ORDER BY id",
      [run.id],
    );
    expect(audit.map((row) => row.action as string)).toEqual([
      'certification.started',
      'certification.passed',
    ]);
  });

  it('gets a report on paper', async () => {
    const report = await it1.get(`/certifications/${String(run.id)}/report.pdf`);
    expect(report.status).toBe(200);
    expect(report.headers.get('content-type')).toBe('application/pdf');
    expect(report.text.startsWith('%PDF-')).toBe(true);
  });

  it('goes live when a second person agrees, and only then', async () => {
    const url = `/banks/${String(bank.id)}`;
    const asked = await it1.post<{ approval_id: number }>(`${url}/go-live`, { reason: 'siap dibuka' });
    expect(asked.status).toBe(202);
    const decision = `/approvals/${String(asked.body.approval_id)}/decision`;
    const alone = await it1.post(decision, { decision: 'APPROVE' });
    expect(code(alone.body)).toBe('approval.same_person');
    expect((await it1.get(url)).body).toMatchObject({ environment: 'SANDBOX' });
    expect((await it2.post(decision, { decision: 'APPROVE' })).status).toBe(200);
    expect((await it1.get(url)).body).toMatchObject({ environment: 'LIVE' });
    const again = await it1.post(`${url}/go-live`, { reason: 'sekali lagi' });
    expect([again.status, code(again.body)]).toEqual([409, 'bank.already_live']);
    const audit = await app.database.one<{ after: object }>(
      "SELECT after FROM log_aktivitas WHERE action = 'bank.went_live' AND entity_id = $1",
      [bank.id],
    );
    expect(audit.after).toEqual({ environment: 'LIVE', certification_id: run.id });
  });
});

describe('a bank that speaks SNAP as well', () => {
  it('shows both sets, the SNAP one by its partner', async () => {
    const bank = await app.make.bank({ environment: 'SANDBOX' });
    const partner = await snapPartner(app, bank);
    const run = (await start(bank)).body;
    expect(run.scenarios.filter(({ code: name }) => name.startsWith('snap.'))).toHaveLength(9);
    await showSnap(partner);
    const half = await lookUntil(run.id, (seen) => byStatus(seen, 'PASS').length >= 9);
    expect(byStatus(half, 'PASS')).toEqual(
      half.scenarios.map(({ code: name }) => name).filter((name) => name.startsWith('snap.')),
    );
    expect(half.status).toBe('RUNNING');
    await showNative(bank, bank.client());
    expect((await lookUntil(run.id, ({ status }) => status !== 'RUNNING')).status).toBe('PASSED');
  });
});

describe('a bank with something broken', () => {
  /** Signs the path without its query and a re-written body, as a wrong library does. */
  async function brokenCall(bank: TestBank): Promise<void> {
    const timestamp = paidAt();
    const requestId = `broken-${String(Math.random()).slice(2, 12)}`;
    const body = '{ "customer_number": "010203000046" }';
    const signature = signNative(bank.secret, {
      method: 'POST',
      requestTarget: '/api/v1/payment/verify',
      timestamp,
      requestId,
      rawBody: Buffer.from('{"customer_number":"010203000046"}'),
    });
    const answer = await fetch(`${app.url}/api/v1/payment/verify`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-api-key': bank.keyId,
        'x-timestamp': timestamp,
        'x-request-id': requestId,
        'x-signature': signature,
      },
      body,
    });
    expect(answer.status).toBe(401);
  }

  it('is red with a reason a human can act on', async () => {
    const bank = await app.make.bank({ environment: 'SANDBOX' });
    const run = (await start(bank)).body;
    await brokenCall(bank);
    const seen = await lookUntil(run.id, (latest) => byStatus(latest, 'FAIL').length > 0);
    const verify = seen.scenarios.find((scenario) => scenario.code === 'native.verify');
    expect(verify?.status).toBe('FAIL');
    expect(verify?.reason).toContain('Body yang di-hash berbeda dari byte yang dikirim');
    // A broken signer shows no deliberate refusal.
    expect(byStatus(seen, 'PASS')).toEqual([]);
    const ended = await it1.post<Run>(`/certifications/${String(run.id)}/conclusion`);
    expect(ended.body.status).toBe('FAILED');
    expect(byStatus(ended.body, 'FAIL')).toHaveLength(11);
    const english = await it1.with({ 'accept-language': 'en' }).get<Run>(`/certifications/${String(run.id)}`);
    expect(english.body.scenarios[1]?.reason).toContain('The hashed body differs from the bytes sent');
    const live = await it1.post(`/banks/${String(bank.id)}/go-live`, { reason: 'tetap dibuka' });
    expect(code(live.body)).toBe('bank.not_certified');
    expect((await it1.get(`/certifications/${String(run.id)}/report.pdf`)).status).toBe(200);
  });

  it('fails what it never tried when the time is up, and the latest run decides', async () => {
    const bank = await app.make.bank({ environment: 'SANDBOX' });
    const run = (await start(bank)).body;
    const client = bank.client();
    const customer = await owing();
    await client.verify({ customer_number: customer.customer_number });
    // malformed: signed rightly, refused for its form
    await client.send('POST', '/api/v1/payment/process', Buffer.from('{"amount":1e4}'));
    await look(run.id);
    app.clock.advance(61 * 60_000);
    it1 = await app.as('it');
    const ended = await look(run.id);
    expect(ended.status).toBe('FAILED');
    expect(byStatus(ended, 'PASS')).toEqual(['native.verify']);
    const reason = (name: string) => ended.scenarios.find((scenario) => scenario.code === name)?.reason ?? '';
    expect(reason('native.process')).toContain('request.invalid');
    expect(reason('native.reversal')).toMatch(/^Belum pernah diuji\. Batalkan/);
    const list = await it1.get<Run[]>(`/banks/${String(bank.id)}/certifications`);
    expect(list.body.map(({ id }) => id)).toEqual([run.id]);
  });

  it('watches one key when asked to, and refuses one that is not there', async () => {
    const bank = await app.make.bank({ environment: 'SANDBOX' });
    const other = await app.make.bankKey(bank.id, 'second-key-01', 'the second secret of this bank');
    const run = (await start(bank, { key_id: other })).body;
    expect(run.key_id).toBe('second-key-01');
    const customer = await owing();
    await bank.client().verify({ customer_number: customer.customer_number });
    expect(byStatus(await look(run.id), 'PASS')).toEqual([]);
    await bank
      .client({ keyId: 'second-key-01', secret: 'the second secret of this bank' })
      .verify({ customer_number: customer.customer_number });
    expect(byStatus(await look(run.id), 'PASS')).toEqual(['native.verify']);
    const elsewhere = await app.make.bank({ environment: 'SANDBOX' });
    expect(code((await start(elsewhere, { key_id: other })).body)).toBe('bank.key_not_found');
    await it1.post(`/certifications/${String(run.id)}/conclusion`);
  });

  it('is for Admin IT', async () => {
    const bank = await app.make.bank({ environment: 'SANDBOX' });
    const admin = await app.as('admin');
    expect((await admin.post(`/banks/${String(bank.id)}/certifications`, {})).status).toBe(403);
    expect(code((await it1.get('/certifications/999999')).body)).toBe('certification.not_found');
    expect(code((await it1.post('/banks/999999/certifications', {})).body)).toBe('bank.not_found');
  });
});
