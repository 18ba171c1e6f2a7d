import { setTimeout as pause } from 'node:timers/promises';
import type { PartnerDto } from '../../src/modules/bank-gateway/registry/dto/partner.dto';
import type { SuppliersHealthDto } from '../../src/modules/money/ppob/supplier/supplier.dto';
import type { PpobQuoteDto } from '../../src/modules/money/ppob/quote/quote.dto';
import type { SaleStoryDto } from '../../src/modules/money/ppob/sales/sale-story.dto';
import { KeepSales } from '../../src/modules/money/ppob/deliver/keep-sales.service';
import { testApp, type TestBank } from '../support';
import { PPOB_EXAMPLES } from '../support/ppob-specification';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';

const app = testApp();
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const APPROVE = { decision: 'APPROVE' };
let supplier: SandboxSupplier;
let partner: TestBank;
let seller: PpobSeller;

const PULSA = {
  customer_name: 'Dewi Lestari',
  nomor_hp: '081234567890',
  nominal: 40_000,
  service_code: 'PULSA',
};

beforeAll(async () => {
  supplier = await SandboxSupplier.start(app);
  partner = await app.make.partner(50_000_000);
  seller = new PpobSeller(partner);
});
afterAll(() => supplier.stop());
afterEach(() => supplier.clearFaults());

async function deposit(id = partner.id): Promise<number> {
  const { balance } = await app.database.one<{ balance: number }>(
    'SELECT balance::int FROM deposit_mitra WHERE collector_id = $1',
    [id],
  );
  return balance;
}

let drawn = 0;
/** A reference nobody used before. */
const reference = () => `T/${String((drawn += 1))}`;

/** A water bill of a month. */
const water = (number: string, periode: string) => ({
  customer_name: 'Rina Kurnia',
  no_pelanggan: number,
  periode,
  service_code: 'PDAM',
  ref_id: reference(),
});

/** Waits, with the janitor on, until the sale is over. */
async function over(id: number): Promise<string> {
  for (;;) {
    const { sale } = await seller.get(`/${String(id)}`);
    if (sale.status !== 'PENDING') return sale.status;
    app.clock.advance(20 * 60_000);
    await app.get(KeepSales).tend();
  }
}

describe('the twelve bodies of the specification', () => {
  it.each(PPOB_EXAMPLES)(
    '$body.service_code: only what varies differs from the printed invoice',
    async ({ body, invoice }) => {
      const sold = await seller.sell(body);
      expect([sold.status, sold.sale.status, sold.verdict]).toEqual([201, 'SUCCESS', 'VALID']);
      const varying = /^(Tanggal Transaksi|Token Listrik|Kode Voucher) +: .*$/gm;
      const printed = sold.sale.invoice?.text ?? '';
      expect(printed.replaceAll(varying, '$1')).toBe(invoice.replaceAll(varying, '$1'));
      const text = await seller.get(`/${String(sold.sale.id)}/invoice`, 'text/plain');
      expect(text.rawBody.toString()).toBe(printed);
      const pdf = await seller.get(`/${String(sold.sale.id)}/invoice?width=58`, 'application/pdf');
      expect(pdf.rawBody.subarray(0, 5).toString()).toBe('%PDF-');
      const roll = await seller.get(`/${String(sold.sale.id)}/invoice?columns=32`, 'text/plain');
      expect(roll.rawBody.toString().replaceAll(/\s/g, '')).toContain(sold.sale.receipt_number ?? 'none');
    },
  );

  it('a token has twenty digits in groups of four', async () => {
    const { sale } = await seller.sell({
      customer_name: 'Andi Wijaya',
      meter_number: '12345678901',
      nominal: 10_000,
      service_code: 'PLN_PRABAYAR',
      ref_id: reference(),
    });
    expect(sale.code).toMatch(/^(\d{4}-){4}\d{4}$/);
    expect(
      await app.database.one('SELECT token FROM transaction_details_pln WHERE transaction_id = $1', [
        sale.id,
      ]),
    ).toEqual({ token: sale.code });
  });
});

describe('a reference', () => {
  it('is answered with the same bytes however often it is asked', async () => {
    const before = await deposit();
    const order = { ...PULSA, ref_id: reference() };
    const first = await seller.sell(order);
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([201, null]);
    const again = await seller.sell({
      ...order,
      nomor_hp: '+62 812-3456-7890',
      service_code: 'PULSA_PRABAYAR',
    });
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    expect(again.rawBody.toString()).toBe(first.rawBody.toString());
    expect((await seller.get(`/${String(first.sale.id)}`)).rawBody.toString()).toBe(first.rawBody.toString());
    expect(before - (await deposit())).toBe(41_000);
  });

  it('that means something else is refused and says nothing of the other', async () => {
    const order = { ...PULSA, ref_id: reference() };
    await seller.sell(order);
    const other = await seller.sell({ ...order, nominal: 50_000 });
    expect([other.status, other.problem.code]).toEqual([422, 'payment.reference_reused']);
    expect(other.rawBody.toString()).not.toContain('Dewi');
  });

  it('sent twice at the same moment is sold once', async () => {
    const before = await deposit();
    const order = { ...PULSA, ref_id: reference() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => seller.sell(order)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ sale }) => sale.id)).size).toBe(1);
    expect(before - (await deposit())).toBe(41_000);
  });

  it('that is missing makes a second of the same within two minutes suspect', async () => {
    const order = { ...PULSA, customer_name: 'Tanpa Referensi' };
    const first = await seller.sell(order);
    expect(first.status).toBe(201);
    const second = await seller.sell(order);
    expect([second.status, second.problem]).toEqual([
      409,
      expect.objectContaining({
        code: 'ppob.possible_duplicate',
        first: expect.objectContaining({ id: first.sale.id }) as unknown,
      }),
    ]);
    app.clock.advance(121_000);
    expect((await seller.sell(order)).status).toBe(201);
  });
});

describe('a supplier', () => {
  it('that refuses gives the money back, once', async () => {
    const before = await deposit();
    await supplier.fault('failure');
    const order = { ...PULSA, ref_id: reference() };
    const sold = await seller.sell(order);
    expect([sold.status, sold.sale.status, sold.sale.invoice, sold.sale.receipt_number]).toEqual([
      201,
      'REFUNDED',
      null,
      null,
    ]);
    expect(await deposit()).toBe(before);
    const again = await seller.sell(order);
    expect([again.status, again.rawBody.toString()]).toEqual([200, sold.rawBody.toString()]);
    expect((await seller.get(`/${String(sold.sale.id)}/invoice`, 'text/plain')).problem.code).toBe(
      'ppob.no_invoice',
    );
  });

  it.each([
    ['late-success', 'SUCCESS'],
    ['late-failure', 'REFUNDED'],
    ['timeout', 'SUCCESS'],
    ['timeout-after', 'SUCCESS'],
    ['wrong-body', 'SUCCESS'],
    ['slow-drip', 'SUCCESS'],
  ] as const)('%s: pending first, %s in the end, bought once', async (fault, end) => {
    const before = await deposit();
    await supplier.fault(fault);
    const order = { ...PULSA, ref_id: reference() };
    const sold = await seller.sell(order);
    expect([sold.status, sold.sale.status, sold.sale.invoice]).toEqual([201, 'PENDING', null]);
    expect(before - (await deposit())).toBe(41_000);
    expect((await seller.sell(order)).status).toBe(200);
    expect(await over(sold.sale.id)).toBe(end);
    expect(before - (await deposit())).toBe(end === 'SUCCESS' ? 41_000 : 0);
    const { supplier_ref: ref } = await app.database.one<{ supplier_ref: string }>(
      'SELECT supplier_ref FROM transactions WHERE id = $1',
      [sold.sale.id],
    );
    expect((await supplier.purchases()).filter((purchase) => purchase.ref === ref)).toHaveLength(1);
  });

  it.each(['duplicate-callback', 'out-of-order-callback'])(
    '%s: changes nothing that is over',
    async (fault) => {
      const before = await deposit();
      await supplier.fault(fault);
      const sold = await seller.sell({ ...PULSA, ref_id: reference() });
      expect(await over(sold.sale.id)).toBe('SUCCESS');
      // It calls back a tenth of a second after its answer.
      await pause(300);
      expect((await seller.get(`/${String(sold.sale.id)}`)).sale.status).toBe('SUCCESS');
      expect(before - (await deposit())).toBe(41_000);
    },
  );

  it('is believed by its signature only', async () => {
    await supplier.fault('pending');
    const sold = await seller.sell({ ...PULSA, ref_id: reference() });
    const { supplier_ref: ref } = await app.database.one<{ supplier_ref: string }>(
      'SELECT supplier_ref FROM transactions WHERE id = $1',
      [sold.sale.id],
    );
    const forged = { data: { ref_id: ref, status: 'Gagal', rc: '02' } };
    for (const signature of ['', `sha1=${'0'.repeat(40)}`])
      expect(
        (
          await app.anyone.post('/public/ppob/callbacks/SANDBOX', forged, {
            headers: { 'x-hub-signature': signature },
          })
        ).status,
      ).toBe(401);
    expect((await app.anyone.post('/public/ppob/callbacks/NOBODY', forged)).status).toBe(401);
    expect((await seller.get(`/${String(sold.sale.id)}`)).sale.status).toBe('PENDING');
  });

  it('that leaves a sale without an end for long is told to people', async () => {
    await supplier.fault('pending');
    const sold = await seller.sell({ ...PULSA, ref_id: reference() });
    app.clock.advance(31 * 60_000);
    await app.get(KeepSales).tend();
    expect(
      await app.database.one("SELECT status FROM kasus WHERE kind = 'SALE_UNSETTLED' AND source_key = $1", [
        `transactions:${String(sold.sale.id)}`,
      ]),
    ).toEqual({ status: 'OPEN' });
  });

  it('that owes no bill refuses before any money is taken', async () => {
    const before = await deposit();
    const gas = { customer_name: 'A', id_pelanggan: '0000111', periode: '10-2025', service_code: 'PGN' };
    expect((await seller.sell(gas)).problem.code).toBe('ppob.nothing_to_pay');
    expect(await deposit()).toBe(before);
  });
});

describe('a deposit', () => {
  it('for a hundred sells a hundred to two hundred that come at once, and ties with the books', async () => {
    const poor = await app.make.partner(100 * 41_000);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        new PpobSeller(poor).sell({ ...PULSA, ref_id: `RUSH/${String(index)}` }),
      ),
    );
    const counted = new Map<string, number>();
    for (const { status, problem } of answers) {
      const what = status === 201 ? 'sold' : problem.code;
      counted.set(what, (counted.get(what) ?? 0) + 1);
    }
    expect(Object.fromEntries(counted)).toEqual({ sold: 100, 'deposit.insufficient': 100 });
    expect(await deposit(poor.id)).toBe(0);
    expect(await app.violations()).toEqual([]);
    // A refusal binds no reference: paid in, the same is sold.
    const refused = answers.findIndex(({ status }) => status !== 201);
    await topUp(poor.id, 41_000);
    expect((await new PpobSeller(poor).sell({ ...PULSA, ref_id: `RUSH/${String(refused)}` })).status).toBe(
      201,
    );
  });

  it('is paid in by two people and told in a statement', async () => {
    const before = await deposit();
    await topUp(partner.id, 1_000_000);
    expect((await deposit()) - before).toBe(1_000_000);
    const statement = await (
      await app.as('it')
    ).get<{ data: { event: string; amount: number; balance: number }[] }>(
      `/deposit-movements?partner_id=${String(partner.id)}`,
    );
    expect(statement.body.data[0]).toMatchObject({
      event: 'deposit.topped_up',
      amount: 1_000_000,
      balance: before + 1_000_000,
    });
    const file = await (
      await app.as('manajer')
    ).get(`/deposit-movements/export?partner_id=${String(partner.id)}&event=deposit.topped_up`);
    expect([file.status, file.text]).toEqual([200, expect.stringMatching(/;Setoran;/)]);
    expect(file.text).not.toContain('deposit.topped_up');
  });

  it('that was typed wrong is put right by two people, and bears what was sold of it', async () => {
    const typed = await app.make.partner(0);
    await topUp(typed.id, 1_000_000);
    const admin = await app.as('admin');
    const statement = () =>
      admin.get<{
        data: { id: number; event: string; amount: number; balance: number; corrected: boolean }[];
      }>(`/deposit-movements?partner_id=${String(typed.id)}`);
    const line = (await statement()).body.data[0];
    const ask = (amount: number) =>
      admin.post<{ approval_id: number; code?: string }>(
        `/deposit-movements/${String(line?.id)}/correction`,
        {
          amount,
          bank_reference: 'TRF-BENAR',
          reason: 'Kelebihan satu nol',
        },
      );
    await new PpobSeller(typed).sell({ ...PULSA, ref_id: reference() });
    expect((await ask(40_000)).body.code).toBe('deposit.insufficient');
    const asked = await ask(100_000);
    const decided = await (
      await app.as('manajer')
    ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
    expect([asked.status, decided.status, await deposit(typed.id)]).toEqual([202, 200, 59_000]);
    expect((await ask(5)).body.code).toBe('deposit.movement_corrected');
    expect(
      (await statement()).body.data.map(({ event, amount, corrected }) => [event, amount, corrected]),
    ).toEqual([
      ['deposit.top_up_reversed', -1_000_000, false],
      ['deposit.topped_up', 100_000, false],
      ['sale.held', -41_000, false],
      ['deposit.topped_up', 1_000_000, true],
    ]);
    expect(await app.violations()).toEqual([]);
  });

  it('that runs low is told once', async () => {
    const low = await app.make.partner(100_000);
    await app.database.query('UPDATE deposit_mitra SET low_balance = 70000 WHERE collector_id = $1', [
      low.id,
    ]);
    for (const _ of [1, 2]) await new PpobSeller(low).sell({ ...PULSA, ref_id: reference() });
    expect(
      await app.database.one(
        "SELECT count(*)::int AS told FROM outbox WHERE topic = 'deposit.low' AND entity_id = $1",
        [low.id],
      ),
    ).toEqual({ told: 1 });
    await app.deliverEvents();
    await app.deliverEvents();
    const { body } = await (
      await app.as('manajer')
    ).get<{ data: { title: string; link: string }[] }>('/notices?page_size=100');
    expect(body.data).toContainEqual(
      expect.objectContaining({ link: `/admin/partners/${String(low.id)}` }) as unknown,
    );
  });
});

it('records one line of a statement once', async () => {
  const partner = await app.make.partner(0);
  await topUp(partner.id, 250_000);
  const again = await (
    await app.as('admin')
  ).post<{ errors: { pointer: string }[] }>(`/partners/${String(partner.id)}/deposit/top-ups`, {
    amount: 250_000,
    bank_reference: 'bpd  123',
    reason: 'Setoran mitra',
  });
  expect([again.status, again.body.errors[0]?.pointer]).toEqual([400, '/bank_reference']);
});

async function topUp(id: number, amount: number): Promise<void> {
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/partners/${String(id)}/deposit/top-ups`, {
    amount,
    bank_reference: 'BPD 123',
    reason: 'Setoran mitra',
  });
  expect(asked.status).toBe(202);
  const approve = `/approvals/${String(asked.body.approval_id)}/decision`;
  expect((await (await app.as('admin')).post(approve, APPROVE)).status).toBe(403);
  expect((await (await app.as('manajer')).post(approve, APPROVE)).status).toBeLessThan(300);
}

describe('water of ours', () => {
  it('is the real bill, paid once through the writer of payments', async () => {
    const customer = await app.make.customer();
    const bill = await app.make.issuedBill({ customer, period: '2025-12', usage: 25, dueDate: '2099-01-20' });
    const before = await deposit();
    const order = water(customer.customer_number, '12-2025');
    const sold = await seller.sell(order);
    expect([sold.status, sold.sale.status, sold.sale.bill?.bill_number]).toEqual([
      201,
      'SUCCESS',
      bill.bill_number,
    ]);
    expect(before - (await deposit())).toBe(bill.principal + 3_000);
    expect(
      await app.database.one('SELECT state FROM tagihan WHERE bill_number = $1', [bill.bill_number]),
    ).toEqual({
      state: 'PAID',
    });
    expect(sold.sale.invoice?.text).toContain('Periode Tagihan    : Desember 2025');
    const again = await seller.sell(order);
    expect([again.status, again.rawBody.toString()]).toEqual([200, sold.rawBody.toString()]);
    const other = await seller.sell({ ...order, ref_id: reference() });
    expect(other.problem.code).toBe('bill.none_open');
  });

  it('is found by what an older system called the customer, and asks for the oldest month first', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-11', usage: 10, dueDate: '2099-01-19' });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 10, dueDate: '2099-01-20' });
    await app.database.query('INSERT INTO pelanggan_alias (alias, customer_id) VALUES ($1, $2)', [
      'PDAM777',
      customer.id,
    ]);
    const refused = await seller.sell(water('PDAM777', '12-2025'));
    expect([refused.status, refused.problem]).toEqual([
      422,
      expect.objectContaining({
        code: 'bill.not_oldest_first',
        oldest: expect.objectContaining({ period: '2025-11' }) as unknown,
      }),
    ]);
    expect((await seller.sell(water('PDAM777', '11-2025'))).sale.status).toBe('SUCCESS');
  });

  it('is paid by one of two partners that come at once', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25, dueDate: '2099-01-20' });
    const sellers = [seller, new PpobSeller(await app.make.partner(1_000_000))];
    const answers = await Promise.all(
      sellers.map((one) => one.sell(water(customer.customer_number, '12-2025'))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await app.violations()).toEqual([]);
  });

  it('that was paid by mistake goes back to the deposit by two people', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25, dueDate: '2099-01-20' });
    const before = await deposit();
    const order = water(customer.customer_number, '12-2025');
    const { sale, rawBody } = await seller.sell(order);
    const first = rawBody.toString();
    const { payment_id: payment } = await app.database.one<{ payment_id: number }>(
      'SELECT payment_id::int FROM transactions WHERE id = $1',
      [sale.id],
    );
    const asked = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/payments/${String(payment)}/reversal-requests`, {
      reason: 'Salah pelanggan',
    });
    expect(asked.status).toBeLessThan(300);
    const decided = await (
      await app.as('manajer')
    ).post(`/approvals/${String(asked.body.approval_id)}/decision`, APPROVE);
    expect(decided.status).toBeLessThan(300);
    expect(await deposit()).toBe(before);
    expect(await app.violations()).toEqual([]);
    // The answer to the sale is repeated as it was given; whoever asks how it stands is told the truth.
    expect((await seller.sell(order)).rawBody.toString()).toBe(first);
    const now = await seller.get(`/${String(sale.id)}`);
    expect(now.body).toMatchObject({
      status: 'REFUNDED',
      invoice: null,
      receipt_number: sale.receipt_number,
    });
    expect(now.body).toHaveProperty('reversed_at', expect.any(String));
    expect((await seller.get(`/${String(sale.id)}/invoice`, 'text/plain')).problem.code).toBe(
      'ppob.no_invoice',
    );
    const refunded = await (
      await app.as('manajer')
    ).get<{ data: { id: number }[] }>('/ppob/transactions?status=REFUNDED&service_code=PDAM&totals=true');
    expect(refunded.body).toMatchObject({
      data: [{ id: sale.id }],
      meta: { total: 1, totals: { total_amount: 0 } },
    });
    const sold = await (
      await app.as('manajer')
    ).get<{ data: { id: number }[] }>('/ppob/transactions?status=SUCCESS&service_code=PDAM&page_size=100');
    expect(sold.body.data.map(({ id }) => id)).not.toContain(sale.id);
  });

  it('never sells beyond the deposit', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25, dueDate: '2099-01-20' });
    const poor = new PpobSeller(await app.make.partner(1_000));
    expect((await poor.sell(water(customer.customer_number, '12-2025'))).problem.code).toBe(
      'deposit.insufficient',
    );
  });
});

describe('what a sale would cost', () => {
  const ask = async (body: object) => {
    const { status, body: quote } = await partner
      .client()
      .send('POST', '/api/v1/ppob/inquiries', Buffer.from(JSON.stringify(body)));
    return { status, quote: quote as PpobQuoteDto & { code?: string } };
  };

  it.each(PPOB_EXAMPLES)('$body.service_code: the price of the sale, and nothing moves', async ({ body }) => {
    const before = await deposit();
    const { status, quote } = await ask(body);
    expect(status).toBe(200);
    expect(await deposit()).toBe(before);
    const { sale } = await seller.sell({ ...body, ref_id: reference() });
    expect([sale.principal, sale.admin_fee, sale.total_amount]).toEqual([
      quote.principal,
      quote.admin_fee,
      quote.total_amount,
    ]);
  });

  it('a water bill of ours: whose it is and its parts; another month is refused', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25, dueDate: '2099-01-20' });
    const { quote } = await ask(water(customer.customer_number, '12-2025'));
    expect(quote).toMatchObject({
      source: 'OUR_BILL',
      account_name: customer.name,
      bill: { customer_number: customer.customer_number },
    });
    const { sale } = await seller.sell(water(customer.customer_number, '12-2025'));
    expect(sale.total_amount).toBe(quote.total_amount);
    expect((await ask(water(customer.customer_number, '11-2025'))).quote.code).toBe('bill.none_open');
  });

  it('is told to who may sell, and refused as the sale would be', async () => {
    const admin = await app.as('admin');
    const asked = await admin.post<PpobQuoteDto>('/ppob/inquiries', PULSA);
    expect([asked.status, asked.body.source, asked.body.total_amount]).toEqual([200, 'PRICE_LIST', 41_000]);
    expect((await (await app.as('manajer')).post('/ppob/inquiries', PULSA)).status).toBe(403);
    const wrong = await admin.post<{ errors: { pointer: string }[] }>('/ppob/inquiries', {
      ...PULSA,
      nominal: 41_000,
    });
    expect([wrong.status, wrong.body.errors[0]?.pointer]).toEqual([422, '/nominal']);
    const nothing = await ask({
      customer_name: 'A',
      id_pelanggan: '0000123',
      periode: '10-2025',
      service_code: 'PGN',
    });
    expect(nothing.quote.code).toBe('ppob.nothing_to_pay');
  });
});

describe('what is not sold', () => {
  it.each([
    [{ ...PULSA, nominal: '40000' }, 400, '/nominal'],
    [{ ...PULSA, nominal: -1 }, 400, '/nominal'],
    [{ ...PULSA, nominal: 0 }, 400, '/nominal'],
    [{ ...PULSA, nominal: 1.5 }, 400, '/nominal'],
    [{ ...PULSA, nominal: 2 ** 53 }, 400, '/nominal'],
    [{ ...PULSA, nominal: 41_000 }, 422, '/nominal'],
    [{ ...PULSA, price: 1 }, 400, '/price'],
    [{ ...PULSA, admin_fee: 0 }, 400, '/admin_fee'],
    [{ ...PULSA, customer_name: 'x'.repeat(300) }, 400, '/customer_name'],
    [{ ...PULSA, customer_name: 'Dewi\nLestari' }, 400, '/customer_name'],
    [{ ...PULSA, customer_name: 'Dewi\u202eLestari' }, 400, '/customer_name'],
    [{ ...PULSA, ref_id: 'spasi di sini' }, 400, '/ref_id'],
    [{ ...PULSA, payment: 'CASH' }, 400, '/payment'],
    [{ service_code: 'LAIN' }, 400, '/service_code'],
    [
      { service_code: 'TV', customer_name: 'A', id_pelanggan: 'TV1', paket: 'Perak', periode: '1 Bulan' },
      422,
      '/periode',
    ],
    [{ service_code: 'PAJAK', customer_name: 'A', customer_address: 'B', nop: '32.75' }, 400, '/nop'],
  ])('%j is refused with %i at %s', async (body, status, pointer) => {
    const before = await deposit();
    const answer = await seller.sell(body);
    expect([answer.status, answer.problem.errors?.map((error) => error.pointer)]).toEqual([
      status,
      [pointer],
    ]);
    expect(await deposit()).toBe(before);
  });

  it('a service that is switched off', async () => {
    await app.database.query("UPDATE services SET active = false WHERE code = 'QURBAN'");
    const answer = await seller.sell({ customer_name: 'H', jenis_hewan: 'Kambing', service_code: 'QURBAN' });
    expect([answer.status, answer.problem.code]).toEqual([409, 'ppob.service_inactive']);
    await app.database.query("UPDATE services SET active = true WHERE code = 'QURBAN'");
  });
});

describe('who sees what', () => {
  it('a partner its own, staff all, a bank nothing, a partner nothing of banks', async () => {
    const { sale } = await seller.sell({ ...PULSA, ref_id: reference() });
    const other = new PpobSeller(await app.make.partner(0));
    expect((await other.get(`/${String(sale.id)}`)).problem.code).toBe('ppob.not_found');
    expect((await other.get('')).body).toMatchObject({ data: [], meta: { total: 0 } });
    const staff = await (
      await app.as('manajer')
    ).get<{ data: { id: number }[] }>('/ppob/transactions?sort=-created_at');
    expect(staff.body.data.map(({ id }) => id)).toContain(sale.id);
    const { body: story } = await (
      await app.as('manajer')
    ).get<SaleStoryDto>(`/ppob/transactions/${String(sale.id)}/story`);
    expect(story.steps.map(({ status }) => status)).toEqual(['CREATED', 'PAID', 'SENT', 'SUCCESS']);
    expect(story).toMatchObject({
      stage: 'SUCCESS',
      seller: { id: partner.id },
      supplier: { code: 'SANDBOX' },
      cost: 39_500,
      margin: 500,
    });
    expect(sum(story.journal.map(({ debit }) => debit))).toBe(2 * 41_000);
    expect(
      (await partner.client().send('GET', `/api/v1/ppob/transactions/${String(sale.id)}/story`)).status,
    ).toBe(401);
    const csv = await (await app.as('manajer')).get('/ppob/transactions/export?service_code=PULSA');
    expect([csv.status, csv.text.includes('Dewi Lestari')]).toEqual([200, true]);
    const bank = await app.make.bank();
    const asBank = await bank.client().send('GET', '/api/v1/ppob/services');
    expect([asBank.status, (asBank.body as { code: string }).code]).toEqual([403, 'auth.forbidden']);
    expect((await partner.client().verify({ customer_number: '010203000046' })).status).toBe(403);
    expect((await app.anyone.get('/ppob/services')).status).toBe(401);
    const services = await partner.client().send('GET', '/api/v1/ppob/services');
    expect((services.body as { data: unknown[] }).data).toHaveLength(12);
    const prices = await partner.client().send('GET', '/api/v1/ppob/prices');
    expect((prices.body as { data: unknown[] }).data).toHaveLength(13);
  });
});

describe('how suppliers do', () => {
  it('is told with what waits for them, and the sandbox one obeys', async () => {
    await supplier.fault('pending');
    const { sale } = await seller.sell({ ...PULSA, ref_id: reference() });
    const it = await app.as('it');
    const { status, body } = await it.get<SuppliersHealthDto>('/ppob/suppliers');
    expect(status).toBe(200);
    const [sandbox] = body.data;
    expect(sandbox).toMatchObject({ code: 'SANDBOX', active: true, breaker: 'CLOSED' });
    expect(sandbox?.pending).toBeGreaterThan(0);
    expect(sandbox?.held).toBeGreaterThanOrEqual(sale.total_amount);
    expect(sandbox?.calls[0]).toMatchObject({ status: 200, error: null });
    expect(sandbox?.owed).toBe(
      (
        await app.database.one<{ owed: number }>(
          "SELECT sum(credit - debit)::int AS owed FROM jurnal_baris WHERE account = '2160'",
        )
      ).owed,
    );
    expect((await (await app.as('petugas')).get('/ppob/suppliers')).status).toBe(403);
    // Where the sandbox of the configuration does not answer, that is said, and nothing is told to it.
    expect((await it.get('/ppob/sandbox-supplier')).body).toEqual({
      available: true,
      reachable: false,
      faults: [],
    });
    const told = await it.post<{ code: string }>('/ppob/sandbox-supplier/faults', {
      kind: 'failure',
      times: 1,
    });
    expect(told.body.code).toBe('bank.unreachable');
  });
});

describe('a new partner', () => {
  it('is made by two people, gets its key by two people, and sells from its deposit', async () => {
    const [it1, it2] = [await app.as('it'), await app.as('it2')];
    const asked = await it1.post<{ approval_id: number }>('/partners/requests', {
      code: 'KOPERASI',
      name: 'Koperasi Maju',
      allowed_cidrs: ['127.0.0.0/8'],
      rate_limit_per_second: 20,
      low_balance: 0,
      reason: 'Mitra pertama',
    });
    expect(asked.status).toBe(202);
    expect(
      (await it2.post(`/approvals/${String(asked.body.approval_id)}/decision`, APPROVE)).status,
    ).toBeLessThan(300);
    // Whoever makes partners sees them, and nothing of what they sold.
    expect([(await it1.get('/partners')).status, (await it1.get('/ppob/transactions')).status]).toEqual([
      200, 403,
    ]);
    const { id } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM mitra WHERE code = 'KOPERASI'",
    );
    const key = await it1.post<{ approval_id: number }>(`/partners/${String(id)}/keys`, {
      label: 'Server',
      reason: 'Kunci pertama',
    });
    expect(
      (await it2.post(`/approvals/${String(key.body.approval_id)}/decision`, APPROVE)).status,
    ).toBeLessThan(300);
    const partners = await (
      await app.as('manajer')
    ).get<{ id: number; keys: { id: number }[] }[]>('/partners');
    const keyRow = partners.body.find((one) => one.id === id)?.keys[0]?.id ?? 0;
    const shown = await it1.post<{ key_id: string; secret: string }>(
      `/partners/${String(id)}/keys/${String(keyRow)}/reveal`,
      {},
    );
    expect(shown.status).toBe(200);
    await topUp(id, 100_000);
    const client = partner.client({ keyId: shown.body.key_id, secret: shown.body.secret });
    const sold = await client.send('POST', '/api/v1/ppob/transactions', Buffer.from(JSON.stringify(PULSA)));
    expect(sold.status).toBe(201);
    expect((sold.body as { receipt_number: string }).receipt_number).toMatch(/^KOPERASI-API-\d{8}-000001$/);

    const agree = async (asked: { status: number; body: { approval_id: number } }) => {
      expect(asked.status).toBe(202);
      expect(
        (await it2.post(`/approvals/${String(asked.body.approval_id)}/decision`, APPROVE)).status,
      ).toBeLessThan(300);
    };
    await agree(
      await it1.post<{ approval_id: number }>(`/partners/${String(id)}/keys/${String(keyRow)}/rotations`, {
        overlap_hours: 0,
        reason: 'Secret bocor',
      }),
    );
    // By the time the new secret is shown, every server refuses the old one.
    const renewed = await it1.post<{ secret: string }>(
      `/partners/${String(id)}/keys/${String(keyRow)}/reveal`,
      {},
    );
    expect(renewed.body.secret).not.toBe(shown.body.secret);
    expect((await client.send('GET', '/api/v1/ppob/prices')).status).toBe(401);
    const settings = {
      version: 1,
      name: 'Koperasi Maju Jaya',
      rate_limit_per_second: 50,
      low_balance: 90_000,
      reason: 'Batas dan nama baru',
    };
    await agree(
      await it1.post<{ approval_id: number }>(`/partners/${String(id)}/settings/requests`, settings),
    );
    const changed = await it1.get<PartnerDto>(`/partners/${String(id)}`);
    expect(changed.body).toMatchObject({
      name: 'Koperasi Maju Jaya',
      rate_limit_per_second: 50,
      low_balance: 90_000,
      version: 2,
    });
    expect(await app.database.one('SELECT name FROM penerima WHERE id = $1', [id])).toEqual({
      name: 'Koperasi Maju Jaya',
    });
    expect(changed.body.low_since).not.toBeNull();
    const stale = await it1.post<{ code: string }>(`/partners/${String(id)}/settings/requests`, settings);
    expect([stale.status, stale.body.code]).toEqual([409, 'version.conflict']);
    const wrong = await it1.post<{ code: string }>(`/partners/${String(id)}/settings/requests`, {
      ...settings,
      version: 2,
      allowed_cidrs: ['0.0.0.0/0'],
    });
    expect(wrong.body.code).toBe('bank.cidr_invalid');
  });
});
