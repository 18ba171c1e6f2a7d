import { ReceiveMoney, type MoneyReceived } from '../../src/modules/money/payment';
import { rupiah } from '@tirtapay/domain';
import { testApp, type TestBank, type TestCustomer } from '../support';

const app = testApp();
let bank: TestBank;

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA' });
});

async function owing(periods: readonly string[]): Promise<TestCustomer> {
  const customer = await app.make.customer();
  for (const period of periods) await app.make.issuedBill({ customer, period, usage: 25 });
  return customer;
}

const BILL = 70_000;
const FEE = 2_500;

function money(
  bankReference: string,
  amount: number,
  target: MoneyReceived['target'],
  from: TestBank = bank,
): MoneyReceived {
  const now = app.clock.now();
  return {
    bank: { id: from.id, code: from.code, adminFee: rupiah(FEE) },
    bankReference,
    amount,
    channel: 'VA',
    paidAt: { text: app.clock.text(now), epoch: now, plausible: true },
    target,
  };
}

const receive = (received: MoneyReceived) => app.get(ReceiveMoney).receive(received);
const toCustomer = (customer: TestCustomer) =>
  ({ kind: 'CUSTOMER', customerNumber: customer.customer_number }) as const;

async function booked(bankReference: string) {
  return app.database.one<Record<string, unknown>>(
    `SELECT p.amount::int, p.admin_fee::int, p.bill_amount::int, p.customer_id::int, k.receipt_number,
       (SELECT json_agg(a.kind) FROM pembayaran_alokasi a WHERE a.payment_id = p.id) AS kinds,
       (SELECT json_agg(json_build_object('kind', c.kind, 'status', c.status, 'amount', c.amount)) FROM kasus c WHERE c.payment_id = p.id) AS cases
     FROM pembayaran p JOIN kwitansi k ON k.payment_id = p.id WHERE p.bank_reference = $1`,
    [bankReference],
  );
}

const creditOf = (customer: TestCustomer) =>
  app.database.one<{ balance: number }>(
    'SELECT coalesce(sum(amount), 0)::int AS balance FROM saldo_pelanggan WHERE customer_id = $1',
    [customer.id],
  );

describe('money on a static virtual account', () => {
  it('pays all open bills when it is what they come to', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const result = await receive(money('VA/ALL', 2 * BILL + FEE, toCustomer(customer)));
    expect(result).toMatchObject({ outcome: 'POSTED', replayed: false });
    expect(await booked('VA/ALL')).toMatchObject({ amount: 2 * BILL, kinds: ['BILL', 'BILL'], cases: null });
  });

  it('pays the oldest N bills whose sum it is', async () => {
    const customer = await owing(['2025-10', '2025-11', '2025-12']);
    await receive(money('VA/TWO', 2 * BILL + FEE, toCustomer(customer)));
    const open = await app.database.query(
      'SELECT period FROM tagihan WHERE customer_id = $1 AND state = $2',
      [customer.id, 'ISSUED'],
    );
    expect(open).toEqual([{ period: '2025-12' }]);
  });

  it('becomes credit with a case when no N makes the amount, and every bill stays open', async () => {
    const customer = await owing(['2025-12']);
    const result = await receive(money('VA/ODD', 50_000, toCustomer(customer)));
    expect(result.outcome).toBe('CREDITED');
    expect(await booked('VA/ODD')).toMatchObject({
      amount: 47_500,
      admin_fee: FEE,
      bill_amount: 0,
      kinds: ['CREDIT'],
      cases: [{ kind: 'AMOUNT_DIFFERS', status: 'OPEN', amount: 47_500 }],
    });
    expect(await creditOf(customer)).toEqual({ balance: 47_500 });
    expect(
      await app.database.query("SELECT 1 FROM tagihan WHERE customer_id = $1 AND state = 'ISSUED'", [
        customer.id,
      ]),
    ).toHaveLength(1);
  });

  it('becomes credit when nothing is owed', async () => {
    const customer = await app.make.customer();
    await receive(money('VA/NONE', 30_000, toCustomer(customer)));
    expect(await booked('VA/NONE')).toMatchObject({ kinds: ['CREDIT'], cases: [{ kind: 'DOUBLE_PAYMENT' }] });
  });

  it('goes to suspense when the number is nobody’s, and keeps no fee of money smaller than the fee', async () => {
    const result = await receive(
      money('VA/NOBODY', 2_000, { kind: 'CUSTOMER', customerNumber: '999999999995' }),
    );
    expect(result.outcome).toBe('SUSPENDED');
    expect(await booked('VA/NOBODY')).toMatchObject({
      amount: 2_000,
      admin_fee: 0,
      customer_id: null,
      kinds: ['SUSPENSE'],
      cases: [{ kind: 'UNKNOWN_TARGET', status: 'OPEN', amount: 2_000 }],
    });
    const lines = await app.database.query(
      `SELECT l.account, l.debit::int, l.credit::int FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id
       JOIN pembayaran p ON p.id = j.entity_id AND j.entity_type = 'pembayaran' WHERE p.bank_reference = 'VA/NOBODY' ORDER BY 1`,
    );
    expect(lines).toEqual([
      { account: '1130', debit: 2_000, credit: 0 },
      { account: '2120', debit: 0, credit: 2_000 },
    ]);
  });
});

describe('one reference, one money', () => {
  it('books 20 simultaneous notifications once', async () => {
    const customer = await owing(['2025-12']);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => receive(money('DUP/POST', BILL + FEE, toCustomer(customer)))),
    );
    expect(new Set(results.map((result) => result.paymentId)).size).toBe(1);
    expect(results.every((result) => result.outcome === 'POSTED')).toBe(true);
    expect(results.filter((result) => !result.replayed)).toHaveLength(1);
  });

  it('holds 20 simultaneous notifications of unmatched money once', async () => {
    const customer = await owing(['2025-12']);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => receive(money('DUP/HOLD', 11_111, toCustomer(customer)))),
    );
    expect(results.filter((result) => !result.replayed)).toHaveLength(1);
    expect(await creditOf(customer)).toEqual({ balance: 11_111 - FEE });
  });

  it('is the same payment as process under that reference, before or after', async () => {
    const client = bank.client();
    for (const first of ['process', 'notification'] as const) {
      const customer = await owing(['2025-12']);
      const reference = `ORDER/${first}`;
      const process = () =>
        client.process({
          bank_reference: reference,
          customer_number: customer.customer_number,
          bill_numbers: [`${customer.customer_number}202512`],
          amount: BILL + FEE,
          paid_at: app.clock.text(app.clock.now()),
          channel: 'VA',
        });
      const notify = () => receive(money(reference, BILL + FEE, toCustomer(customer)));
      if (first === 'process') {
        expect((await process()).status).toBe(200);
        expect(await notify()).toMatchObject({ outcome: 'POSTED', replayed: true });
      } else {
        expect(await notify()).toMatchObject({ outcome: 'POSTED', replayed: false });
        const answer = await process();
        expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
      }
      expect(await creditOf(customer)).toEqual({ balance: 0 });
    }
  });

  it('refuses other money under a reference that is taken', async () => {
    const [one, other] = [await owing(['2025-12']), await owing(['2025-12'])];
    await receive(money('REUSED/1', BILL + FEE, toCustomer(one)));
    await expect(receive(money('REUSED/1', BILL + FEE, toCustomer(other)))).rejects.toMatchObject({
      code: 'payment.reference_reused',
    });
    await expect(receive(money('REUSED/1', BILL, toCustomer(one)))).rejects.toMatchObject({
      code: 'payment.reference_reused',
    });
  });

  it('books nothing for a reference the bank has taken back before', async () => {
    const customer = await owing(['2025-12']);
    await bank
      .client()
      .reversal({ bank_reference: 'GONE/1', reversal_reference: 'REV/GONE/1', reason: 'salah' });
    expect(await receive(money('GONE/1', BILL + FEE, toCustomer(customer)))).toEqual({
      outcome: 'REVERSED',
      paymentId: null,
      replayed: true,
    });
  });

  it('is told to the bank by status, with the held amount and without bills', async () => {
    const customer = await app.make.customer();
    await receive(money('HELD/STATUS', 40_000, toCustomer(customer)));
    const status = await bank.client().status('HELD/STATUS');
    expect(status.body).toMatchObject({
      status: 'POSTED',
      bills: [],
      bill_amount: 0,
      held_amount: 37_500,
      total_amount: 40_000,
    });
  });
});

describe('taking held money back', () => {
  it('clears credit and case, but not once the credit was used', async () => {
    const customer = await app.make.customer();
    await receive(money('BACK/1', 42_500, toCustomer(customer)));
    const reversed = await bank
      .client()
      .reversal({ bank_reference: 'BACK/1', reversal_reference: 'REV/BACK/1', reason: 'salah transfer' });
    expect(reversed.status).toBe(200);
    expect(await creditOf(customer)).toEqual({ balance: 0 });
    expect((await booked('BACK/1')).cases).toEqual([
      { kind: 'DOUBLE_PAYMENT', status: 'RESOLVED', amount: 40_000 },
    ]);
  });
});
