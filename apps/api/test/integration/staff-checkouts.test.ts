import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { KeepCheckouts } from '../../src/modules/money/checkout/keep-checkouts.service';
import type {
  CheckoutDetailDto,
  CheckoutDto,
} from '../../src/modules/outward/reporting/checkouts/checkout.dto';
import { testApp, type HttpCaller, type TestBank, type TestCustomer } from '../support';
import { SnapBank } from '../support/snap-bank';

/* Accounts and codes as the office sees them: found, followed, ended with a reason, asked about at the bank. */

const app = testApp({ jobs: false });
const host = new SnapBank();
let bank: TestBank;
let staff: HttpCaller;

beforeAll(async () => {
  bank = await app.make.bank();
  await host.start();
  await host.connect(app, bank);
  const { BankDirectory } = await import('../../src/modules/bank-gateway/registry');
  app.get(BankDirectory).forget();
  staff = await app.as('admin');
});
afterAll(() => host.stop());
beforeEach(() => app.database.query('DELETE FROM nomor_ditanya'));

interface Opened {
  readonly id: number;
  readonly customer: TestCustomer;
  readonly checkout: PublicCheckoutDto;
}

async function open(method: 'VA' | 'QRIS' = 'VA'): Promise<Opened> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const { token } = (
    await app.anyone.post<{ token: string }>('/public/inquiries', {
      customer_number: customer.customer_number,
    })
  ).body;
  const { body: checkout } = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
    token,
    method,
    bank_code: bank.code,
  });
  const { id } = await app.database.one<{ id: number }>('SELECT id::int FROM niat_bayar WHERE token = $1', [
    checkout.intent_token,
  ]);
  return { id, customer, checkout };
}

const detail = async (id: number) => (await staff.get<CheckoutDetailDto>(`/checkouts/${String(id)}`)).body;
const listed = async (query: string) =>
  (await staff.get<{ data: CheckoutDto[] }>(`/checkouts?${query}`)).body.data.map(({ id }) => id);
const code = (body: unknown) => (body as { code?: string }).code;

describe('the list of checkouts', () => {
  it('is filtered by state, bank, method, day and customer, searched by number, and given as a file', async () => {
    const va = await open('VA');
    const qris = await open('QRIS');
    const both = [qris.id, va.id];
    const of = (query: string) => listed(query).then((ids) => ids.filter((id) => both.includes(id)));
    expect(await of('')).toEqual(both);
    expect(await of('method=VA')).toEqual([va.id]);
    expect(await of('status=PENDING,PAID')).toEqual(both);
    expect(await of('status=EXPIRED')).toEqual([]);
    expect(await of(`bank_id=${String(bank.id)}&bank_state=DONE`)).toEqual(both);
    expect(await of(`customer_id=${String(va.customer.id)}`)).toEqual([va.id]);
    expect(await of(`q=${va.checkout.va_number ?? ''}`)).toEqual([va.id]);
    const today = app.clock.text(app.clock.now()).slice(0, 10);
    expect(await of(`from=${today}&to=${today}`)).toEqual(both);
    expect(await of('to=2020-01-01')).toEqual([]);
    expect((await staff.get('/checkouts/export')).text).toContain(va.checkout.va_number);
  });

  it('is read by who may, changed by who may, and 404 is 404', async () => {
    const { id } = await open();
    expect((await (await app.as('petugas')).get('/checkouts')).status).toBe(403);
    const it = await app.as('it');
    expect((await it.get(`/checkouts/${String(id)}`)).status).toBe(200);
    const reason = { reason: 'Salah buat' };
    expect((await it.post(`/checkouts/${String(id)}/cancellation`, reason)).status).toBe(403);
    expect((await it.post(`/checkouts/${String(id)}/bank-inquiries`)).status).toBe(403);
    expect((await app.anyone.get('/checkouts')).status).toBe(401);
    expect((await staff.get('/checkouts/999999')).status).toBe(404);
    expect((await staff.post('/checkouts/999999/cancellation', reason)).status).toBe(404);
    expect((await staff.post(`/checkouts/${String(id)}/cancellation`, { reason: '' })).status).toBe(400);
  });
});

describe('a checkout that is cancelled', () => {
  it.each(['VA', 'QRIS'] as const)('%s ends here and at the bank, with who and why', async (method) => {
    const { id, checkout } = await open(method);
    const done = await staff.post(`/checkouts/${String(id)}/cancellation`, {
      reason: 'Pelanggan membayar di loket',
    });
    expect([done.status, done.body]).toEqual([200, { closed_at_bank: true }]);
    const service = method === 'VA' ? SNAP_SERVICES.deleteVa : SNAP_SERVICES.qrCancel;
    expect(host.callsOf(service).length).toBeGreaterThan(0);
    const seen = await detail(id);
    expect(seen).toMatchObject({ status: 'CANCELLED', closed_reason: 'WITHDRAWN', bank_state: 'CANCELLED' });
    expect(seen.timeline.find(({ kind }) => kind === 'CLOSED')).toMatchObject({
      subject: 'WITHDRAWN',
      note: 'Pelanggan membayar di loket',
      actor: expect.any(String) as string,
    });
    const payer = await app.anyone.get<PublicCheckoutDto>(`/public/intents/${checkout.intent_token}`);
    expect(payer.body).toMatchObject({ status: 'CANCELLED', cancel_reason: 'WITHDRAWN' });
    const again = await staff.post(`/checkouts/${String(id)}/cancellation`, { reason: 'Sekali lagi' });
    expect([again.status, code(again.body)]).toEqual([409, 'intent.closed']);
    await app.get(KeepCheckouts).tend();
    expect((await detail(id)).next_check_at).toBeNull();
  });

  it('two at once: one ends it, the other hears that it has ended', async () => {
    const { id } = await open();
    const answers = await Promise.all(
      ['Satu kasir', 'Kasir lain'].map((reason) =>
        staff.post(`/checkouts/${String(id)}/cancellation`, { reason }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('while the bank does not answer ends here, and there as soon as it does', async () => {
    const { id } = await open();
    host.next(SNAP_SERVICES.deleteVa, 'CUT_BEFORE');
    host.next(SNAP_SERVICES.inquiryVa, 'CUT_BEFORE');
    const done = await staff.post(`/checkouts/${String(id)}/cancellation`, { reason: 'Salah pilih bank' });
    expect([done.status, done.body]).toEqual([200, { closed_at_bank: false }]);
    expect((await detail(id)).status).toBe('CANCELLED');
    app.clock.advance(61_000);
    await app.get(KeepCheckouts).tend();
    await app.get(KeepCheckouts).tend();
    expect((await detail(id)).bank_state).toBe('CANCELLED');
  });
});

describe('the bank is asked', () => {
  it('and a payment whose notification got lost is booked and seen in the life of the checkout', async () => {
    const { id, checkout } = await open();
    const ask = () => staff.post(`/checkouts/${String(id)}/bank-inquiries`);
    expect((await ask()).body).toEqual({ bank_says: 'OPEN' });
    const account = [...host.accounts.values()].find(
      (one) => one.virtualAccountNo.trim() === checkout.va_number,
    );
    host.pay(`LOST/${String(id)}`, account, app.clock.text(app.clock.now()));
    expect((await ask()).body).toEqual({ bank_says: 'PAID' });
    const seen = await detail(id);
    expect(seen.status).toBe('PAID');
    expect(seen.receipt_number).not.toBeNull();
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['OPENED', 'BANK_ASKED', 'PAID']),
    );
    const late = await staff.post(`/checkouts/${String(id)}/cancellation`, { reason: 'Terlambat' });
    expect(code(late.body)).toBe('intent.closed');
  });
});
