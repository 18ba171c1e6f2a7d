import type { NativeBankClient } from '@tirtapay/bank-protocol';
import { testApp } from '../support';

const app = testApp();
let client: NativeBankClient;

beforeAll(async () => {
  client = (await app.make.bank({ code: 'SULTRA' })).client();
});

const code = (body: unknown) => (body as { code?: string }).code;

async function pay(reference: string) {
  const customer = await app.make.customer();
  const bill = await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const inquiry = (await client.verify({ customer_number: customer.customer_number })).body as {
    inquiry_id: string;
    total_amount: number;
  };
  const body = {
    bank_reference: reference,
    inquiry_id: inquiry.inquiry_id,
    amount: inquiry.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER' as const,
  };
  const posted = await client.process(body);
  expect(posted.status).toBe(200);
  return { customer, bill, body, posted };
}

describe('reversal by the bank', () => {
  it('frees the bills, mirrors the journal, and answers its reference for ever the same', async () => {
    const { bill, customer, body } = await pay('R/1');
    const reversed = await client.reversal({
      bank_reference: 'R/1',
      reversal_reference: 'RV/1',
      reason: 'salah input',
    });
    expect(reversed.body).toMatchObject({ status: 'REVERSED', was_posted: true });
    expect(
      (
        await client.reversal({ bank_reference: 'R/1', reversal_reference: 'RV/1', reason: 'salah input' })
      ).rawBody.equals(reversed.rawBody),
    ).toBe(true);
    expect(
      code(
        (await client.reversal({ bank_reference: 'R/1', reversal_reference: 'RV/2', reason: 'lagi' })).body,
      ),
    ).toBe('payment.reversed');
    expect((await client.status('R/1')).body).toMatchObject({
      status: 'REVERSED',
      reversed_at: expect.any(String) as string,
    });
    expect(code((await client.process(body)).body)).toBe('payment.reversed');
    expect(await app.database.one('SELECT state, paid_by FROM tagihan WHERE id = $1', [bill.id])).toEqual({
      state: 'ISSUED',
      paid_by: null,
    });
    const again = (await client.verify({ customer_number: customer.customer_number })).body as {
      total_amount: number;
      inquiry_id: string;
    };
    expect(
      (await client.process({ ...body, bank_reference: 'R/1b', inquiry_id: again.inquiry_id })).status,
    ).toBe(200);
  });

  it('leaves a tombstone for an unknown reference, so that a late payment is refused', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 10 });
    const inquiry = (await client.verify({ customer_number: customer.customer_number })).body as {
      inquiry_id: string;
      total_amount: number;
    };
    expect(
      (
        await client.reversal({
          bank_reference: 'R/LATE',
          reversal_reference: 'RV/LATE',
          reason: 'batas waktu',
        })
      ).body,
    ).toMatchObject({ status: 'REVERSED', was_posted: false });
    const late = await client.process({
      bank_reference: 'R/LATE',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'ATM',
    });
    expect([late.status, code(late.body)]).toEqual([409, 'payment.reversed']);
  });

  it('has a reference of its own: of ten payments taken back under one, one is', async () => {
    const customers = await Promise.all(Array.from({ length: 10 }, () => app.make.customer()));
    for (const [index, customer] of customers.entries()) {
      await app.make.issuedBill({ customer, period: '2025-12', usage: 10 });
      const { body } = await client.verify({ customer_number: customer.customer_number });
      const { inquiry_id, total_amount: amount } = body as { inquiry_id: string; total_amount: number };
      const paid_at = app.clock.text(app.clock.now());
      await client.process({
        bank_reference: `R/ONE${String(index)}`,
        inquiry_id,
        amount,
        paid_at,
        channel: 'ATM',
      });
    }
    const answers = await Promise.all(
      customers.map((_, index) =>
        client.reversal({
          bank_reference: `R/ONE${String(index)}`,
          reversal_reference: 'RV/ONE',
          reason: 'nomor dipakai ulang',
        }),
      ),
    );
    expect(answers.map(({ status, body }) => `${String(status)} ${code(body) ?? ''}`).sort()).toEqual([
      '200 ',
      ...Array.from({ length: 9 }, () => '422 payment.reference_reused'),
    ]);
    expect(await app.violations()).toEqual([]);
  });

  it('is closed after the business day', async () => {
    await pay('R/2');
    app.clock.advance(24 * 3_600_000);
    const refused = await client.reversal({
      bank_reference: 'R/2',
      reversal_reference: 'RV/3',
      reason: 'terlambat',
    });
    expect([refused.status, code(refused.body)]).toEqual([409, 'payment.reversal_closed']);
  });
});

describe('reversal by staff', () => {
  it('needs two people', async () => {
    const { posted, bill } = await pay('R/4');
    const { payment_id: paymentId } = posted.body as { payment_id: number };
    const admin = await app.as('admin');
    const asked = await admin.post<{ approval_id: number }>(
      `/payments/${String(paymentId)}/reversal-requests`,
      { reason: 'Pelanggan membayar dua kali' },
    );
    expect(asked.status).toBe(202);
    const decision = `/approvals/${String(asked.body.approval_id)}/decision`;
    expect(code((await admin.post(decision, { decision: 'APPROVE' })).body)).toBe('approval.same_person');
    const manager = await app.as('manajer');
    expect((await manager.post(decision, { decision: 'APPROVE' })).status).toBe(200);
    expect(await app.database.one('SELECT state FROM tagihan WHERE id = $1', [bill.id])).toEqual({
      state: 'ISSUED',
    });
    expect(code((await manager.post(decision, { decision: 'APPROVE' })).body)).toBe('approval.decided');
    const detail = await admin.get<{ status: string; timeline: { kind: string; actor: string | null }[] }>(
      `/payments/${String(paymentId)}`,
    );
    expect(detail.body.status).toBe('REVERSED');
    expect(detail.body.timeline.map((event) => event.kind)).toEqual(
      expect.arrayContaining(['PAID', 'POSTED', 'REVERSAL_REQUESTED', 'REVERSED']),
    );
    expect(detail.body.timeline.find((event) => event.kind === 'REVERSED')?.actor).toBe('Nur Aisyah');
  });
});
