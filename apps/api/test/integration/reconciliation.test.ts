import { randomUUID } from 'node:crypto';
import { depositCsv, salesCsv, type NativeBankClient } from '@tirtapay/bank-protocol';
import { businessDate, CHANNELS, matchDay, type DayToMatch } from '@tirtapay/domain';
import { Client, type PoolClient } from 'pg';
import { workbook } from '../../../../libs/bank-protocol/src/table/packed-workbook';
import { plantedDay } from '../../../../libs/domain/src/reconciliation/planted-day';
import { keepCases } from '../../src/modules/money/reconciliation/days/keep-cases';
import type { LockedDay } from '../../src/modules/money/reconciliation/days/lock-day';
import { RunAgain } from '../../src/modules/money/reconciliation/matching/run-again.service';
import { matchExactly } from '../../src/modules/money/reconciliation/matching/exact-pass';
import { loadResidue } from '../../src/modules/money/reconciliation/matching/residue';
import { writeItems } from '../../src/modules/money/reconciliation/matching/write-items';
import { Tx } from '../../src/platform/database';
import { LONG } from '../support/long-run';
import { plantBooks } from '../support/planted-books';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { ReconcileDaily } from '../../src/modules/money/reconciliation/days/reconcile-daily.service';
import { sultraFile, type SultraRow } from '../support/sultra-file';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { agreeOnTerms, askForTerms } from '../support/settlement-terms';

const app = testApp({ jobs: false });
const DAY = '2026-01-15';
const NEXT = '2026-01-16';
let bank: TestBank;
let client: NativeBankClient;

interface Item {
  id: number;
  type: string;
  state: string;
  actions: string[];
  our_amount: number;
  bank_amount: number;
  difference: number;
  reference: string | null;
  customer_number: string | null;
  pending: boolean;
}
interface Day {
  id: number;
  state: string;
  open_items: number;
  received: number;
  cleared: number;
  can_close: boolean;
}

const code = (body: unknown) => (body as { code?: string }).code;
const bytes = { headers: { 'content-type': 'application/octet-stream' } };

beforeAll(async () => {
  bank = await app.make.bank({ code: 'SULTRA', adminFee: 0 });
  client = bank.client();
});

async function owing(): Promise<{ customer: TestCustomer; amount: number }> {
  const customer = await app.make.customer();
  const { principal } = await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  return { customer, amount: principal };
}

async function pay(reference: string, by = client): Promise<SultraRow> {
  const { customer } = await owing();
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
  return { date: DAY, reference, customer: customer.customer_number, nominal: inquiry.total_amount };
}

async function upload(rows: readonly SultraRow[], date = DAY, name = 'settlement.csv') {
  const admin = await app.as('admin');
  const query = `bank_id=${String(bank.id)}&file_name=${name}&settlement_date=${date}`;
  return admin.post<{
    stored: boolean;
    known: boolean;
    reconciliation_id: number;
    supersedes: number | null;
    reading: { errors: unknown[]; questions: unknown[] };
  }>(`/reconciliation/files?${query}`, undefined, { ...bytes, raw: sultraFile(rows) });
}

async function itemsOf(dayId: number, filter = ''): Promise<Item[]> {
  const admin = await app.as('admin');
  const page = await admin.get<{ data: Item[] }>(
    `/reconciliation/items?reconciliation_id=${String(dayId)}&page_size=100${filter}`,
  );
  expect(page.status).toBe(200);
  return page.body.data;
}

async function decide(approvalId: number, decision: 'APPROVE' | 'REJECT' = 'APPROVE') {
  const answer = await (
    await app.as('manajer')
  ).post(`/approvals/${String(approvalId)}/decision`, { decision, note: 'Sudah dicek dengan bank' });
  expect([answer.status, code(answer.body)]).toEqual([200, undefined]);
}

async function adjust(item: Item | undefined, action: string, more: object = {}): Promise<void> {
  if (item === undefined) throw new Error(`nothing to ${action}`);
  const asked = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/reconciliation/items/${String(item.id)}/adjustment`, {
    action,
    reason: 'Sesuai konfirmasi tertulis bank',
    ...more,
  });
  expect([asked.status, code(asked.body), action]).toEqual([202, undefined, action]);
  await decide(asked.body.approval_id);
}

/** What the last request tells whoever decides. */
const lastAsked = async () =>
  (
    await app.database.one<{ payload: { chosen?: string[]; claim_letter?: string } }>(
      "SELECT payload FROM persetujuan WHERE kind = 'reconciliation_adjustment' ORDER BY id DESC LIMIT 1",
    )
  ).payload;

const net = (account: string) =>
  app.database.one<{ net: number }>(
    'SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account = $1 AND collector_id = $2',
    [account, bank.id],
  );

describe('a day of a bank', () => {
  let dayId: number;
  let rows: SultraRow[];
  let extra: { customer: TestCustomer; amount: number };

  it('is not reconciled before its terms are agreed', async () => {
    expect(code((await upload([])).body)).toBe('reconciliation.not_begun');
    const terms = {
      valid_from: DAY,
      cutoff: null,
      settles_saturdays: false,
      settles_sundays: false,
      qris_lag_days: 1,
      fee_per_payment: null,
      mdr_ppm: null,
    };
    expect(await agreeOnTerms(app, bank.id, terms)).toMatchObject({ reconcile_from: DAY, old_days_due: 0 });
  });

  it('finds eight planted breaks, each as what it is, and shows the evidence', async () => {
    rows = [];
    for (let index = 0; index < 8; index += 1) rows.push(await pay(`RK-${String(index)}`));
    await client.reversal({ bank_reference: 'RK-3', reversal_reference: 'RV-3', reason: 'salah input' });
    extra = await owing();
    app.clock.set(`${NEXT}T07:00:00+08:00`);
    const [ok, less, missing, reversed, twice, late, other, kept] = rows as [
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
    ];
    const file: SultraRow[] = [
      ok,
      { ...less, nominal: less.nominal - 500 },
      reversed,
      twice,
      twice,
      { ...late, date: NEXT },
      { ...other, customer: missing.customer },
      { ...kept, nominal: kept.nominal - 2_500, admin: 2_500 },
      { date: DAY, reference: 'RK-X', customer: extra.customer.customer_number, nominal: extra.amount },
    ];
    const admin = await app.as('admin');
    const preview = await admin.post(
      `/reconciliation/files/preview?bank_id=${String(bank.id)}&file_name=a.csv`,
      undefined,
      { ...bytes, raw: sultraFile(file) },
    );
    expect([preview.status, preview.body]).toMatchObject([
      200,
      { reading: { storable: true }, stored_as: null },
    ]);
    const stored = await upload(file);
    expect([stored.status, stored.body.reading.errors, stored.body.stored]).toEqual([201, [], true]);
    dayId = stored.body.reconciliation_id;
    const found = (await itemsOf(dayId)).map(({ type, reference }) => `${reference ?? ''} ${type}`).sort();
    expect(found).toEqual([
      'RK-0 MATCHED',
      'RK-1 AMOUNT_DIFFERS',
      'RK-2 HERE_NOT_AT_BANK',
      'RK-3 REVERSED_HERE_PAID_THERE',
      'RK-4 DUPLICATE_AT_BANK',
      'RK-4 MATCHED',
      'RK-5 NEXT_BUSINESS_DAY',
      'RK-6 WRONG_CUSTOMER',
      'RK-7 MDR',
      'RK-X AT_BANK_NOT_HERE',
    ]);
    const [first] = await itemsOf(dayId, '&type=AMOUNT_DIFFERS');
    const evidence = await admin.get(`/reconciliation/items/${String(first?.id)}`);
    expect(evidence.body).toMatchObject({
      payment: { bank_reference: 'RK-1' },
      file_line: { line: 3, reference: 'RK-1', raw: expect.stringContaining('RK-1') as string },
      call: null,
    });
    const cases = await app.database.one(
      "SELECT count(*)::int AS n FROM kasus WHERE kind = 'RECONCILIATION_BREAK' AND status = 'OPEN'",
    );
    expect(cases).toEqual({ n: 8 });
  });

  it('takes the same bytes once, whatever they are called, and refuses another day’s file', async () => {
    const same = await upload(rows.slice(0, 1), DAY, 'b.csv');
    expect(same.body.supersedes).not.toBeNull();
    const again = await upload(rows.slice(0, 1), DAY, 'renamed.csv');
    expect(again.body).toMatchObject({ stored: false, known: true });
    expect(
      code(
        (
          await upload([
            { date: '2026-01-12', reference: 'Z', customer: rows[0]?.customer ?? '', nominal: 1 },
          ])
        ).body,
      ),
    ).toBe('reconciliation.other_day');
    expect(
      code(
        (
          await upload(
            [{ date: '2026-01-17', reference: 'Z', customer: rows[0]?.customer ?? '', nominal: 1 }],
            '2026-01-17',
          )
        ).body,
      ),
    ).toBe('request.invalid');
    const { code: other } = await app.make.bank({ code: 'ZLAIN', adminFee: 0 });
    const wrong = await (
      await app.as('admin')
    ).post(
      `/reconciliation/files?bank_id=${String(bank.id)}&file_name=c.csv&settlement_date=${DAY}`,
      undefined,
      {
        ...bytes,
        raw: `H,${other},PDAM,20260115,1\n${sultraFile(rows.slice(0, 1))}`,
      },
    );
    expect(wrong.body).toMatchObject({
      stored: false,
      reading: { errors: [{ code: 'WRONG_BANK', line: 1, words: 'H,ZLAIN,PDAM,20260115,1' }] },
    });
  });

  it('is found anew with a corrected file, both kept', async () => {
    const [ok, less, missing, reversed, twice, late, other, kept] = rows as [
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
    ];
    const corrected: SultraRow[] = [
      { ...kept, nominal: kept.nominal - 2_500, admin: 2_500 },
      ok,
      { ...less, nominal: less.nominal - 500 },
      reversed,
      twice,
      twice,
      { ...late, date: NEXT },
      { ...other, customer: missing.customer },
      { date: DAY, reference: 'RK-X', customer: extra.customer.customer_number, nominal: extra.amount },
    ];
    const stored = await upload(corrected);
    expect(stored.body).toMatchObject({ stored: true, reconciliation_id: dayId });
    expect((await itemsOf(dayId, '&state=OPEN')).length).toBe(8);
    const files = await (
      await app.as('admin')
    ).get<{ meta: { total: number } }>(`/reconciliation/files?bank_id=${String(bank.id)}`);
    expect(files.body.meta.total).toBe(3);
  });

  it('is settled by two people, and by no one alone', async () => {
    const open = await itemsOf(dayId, '&state=OPEN');
    const of = (type: string) => open.find((item) => item.type === type);
    const manager = await app.as('manajer');
    expect((await manager.post(`/reconciliation/days/${String(dayId)}/close`)).status).toBe(409);
    const wrong = await (
      await app.as('admin')
    ).post(`/reconciliation/items/${String(of('MDR')?.id)}/adjustment`, {
      action: 'REVERSE',
      reason: 'Ini tidak boleh terjadi',
    });
    expect(code(wrong.body)).toBe('request.invalid');
    await adjust(of('AMOUNT_DIFFERS'), 'CLAIM');
    await adjust(of('HERE_NOT_AT_BANK'), 'CARRY');
    await adjust(of('REVERSED_HERE_PAID_THERE'), 'POST_PAYMENT');
    await adjust(of('DUPLICATE_AT_BANK'), 'SUSPENSE');
    await adjust(of('WRONG_CUSTOMER'), 'ACCEPT');
    await adjust(of('AT_BANK_NOT_HERE'), 'POST_PAYMENT');
    const bulk = { type: 'MDR', action: 'ACCEPT_FEE', reason: 'Sesuai perjanjian biaya' };
    const path = `/reconciliation/days/${String(dayId)}/adjustments`;
    const admin = await app.as('admin');
    expect((await admin.post(path, { ...bulk, preview: true })).body).toMatchObject({
      count: 1,
      approval_id: null,
    });
    const asked = await admin.post<{ approval_id: number }>(path, { ...bulk, preview: false });
    await decide(asked.body.approval_id, 'REJECT');
    await decide(
      (await admin.post<{ approval_id: number }>(path, { ...bulk, preview: false })).body.approval_id,
    );
    await adjust(of('NEXT_BUSINESS_DAY'), 'ACCEPT');
    expect(await itemsOf(dayId, '&state=OPEN')).toEqual([]);
    // Posted under the bank's own reference, and the customer's bill is paid.
    const paid = await app.database.one(
      "SELECT b.state FROM tagihan b JOIN pembayaran p ON p.id = b.paid_by WHERE p.bank_reference = 'RK-X'",
    );
    expect(paid).toEqual({ state: 'PAID' });
    const cases = await app.database.one(
      "SELECT count(*)::int AS n FROM kasus WHERE kind = 'RECONCILIATION_BREAK' AND status = 'OPEN'",
    );
    expect(cases).toEqual({ n: 0 });
  });

  it('is closed by somebody who prepared nothing, booked and frozen', async () => {
    const day = `/reconciliation/days/${String(dayId)}`;
    const before = (await (await app.as('manajer')).get<Day>(day)).body;
    expect(before).toMatchObject({ state: 'OPEN', open_items: 0, can_close: true });
    expect((await (await app.as('admin')).post(`${day}/close`)).status).toBe(403);
    const closed = await (await app.as('manajer')).post<Day>(`${day}/close`);
    expect([closed.status, closed.body.state]).toEqual([200, 'CLOSED']);
    expect(await net('1110')).toEqual({ net: before.received });
    expect(await net('1160')).toEqual({ net: 500 });
    expect(await net('5110')).toEqual({ net: 2_500 });
    // Only what was carried is still due.
    expect(await net('1130')).toEqual({ net: rows[2]?.nominal });
    expect(code((await upload(rows.slice(0, 2))).body)).toBe('reconciliation.closed');
    await expect(
      app.database.query('UPDATE rekonsiliasi SET received = received + 1 WHERE id = $1', [dayId]),
    ).rejects.toThrow('closed day');
    await expect(
      app.database.query('DELETE FROM rekonsiliasi_detail WHERE reconciliation_id = $1', [dayId]),
    ).rejects.toThrow();
    await expect(
      app.database.query(
        "UPDATE rekonsiliasi_detail SET note = 'x' WHERE reconciliation_id = $1 AND state = 'MATCHED'",
        [dayId],
      ),
    ).rejects.toThrow('closed day');
    const paper = await (await app.as('manajer')).get(`${day}/report`);
    expect([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect(await app.violations()).toEqual([]);
  });

  it('opens again by two people with a reason, and closes again', async () => {
    const day = `/reconciliation/days/${String(dayId)}`;
    const asked = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`${day}/reopening`, { reason: 'Bank mengirim koreksi' });
    expect(asked.status).toBe(202);
    await decide(asked.body.approval_id);
    expect(await net('1110')).toEqual({ net: 0 });
    expect(await app.violations()).toEqual([]);
    const closed = await (await app.as('super')).post<Day>(`${day}/close`);
    expect(closed.body.state).toBe('CLOSED');
    const story = await (await app.as('manajer')).get<{ events: { kind: string }[] }>(day);
    expect(story.body.events.map(({ kind }) => kind).slice(0, 3)).toEqual(['CLOSED', 'REOPENED', 'CLOSED']);
  });

  it('leaves what was carried to the next day, which a clean file lets the system close', async () => {
    const missing = rows[2];
    if (missing === undefined) throw new Error('no row was missing');
    // The duplicate was held and the bills were posted on this day; both are settled already and not due again.
    app.clock.set('2026-01-19T07:00:00+08:00');
    const stored = await upload([{ ...missing, date: NEXT }], NEXT);
    expect((await itemsOf(stored.body.reconciliation_id)).map(({ type }) => type)).toEqual(['MATCHED']);
    await app.get(ReconcileDaily).work(businessDate('2026-01-19'));
    const day = await (
      await app.as('manajer')
    ).get<Day & { closed_by: string | null }>(
      `/reconciliation/days/${String(stored.body.reconciliation_id)}`,
    );
    expect(day.body).toMatchObject({ state: 'CLOSED', closed_by: null });
    expect(await net('1130')).toEqual({ net: 0 });
    const overview = await (
      await app.as('manajer')
    ).get<{ banks: { days: { date: string; state: string }[] }[] }>(
      '/reconciliation/days/overview?from=2026-01-14&to=2026-01-19',
    );
    expect(overview.body.banks[0]?.days.map(({ state }) => state)).toEqual([
      'BEFORE',
      'CLOSED',
      'CLOSED',
      'REST',
      'REST',
      'AHEAD',
    ]);
  });
});

describe('the days before', () => {
  it('are closed together by the bank’s letter and two people, once', async () => {
    const old = await app.make.bank({ code: 'LAMA', adminFee: 0 });
    const paid = [await pay('OLD-1', old.client()), await pay('OLD-2', old.client())];
    const due = paid.reduce((sum, { nominal }) => sum + nominal, 0);
    app.clock.set('2026-01-20T08:00:00+08:00');
    const admin = await app.as('admin');
    const agreement = `/reconciliation/agreements/${String(old.id)}`;
    const terms = {
      cutoff: null,
      settles_saturdays: false,
      settles_sundays: false,
      qris_lag_days: 0,
      fee_per_payment: null,
      mdr_ppm: null,
    };
    const agreed = await agreeOnTerms(app, old.id, { ...terms, valid_from: '2026-01-20' });
    expect(agreed).toMatchObject({ reconcile_from: '2026-01-20', old_days_due: due });
    // Days that have begun keep their terms.
    expect((await askForTerms(app, old.id, { ...terms, valid_from: '2026-01-20' })).body.code).toBe(
      'request.invalid',
    );
    expect(
      code((await admin.post(`${agreement}/holidays`, { day: '2026-01-20', name: 'Hari ini' })).body),
    ).toBe('request.invalid');
    const order = {
      bank_id: old.id,
      agreed: due - 1_000,
      letter: 'SALDO/2026/01',
      reason: 'Surat saldo bank per 19 Januari',
    };
    const asked = await admin.post<{ approval_id: number }>('/reconciliation/agreements/old-days', order);
    expect(asked.status).toBe(202);
    await decide(asked.body.approval_id);
    const net = async (account: string) =>
      (
        await app.database.one<{ net: number }>(
          'SELECT sum(debit - credit)::int AS net FROM jurnal_baris WHERE account = $1 AND collector_id = $2',
          [account, old.id],
        )
      ).net;
    expect([await net('1110'), await net('1160'), await net('1130')]).toEqual([due - 1_000, 1_000, 0]);
    expect(code((await admin.post('/reconciliation/agreements/old-days', order)).body)).toBe(
      'reconciliation.old_days_agreed',
    );
    const shown = await admin.get(agreement);
    expect(shown.body).toMatchObject({
      old_days: { through: '2026-01-19', due, agreed: due - 1_000, claimed: 1_000 },
    });
    expect(await app.violations()).toEqual([]);
  });

  it('and a file that has not come is a case, until it comes', async () => {
    app.clock.set('2026-01-21T07:00:00+08:00');
    await app.get(ReconcileDaily).work(businessDate('2026-01-21'));
    await app.get(ReconcileDaily).work(businessDate('2026-01-21'));
    const missing = () =>
      app.database.query<{ status: string }>(
        "SELECT status FROM kasus WHERE kind = 'SETTLEMENT_FILE_MISSING' AND detail ->> 'settlement_date' = '2026-01-20'",
      );
    expect(await missing()).toEqual([{ status: 'OPEN' }, { status: 'OPEN' }]);
  });
});

describe('what was decided', () => {
  const FIRST = '2026-01-22';
  const SECOND = '2026-01-23';
  let own: TestBank;
  let ownClient: NativeBankClient;
  let dayId: number;
  let rows: SultraRow[];
  let heir: { customer: TestCustomer; amount: number };

  async function send(file: readonly SultraRow[], date: string) {
    const query = `bank_id=${String(own.id)}&file_name=a.csv&settlement_date=${date}`;
    return (await app.as('admin')).post<{ stored: boolean; reconciliation_id: number }>(
      `/reconciliation/files?${query}`,
      undefined,
      { ...bytes, raw: sultraFile(file) },
    );
  }
  const booked = (account: string) =>
    app.database.one<{ net: number }>(
      'SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account = $1 AND collector_id = $2',
      [account, own.id],
    );
  const one = async (day: number, type: string, reference?: string, filter = '&state=OPEN') => {
    const found = (await itemsOf(day, `${filter}&type=${type}`)).filter(
      (item) => reference === undefined || item.reference === reference,
    );
    return found[0];
  };
  async function askToWithdraw(item: Item | undefined) {
    return (await app.as('admin')).post<{ approval_id: number }>(
      `/reconciliation/items/${String(item?.id)}/withdrawal`,
      { reason: 'Bank menunjukkan bukti potongan' },
    );
  }
  const openCases = () =>
    app.database.one<{ n: number }>(
      `SELECT count(*)::int AS n FROM kasus WHERE kind = 'RECONCILIATION_BREAK' AND status = 'OPEN' AND subject_id = $1`,
      [dayId],
    );

  it('is a claim, a payment for another customer, a line that is no money, and one of several payments', async () => {
    app.clock.set(`${FIRST}T09:00:00+08:00`);
    own = await app.make.bank({ code: 'AKSI', adminFee: 0 });
    ownClient = own.client();
    const terms = {
      valid_from: FIRST,
      cutoff: null,
      settles_saturdays: false,
      settles_sundays: false,
      qris_lag_days: 0,
      fee_per_payment: null,
      mdr_ppm: null,
    };
    await agreeOnTerms(app, own.id, terms);
    rows = [];
    for (let index = 1; index <= 6; index += 1)
      rows.push({ ...(await pay(`AK-${String(index)}`, ownClient)), date: FIRST });
    heir = await owing();
    app.clock.set(`${SECOND}T07:00:00+08:00`);
    const [less, other, twice, , , claimed] = rows as [
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
    ];
    const file = [
      { ...less, nominal: less.nominal - 700 },
      { ...other, customer: heir.customer.customer_number },
      twice,
      twice,
      { ...claimed, nominal: claimed.nominal - 300 },
      // Either of the two that are left.
      { ...twice, reference: '', customer: '' },
    ];
    dayId = (await send(file, FIRST)).body.reconciliation_id;
    const told = await app.database.query<{ found: number }>(
      "SELECT (payload ->> 'found')::int AS found FROM outbox WHERE topic = 'reconciliation.breaks_found' AND entity_id = $1",
      [dayId],
    );
    expect(told).toEqual([{ found: 7 }]);
    await adjust(await one(dayId, 'AMOUNT_DIFFERS', 'AK-1'), 'CLAIM');
    await adjust(await one(dayId, 'AMOUNT_DIFFERS', 'AK-6'), 'CLAIM');
    await adjust(await one(dayId, 'WRONG_CUSTOMER'), 'REPOST');
    await adjust(await one(dayId, 'DUPLICATE_AT_BANK'), 'DISMISS');
    // The money went from one customer to the other.
    const bills = await app.database.query<{ customer_number: string; state: string }>(
      `SELECT c.customer_number, b.state FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id WHERE c.customer_number = ANY ($1) ORDER BY b.state`,
      [[other.customer, heir.customer.customer_number]],
    );
    expect(bills).toEqual([
      { customer_number: other.customer, state: 'ISSUED' },
      { customer_number: heir.customer.customer_number, state: 'PAID' },
    ]);
    const line = (await itemsOf(dayId, '&state=OPEN&type=SEVERAL_CANDIDATES')).find(
      ({ bank_amount: amount }) => amount > 0,
    );
    const refused = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/reconciliation/items/${String(line?.id)}/adjustment`, {
      action: 'ASSIGN',
      reason: 'Slip setoran menyebut pembayar ini',
      payment_ids: [1],
    });
    const decided = await (
      await app.as('manajer')
    ).post(`/approvals/${String(refused.body.approval_id)}/decision`, {
      decision: 'APPROVE',
      note: 'Sudah dicek dengan bank',
    });
    expect(code(decided.body)).toBe('request.invalid');
    await decide(refused.body.approval_id, 'REJECT');
    await adjust(line, 'ASSIGN', { payment_ids: [await paymentOf('AK-4')] });
    // The second person reads which it is, and no number of the database.
    expect((await lastAsked()).chosen).toEqual([expect.stringMatching(/ · Rp[\d.]+$/)]);
    expect((await itemsOf(dayId, '&state=OPEN')).map(({ reference }) => reference)).toEqual(['AK-5']);
    expect(await booked('1160')).toEqual({ net: 1_000 });
    expect(await app.violations()).toEqual([]);
  });

  const paymentOf = async (reference: string) =>
    (
      await app.database.one<{ id: number }>('SELECT id FROM pembayaran WHERE bank_reference = $1', [
        reference,
      ])
    ).id;

  it('stays under a corrected file, which must have its lines', async () => {
    const [less, other, twice, , , claimed] = rows as [
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
      SultraRow,
    ];
    const corrected = [
      { ...twice, reference: '', customer: '' },
      twice,
      { ...claimed, nominal: claimed.nominal - 300 },
      { ...other, customer: heir.customer.customer_number },
      { ...less, nominal: less.nominal - 700 },
      twice,
    ];
    const gone = await send(corrected.slice(0, 4), FIRST);
    expect(code(gone.body)).toBe('reconciliation.decided_line_gone');
    expect((await send(corrected, FIRST)).body).toMatchObject({ stored: true, reconciliation_id: dayId });
    const states = (await itemsOf(dayId)).map(({ state }) => state).sort();
    expect(states).toEqual(['ADJUSTED', 'ADJUSTED', 'ADJUSTED', 'ADJUSTED', 'ADJUSTED', 'MATCHED', 'OPEN']);
    const astray = await app.database.query(
      `SELECT d.id FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
       JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id WHERE r.id = $1 AND l.file_id <> r.file_id`,
      [dayId],
    );
    expect(astray).toEqual([]);
  });

  it('is taken back by two people while the day is open: a claim with its journal, an assignment with its pair', async () => {
    const claim = await one(dayId, 'AMOUNT_DIFFERS', 'AK-1', '&state=ADJUSTED');
    await expect(
      app.database.query(
        `UPDATE rekonsiliasi_detail SET state = 'OPEN', action = NULL, claimed = 0, received = 0, cleared = 0 WHERE id = $1`,
        [claim?.id],
      ),
    ).rejects.toThrow('two people');
    const before = await openCases();
    const asked = await askToWithdraw(claim);
    expect(asked.status).toBe(202);
    await decide(asked.body.approval_id);
    // The line is looked for behind the decision, and nobody closes the day before.
    const path = `/reconciliation/days/${String(dayId)}`;
    expect((await (await app.as('manajer')).get(path)).body).toMatchObject({
      run_at: null,
      can_close: false,
    });
    await app.get(RunAgain).run(dayId, null);
    expect(await booked('1160')).toEqual({ net: 300 });
    expect((await openCases()).n).toBe(before.n + 1);
    expect(await app.violations()).toEqual([]);
    const posted = await askToWithdraw(await one(dayId, 'WRONG_CUSTOMER', undefined, '&state=ADJUSTED'));
    expect(code(posted.body)).toBe('reconciliation.decision_stands');
    await adjust(await one(dayId, 'AMOUNT_DIFFERS', 'AK-1'), 'ACCEPT_FEE');

    const assigned = await one(dayId, 'SEVERAL_CANDIDATES', undefined, '&state=ADJUSTED');
    await decide((await askToWithdraw(assigned)).body.approval_id);
    await app.get(RunAgain).run(dayId, null);
    const several = await itemsOf(dayId, '&state=OPEN&type=SEVERAL_CANDIDATES');
    expect(several.map(({ reference }) => reference).sort()).toEqual(['AK-4', 'AK-5', null].sort());
    await adjust(
      several.find(({ bank_amount: amount }) => amount > 0),
      'ASSIGN',
      { payment_ids: [await paymentOf('AK-5')] },
    );
    await adjust(await one(dayId, 'SEVERAL_CANDIDATES', 'AK-4'), 'CARRY');
    const story = await (
      await app.as('manajer')
    ).get<Day & { events: { kind: string }[]; prepared_by: string[] }>(
      `/reconciliation/days/${String(dayId)}`,
    );
    expect(story.body.events.filter(({ kind }) => kind === 'WITHDRAWN')).toHaveLength(2);
    // Whoever only agreed has prepared nothing.
    expect(story.body.can_close).toBe(true);
    const closed = await (await app.as('manajer')).post<Day>(`/reconciliation/days/${String(dayId)}/close`);
    expect(closed.body.state).toBe('CLOSED');
    expect(await app.violations()).toEqual([]);
  });

  it('is a claim the bank pays later, and then stands', async () => {
    const carried = rows[3];
    if (carried === undefined) throw new Error('no fourth row');
    app.clock.set('2026-01-26T07:00:00+08:00');
    const next = await send(
      [
        { ...carried, date: SECOND },
        { ...carried, date: SECOND, reference: 'GANTI-1', customer: '', nominal: 300 },
      ],
      SECOND,
    );
    const second = next.body.reconciliation_id;
    const claim = await one(dayId, 'AMOUNT_DIFFERS', 'AK-6', '&state=ADJUSTED');
    const payment = await one(second, 'AT_BANK_NOT_HERE');
    const wrong = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/reconciliation/items/${String(payment?.id)}/adjustment`, {
      action: 'SETTLE_CLAIM',
      reason: 'Penggantian klaim yang salah',
      claim_id: payment?.id,
    });
    const refused = await (
      await app.as('manajer')
    ).post(`/approvals/${String(wrong.body.approval_id)}/decision`, {
      decision: 'APPROVE',
      note: 'Sudah dicek dengan bank',
    });
    expect(code(refused.body)).toBe('request.invalid');
    await decide(wrong.body.approval_id, 'REJECT');
    const seen = await (
      await app.as('admin')
    ).get<{ open_claims: { item_id: number; left: number }[] }>(
      `/reconciliation/items/${String(payment?.id)}`,
    );
    expect(seen.body.open_claims).toMatchObject([{ item_id: claim?.id, left: 300 }]);
    await adjust(payment, 'SETTLE_CLAIM', { claim_id: claim?.id });
    expect((await lastAsked()).claim_letter).toMatch(/^KLAIM/);
    const closed = await (await app.as('manajer')).post<Day>(`/reconciliation/days/${String(second)}/close`);
    expect(closed.body.state).toBe('CLOSED');
    expect([await booked('1160'), await booked('1130')]).toEqual([{ net: 0 }, { net: 0 }]);
    expect(code((await askToWithdraw(claim)).body)).toBe('reconciliation.closed');
    const reopened = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`/reconciliation/days/${String(dayId)}/reopening`, {
      reason: 'Klaim ternyata keliru',
    });
    await decide(reopened.body.approval_id);
    expect(code((await askToWithdraw(claim)).body)).toBe('reconciliation.decision_stands');
    await (await app.as('super')).post<Day>(`/reconciliation/days/${String(dayId)}/close`);
    expect(await app.violations()).toEqual([]);
  });

  it('has a case for each open difference, and one for what is beyond five hundred', async () => {
    const superuser = new Client({ connectionString: app.database.superUrl });
    await superuser.connect();
    try {
      await superuser.query('BEGIN');
      await superuser.query(
        `INSERT INTO rekonsiliasi (id, collector_id, settlement_date, windows) VALUES (901, $1, '2026-02-02', '[]')`,
        [own.id],
      );
      await superuser.query(
        `INSERT INTO rekonsiliasi_detail (reconciliation_id, type, basis, state, line_id, our_amount, bank_amount)
         SELECT 901, 'AT_BANK_NOT_HERE', 'NONE', 'OPEN', n, 0, 1000 FROM generate_series(900001, 900503) n`,
      );
      await keepCases(new Tx(superuser as unknown as PoolClient), 901, new Date(app.clock.now()));
      const { rows: found } = await superuser.query<{ more: boolean; n: number; amount: number }>(
        `SELECT detail ->> 'type' = 'MORE' AS more, count(*)::int AS n, sum(amount)::int AS amount FROM kasus
         WHERE kind = 'RECONCILIATION_BREAK' AND subject_id = 901 GROUP BY 1 ORDER BY 1`,
      );
      expect(found).toEqual([
        { more: false, n: 500, amount: 500_000 },
        { more: true, n: 1, amount: 3_000 },
      ]);
      await superuser.query('ROLLBACK');
    } finally {
      await superuser.end();
    }
  });
});

describe('the statement of our own account', () => {
  const DATE = '2026-02-10';
  const AFTER = '2026-02-11';
  let keeper: TestBank;
  let dayId: number;
  const terms = {
    valid_from: DATE,
    cutoff: null,
    settles_saturdays: true,
    settles_sundays: true,
    qris_lag_days: 0,
    fee_per_payment: null,
    mdr_ppm: null,
    own_account: true,
  };

  /** MT940, as the bank that keeps the account sends it; `movements`: signed amount, reference, narrative. */
  async function statement(date: string, movements: readonly (readonly [number, string, string])[]) {
    const day = date.slice(2).replaceAll('-', '');
    const total = movements.reduce((sum, [amount]) => sum + amount, 9_000_000);
    const raw = [
      `:20:STM${day}\n:25:0011223344IDR\n:28C:1/1\n:60F:C${day}IDR9000000,00`,
      ...movements.map(
        ([amount, reference, text]) =>
          `:61:${day}${amount < 0 ? 'D' : 'C'}${String(Math.abs(amount))},00NTRF${reference}\n:86:${text}`,
      ),
      `:62F:C${day}IDR${String(total)},00\n`,
    ].join('\n');
    const query = `bank_id=${String(keeper.id)}&file_name=stm.sta&settlement_date=${date}`;
    const stored = await (
      await app.as('admin')
    ).post<{ stored: boolean; reconciliation_id: number; reading: { errors: unknown[] } }>(
      `/reconciliation/files?${query}`,
      undefined,
      { ...bytes, raw },
    );
    expect([stored.status, stored.body.reading.errors, stored.body.stored]).toEqual([201, [], true]);
    return stored.body.reconciliation_id;
  }
  const cash = async () =>
    (
      await app.database.one<{ net: number }>(
        "SELECT sum(debit - credit)::int AS net FROM jurnal_baris WHERE account = '1110'",
      )
    ).net;
  const told = async (id: number) =>
    (await itemsOf(id)).map(({ reference, type }) => `${reference ?? '-'} ${type}`).sort();

  it('is of one bank, and says what counters, partners and suppliers moved', async () => {
    app.clock.set(`${DATE}T09:00:00+08:00`);
    keeper = await app.make.bank({ code: 'KASDA', adminFee: 0 });
    const admin = await app.as('admin');
    await agreeOnTerms(app, keeper.id, terms);
    const other = await askForTerms(app, bank.id, { ...terms, valid_from: AFTER });
    expect([code(other.body), JSON.stringify(other.body).includes('/own_account')]).toEqual([
      'request.invalid',
      true,
    ]);

    const drawer = await admin.post<{ id: number }>('/counter/drawers', {
      code: 'SETOR1',
      name: 'Loket setor',
      pay_point_id: null,
      admin_fee: 0,
    });
    const path = `/counter/drawers/${String(drawer.body.id)}`;
    expect((await admin.post(`${path}/floats`, { amount: 500_000, request_id: randomUUID() })).status).toBe(
      201,
    );
    const slip = { amount: 300_000, bank_reference: 'SLIP-88', request_id: randomUUID() };
    expect((await admin.post(`${path}/deposits`, slip)).status).toBe(201);
    const partner = await app.make.partner(0);
    const payin = await admin.post<{ approval_id: number }>(
      `/partners/${String(partner.id)}/deposit/top-ups`,
      { amount: 2_000_000, bank_reference: 'TRF-M1', reason: 'Setoran mitra' },
    );
    await decide(payin.body.approval_id);
    const supplier = await app.database.one<{ id: number }>(
      "INSERT INTO penyedia (code, name, base_url, username, api_key_enc, callback_secret_enc) VALUES ('REKENING', 'Pemasok', 'http://127.0.0.1:1', 'x', 'v1:1:x', 'v1:1:x') RETURNING id::int",
    );
    const paid = await admin.post<{ approval_id: number }>(
      `/ppob/suppliers/${String(supplier.id)}/payments`,
      { kind: 'TOP_UP', amount: 1_000_000, bank_reference: 'TRF-P1', reason: 'Isi deposit' },
    );
    await decide(paid.body.approval_id);

    app.clock.set(`${AFTER}T07:00:00+08:00`);
    const before = await cash();
    dayId = await statement(DATE, [
      [300_000, 'SLIP-88', 'SETOR TUNAI'],
      [1_993_500, 'TRF-M1', 'TRANSFER MITRA'],
      [-500_000, 'NONREF', 'TARIK TUNAI'],
      [250_000, 'TRF-X', 'TRANSFER MASUK'],
    ]);
    expect(await told(dayId)).toEqual([
      '- MATCHED',
      'SLIP-88 MATCHED',
      'TRF-M1 AMOUNT_DIFFERS',
      'TRF-P1 HERE_NOT_AT_BANK',
      'TRF-X AT_BANK_NOT_HERE',
    ]);
    const items = await itemsOf(dayId);
    const of = (reference: string) => items.find((item) => item.reference === reference);
    const shown = await (await app.as('admin')).get(`/reconciliation/items/${String(of('TRF-M1')?.id)}`);
    expect(shown.body).toMatchObject({
      movement: { event: 'deposit.topped_up', amount: 2_000_000, bank_reference: 'TRF-M1' },
      actions: ['CLAIM', 'ACCEPT_FEE'],
    });
    expect(of('TRF-P1')?.actions).toEqual(['CARRY', 'CLAIM']);
    await adjust(of('TRF-M1'), 'ACCEPT_FEE');
    await adjust(of('TRF-P1'), 'CARRY');
    await adjust(of('TRF-X'), 'SUSPENSE');
    const closed = await (await app.as('super')).post<Day>(`/reconciliation/days/${String(dayId)}/close`);
    // What had been booked already moves nothing more; the bank kept 6,500, and 250,000 had not been booked.
    expect([closed.status, closed.body.received]).toEqual([200, 243_500]);
    expect((await cash()) - before).toBe(243_500);
    expect(await app.violations()).toEqual([]);
  });

  it('finds on the next day what had not left yet, which nobody has to look at', async () => {
    app.clock.set('2026-02-12T07:00:00+08:00');
    const next = await statement(AFTER, [[-1_000_000, 'TRF-P1', 'PEMBAYARAN PEMASOK']]);
    expect(await told(next)).toEqual(['TRF-P1 MATCHED']);
    await app.get(ReconcileDaily).work(businessDate('2026-02-12'));
    const day = await (await app.as('admin')).get<Day>(`/reconciliation/days/${String(next)}`);
    expect(day.body).toMatchObject({ state: 'CLOSED', received: 0 });
    expect(await app.violations()).toEqual([]);
  });

  it('lets go of a deposit that was typed wrong, and refuses what two people closed on', async () => {
    const day = '2026-02-17';
    app.clock.set(`${day}T09:00:00+08:00`);
    let admin = await app.as('admin');
    const { id } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM loket_kas WHERE code = 'SETOR1'",
    );
    expect(
      (
        await admin.post(`/counter/drawers/${String(id)}/floats`, {
          amount: 600_000,
          request_id: randomUUID(),
        })
      ).status,
    ).toBe(201);
    const slip = { amount: 70_000, bank_reference: 'SLIP-70', request_id: randomUUID() };
    expect((await admin.post(`/counter/drawers/${String(id)}/deposits`, slip)).status).toBe(201);
    app.clock.set('2026-02-18T07:00:00+08:00');
    admin = await app.as('admin');
    const found = await statement(day, [
      [-600_000, 'NONREF', 'TARIK TUNAI'],
      [7_000, 'SLIP-70', 'SETOR TUNAI'],
    ]);
    expect(await told(found)).toEqual(['- MATCHED', 'SLIP-70 AMOUNT_DIFFERS']);
    const { body } = await admin.get<{
      moves: { id: number; kind: string; bank_reference: string | null }[];
    }>(`/counter/drawers/${String(id)}`);
    const correct = async (move: { id: number } | undefined, amount: number) =>
      admin.post<{ approval_id: number; code?: string }>(
        `/counter/drawers/moves/${String(move?.id)}/correction`,
        { amount, reason: 'Kelebihan satu nol' },
      );
    const asked = await correct(
      body.moves.find(({ bank_reference: reference }) => reference === 'SLIP-70'),
      7_000,
    );
    expect(asked.status).toBe(202);
    await decide(asked.body.approval_id);
    await app.get(RunAgain).run(found, null);
    // Found anew: what was typed wrong and its mirror are no business of the bank, and what stands in its place was
    // booked a day later than the bank has it.
    expect(await told(found)).toEqual(['- MATCHED', 'SLIP-70 NEXT_BUSINESS_DAY']);
    const late = (await itemsOf(found)).find(({ reference }) => reference === 'SLIP-70');
    expect(late).toMatchObject({ our_amount: 7_000, bank_amount: 7_000, difference: 0 });
    await adjust(late, 'ACCEPT');
    const closed = await (await app.as('super')).post<Day>(`/reconciliation/days/${String(found)}/close`);
    expect([closed.status, closed.body.received]).toEqual([200, 0]);
    expect(await app.violations()).toEqual([]);
    const again = (
      await admin.get<{ moves: { id: number; amount: number }[] }>(`/counter/drawers/${String(id)}`)
    ).body.moves.find(({ amount }) => amount === -7_000);
    expect((await correct(again, 8_000)).body.code).toBe('reconciliation.movement_settled');
  });

  it('takes a slip of another bank out of that bank’s day', async () => {
    app.clock.set('2026-02-12T10:00:00+08:00');
    const admin = await app.as('admin');
    const { id } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM loket_kas WHERE code = 'SETOR1'",
    );
    const slip = { amount: 50_000, bank_reference: 'SLIP-99', request_id: randomUUID() };
    expect((await admin.post(`/counter/drawers/${String(id)}/deposits`, slip)).status).toBe(201);
    app.clock.set('2026-02-13T07:00:00+08:00');
    // As a workbook: what a bank hands out is often one.
    const rows = sultraFile([{ date: '2026-02-12', reference: 'SLIP-99', customer: '', nominal: 50_000 }])
      .trim()
      .split('\n')
      .map((line) =>
        line.split(',').map((cell) => (/^\d+$/.test(cell) && cell !== '00' ? Number(cell) : cell)),
      );
    const stored = await (
      await app.as('admin')
    ).post<{ stored: boolean; reconciliation_id: number; reading: { file: { format: string } } }>(
      `/reconciliation/files?bank_id=${String(bank.id)}&file_name=harian.xlsx&settlement_date=2026-02-12`,
      undefined,
      { ...bytes, raw: workbook(rows) },
    );
    expect([stored.body.stored, stored.body.reading.file.format]).toEqual([true, 'XLSX']);
    const found = (await itemsOf(stored.body.reconciliation_id)).filter(
      ({ reference }) => reference === 'SLIP-99',
    );
    expect(found.map(({ type }) => type)).toEqual(['MATCHED']);
    expect(await app.violations()).toEqual([]);
  });
});

/** Days through PostgreSQL; the law alone is asked a thousand times in its own test. */
const SEEDS = LONG ? 1_000 : 20;

describe('the database and the law', () => {
  it(
    'find the same in a true day with planted breaks: exactly those',
    async () => {
      // Whom the planted customers are made after.
      await app.make.customer();
      const client = new Client({ connectionString: app.database.superUrl });
      await client.connect();
      try {
        for (let seed = 1; seed <= SEEDS; seed += 1) {
          const planted = plantedDay({ seed, size: 40, breaks: 1 + (seed % 10), day: '2026-03-10' });
          await client.query('BEGIN');
          await client.query('SET LOCAL session_replication_role = replica');
          const found = await matchedInDatabase(client, planted.input);
          await client.query('ROLLBACK');
          const breaks = found.filter((item) => !item.startsWith('MATCHED'));
          expect({ seed, breaks: breaks.sort() }).toEqual({ seed, breaks: [...planted.expected].sort() });
          const pure = matchDay(planted.input).map(
            ({ type, ours, line }) => `${type} ${String(ours)} ${String(line)}`,
          );
          expect(found.sort()).toEqual(pure.sort());
        }
      } finally {
        await client.end();
      }
    },
    60_000 + SEEDS * 500,
  );
});

/** The two passes of a run, inside a transaction that is rolled back. */
async function matchedInDatabase(client: Client, input: DayToMatch): Promise<string[]> {
  const window = { from: '2026-03-09T16:00:00Z', to: '2026-03-10T16:00:00Z' };
  await plantBooks(
    client,
    { bankId: bank.id, fileId: 900, postedAt: '2026-03-10T04:00:00Z' },
    input.ours,
    input.lines,
  );
  const { rows } = await client.query<LockedDay>(
    `INSERT INTO rekonsiliasi (id, collector_id, settlement_date, file_id, windows) VALUES (900, $1, '2026-03-10', 900, $2) RETURNING *`,
    [bank.id, JSON.stringify(CHANNELS.map((channel) => ({ channel, ...window })))],
  );
  const [day] = rows;
  if (day === undefined) throw new Error('no day');
  const tx = new Tx(client as unknown as PoolClient);
  expect(await matchExactly(tx, day)).toBeGreaterThan(0);
  const calendar = {
    zone: 'Asia/Makassar',
    collectorId: bank.id,
    kind: 'BANK' as const,
    reconcileFrom: businessDate('2026-01-15'),
    ends: [],
    holidays: new Set<string>(),
    channels: CHANNELS,
    keepsOurAccount: () => false,
    keepsOurAccountFrom: () => null,
    termsOn: () => ({ cutoff: null, restDays: [0, 6], lagDays: {}, feePerPayment: null, mdrPpm: null }),
  };
  const left = await loadResidue(tx, day, calendar, { payments: [], movements: [] });
  await writeItems(tx, day, matchDay(left.input));
  const items = await client.query<{ type: string; ours: number | null; line: number | null }>(
    'SELECT type, payment_id AS ours, line_id AS line FROM rekonsiliasi_detail WHERE reconciliation_id = 900',
  );
  return items.rows.map(({ type, ours, line }) => `${type} ${String(ours)} ${String(line)}`);
}

describe('a file that is large', () => {
  const DATE = '2026-03-03';
  const rows = Array.from({ length: 13_000 }, (_, at) => ({
    date: DATE,
    reference: `BESAR\t\\${String(at)}`,
    customer: '',
    nominal: 1_000 + (at % 7),
  }));
  const stored = () =>
    app.database.one<{
      n: number;
      least: number | null;
      most: number | null;
      sum: number | null;
      raw: number;
    }>(
      `SELECT count(DISTINCT reference)::int AS n, min(line) AS least, max(line) AS most, sum(amount)::int AS sum,
         count(*) FILTER (WHERE position('BESAR' || chr(9) || chr(92) IN raw) > 0)::int AS raw
       FROM berkas_rekonsiliasi_baris WHERE reference LIKE 'BESAR%'`,
    );

  test('is read by a thread of its own: a mistake keeps all of it out, else each line is there once', async () => {
    app.clock.set('2026-03-04T09:00:00+08:00');
    const wrong = await upload(
      rows.map((row, at) => (at === rows.length - 1 ? { ...row, date: '2026-02-30' } : row)),
      DATE,
    );
    expect(wrong.body).toMatchObject({
      stored: false,
      reading: { errors: [{ code: 'DATE_UNREADABLE', line: rows.length + 1 }] },
    });
    expect((await stored()).n).toBe(0);
    const taken = await upload(rows, DATE, 'besar.csv');
    expect([taken.status, code(taken.body), taken.body.stored]).toEqual([201, undefined, true]);
    expect(await stored()).toEqual({
      n: rows.length,
      least: 2,
      most: rows.length + 1,
      sum: rows.reduce((sum, { nominal }) => sum + nominal, 0),
      raw: rows.length,
    });
    const items = await app.database.one<{ n: number }>(
      "SELECT count(*)::int AS n FROM rekonsiliasi_detail WHERE reconciliation_id = $1 AND type = 'AT_BANK_NOT_HERE'",
      [taken.body.reconciliation_id],
    );
    expect(items.n).toBe(rows.length);
    // The same bytes again change nothing, though a thread read them.
    expect((await upload(rows, DATE, 'sekali-lagi.csv')).body).toMatchObject({ stored: false, known: true });
  });
});

describe('the statements of a supplier and of a partner', () => {
  const DATE = '2026-04-07';
  const AFTER = '2026-04-08';
  const plain = {
    valid_from: DATE,
    cutoff: null,
    settles_saturdays: true,
    settles_sundays: true,
    qris_lag_days: 0,
    fee_per_payment: null,
    mdr_ppm: null,
  };
  let sandbox: SandboxSupplier;
  let seller: PpobSeller;
  let supplierId: number;
  let supplierDay: number;
  /** By the partner's name for it: what the supplier calls it, and what it cost. */
  let sold: Map<string, { ref: string; cost: number }>;

  beforeAll(async () => {
    app.clock.set(`${DATE}T09:00:00+08:00`);
    await app.database.query('UPDATE penyedia SET active = false');
    sandbox = await SandboxSupplier.start(app);
    seller = new PpobSeller(await app.make.partner(10_000_000));
    ({ id: supplierId } = await app.database.one<{ id: number }>(
      "SELECT collector_id::int AS id FROM penyedia WHERE code = 'SANDBOX'",
    ));
  });
  afterAll(() => sandbox.stop());

  const sell = async (ref_id: string) =>
    seller.sell({
      customer_name: 'Dewi Lestari',
      nomor_hp: '081234567890',
      nominal: 40_000,
      service_code: 'PULSA',
      ref_id,
    });
  const send = async (collector: number, date: string, raw: string) =>
    (await app.as('admin')).post<{
      stored: boolean;
      reconciliation_id: number;
      reading: { errors: { code: string; line: number | null }[] };
    }>(
      `/reconciliation/files?bank_id=${String(collector)}&file_name=a.csv&settlement_date=${date}`,
      undefined,
      { ...bytes, raw },
    );
  const compact = (date: string) => date.replaceAll('-', '');
  /** As the supplier writes it: signed amounts by its references. */
  const deposit = (date: string, rows: readonly (readonly [ref: string, amount: number, on?: string])[]) =>
    depositCsv({
      code: 'SANDBOX',
      day: compact(date),
      opening: 5_000_000,
      rows: rows.map(([reference, amount, on = date]) => ({
        date: compact(on),
        time: '093000',
        reference,
        text: 'PULSA 081234567890 adm 0',
        amount,
      })),
    });
  const sales = (date: string, rows: readonly (readonly [ref: string, amount: number, status?: string])[]) =>
    salesCsv({
      code: seller.partner.code,
      day: compact(date),
      rows: rows.map(([reference, amount, status = '00']) => ({
        date: compact(date),
        time: '093000',
        reference,
        customerNo: '',
        service: 'Pulsa',
        amount,
        status,
      })),
    });
  const told = async (id: number) =>
    (await itemsOf(id)).map(({ reference, type }) => `${reference ?? '-'} ${type}`).sort();
  const open = async (id: number, type: string) =>
    (await itemsOf(id, '&state=OPEN')).find((item) => item.type === type);
  const net = async (accounts: readonly string[]) =>
    (
      await app.database.one<{ net: number }>(
        'SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account = ANY ($1)',
        [accounts],
      )
    ).net;
  const ref = (name: string) => sold.get(name)?.ref ?? '';

  it('are agreed on like a bank’s, without what only a bank has', async () => {
    const admin = await app.as('admin');
    const wrong = await askForTerms(app, supplierId, { ...plain, mdr_ppm: 7_000 });
    expect([code(wrong.body), JSON.stringify(wrong.body).includes('/mdr_ppm')]).toEqual([
      'request.invalid',
      true,
    ]);
    expect(await agreeOnTerms(app, supplierId, plain)).toMatchObject({ statement: 'SUPPLIER' });
    expect(await agreeOnTerms(app, seller.partner.id, plain)).toMatchObject({ statement: 'PARTNER' });
    const credit = await app.database.one<{ id: number }>(
      "SELECT id::int FROM penerima WHERE kind = 'CREDIT'",
    );
    expect((await askForTerms(app, credit.id, plain)).body.code).toBe('reconciliation.collector_not_found');
    const { body } = await admin.get<{ banks: { bank_id: number; statement: string }[] }>(
      '/reconciliation/days/overview',
    );
    expect(body.banks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ bank_id: supplierId, statement: 'SUPPLIER' }),
        expect.objectContaining({ bank_id: seller.partner.id, statement: 'PARTNER' }),
      ]),
    );
  });

  it('a supplier’s says each break as what it is, with our sale and its answer', async () => {
    for (const name of ['RIGHT', 'MORE', 'MISSING', 'TWICE', 'LATE'])
      expect((await sell(name)).status).toBe(201);
    await sandbox.fault('failure');
    expect((await sell('FAILED')).sale.status).toBe('REFUNDED');
    const rows = await app.database.query<{ name: string; ref: string; cost: number | null }>(
      'SELECT ref_id AS name, supplier_ref AS ref, cost::int FROM transactions WHERE collector_id = $1',
      [seller.partner.id],
    );
    sold = new Map(rows.map(({ name, ref: own, cost }) => [name, { ref: own, cost: cost ?? 39_500 }]));
    app.clock.set(`${AFTER}T07:00:00+08:00`);
    const cost = sold.get('RIGHT')?.cost ?? 0;
    const file = deposit(DATE, [
      [ref('RIGHT'), -cost],
      [ref('MORE'), -cost - 1_000],
      [ref('TWICE'), -cost],
      [ref('TWICE'), -cost],
      [ref('LATE'), -cost, AFTER],
      [ref('FAILED'), -cost],
      ['P-UNKNOWN', -25_000],
    ]);
    // The partner's file and one that was cut off are told, and nothing of them is kept.
    const foreign = await send(supplierId, DATE, sales(DATE, [['RIGHT', 41_000]]));
    expect(foreign.body).toMatchObject({
      stored: false,
      reading: { errors: [{ code: 'WRONG_BANK', line: 1 }] },
    });
    const cut = await send(supplierId, DATE, file.split('\n').toSpliced(3, 1).join('\n'));
    expect([
      cut.body.stored,
      cut.body.reading.errors.map((error) => error.code).includes('TRAILER_COUNT'),
    ]).toEqual([false, true]);
    const stored = await send(supplierId, DATE, file);
    expect([stored.status, stored.body.reading.errors, stored.body.stored]).toEqual([201, [], true]);
    supplierDay = stored.body.reconciliation_id;
    expect(await told(supplierDay)).toEqual(
      [
        `${ref('RIGHT')} MATCHED`,
        `${ref('MORE')} AMOUNT_DIFFERS`,
        `${ref('MISSING')} HERE_NOT_AT_BANK`,
        `${ref('TWICE')} MATCHED`,
        `${ref('TWICE')} DUPLICATE_AT_BANK`,
        `${ref('LATE')} NEXT_BUSINESS_DAY`,
        `${ref('FAILED')} AT_BANK_NOT_HERE`,
        'P-UNKNOWN AT_BANK_NOT_HERE',
      ].sort(),
    );
    const failed = (await itemsOf(supplierDay)).find(({ reference }) => reference === ref('FAILED'));
    const shown = await (await app.as('admin')).get(`/reconciliation/items/${String(failed?.id)}`);
    expect(shown.body).toMatchObject({
      statement: 'SUPPLIER',
      bank_amount: -cost,
      call: 'REFUSED',
      sale: {
        ref_id: 'FAILED',
        status: 'REFUNDED',
        answers: expect.arrayContaining([expect.objectContaining({ status: 'FAILED' })]) as unknown,
      },
      file_line: { reference: ref('FAILED') },
      actions: ['CLAIM', 'ACCEPT_FEE', 'CARRY'],
    });
  });

  it('a supplier’s is settled by two people, and our balance there comes to what it says', async () => {
    const before = await net(['1150', '2160']);
    const margin = await net(['4220']);
    const cost = sold.get('RIGHT')?.cost ?? 0;
    const of = async (reference: string, type: string) =>
      (await itemsOf(supplierDay, `&state=OPEN&type=${type}`)).find((item) => item.reference === reference);
    await adjust(await of(ref('MORE'), 'AMOUNT_DIFFERS'), 'CLAIM');
    await adjust(await of(ref('FAILED'), 'AT_BANK_NOT_HERE'), 'CLAIM');
    await adjust(await of('P-UNKNOWN', 'AT_BANK_NOT_HERE'), 'ACCEPT_FEE');
    await adjust(await open(supplierDay, 'DUPLICATE_AT_BANK'), 'CLAIM');
    await adjust(await open(supplierDay, 'NEXT_BUSINESS_DAY'), 'ACCEPT');
    await adjust(await open(supplierDay, 'HERE_NOT_AT_BANK'), 'CARRY');
    expect(await app.violations()).toEqual([]);
    const path = `/reconciliation/days/${String(supplierDay)}`;
    const closed = await (await app.as('super')).post<Day>(`${path}/close`);
    expect([closed.status, closed.body.state]).toEqual([200, 'CLOSED']);
    // The file took 1,000, a failed order, one twice and 25,000 more than our books.
    expect((await net(['1150', '2160'])) - before).toBe(-(1_000 + cost + cost + 25_000));
    expect((await net(['4220'])) - margin).toBe(25_000);
    expect(await app.violations()).toEqual([]);
    // Opened again by two people and closed again, it comes to the same.
    const asked = await (
      await app.as('admin')
    ).post<{ approval_id: number }>(`${path}/reopening`, { reason: 'Pemasok mengirim koreksi' });
    await decide(asked.body.approval_id);
    expect(await app.violations()).toEqual([]);
    expect((await (await app.as('super')).post<Day>(`${path}/close`)).body.state).toBe('CLOSED');
    expect((await net(['1150', '2160'])) - before).toBe(-(1_000 + cost + cost + 25_000));
    const paper = await (await app.as('super')).get(`${path}/report`);
    expect(paper.text.slice(0, 5)).toBe('%PDF-');
  });

  it('a supplier’s next day brings what was missing, and pays a claim', async () => {
    const cost = sold.get('MISSING')?.cost ?? 0;
    app.clock.set('2026-04-09T07:00:00+08:00');
    expect(code((await send(supplierId, AFTER, deposit(DATE, [['P-X', -1]]))).body)).toBe(
      'reconciliation.other_day',
    );
    const stored = await send(
      supplierId,
      AFTER,
      deposit(AFTER, [
        [ref('MISSING'), -cost],
        ['KOREKSI-1', 1_000],
      ]),
    );
    const day = stored.body.reconciliation_id;
    expect(await told(day)).toEqual(['KOREKSI-1 AT_BANK_NOT_HERE', `${ref('MISSING')} MATCHED`].sort());
    const item = await open(day, 'AT_BANK_NOT_HERE');
    const shown = await (
      await app.as('admin')
    ).get<{ open_claims: { item_id: number; left: number }[] }>(`/reconciliation/items/${String(item?.id)}`);
    const claim = shown.body.open_claims.find(({ left }) => left === 1_000);
    await adjust(item, 'SETTLE_CLAIM', { claim_id: claim?.item_id });
    expect(
      (await (await app.as('super')).post<Day>(`/reconciliation/days/${String(day)}/close`)).body.state,
    ).toBe('CLOSED');
    expect(await app.violations()).toEqual([]);
  });

  it('a partner’s books nothing: its deposit stands, and what differs is decided', async () => {
    const { id } = seller.partner;
    const balance = () => net(['2140']);
    const before = await balance();
    const day = sales(DATE, [
      ['RIGHT', 41_000],
      ['MORE', 42_000],
      ['TWICE', 41_000],
      ['LATE', 41_000],
      // Given back here, and sold in the partner's eyes.
      ['FAILED', 41_000],
      ['OWN-1', 10_000],
    ]);
    const stored = await send(id, DATE, day);
    expect([stored.body.reading.errors, stored.body.stored]).toEqual([[], true]);
    const dayId = stored.body.reconciliation_id;
    expect(await told(dayId)).toEqual(
      [
        'RIGHT MATCHED',
        'MORE AMOUNT_DIFFERS',
        'TWICE MATCHED',
        'LATE MATCHED',
        'MISSING HERE_NOT_AT_BANK',
        'FAILED REVERSED_HERE_PAID_THERE',
        'OWN-1 AT_BANK_NOT_HERE',
      ].sort(),
    );
    const failed = await open(dayId, 'REVERSED_HERE_PAID_THERE');
    const shown = await (await app.as('admin')).get(`/reconciliation/items/${String(failed?.id)}`);
    expect(shown.body).toMatchObject({
      our_amount: 0,
      movement: { event: 'sale.held', amount: 41_000 },
      movement_reversal: { event: 'sale.refunded', amount: -41_000 },
      sale: { status: 'REFUNDED' },
      actions: ['DISMISS'],
    });
    await adjust(failed, 'DISMISS');
    await adjust(await open(dayId, 'AMOUNT_DIFFERS'), 'DISMISS');
    await adjust(await open(dayId, 'AT_BANK_NOT_HERE'), 'CARRY');
    await adjust(await open(dayId, 'HERE_NOT_AT_BANK'), 'CARRY');
    const path = `/reconciliation/days/${String(dayId)}`;
    const closed = await (await app.as('super')).post<Day>(`${path}/close`);
    expect([closed.status, closed.body.received, closed.body.cleared, await balance()]).toEqual([
      200,
      0,
      0,
      before,
    ]);
    expect(await app.violations()).toEqual([]);
    // The next day has what was missing on either side.
    const next = await send(id, AFTER, sales(AFTER, [['MISSING', 41_000]]));
    expect(await told(next.body.reconciliation_id)).toEqual(['MISSING MATCHED', 'OWN-1 AT_BANK_NOT_HERE']);
    await adjust(await open(next.body.reconciliation_id, 'AT_BANK_NOT_HERE'), 'DISMISS');
    await (await app.as('super')).post(`/reconciliation/days/${String(next.body.reconciliation_id)}/close`);
    expect(await app.violations()).toEqual([]);
  });

  it('a day on which all agree is closed by the system, and one without its file is a case', async () => {
    const day = '2026-04-09';
    app.clock.set(`${day}T10:00:00+08:00`);
    expect((await sell('FINE')).status).toBe(201);
    const { ref: own, cost } = await app.database.one<{ ref: string; cost: number }>(
      "SELECT supplier_ref AS ref, cost::int FROM transactions WHERE ref_id = 'FINE'",
    );
    app.clock.set('2026-04-10T07:00:00+08:00');
    const stored = await send(supplierId, day, deposit(day, [[own, -cost]]));
    await app.get(ReconcileDaily).work(businessDate('2026-04-10'));
    const closed = await (
      await app.as('admin')
    ).get<Day>(`/reconciliation/days/${String(stored.body.reconciliation_id)}`);
    expect(closed.body).toMatchObject({ state: 'CLOSED', closed_by: null, received: closed.body.cleared });
    const missing = await app.database.query(
      `SELECT k.status FROM kasus k JOIN rekonsiliasi r ON r.id = k.subject_id WHERE k.kind = 'SETTLEMENT_FILE_MISSING'
         AND k.subject_type = 'rekonsiliasi' AND r.collector_id = $1 AND r.settlement_date = $2`,
      [seller.partner.id, day],
    );
    expect(missing).toEqual([{ status: 'OPEN' }]);
    expect(await app.violations()).toEqual([]);
  });

  it('what a supplier was paid before its statement ends and took back after it stands on both days', async () => {
    app.clock.set('2026-04-11T09:00:00+08:00');
    const [day, after] = ['2026-04-12', '2026-04-13'];
    const later = { ...plain, valid_from: day, cutoff: '15:00' };
    await agreeOnTerms(app, supplierId, later);
    const approved = async (path: string, body: object) => {
      const asked = await (await app.as('admin')).post<{ approval_id: number }>(`/ppob/${path}`, body);
      await decide(asked.body.approval_id);
    };
    const reconciled = async (date: string, amount: number) => {
      const stored = await send(supplierId, date, deposit(date, [['TRF-9', amount]]));
      const { reconciliation_id: id } = stored.body;
      const found = await told(id);
      const path = `/reconciliation/days/${String(id)}/close`;
      return [...found, (await (await app.as('super')).post<Day>(path)).body.state];
    };
    const { id } = await app.database.one<{ id: number }>(
      'SELECT id::int FROM penyedia WHERE collector_id = $1',
      [supplierId],
    );
    app.clock.set(`${day}T10:00:00+08:00`);
    await approved(`suppliers/${String(id)}/payments`, {
      kind: 'TOP_UP',
      amount: 500_000,
      bank_reference: 'TRF-9',
      reason: 'Isi deposit',
    });
    app.clock.set(`${day}T15:30:00+08:00`);
    expect(await reconciled(day, 500_000)).toEqual(['TRF-9 MATCHED', 'CLOSED']);
    app.clock.set(`${day}T16:00:00+08:00`);
    const { id: movement } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM mutasi_pemasok WHERE bank_reference = 'TRF-9'",
    );
    await approved(`supplier-movements/${String(movement)}/reversal`, { reason: 'Dikembalikan pemasok' });
    app.clock.set(`${after}T15:30:00+08:00`);
    expect(await reconciled(after, -500_000)).toEqual(['TRF-9 MATCHED', 'CLOSED']);
    expect(await app.violations()).toEqual([]);
  });
});
