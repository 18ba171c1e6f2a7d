import { testApp } from '../support';
import { StatementDesk } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

/* A payment the bank does not have is taken back the day after, when its customer has paid once more. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [PAID_ON, BACK_ON, AFTER] = ['2026-06-02', '2026-06-03', '2026-06-04'] as const;

it('its reversal is an item of its own day, whatever the lines of that day are about', async () => {
  app.clock.set(`${PAID_ON}T09:00:00+08:00`);
  const bank = await app.make.bank({ code: 'BALIK', adminFee: 0 });
  await desk.begin(bank.id, PAID_ON);
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2026-05', usage: 25 });
  const { inquiry_id, total_amount: amount } = (
    await bank.client().verify({ customer_number: customer.customer_number })
  ).body as { inquiry_id: string; total_amount: number };
  const paid = await bank.client().process({
    bank_reference: 'BL-1',
    inquiry_id,
    amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
  app.clock.set(`${BACK_ON}T08:00:00+08:00`);
  const first = await desk.stored(
    bank.id,
    PAID_ON,
    sultraFile([{ date: PAID_ON, reference: 'LAIN-1', customer: '', nominal: 1_000 }]),
  );
  expect(await desk.told(first)).toEqual(['BL-1 HERE_NOT_AT_BANK', 'LAIN-1 AT_BANK_NOT_HERE']);
  const { id } = await app.database.one<{ id: number }>(
    "SELECT id::int FROM pembayaran WHERE bank_reference = 'BL-1'",
  );
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/payments/${String(id)}/reversal-requests`, {
    reason: 'Bank tidak menerima uangnya',
  });
  await desk.approve(asked.body.approval_id);

  // The customer pays again, and the bank's call of it fails.
  app.clock.set(`${AFTER}T08:00:00+08:00`);
  const second = await desk.stored(
    bank.id,
    BACK_ON,
    sultraFile([{ date: BACK_ON, reference: 'BL-2', customer: customer.customer_number, nominal: amount }]),
  );
  expect(await desk.told(second)).toEqual(['BL-1 HERE_NOT_AT_BANK', 'BL-2 AT_BANK_NOT_HERE']);
  const item = (dayId: number, type: string) =>
    desk.items(dayId, `&type=${type}`).then(([found]) => found?.id);
  await desk.settle(await item(second, 'AT_BANK_NOT_HERE'), 'POST_PAYMENT');
  await desk.settle(await item(first, 'AT_BANK_NOT_HERE'), 'SUSPENSE');

  // Left to the day on which it was taken back, the payment and its reversal are one.
  await desk.settle(await item(first, 'HERE_NOT_AT_BANK'), 'CARRY');
  await desk.closed(first);
  const run = await (await app.as('admin')).post(`/reconciliation/days/${String(second)}/run`);
  expect(run.status).toBe(200);
  expect(await desk.told(second)).toEqual(['BL-1 MATCHED', 'BL-2 AT_BANK_NOT_HERE']);
  await desk.closed(second);
  const { due } = await app.database.one<{ due: number }>(
    "SELECT coalesce(sum(debit - credit), 0)::int AS due FROM jurnal_baris WHERE account = '1130' AND collector_id = $1",
    [bank.id],
  );
  expect(due).toBe(0);
  expect(await app.violations()).toEqual([]);
});
