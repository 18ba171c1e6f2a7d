import { testApp, type TestBank } from '../support';
import { insertOtherBill } from '../support/other-bill';
import { SNAP, snapPartner, type TestSnapPartner } from '../support/snap-partner';

const app = testApp();
let bank: TestBank;
let partner: TestSnapPartner;

beforeAll(async () => {
  await app.make.penaltyPolicy();
  bank = await app.make.bank({ code: 'SULTRA' });
  partner = await snapPartner(app, bank);
});

let counter = 0;
const request = (prefix = 'INQ') => `${prefix}-${String((counter += 1)).padStart(6, '0')}`;
const idr = (rupiah: number) => ({ value: `${String(rupiah)}.00`, currency: 'IDR' });

async function owing(periods: readonly string[], usage = 25, name = 'Rina Kurnia') {
  const customer = await app.make.customer({ name });
  for (const period of periods) await app.make.issuedBill({ customer, period, usage });
  return customer;
}

const inquire = (customerNo: string, change: object = {}, on = partner) =>
  on.post(SNAP.inquiry, { ...on.account(customerNo), inquiryRequestId: request(), ...change });

const pay = (customerNo: string, amount: number, id: string, change: object = {}, on = partner) =>
  on.post(SNAP.payment, {
    ...on.account(customerNo),
    paymentRequestId: id,
    paidAmount: idr(amount),
    trxDateTime: on.now(),
    ...change,
  });

const payments = (id: string) =>
  app.database.query<{ amount: number; channel: string; admin_fee: number }>(
    'SELECT amount::int, channel, admin_fee::int FROM pembayaran WHERE bank_reference = $1',
    [id],
  );

describe('inquiry (24)', () => {
  it('answers bills, total and fee as the standard prints them', async () => {
    const customer = await owing(['2025-11', '2025-12'], 25, 'RINA KURNIA');
    const answer = await inquire(customer.customer_number, {
      inquiryRequestId: 'INQ-20260115-000001',
      channelCode: 6017,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      responseCode: '2002400',
      responseMessage: 'Successful',
      virtualAccountData: {
        inquiryStatus: '00',
        inquiryReason: { english: 'Success', indonesia: 'Sukses' },
        partnerServiceId: '   13501',
        customerNo: customer.customer_number,
        virtualAccountNo: `   13501${customer.customer_number}`,
        virtualAccountName: 'RINA KURNIA',
        inquiryRequestId: 'INQ-20260115-000001',
        totalAmount: idr(70_000 + 80_000),
        subCompany: '00000',
        billDetails: [
          {
            billCode: '01',
            billNo: `${customer.customer_number}202511`,
            billName: 'REK AIR NOV 2025',
            billShortName: 'NOV25',
            billDescription: { english: 'WATER NOV 2025', indonesia: 'REK AIR NOV 2025' },
            billSubCompany: '00000',
            billAmount: idr(80_000),
          },
          expect.objectContaining({ billCode: '02', billName: 'REK AIR DES 2025', billAmount: idr(70_000) }),
        ],
        freeTexts: [{ english: 'Water bill', indonesia: 'Rekening air' }],
        virtualAccountTrxType: 'C',
        feeAmount: idr(2_500),
      },
      additionalInfo: {},
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-timestamp')).toMatch(/^2026-01-15T\d\d:\d\d:\d\d\+07:00$/);
  });

  it('never calls water what is none, and says what it is for', async () => {
    const customer = await owing([]);
    await insertOtherBill(app.database, {
      customer,
      kind: 'NONWATER',
      suffix: '202621',
      amount: 150_000,
      dueDate: '2026-01-20',
    });
    const answer = await inquire(customer.customer_number);
    const { billDetails } = (answer.body as { virtualAccountData: { billDetails: object[] } })
      .virtualAccountData;
    expect(billDetails).toEqual([
      expect.objectContaining({
        billName: 'NON AIR JAN 2026',
        billShortName: 'JAN26',
        billDescription: { english: 'NONWATER', indonesia: 'NONWATER' },
      }),
    ]);
    expect((await pay(customer.customer_number, 150_000, request('PAY'))).status).toBe(200);
  });

  it.each([
    ['unpadded', { partnerServiceId: '13501', virtualAccountNo: '' }],
    ['with spaces on both sides', { partnerServiceId: ' 13501 ', virtualAccountNo: '' }],
    [
      'with fields nobody knows',
      { surprise: { deep: [1.5, null, 'x\ny'] }, channelCode: '6017', amount: idr(0) },
    ],
  ])('reads the account %s', async (_, change: Record<string, unknown>) => {
    const customer = await owing(['2025-12']);
    const sent =
      change.virtualAccountNo === ''
        ? { ...change, virtualAccountNo: `13501${customer.customer_number}` }
        : change;
    const answer = await inquire(customer.customer_number, sent);
    expect([answer.code, answer.data.partnerServiceId, answer.data.virtualAccountNo]).toEqual([
      '2002400',
      '   13501',
      `   13501${customer.customer_number}`,
    ]);
  });

  it('reads a customer number sent as a bare number', async () => {
    const region = await app.make.region('07');
    const customer = await app.make.customer({ region });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
    const answer = await inquire(customer.customer_number, { customerNo: Number(customer.customer_number) });
    expect([answer.code, answer.data.customerNo]).toEqual(['2002400', customer.customer_number]);
  });

  it('adds stamp duty above five million and says so', async () => {
    const customer = await owing(['2025-12'], 2_000);
    const { data } = await inquire(customer.customer_number);
    const [bill] = data.billDetails as { billAmount: { value: string } }[];
    expect(Number((data.totalAmount as { value: string }).value)).toBe(
      Number(bill?.billAmount.value) + 10_000,
    );
    expect(data.freeTexts).toContainEqual({
      english: 'Incl. stamp duty Rp10000',
      indonesia: 'Termasuk meterai Rp10000',
    });
  });

  it('asks for the oldest 24 bills of more, and their payment leaves the rest', async () => {
    const periods = Array.from(
      { length: 26 },
      (_, index) =>
        `${String(2023 + Math.floor((index + 10) / 12))}-${String(((index + 10) % 12) + 1).padStart(2, '0')}`,
    );
    const customer = await owing(periods, 5);
    const { data, code } = await inquire(customer.customer_number);
    expect([code, (data.billDetails as unknown[]).length]).toEqual(['2002400', 24]);
    const id = request('PAY');
    const paid = await pay(
      customer.customer_number,
      Number((data.totalAmount as { value: string }).value),
      id,
    );
    expect([paid.code, (paid.data.billDetails as unknown[]).length]).toEqual(['2002500', 24]);
    const rest = await inquire(customer.customer_number);
    expect((rest.data.billDetails as { billShortName: string }[]).map((bill) => bill.billShortName)).toEqual([
      'NOV25',
      'DES25',
    ]);
  });
});

describe('payment (25)', () => {
  it('posts by the use case of every channel and answers what was paid', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const id = request('PAY');
    const answer = await pay(customer.customer_number, 150_000, id, {
      totalAmount: idr(150_000),
      referenceNo: 'REF77',
      journalNum: '12',
      paymentType: 1,
      flagAdvise: 'N',
      virtualAccountName: 'ignored',
    });
    expect([answer.status, answer.code]).toEqual([200, '2002500']);
    expect(answer.data).toMatchObject({
      paymentFlagStatus: '00',
      paymentFlagReason: { english: 'Success', indonesia: 'Sukses' },
      virtualAccountNo: `   13501${customer.customer_number}`,
      virtualAccountName: 'Rina Kurnia',
      paymentRequestId: id,
      paidAmount: idr(150_000),
      totalAmount: idr(150_000),
      referenceNo: 'REF77',
      journalNum: '12',
      paymentType: '1',
      flagAdvise: 'N',
    });
    expect(await payments(id)).toEqual([{ amount: 150_000, channel: 'VA', admin_fee: 2_500 }]);
    const native = await bank.client().status(id);
    expect(native.body).toMatchObject({ status: 'POSTED', total_amount: 152_500, channel: 'VA' });
  });

  it.each([
    '2026-01-15T08:29:00+07:00',
    '2026-01-15T09:29:00.123+08:00',
    '20260115T012900Z',
    '20260115T082900+0700',
  ])('reads the time of payment %s', async (trxDateTime) => {
    const customer = await owing(['2025-12']);
    const id = request('PAY');
    expect((await pay(customer.customer_number, 70_000, id, { trxDateTime })).code).toBe('2002500');
    const row = await app.database.one<{ paid_at: Date }>(
      'SELECT paid_at FROM pembayaran WHERE bank_reference = $1',
      [id],
    );
    expect(row.paid_at.toISOString().slice(0, 19)).toBe('2026-01-15T01:29:00');
  });

  it('pays the oldest bills the amount makes, named or not', async () => {
    const customer = await owing(['2025-10', '2025-11', '2025-12']);
    const oldest = await pay(customer.customer_number, 85_000, request('PAY'));
    expect(oldest.code).toBe('2002500');
    const named = await pay(customer.customer_number, 80_000, request('PAY'), {
      billDetails: [{ billCode: '01', billNo: '202511' }],
    });
    expect(named.code).toBe('2002500');
    // One that is not open any more, or never was, is not passed over.
    const gone = await pay(customer.customer_number, 70_000, request('PAY'), {
      billDetails: ['202511', '202512'].map((billNo) => ({ billCode: '01', billNo })),
    });
    expect(gone.code).toBe('4042514');
    const unknown = await pay(customer.customer_number, 70_000, request('PAY'), {
      billDetails: ['202501', '202512'].map((billNo) => ({ billCode: '01', billNo })),
    });
    expect(unknown.code).toBe('4042512');
    const left = await inquire(customer.customer_number);
    expect(left.data.totalAmount).toEqual(idr(70_000));
  });

  it('answers a repetition with the original result, under any external id and timestamp', async () => {
    const customer = await owing(['2025-12']);
    const id = request('PAY');
    const trxDateTime = partner.now();
    const first = await pay(customer.customer_number, 70_000, id, { trxDateTime });
    app.clock.advance(90_000);
    await app.database.query(
      `WITH h AS (INSERT INTO riwayat_pelanggan (customer_id, at, field, before, after, reason)
         SELECT id, $2, 'name', name, 'Pembeli Rumah', 'balik nama' FROM pelanggan WHERE id = $1)
       UPDATE pelanggan SET name = 'Pembeli Rumah' WHERE id = $1`,
      [customer.id, app.clock.date()],
    );
    const again = await pay(customer.customer_number, 70_000, id, { trxDateTime, flagAdvise: 'Y' });
    const { flagAdvise, ...rest } = again.data;
    expect([again.code, flagAdvise, again.headers.get('idempotent-replayed')]).toEqual([
      '2002500',
      'Y',
      'true',
    ]);
    expect(rest).toEqual(first.data);
    expect(again.body.additionalInfo).toEqual(first.body.additionalInfo);
    expect(await payments(id)).toHaveLength(1);
  });

  it('answers other content about bills posted under a reference 4042518 with the status of the original', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const id = request('PAY');
    expect((await pay(customer.customer_number, 150_000, id)).code).toBe('2002500');
    const answers = [
      await pay(customer.customer_number, 150_001, id, {
        billDetails: [{ billNo: '202511' }, { billNo: '202512' }],
      }),
      await pay(customer.customer_number, 70_000, id, { billDetails: [{ billNo: '202511' }] }),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.code, answer.data.paymentFlagStatus]).toEqual([404, '4042518', '00']);
      expect(answer.text).not.toMatch(/receipt|billDetails/);
    }
    expect(await payments(id)).toHaveLength(1);
  });

  it('never lets a bank take for success what a posted reference did not pay: another account, other bills', async () => {
    const customer = await owing(['2025-12']);
    const other = await owing(['2025-12'], 11);
    const id = request('PAY');
    expect((await pay(customer.customer_number, 70_000, id)).code).toBe('2002500');
    const answers = [
      await pay(other.customer_number, 70_000, id),
      await pay(customer.customer_number, 70_000, id, { billDetails: [{ billNo: '202511' }] }),
      await pay('010203000042', 70_000, id),
      // Nothing is named: the amount alone says that this is not the money that was posted.
      await pay(customer.customer_number, 80_000, id),
      await pay(customer.customer_number, 70_000, id, { paidAmount: { value: '70000.50', currency: 'IDR' } }),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.code, answer.data.paymentFlagStatus]).toEqual([404, '4042512', '01']);
      expect(answer.text).not.toMatch(/receipt|billDetails/);
    }
    expect(await payments(id)).toHaveLength(1);
    expect((await inquire(other.customer_number)).code).toBe('2002400');
  });

  it('never answers 4042518 for a reference that was only refused', async () => {
    const customer = await owing(['2025-12']);
    const id = request('PAY');
    expect((await pay(customer.customer_number, 1, id)).code).toBe('4042513');
    expect((await pay(customer.customer_number, 2, id)).code).toBe('4042513');
    expect((await pay(customer.customer_number, 70_000, id)).code).toBe('2002500');
  });

  it('says cancelled for a reference that was reversed, and for one reversed before it came', async () => {
    const customer = await owing(['2025-12']);
    const [id, unseen] = [request('PAY'), request('PAY')];
    expect((await pay(customer.customer_number, 70_000, id)).code).toBe('2002500');
    for (const [index, reference] of [id, unseen].entries())
      await bank.client().reversal({
        bank_reference: reference,
        reversal_reference: `REV-${reference}-${String(index)}`,
        reason: 'salah bayar',
      });
    for (const reference of [id, unseen]) {
      const answer = await pay(customer.customer_number, 70_000, reference);
      expect([answer.code, answer.data.paymentFlagStatus]).toEqual(['4042504', '01']);
    }
    const status = await partner.post(SNAP.status, {
      ...partner.account(customer.customer_number),
      inquiryRequestId: id,
    });
    expect([status.code, status.data.paymentFlagStatus]).toEqual(['2002600', '01']);
  });
});

describe('status (26)', () => {
  it('finds a payment by either id, or the latest of the account', async () => {
    const customer = await owing(['2025-11', '2025-12']);
    const account = partner.account(customer.customer_number);
    const [first, second] = [request('PAY'), request('PAY')];
    await pay(customer.customer_number, 80_000, first);
    await pay(customer.customer_number, 70_000, second);
    for (const [ids, paid, id] of [
      [{ inquiryRequestId: first }, 80_000, first],
      [{ inquiryRequestId: first, paymentRequestId: second }, 70_000, second],
      [{}, 70_000, second],
    ] as const) {
      const answer = await partner.post(SNAP.status, { ...account, ...ids });
      expect([answer.code, answer.data.paymentFlagStatus, answer.data.paymentRequestId]).toEqual([
        '2002600',
        '00',
        id,
      ]);
      expect(answer.data.paidAmount).toEqual(idr(paid));
      expect(answer.data.inquiryRequestId).toBeDefined();
      expect(answer.data.transactionDate).toMatch(/\+07:00$/);
    }
  });

  it('does not find what was not paid, what is of another account, or of another bank', async () => {
    const customer = await owing(['2025-12']);
    const other = await owing(['2025-12']);
    const id = request('PAY');
    await pay(customer.customer_number, 70_000, id);
    const stranger = await snapPartner(app, await app.make.bank());
    const ask = (on: TestSnapPartner, customerNo: string, inquiryRequestId: string) =>
      on.post(SNAP.status, { ...on.account(customerNo), inquiryRequestId });
    expect((await ask(partner, customer.customer_number, 'NEVER')).code).toBe('4042601');
    expect((await ask(partner, other.customer_number, id)).code).toBe('4042601');
    expect((await ask(stranger, customer.customer_number, id)).code).toBe('4042601');
    expect((await partner.post(SNAP.status, partner.account(other.customer_number))).code).toBe('4042601');
    expect((await ask(partner, '010203000042', id)).code).toBe('4042612');
  });
});
