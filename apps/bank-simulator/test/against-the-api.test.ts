import type { ScenarioReport } from '../src/drills/run-scenario';
import { eventually, type TestCustomer } from '../../api/test/support';
import { ConnectedSandbox, type Checkout } from './connected-sandbox';

/** The sandbox bank and the real API, each calling the other: every scenario on every way a customer can pay. */
const sandbox = new ConnectedSandbox();

beforeEach(async () => {
  await sandbox.app.database.query('DELETE FROM rate_limit');
});

interface Way {
  readonly name: string;
  readonly via: 'SNAP' | 'NATIVE' | 'WEBHOOK';
  /** Null for the static account, which needs no checkout. */
  readonly method: 'VA' | 'QRIS' | null;
  readonly bank?: 'SULTRA' | 'KEDUA';
}

const WAYS: readonly Way[] = [
  { name: 'static account by SNAP', via: 'SNAP', method: null },
  { name: 'static account by the native API', via: 'NATIVE', method: null },
  { name: 'dynamic account by SNAP', via: 'SNAP', method: 'VA' },
  { name: 'dynamic account by webhook', via: 'WEBHOOK', method: 'VA' },
  { name: 'QRIS by SNAP notification', via: 'SNAP', method: 'QRIS' },
  { name: 'QRIS by webhook', via: 'WEBHOOK', method: 'QRIS' },
  { name: 'dynamic account at the asymmetric bank', via: 'SNAP', method: 'VA', bank: 'KEDUA' },
];

interface Prepared {
  readonly customer: TestCustomer;
  readonly checkout: Checkout | null;
  readonly order: Record<string, unknown>;
}

async function prepare({ via, method, bank }: Way): Promise<Prepared> {
  const customer = await sandbox.owing();
  const common = { via, ...(bank ? { bank: bank.toLowerCase() } : {}) };
  if (method === null)
    return { customer, checkout: null, order: { ...common, number: `13501${customer.customer_number}` } };
  const checkout = await sandbox.checkOut(customer, method, bank);
  const target = method === 'VA' ? { number: checkout.va_number } : { qr: checkout.qr_payload };
  return { customer, checkout, order: { ...common, ...target } };
}

/** A scenario that did not go as it should, told in a line a person can act on. */
function story(report: ScenarioReport): string[] {
  return report.steps.map(({ title, met, calls }) => {
    const last = calls.at(-1);
    return `${met ? 'ok' : 'NOT'} ${title}: ${last?.response_body ?? last?.failure ?? ''}`;
  });
}

async function expectPassed(order: Record<string, unknown>): Promise<ScenarioReport> {
  const report = await sandbox.play(order);
  expect(report.passed ? [] : story(report)).toEqual([]);
  return report;
}

const ONCE = { payments: 1, receipts: 1, credit: 0, cases: 0 };

describe.each(WAYS)('$name', (way) => {
  it.each([
    'pay',
    'timeout-before',
    'timeout-after',
    'retry-storm',
    'notify-twice',
    'notify-first',
    'notify-late',
  ])('%s: one payment, one receipt', async (scenario) => {
    const { customer, checkout, order } = await prepare(way);
    const report = await expectPassed({ ...order, scenario, delay_seconds: 0.2, count: 20 });
    expect(report.payment).toMatchObject({ state: 'CONFIRMED', total: 72_500 });
    await sandbox.app.notificationsApplied();
    expect(await sandbox.books(customer)).toEqual(ONCE);
    if (checkout) expect((await sandbox.look(checkout.intent_token)).status).toBe('PAID');
  });

  it('a forged message changes nothing', async () => {
    const { customer, order } = await prepare(way);
    await expectPassed({ ...order, scenario: 'bad-signature' });
    await sandbox.app.notificationsApplied();
    expect(await sandbox.books(customer)).toEqual({ payments: 0, receipts: 0, credit: 0, cases: 0 });
  });

  it('a reversal frees the bill', async () => {
    const { customer, order } = await prepare(way);
    const report = await expectPassed({ ...order, scenario: 'reversal' });
    expect(report.payment?.state).toBe('REVERSED');
    await sandbox.app.notificationsApplied();
    const bills = await sandbox.app.database.query('SELECT state FROM tagihan WHERE customer_id = $1', [
      customer.id,
    ]);
    expect(bills).toEqual([{ state: 'ISSUED' }]);
  });

  it('a second payment is refused, or kept for the customer', async () => {
    const { customer, order } = await prepare(way);
    await expectPassed({ ...order, scenario: 'double' });
    await sandbox.app.notificationsApplied();
    const notified = way.via === 'WEBHOOK' || way.method === 'QRIS';
    expect(await sandbox.books(customer)).toEqual(
      notified ? { payments: 2, receipts: 2, credit: 72_500 - 2_500, cases: 1 } : ONCE,
    );
  });

  it('a wrong amount pays no bill', async () => {
    const { customer, order } = await prepare(way);
    await expectPassed({ ...order, scenario: 'wrong-amount' });
    await sandbox.app.notificationsApplied();
    const notified = way.via === 'WEBHOOK' || way.method === 'QRIS';
    expect(await sandbox.books(customer)).toEqual(
      notified
        ? { payments: 1, receipts: 1, credit: 71_500 - 2_500, cases: 1 }
        : { payments: 0, receipts: 0, credit: 0, cases: 0 },
    );
  });
});

describe('what is over', () => {
  it.each([
    { via: 'SNAP', method: 'VA' },
    { via: 'WEBHOOK', method: 'VA' },
    { via: 'SNAP', method: 'QRIS' },
  ] as const)('$method by $via after its end: refused, or credit with a case', async ({ via, method }) => {
    const customer = await sandbox.owing();
    const checkout = await sandbox.checkOut(customer, method);
    sandbox.app.clock.advance(121 * 60_000);
    await sandbox.app.notificationsApplied();
    const target = method === 'VA' ? { number: checkout.va_number } : { qr: checkout.qr_payload };
    await expectPassed({ via, ...target, scenario: 'expired' });
    await sandbox.app.notificationsApplied();
    const isRefused = via === 'SNAP' && method === 'VA';
    expect(await sandbox.books(customer)).toEqual(
      isRefused
        ? { payments: 0, receipts: 0, credit: 0, cases: 0 }
        : { payments: 1, receipts: 1, credit: 70_000, cases: 1 },
    );
    const again = sandbox.play({ via, ...target });
    await expect(again).rejects.toThrow('counter_refused');
  });
});

describe('while the day is closed', () => {
  beforeAll(() => sandbox.close('SULTRA', true));
  afterAll(() => sandbox.close('SULTRA', false));

  it.each(['SNAP', 'NATIVE'])('%s is told to come back', async (via) => {
    const customer = await sandbox.owing();
    const number = `13501${customer.customer_number}`;
    const report = await expectPassed({ via, number, scenario: 'cutoff' });
    expect(report.payment).toBeNull();
  });
});

describe('a bank in trouble', () => {
  afterEach(() => sandbox.control('DELETE', '/control/faults'));

  it.each(['VA', 'QRIS'] as const)('says nothing of a paid %s: we ask', async (method) => {
    const customer = await sandbox.owing();
    const { intent_token: token, va_number, qr_payload } = await sandbox.checkOut(customer, method);
    const target = method === 'VA' ? { number: va_number } : { qr: qr_payload };
    const report = await expectPassed({ ...target, via: 'WEBHOOK', scenario: 'silent' });
    expect(report.payment?.state).toBe('TAKEN');
    await sandbox.app.anyone.post(`/public/intents/${token}/recheck`, {});
    expect((await sandbox.look(token)).status).toBe('PAID');
    expect(await sandbox.books(customer)).toEqual(ONCE);
  });

  it.each(['error-500-after', 'wrong-body'])(
    '%s while an account is created: paid once in the end',
    async (kind) => {
      await sandbox.control('POST', '/control/faults', { kind, services: ['27'] });
      const customer = await sandbox.owing();
      await expect(sandbox.checkOut(customer, 'VA')).rejects.toThrow('bank.unreachable');
      // The bank did create it; asked again, we find out instead of creating a second one.
      await expectPaidOnce(customer);
    },
  );

  it('forgets our token: a new one is fetched', async () => {
    await sandbox.control('POST', '/control/faults', { kind: 'invalid-token', services: ['27'] });
    await expectPaidOnce(await sandbox.owing());
  });

  async function expectPaidOnce(customer: TestCustomer): Promise<void> {
    const { intent_token: token, va_number: number } = await sandbox.checkOut(customer, 'VA');
    await expectPassed({ number });
    await sandbox.app.notificationsApplied();
    expect((await sandbox.look(token)).status).toBe('PAID');
    expect(await sandbox.books(customer)).toEqual(ONCE);
  }

  it('signs everything wrongly: nothing is booked', async () => {
    const customer = await sandbox.owing();
    const { va_number: number } = await sandbox.checkOut(customer, 'VA');
    await sandbox.control('POST', '/control/faults', { kind: 'broken-signer', times: null });
    for (const via of ['SNAP', 'WEBHOOK']) {
      const report = await sandbox.play({ number, via });
      expect(report.passed).toBe(false);
      expect(report.steps[0]?.calls.at(-1)).toMatchObject({ status: 401, fault: 'bad-signature' });
    }
    expect(await sandbox.books(customer)).toEqual({ payments: 0, receipts: 0, credit: 0, cases: 0 });
  });
});

// The clock went on by hours: what was left open by then is asked for and ended, as fast as the machine does that.
it('leaves nothing unsettled', async () => {
  await eventually(
    () => sandbox.app.violations(),
    (violations) => violations.length === 0,
  );
});
