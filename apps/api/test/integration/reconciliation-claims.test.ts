import { testApp } from '../support';
import { StatementDesk } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

/* A payment that was claimed of its bank, and is taken back on a later day, when its own day is closed. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [PAID_ON, BACK_ON] = ['2026-01-19', '2026-01-20'] as const;

it('ends its claim on the day it is taken back, and nobody has to open the other one again', async () => {
  app.clock.set(`${PAID_ON}T09:00:00+08:00`);
  const bank = await app.make.bank({ code: 'KLAIM', adminFee: 0 });
  await desk.begin(bank.id, PAID_ON);
  const client = bank.client();
  const pay = async (reference: string) => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
    const { inquiry_id, total_amount: amount } = (
      await client.verify({ customer_number: customer.customer_number })
    ).body as { inquiry_id: string; total_amount: number };
    const paid = await client.process({
      bank_reference: reference,
      inquiry_id,
      amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(paid.status).toBe(200);
    return { customer: customer.customer_number, amount, reference };
  };
  const row = ({ customer, amount, reference }: Awaited<ReturnType<typeof pay>>, date: string) => ({
    date,
    reference,
    customer,
    nominal: amount,
  });
  const [here, gone, short] = [await pay('KL-1'), await pay('KL-2'), await pay('KL-3')];
  const booked = async (account: string) =>
    (
      await app.database.one<{ net: number }>(
        'SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account = $1 AND collector_id = $2',
        [account, bank.id],
      )
    ).net;
  app.clock.set(`${BACK_ON}T07:00:00+08:00`);
  const day = await desk.stored(
    bank.id,
    PAID_ON,
    sultraFile([row(here, PAID_ON), { ...row(short, PAID_ON), nominal: short.amount - 500 }]),
  );
  const missing = (await desk.items(day, '&type=HERE_NOT_AT_BANK'))[0];
  await desk.settle(missing?.id, 'CLAIM');
  await desk.settle((await desk.items(day, '&type=AMOUNT_DIFFERS'))[0]?.id, 'CLAIM');
  await desk.closed(day);
  expect(await booked('1160')).toBe(gone.amount + 500);

  const { id } = await app.database.one<{ id: number }>(
    'SELECT id::int FROM pembayaran WHERE bank_reference = $1',
    [gone.reference],
  );
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/payments/${String(id)}/reversal-requests`, {
    reason: 'Bank tidak menerima uangnya',
  });
  await desk.approve(asked.body.approval_id);
  app.clock.set('2026-01-21T07:00:00+08:00');
  const next = await desk.stored(bank.id, BACK_ON, sultraFile([]));
  const [back] = await desk.items(next);
  expect(back).toMatchObject({ type: 'HERE_NOT_AT_BANK', our_amount: -gone.amount });
  expect(back?.actions).toEqual(['SETTLE_CLAIM', 'CARRY', 'CLAIM']);
  const shown = await desk.item<{ open_claims: { item_id: number; left: number }[] }>(back?.id);
  expect(shown.open_claims).toMatchObject([{ item_id: missing?.id, left: gone.amount }]);
  const settling = await desk.ask(back?.id, 'SETTLE_CLAIM', { claim_id: missing?.id });
  await desk.approve(settling.body.approval_id);
  await desk.closed(next);
  // The other claim stands; of this payment nothing is owed by anybody.
  expect([await booked('1160'), await booked('1130')]).toEqual([500, 0]);
  expect(await app.violations()).toEqual([]);
});
