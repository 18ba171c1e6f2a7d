import { billCorrected, billsReplaced, rupiah } from '@tirtapay/domain';
import { ReceiveMoney } from '../../src/modules/money/payment';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { insertJournal, insertOtherBill } from '../support/other-bill';

const app = testApp({ jobs: false });
let bank: TestBank;

beforeAll(async () => {
  await app.make.penaltyPolicy();
  bank = await app.make.bank();
});

interface Asked {
  inquiry_id: string;
  total_amount: number;
  bills: {
    bill_number: string;
    period: string;
    usage_m3: number;
    previous_stand: number;
    current_stand: number;
    principal: number;
    penalty: number;
  }[];
}

const ask = async (customer: TestCustomer) =>
  (await bank.client().verify({ customer_number: customer.customer_number })).body as Asked;

const pay = (asked: Asked, reference: string) =>
  bank.client().process({
    bank_reference: reference,
    inquiry_id: asked.inquiry_id,
    amount: asked.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });

const states = (customer: TestCustomer) =>
  app.database.query<{ kind: string; state: string }>(
    'SELECT kind, state FROM tagihan WHERE customer_id = $1 ORDER BY due_date, bill_number',
    [customer.id],
  );

it('asks, pays and takes back every kind of bill as one, oldest due date first', async () => {
  const customer = await app.make.customer();
  // Owed water is 90.000: November; 70.000 of October went into a plan.
  const october = await app.make.issuedBill({
    customer,
    period: '2025-10',
    usage: 25,
    dueDate: '2026-02-20',
  });
  await app.make.issuedBill({ customer, period: '2025-11', usage: 25, dueDate: '2026-02-10' });
  const charge = {
    customer,
    kind: 'NONWATER',
    suffix: '202521',
    amount: 150_000,
    dueDate: '2025-12-05',
  } as const;
  const other = await insertOtherBill(app.database, charge);
  const opening = {
    customer,
    kind: 'OPENING',
    suffix: '202506',
    amount: 40_000,
    dueDate: '2025-12-20',
  } as const;
  const taken = await insertOtherBill(app.database, opening);
  const share = {
    customer,
    kind: 'INSTALMENT',
    suffix: '202622',
    amount: 40_000,
    dueDate: '2026-03-01',
  } as const;
  const instalment = await insertOtherBill(app.database, share);
  const last = await insertOtherBill(app.database, {
    ...share,
    suffix: '202623',
    amount: 30_000,
    dueDate: '2026-04-01',
  });
  await app.as('admin');
  await app.database.transaction(async (client) => {
    await client.query("UPDATE tagihan SET state = 'REPLACED_BY' WHERE id = $1", [october.id]);
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO rencana_angsuran (customer_id, instalments, principal, penalty, grace_days, reason, requested_by, approved_by, created_at)
       SELECT $1, 2, 70000, 0, 7, 'uji', min(id), max(id), now() FROM pengguna RETURNING id`,
      [customer.id],
    );
    const plan = rows[0]?.id ?? 0;
    await client.query(
      'INSERT INTO angsuran (plan_id, seq, bill_id) SELECT $1, n, b FROM unnest($2::bigint[]) WITH ORDINALITY AS s (b, n)',
      [plan, [instalment.id, last.id]],
    );
    await client.query('INSERT INTO angsuran_sumber VALUES ($1, $2, 70000, 0)', [plan, october.id]);
    await insertJournal(
      client,
      { event: 'bill.replaced', entityType: 'rencana_angsuran', entityId: plan },
      billsReplaced({
        customerId: customer.id,
        sources: [{ billId: october.id, principal: rupiah(70_000), penalty: rupiah(0) }],
        instalments: [
          { billId: instalment.id, principal: rupiah(40_000) },
          { billId: last.id, principal: rupiah(30_000) },
        ],
      }),
    );
  });

  const asked = await ask(customer);
  const [first, second, third, fourth] = asked.bills;
  expect(asked.bills.map((bill) => bill.bill_number)).toEqual([
    other.bill_number,
    taken.bill_number,
    `${customer.customer_number}202511`,
    instalment.bill_number,
    last.bill_number,
  ]);
  const none = { usage_m3: 0, previous_stand: 0, current_stand: 0 };
  // Both are late by now: the charge bears no penalty, the balance taken over does.
  expect(first).toMatchObject({ ...none, principal: 150_000, penalty: 0 });
  expect(second).toMatchObject({ ...none, period: '2025-06', principal: 40_000, penalty: 10_000 });
  expect(third).toMatchObject({ usage_m3: 25, principal: 70_000, penalty: 0 });
  expect(fourth).toMatchObject({ ...none, principal: 40_000, penalty: 0 });

  const replaced = await bank.client().process({
    bank_reference: 'KIND/0',
    customer_number: customer.customer_number,
    bill_numbers: [october.bill_number],
    amount: 72_500,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect([replaced.status, (replaced.body as { code: string }).code]).toEqual([422, 'bill.not_oldest_first']);

  expect((await pay(asked, 'KIND/1')).status).toBe(200);
  expect((await states(customer)).map(({ state }) => state)).toEqual([
    'PAID',
    'PAID',
    'PAID',
    'REPLACED_BY',
    'PAID',
    'PAID',
  ]);
  const receipt = await bank.client().receipt('KIND/1', { accept: 'text/plain' });
  expect(receipt.status).toBe(200);
  const back = await bank
    .client()
    .reversal({ bank_reference: 'KIND/1', reversal_reference: 'KIND/R1', reason: 'salah pelanggan' });
  expect(back.status).toBe(200);
  expect(await app.violations()).toEqual([]);
  expect((await pay(await ask(customer), 'KIND/2')).status).toBe(200);
  expect(await app.violations()).toEqual([]);
});

it('keeps a paid bill paid: its correction is credit, or waits for the bill that carries it', async () => {
  const customer = await app.make.customer();
  const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 25, dueDate: '2026-02-10' });
  expect((await pay(await ask(customer), 'KOREKSI/1')).status).toBe(200);
  const again = (water: number) =>
    JSON.stringify([
      { kind: 'WATER_BLOCK', quantity: 1, rate: water, amount: water },
      { kind: 'FIXED', quantity: 1, rate: 10_000, amount: 10_000 },
    ]);
  // 60.000 of water were right for 25 m³; 72.000 would be, and 12.000 wait.
  await app.database.transaction(async (client) => {
    const journal = await insertJournal(
      client,
      { event: 'bill.corrected', entityType: 'tagihan', entityId: bill.id },
      billCorrected({
        customerId: customer.id,
        billId: bill.id,
        waterDifference: 12_000,
        fixedDifference: 0,
      }),
    );
    await client.query(
      `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, amount, journal_id, note, created_at)
       VALUES ($1, $2, 12000, 0, 12000, $3, 'stand salah catat', now())`,
      [bill.id, again(72_000), journal],
    );
  });
  expect(await app.violations()).toEqual([]);
  expect(await states(customer)).toEqual([{ kind: 'WATER', state: 'PAID' }]);

  await expect(
    app.database.query('UPDATE koreksi_tagihan SET amount = 0, water_amount = 0, fixed_amount = 0'),
  ).rejects.toMatchObject({ code: 'P0I01' });
  await expect(app.database.query('DELETE FROM koreksi_tagihan')).rejects.toMatchObject({ code: 'P0I01' });
});

it.each([
  ['a charge with a number of a month', 'NONWATER', '202512', 'tagihan_number_of_kind'],
  ['a balance taken over with a number of a charge', 'OPENING', '202521', 'tagihan_period'],
] as const)('refuses %s', async (_what, kind, suffix, constraint) => {
  const customer = await app.make.customer();
  await expect(
    insertOtherBill(app.database, { customer, kind, suffix, amount: 1_000, dueDate: '2026-01-20' }),
  ).rejects.toMatchObject({ constraint });
});

describe('a charge that is no water', () => {
  interface Charge {
    id: number;
    active: boolean;
    pending_approval_id: number;
    code?: string;
  }
  interface Billed {
    bill_id: number;
    bill_number: string;
    principal: number;
    due_date: string;
    code?: string;
  }
  const admin = () => app.as('admin');
  const decide = async (approval: number) =>
    (await app.as('manajer')).post(`/approvals/${String(approval)}/decision`, { decision: 'APPROVE' });
  const propose = async (price: number) =>
    (await admin()).post<Charge>('/charges', { code: 'SAMBUNG', name: 'Sambung kembali', price });
  const bill = async (customer: TestCustomer, charge: number, request_id: string, quantity = 1) =>
    (await admin()).post<Billed>('/charges/bills', {
      customer_id: customer.id,
      charge_id: charge,
      quantity,
      request_id,
    });

  it('costs what two people agreed, is billed once however often it is sent, and paid as any bill', async () => {
    const applicant = await app.make.customer({ state: 'CALON' });
    const { body: charge } = await propose(150_000);
    const id = '5f0c2a9e-2f0a-4d6e-9a53-0d6a3f1b7c10';
    expect((await bill(applicant, charge.id, id)).body.code).toBe('charge.not_active');
    expect((await decide(charge.pending_approval_id)).status).toBe(200);
    const [first, again] = await Promise.all([
      bill(applicant, charge.id, id, 2),
      bill(applicant, charge.id, id, 2),
    ]);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(first.body).toMatchObject({
      bill_number: `${applicant.customer_number}202621`,
      principal: 300_000,
      due_date: '2026-01-25',
    });
    const shown = await app.anyone.post<{ bills: { title: string; total: number }[] }>('/public/inquiries', {
      customer_number: applicant.customer_number,
    });
    expect(shown.body.bills).toMatchObject([{ title: 'Sambung kembali', total: 300_000 }]);
    const paid = await pay(await ask(applicant), 'CHARGE-1');
    expect(paid.status).toBe(200);
    const token = (paid.body as { receipt_url: string }).receipt_url.split('/').at(-1) ?? '';
    const receipt = await app.anyone.get<{ bills: { title: string }[] }>(`/public/receipts/${token}`);
    expect(receipt.body.bills[0]?.title).toBe('Sambung kembali');
    // Whoever has paid is still somebody, on every channel.
    const after = await bank.client().verify({ customer_number: applicant.customer_number });
    expect((after.body as { code: string }).code).toBe('bill.none_open');
    const found = await (
      await app.as('kasir')
    ).get<{ data: object[] }>(`/counter/customers?q=${applicant.customer_number}`);
    expect(found.body.data).toHaveLength(1);
    const other = await bill(await app.make.customer(), charge.id, id, 2);
    expect([other.status, JSON.stringify(other.body).includes('/request_id')]).toEqual([400, true]);
    const gone = await (
      await admin()
    ).post<Billed>(`/charges/bills/${String(first.body.bill_id)}/cancellation`, {
      reason: 'ternyata sudah dibayar lunas',
    });
    expect(gone.body.code).toBe('bill.state_conflict');
  });

  it('that credit has paid goes back into the credit by two people, once, and pays what is open', async () => {
    const customer = await app.make.customer();
    const price = (await (await admin()).get<Charge[]>('/charges')).body.find(({ active }) => active);
    const owed = await bill(
      await app.make.customer(),
      price?.id ?? 0,
      '5f0c2a9e-2f0a-4d6e-9a53-0d6a3f1b7c19',
    );
    // Money that came while nothing was owed: it pays what is billed next.
    const now = app.clock.now();
    await app.get(ReceiveMoney).receive({
      bank: { id: bank.id, code: bank.code, adminFee: rupiah(2_500) },
      bankReference: 'CREDIT/1',
      amount: 152_500,
      channel: 'VA',
      paidAt: { text: app.clock.text(now), epoch: now, plausible: true },
      target: { kind: 'CUSTOMER', customerNumber: customer.customer_number },
    });
    const billed = await bill(customer, price?.id ?? 0, '5f0c2a9e-2f0a-4d6e-9a53-0d6a3f1b7c20');
    expect(await states(customer)).toEqual([{ kind: 'NONWATER', state: 'PAID' }]);
    const ask = async (id = billed.body.bill_id) =>
      (await admin()).post<{ approval_id: number; code?: string }>(`/bills/${String(id)}/charge-return`, {
        reason: 'pelanggan yang salah dipilih',
      });
    expect((await ask(owed.body.bill_id)).body.code).toBe('bill.state_conflict');
    const asked = await ask();
    expect((await decide(asked.body.approval_id)).status).toBe(200);
    expect(await states(customer)).toEqual([{ kind: 'NONWATER', state: 'PAID' }]);
    const balance = async () =>
      (
        await app.database.query<{ sum: number }>(
          'SELECT coalesce(sum(amount), 0)::int AS sum FROM saldo_pelanggan WHERE customer_id = $1',
          [customer.id],
        )
      )[0]?.sum;
    expect(await balance()).toBe(150_000);
    expect((await ask()).body.code).toBe('bill.state_conflict');
    const { body: notes } = await (
      await admin()
    ).get<{ id: number; cause: string; amount: number }[]>(
      `/bills/${String(billed.body.bill_id)}/corrections`,
    );
    expect(notes).toMatchObject([{ cause: 'CHARGE', amount: -150_000 }]);
    const paper = await (await admin()).get(`/correction-notes/${String(notes[0]?.id)}/pdf`);
    expect(paper.status).toBe(200);
    expect(await app.violations()).toEqual([]);
    // Billed again, and rightly: the credit pays it by itself.
    expect((await bill(customer, price?.id ?? 0, '5f0c2a9e-2f0a-4d6e-9a53-0d6a3f1b7c21')).status).toBe(201);
    expect([await balance(), await states(customer)]).toEqual([
      0,
      [
        { kind: 'NONWATER', state: 'PAID' },
        { kind: 'NONWATER', state: 'PAID' },
      ],
    ]);
    expect(await app.violations()).toEqual([]);
  });

  it('has one price at a time, and one billed by mistake is taken back by two people', async () => {
    const customer = await app.make.customer();
    const old = (await (await admin()).get<Charge[]>('/charges')).body.find(({ active }) => active);
    const ending = await (
      await admin()
    ).post<{ approval_id: number }>(`/charges/${String(old?.id)}/retirement`, {
      reason: 'layanan tidak diadakan lagi',
    });
    const { body: dearer } = await propose(175_000);
    // One price waits at a time, however many ask at once; when it was decided, the next one may.
    const [second, third] = await Promise.all([propose(160_000), propose(165_000)]);
    expect([second.body.code, third.body.code]).toEqual(['charge.price_pending', 'charge.price_pending']);
    expect((await decide(dearer.pending_approval_id)).status).toBe(200);
    // It was not asked for with the price in mind that is in force now.
    expect((await decide(ending.body.approval_id)).body).toMatchObject({ code: 'approval.outdated' });
    const stale = await bill(customer, old?.id ?? 0, '5f0c2a9e-2f0a-4d6e-9a53-0d6a3f1b7c11');
    expect([stale.status, stale.body.code]).toEqual([409, 'charge.not_active']);
    const billed = await bill(customer, dearer.id, '5f0c2a9e-2f0a-4d6e-9a53-0d6a3f1b7c12');
    const its = `/bills/${String(billed.body.bill_id)}`;
    const { body: doubt } = await (
      await admin()
    ).post<{ id: number; ticket_number: string; bill: object }>(`${its}/disputes`, {
      reason: 'OTHER',
      statement: 'Saya tidak pernah minta disambung.',
    });
    expect(doubt.bill).toMatchObject({ kind: 'NONWATER', title: 'Sambung kembali' });
    const request = await (
      await admin()
    ).post<{ approval_id: number }>(`/charges/bills/${String(billed.body.bill_id)}/cancellation`, {
      reason: 'pelanggan yang salah dipilih',
    });
    expect(request.status).toBe(202);
    expect((await (await admin()).get(its)).body).toMatchObject({
      kind: 'NONWATER',
      pending_approval_id: request.body.approval_id,
    });
    // The doubt about it says the same: nobody confirms a bill that is just being taken back.
    expect((await (await admin()).get(`/disputes/${String(doubt.id)}`)).body).toMatchObject({
      pending_approval_id: request.body.approval_id,
    });
    expect((await decide(request.body.approval_id)).status).toBe(200);
    expect(await states(customer)).toEqual([{ kind: 'NONWATER', state: 'CANCELLED' }]);
    expect((await (await admin()).get(its)).body).toMatchObject({ pending_approval_id: null });
    // Whoever doubted it reads that it is gone, and its case waits for nobody.
    expect((await app.anyone.get(`/public/disputes/${doubt.ticket_number}`)).body).toMatchObject({
      state: 'CANCELLED',
      title: 'Sambung kembali',
      answer: null,
      days_held: 0,
    });
    expect(
      await app.database.query(
        "SELECT status FROM kasus WHERE subject_type = 'keberatan' AND subject_id = $1",
        [doubt.id],
      ),
    ).toEqual([{ status: 'RESOLVED' }]);
    expect(await app.violations()).toEqual([]);
    const end = await (
      await admin()
    ).post<{ approval_id: number }>(`/charges/${String(dearer.id)}/retirement`, {
      reason: 'layanan tidak diadakan lagi',
    });
    expect((await decide(end.body.approval_id)).status).toBe(200);
    expect((await (await admin()).get<Charge[]>('/charges')).body.filter(({ active }) => active)).toEqual([]);
  });
});

it('bills that no version priced are found by their category, as reports count them', async () => {
  const customer = await app.make.customer();
  const water = await app.make.issuedBill({ customer, period: '2025-11', usage: 25 });
  const opening = await insertOtherBill(app.database, {
    customer,
    kind: 'OPENING',
    suffix: '202505',
    amount: 40_000,
    dueDate: '2025-12-20',
  });
  const { tariff_id: category } = await app.database.one<{ tariff_id: number }>(
    'SELECT tariff_id::int FROM tagihan WHERE id = $1',
    [opening.id],
  );
  const admin = await app.as('admin');
  const found = async (tariff: number) =>
    (
      await admin.get<{ data: { id: number }[] }>(
        `/bills?tariff_id=${String(tariff)}&customer_id=${String(customer.id)}&sort=-id`,
      )
    ).body.data.map(({ id }) => id);
  expect(await found(category)).toEqual([opening.id, water.id]);
  expect(await found(category + 1_000)).toEqual([]);
});
