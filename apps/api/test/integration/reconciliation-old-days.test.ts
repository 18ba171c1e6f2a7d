import { testApp, type TestBank } from '../support';
import { agreeOnTerms } from '../support/settlement-terms';

/*
 * The days before reconciliation are agreed on once, by the bank's letter: when they are over, so that nothing of them is
 * paid after it.
 */

const app = testApp({ jobs: false });

const TERMS = {
  settles_saturdays: false,
  settles_sundays: false,
  qris_lag_days: 0,
  fee_per_payment: null,
  mdr_ppm: null,
};

async function pay(bank: TestBank, reference: string): Promise<number> {
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const by = bank.client();
  const inquiry = (await by.verify({ customer_number: customer.customer_number })).body as {
    inquiry_id: string;
    total_amount: number;
  };
  const posted = await by.process({
    bank_reference: reference,
    inquiry_id: inquiry.inquiry_id,
    amount: inquiry.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER' as const,
  });
  expect(posted.status).toBe(200);
  return inquiry.total_amount;
}

const at = (time: string) => {
  app.clock.set(`2026-01-20T${time}+08:00`);
};

async function decide(approvalId: number) {
  const manager = await app.as('manajer');
  return manager.post<{ code: string }>(`/approvals/${String(approvalId)}/decision`, {
    decision: 'APPROVE',
    note: 'Sesuai surat bank',
  });
}

it('are not agreed on before the first day has begun by its cut-off, neither asked for nor decided', async () => {
  const bank = await app.make.bank({ code: 'DINI', adminFee: 0 });
  at('09:00:00');
  const early = await pay(bank, 'EARLY-1');
  const agreement = `/reconciliation/agreements/${String(bank.id)}`;
  const admin = await app.as('admin');
  // By its cut-off the first day begins in the afternoon of the one before.
  const agreed = await agreeOnTerms(app, bank.id, {
    ...TERMS,
    valid_from: '2026-01-21',
    cutoff: '15:00',
  });
  expect(agreed).toMatchObject({ old_days_due: early, old_days_over: false });
  const order = (amount: number) => ({
    bank_id: bank.id,
    agreed: amount,
    letter: 'SALDO/2026/02',
    reason: 'Surat saldo bank per 20 Januari',
  });
  const refused = await admin.post<{ code: string; errors?: { message: string }[] }>(
    '/reconciliation/agreements/old-days',
    order(early),
  );
  expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
  expect(refused.body.errors?.[0]?.message).toMatch(/belum berakhir/);

  // What would have been in no day and in no agreement.
  at('14:59:00');
  const due = early + (await pay(bank, 'EARLY-2'));
  at('15:00:00');
  const clerk = await app.as('admin');
  expect((await clerk.get(agreement)).body).toMatchObject({ old_days_due: due, old_days_over: true });
  const asked = await clerk.post<{ approval_id: number }>('/reconciliation/agreements/old-days', order(due));
  expect(asked.status).toBe(202);

  // As a request of a release that did not look: decided while the days go on.
  at('14:59:59');
  expect((await decide(asked.body.approval_id)).body.code).toBe('request.invalid');
  at('15:00:00');
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  const shown = await (await app.as('admin')).get(agreement);
  expect(shown.body).toMatchObject({ old_days: { through: '2026-01-20', due, agreed: due, claimed: 0 } });
  const { net } = await app.database.one<{ net: number }>(
    "SELECT sum(debit - credit)::int AS net FROM jurnal_baris WHERE account = '1130' AND collector_id = $1",
    [bank.id],
  );
  expect(net).toBe(0);
});
