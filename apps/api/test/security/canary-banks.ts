import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout';
import { SNAP } from '../support/snap-partner';
import type { TestApp } from '../support/test-app';
import type { CanaryHouse } from './canary-house';
import { BODY, canaries, EMAIL, FORGED_KEY, FORGED_SECRET, FORGED_TOKEN, PHONE } from './canary-values';

/** Virtual accounts and codes, signed calls, notifications and SNAP BI, each rightly and wrongly. */
export async function throughTheBanks(house: CanaryHouse, app: TestApp): Promise<void> {
  const { anyone } = house;
  const inquiry = await anyone.post<{ token: string }>('/public/inquiries', {
    customer_number: house.customer.customer_number,
  });
  for (const fault of ['REFUSE', 'GARBAGE'] as const) {
    house.host.next(SNAP_SERVICES.qrGenerate, fault);
    await anyone.post('/public/intents', {
      token: inquiry.body.token,
      method: 'QRIS',
      bank_code: house.bank.code,
    });
  }
  const open = await anyone.post<PublicCheckoutDto>('/public/intents', {
    token: inquiry.body.token,
    method: 'VA',
    bank_code: house.bank.code,
  });
  expect(open.status).toBe(201);
  const good = house.clientOf(house.bank);
  const bill = { customer_number: house.customer.customer_number };
  await good.verify(bill);
  for (const wrong of [{ secret: FORGED_SECRET }, { keyId: FORGED_KEY }])
    expect((await house.clientOf(house.bank, wrong).verify(bill)).status).toBe(401);
  await good.send('POST', '/api/v1/payment/verify', Buffer.from(`{"surprise":"${BODY}"`));
  const news = {
    event_id: 'KENARI-1',
    event: 'payment.paid' as const,
    method: 'VA' as const,
    virtual_account_number: open.body.va_number ?? '',
    bank_reference: 'KENARI/1',
    amount: 1,
    paid_at: app.clock.text(app.clock.now()),
  };
  expect((await good.notify(Buffer.from(JSON.stringify({ ...news, secret: FORGED_SECRET })))).status).toBe(
    400,
  );
  expect((await good.notify(news)).status).toBe(200);
  expect(
    (await good.notify({ ...news, event_id: 'KENARI-2', bank_reference: 'KENARI/2', amount: 72_500 })).status,
  ).toBe(200);

  const token = canaries.add('access token of a SNAP partner', await house.snap.token());
  const account = house.snap.account(house.customer.customer_number);
  for (const sent of [{}, { token: FORGED_TOKEN }, { token: `${token}x` }, { signature: FORGED_SECRET }])
    house.refusals += (
      await house.snap.post(
        SNAP.payment,
        {
          ...account,
          paymentRequestId: 'KENARI/3',
          virtualAccountName: 'Kenari',
          virtualAccountPhone: PHONE,
          virtualAccountEmail: EMAIL,
          paidAmount: { value: '1.00', currency: 'IDR' },
        },
        sent,
      )
    ).text;
}
