import type { NativeBankClient } from '@tirtapay/bank-protocol';
import { KeepRollups } from '../../src/modules/outward/reporting/rollups/keep-rollups.service';
import { Database } from '../../src/platform/database';
import { testApp, type HttpCaller } from '../support';

const app = testApp();

interface Dashboard {
  as_of: string;
  period: string;
  bills: {
    open_count: number;
    open_amount: number;
    issued_this_period: number;
    paid_this_period: number;
    collection_rate: number;
  };
  payments_today: {
    count: number;
    amount: number;
    by_channel: { channel: string; count: number; amount: number }[];
  };
  arrears: { count: number; amount: number; aging: { bucket: string; count: number; amount: number }[] };
  trend: { date: string; count: number; amount: number }[];
  monthly: { period: string; billed: number; collected: number }[];
  queues: Record<
    | 'to_verify'
    | 'to_issue'
    | 'approvals'
    | 'open_cases'
    | 'to_read'
    | 'rereads'
    | 'breaks'
    | 'counted_shifts'
    | 'dead_notifications'
    | 'expiring_keys',
    number | null
  >;
  notices: { kind: string }[];
}
interface Activity {
  id: number;
  at: string;
  actor: { kind: string; id: number | null; name: string | null };
  action: string;
  entity_type: string;
  entity_id: number | null;
  before: object | null;
  after: object | null;
  request_id: string | null;
  ip: string | null;
  sealed: boolean;
}
interface Page {
  data: Activity[];
  meta: { total: number };
}

let admin: HttpCaller;
let auditor: HttpCaller;
let client: NativeBankClient;

beforeAll(async () => {
  admin = await app.as('admin');
  auditor = await app.as('it');
});

async function pay(reference: string, customerNumber: string): Promise<void> {
  const inquiry = await client.verify({ customer_number: customerNumber });
  const { inquiry_id, total_amount } = inquiry.body as { inquiry_id: string; total_amount: number };
  const paid = await client.process({
    bank_reference: reference,
    inquiry_id,
    amount: total_amount,
    channel: 'TELLER',
    paid_at: app.clock.text(app.clock.now()),
  });
  expect(paid.status).toBe(200);
}

const dashboard = async (by: HttpCaller = admin) => (await by.get<Dashboard>('/dashboard')).body;

describe('the dashboard', () => {
  it('of an empty utility is full of zeros, not of holes', async () => {
    const empty = await dashboard();
    expect(empty).toMatchObject({
      period: '2025-12',
      bills: {
        open_count: 0,
        open_amount: 0,
        issued_this_period: 0,
        paid_this_period: 0,
        collection_rate: 0,
      },
      payments_today: { count: 0, amount: 0, by_channel: [] },
      arrears: { count: 0, amount: 0 },
      queues: { to_verify: 0, to_issue: 0, approvals: 0, open_cases: 0 },
      notices: [],
    });
    expect(empty.as_of).toMatch(/^2026-01-15T\d\d:\d\d:\d\d\+08:00$/);
    expect(empty.trend).toHaveLength(30);
    expect([empty.trend[0]?.date, empty.trend[29]?.date]).toEqual(['2025-12-17', '2026-01-15']);
    expect(empty.monthly.map(({ period }) => period)).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`),
    ]);
    expect(empty.arrears.aging.map(({ bucket }) => bucket)).toEqual(['1-30', '31-60', '61-90', '>90']);
  });

  it('counts for each role what is theirs to do, and nothing of others', async () => {
    const [super_, petugas, kasir, it_] = await Promise.all(
      (['super', 'petugas', 'kasir', 'it'] as const).map(async (name) => dashboard(await app.as(name))),
    );
    const nobodys = { to_read: null, rereads: null, breaks: null, counted_shifts: null };
    expect(kasir?.queues).toMatchObject({ ...nobodys, dead_notifications: null, expiring_keys: null });
    expect(petugas?.queues).toMatchObject({ ...nobodys, to_read: 0, rereads: 0, dead_notifications: null });
    expect(it_?.queues).toMatchObject({ ...nobodys, dead_notifications: 0, expiring_keys: 0 });
    expect(Object.values(super_?.queues ?? {})).not.toContain(null);
    const read = await app.make.customer();
    const toRead = async () => (await dashboard(await app.as('petugas'))).queues.to_read;
    expect(await toRead()).toBe(1);
    await app.make.customer();
    expect(await toRead()).toBe(2);
    await app.make.reading({ customer: read, period: '2026-01', usage: 3, status: 'RECORDED' });
    expect(await toRead()).toBe(1);
    // Read and then sealed, or never read and sealed: neither waits for anybody, nor is counted for somebody who does.
    const sealed = await app.make.customer({ state: 'SEGEL' });
    await app.make.reading({ customer: sealed, period: '2026-01', usage: 3, status: 'RECORDED' });
    await app.make.customer({ state: 'SEGEL' });
    expect(await toRead()).toBe(1);
  });

  it('tells sums of money only to whoever may read what they are of, and not of bills to whoever counts blind', async () => {
    const told = async (name: 'super' | 'manajer' | 'kasir' | 'petugas' | 'it') => {
      const board: Readonly<Record<string, unknown>> = { ...(await dashboard(await app.as(name))) };
      return (['bills', 'arrears', 'monthly', 'payments_today', 'trend'] as const).filter(
        (part) => board[part] !== null,
      );
    };
    const received = ['payments_today', 'trend'];
    const all = ['bills', 'arrears', 'monthly', ...received];
    expect(await told('super')).toEqual(all);
    expect(await told('manajer')).toEqual(all);
    expect(await told('kasir')).toEqual(received);
    expect(await told('it')).toEqual(received);
    expect(await told('petugas')).toEqual([]);
  });

  it('follows bills, payments and what waits', async () => {
    client = (await app.make.bank()).client();
    const [payer, late] = [await app.make.customer(), await app.make.customer()];
    await app.make.issuedBill({ customer: payer, period: '2025-12', usage: 25 });
    for (const period of ['2025-09', '2025-10', '2025-11', '2025-12'])
      await app.make.issuedBill({ customer: late, period, usage: 10 });
    const reader = await app.make.customer();
    await app.make.reading({ customer: reader, period: '2025-12', usage: 5, status: 'RECORDED' });

    const before = await dashboard();
    expect(before.bills).toEqual({
      open_count: 5,
      open_amount: 70_000 + 4 * 30_000,
      issued_this_period: 2,
      paid_this_period: 0,
      collection_rate: 0,
    });
    // due on 20 October, 20 November and 20 December: 87, 56 and 26 days late; December's is not due
    expect(before.arrears).toEqual({
      count: 3,
      amount: 90_000,
      aging: [
        { bucket: '1-30', count: 1, amount: 30_000 },
        { bucket: '31-60', count: 1, amount: 30_000 },
        { bucket: '61-90', count: 1, amount: 30_000 },
        { bucket: '>90', count: 0, amount: 0 },
      ],
    });
    // Each figure opens the bills it counts.
    const manager = await app.as('manajer');
    for (const { bucket, count, amount } of before.arrears.aging) {
      const { body } = await manager.get<{ data: { total: number }[] }>(
        `/bills?late=${encodeURIComponent(bucket)}`,
      );
      const owed = body.data.reduce((sum, { total }) => sum + total, 0);
      expect([bucket, body.data.length, owed]).toEqual([bucket, count, amount]);
    }
    expect(before.queues).toMatchObject({ to_verify: 3, to_issue: 0 });

    await pay('DASH-1', payer.customer_number);

    const after = await dashboard();
    expect(after.payments_today).toEqual({
      count: 1,
      amount: 70_000,
      by_channel: [{ channel: 'TELLER', count: 1, amount: 70_000 }],
    });
    expect(after.bills).toMatchObject({
      open_count: 4,
      issued_this_period: 2,
      paid_this_period: 1,
      collection_rate: 0.7,
    });
    expect(after.trend.at(-1)).toEqual({ date: '2026-01-15', count: 1, amount: 70_000 });
    expect(after.monthly.at(-1)).toEqual({ period: '2025-12', billed: 100_000, collected: 70_000 });
    const sums = async (list: string) => {
      const { body } = await manager.get<{ meta: { total: number; totals: Record<string, number> } }>(
        `${list}&totals=true`,
      );
      return { count: body.meta.total, ...body.meta.totals };
    };
    const day = 'business_date_from=2026-01-15&business_date_to=2026-01-15&status=POSTED';
    const { count, amount } = after.payments_today;
    expect(await sums(`/payments?${day}`)).toMatchObject({ count, bank_amount: amount });
    expect(await sums(`/payments?channel=TELLER&${day}`)).toMatchObject({ count, bank_amount: amount });
    expect(await sums('/bills?period=2025-12&state=ISSUED,PAID')).toMatchObject({ principal: 100_000 });
    expect(await sums('/bills?period=2025-12&state=PAID')).toMatchObject({ principal: 70_000 });
  });

  describe('and the sums that are kept', () => {
    const kept = async () =>
      (
        await app.database.query<{ receipts: number; open: number; unread: number }>(
          `SELECT (SELECT coalesce(sum(payments), 0)::int FROM rekap_penerimaan) AS receipts,
             (SELECT coalesce(sum(issued - paid), 0)::int FROM rekap_rekening) AS open,
             ((SELECT coalesce(max(id), 0) FROM pembayaran) - (SELECT payment_id FROM rekap_batas))::int AS unread`,
        )
      )[0];
    const figures = async () => {
      const { bills, payments_today: today, arrears, trend, monthly } = await dashboard();
      const reports: object[] = [];
      for (const report of [
        'payments?from=2026-01-01&to=2026-01-31',
        'penalties?from=2025-01&to=2026-12',
        'efficiency?from=2025-01&to=2026-12',
        'usage?by=REGION&from=2025-01&to=2026-12',
        'collection-pace?period=2025-12',
        'collection-list',
      ]) {
        const { status, body } = await admin.get<{ rows: object[] }>(`/reports/${report}`);
        expect(status).toBe(200);
        reports.push(body.rows);
      }
      return { bills, today, arrears, trend, monthly, reports };
    };

    it('are the same figures before they are taken in and after, whatever is taken back later', async () => {
      const before = await figures();
      expect(await app.get(KeepRollups).takeIn()).toBe(true);
      expect(await kept()).toEqual({ receipts: 1, open: 4, unread: 0 });
      expect(await figures()).toEqual(before);
      // Sums that are complete are left alone.
      expect(await app.get(KeepRollups).takeIn()).toBe(true);
      expect(await figures()).toEqual(before);
      const back = { bank_reference: 'DASH-1', reversal_reference: 'DASH-R1', reason: 'salah input' };
      expect((await client.reversal(back)).status).toBe(200);
      const reversed = await figures();
      expect(reversed.today).toEqual({ count: 0, amount: 0, by_channel: [] });
      expect(reversed.bills).toMatchObject({ open_count: 5, paid_this_period: 0, collection_rate: 0 });
      expect(await kept()).toMatchObject({ receipts: 1, unread: 1 });
      expect(await app.get(KeepRollups).takeIn()).toBe(true);
      expect(await kept()).toEqual({ receipts: 0, open: 5, unread: 0 });
      expect(await figures()).toEqual(reversed);
      expect(await app.violations()).toEqual([]);
    });

    it('wait for a payment that has drawn its id and is not over', async () => {
      const payer = await app.make.customer();
      await app.make.issuedBill({ customer: payer, period: '2025-12', usage: 10 });
      let taking: Promise<boolean> | undefined;
      await app.database.transaction(async (slow) => {
        await slow.query("SELECT nextval(pg_get_serial_sequence('pembayaran', 'id'))");
        await pay('DASH-2', payer.customer_number);
        const looks = jest.spyOn(app.get(Database), 'screen');
        taking = app.get(KeepRollups).takeIn();
        while (looks.mock.calls.length < 5) await new Promise((resolve) => setImmediate(resolve));
        looks.mockRestore();
        expect(await kept()).toMatchObject({ receipts: 0 });
      });
      expect(await taking).toBe(true);
      expect(await kept()).toEqual({ receipts: 1, open: 5, unread: 0 });
    });

    it('are worked out anew from nothing, and stay right while they are', async () => {
      const before = await figures();
      await app.database.transaction(async (client) => {
        await client.query(
          "UPDATE rekap_batas SET payment_id = 0, journal_id = 0, accrual_id = 0, ledger_id = 0, water_payment_id = 0, water_journal_id = 0, arrears_day = '-infinity', arrears_next = NULL",
        );
        for (const sums of ['penerimaan', 'rekening', 'jurnal', 'pemakaian', 'pelunasan', 'tunggakan'])
          await client.query(`DELETE FROM rekap_${sums}`);
      });
      expect(await figures()).toEqual(before);
      expect(await app.get(KeepRollups).takeIn()).toBe(true);
      expect(await figures()).toEqual(before);
    });
  });

  it('counts the approvals that wait for the reader, not the reader’s own', async () => {
    const tariff = await admin.post<{ id: number }>('/tariffs', {
      code: 'DASBOR',
      name: 'Dasbor',
      kelompok: 'I',
    });
    await admin.post(`/tariffs/${String(tariff.body.id)}/versions`, {
      legal_basis: 'Perbup 1/2026',
      valid_from: '2026-01',
      blocks: [{ lower_m3: 0, upper_m3: null, rate: 1_000 }],
      fixed_charges: [],
      minimum: { kind: 'NONE', value: 0 },
    });
    await app.deliverEvents();
    expect((await dashboard()).queues.approvals).toBe(0);
    const managers = await dashboard(await app.as('manajer'));
    expect(managers.queues.approvals).toBe(1);
    expect(managers.notices.map(({ kind }) => kind)).toEqual(['approval.requested']);
  });
});

describe('the activity log', () => {
  const log = (query: string) => auditor.get<Page>(`/activity-log?${query}`);

  it('names who did what to what, from where, newest first', async () => {
    const region = await admin.post<{ id: number }>(
      '/regions',
      { code: '81', name: 'Buton' },
      {
        headers: { 'x-request-id': 'permintaan-81' },
      },
    );
    await admin.patch(`/regions/${String(region.body.id)}`, { name: 'Buton Tengah', version: 1 });
    const { body } = await log(`entity_type=wilayah&entity_id=${String(region.body.id)}`);
    expect(body.meta.total).toBe(2);
    expect(body.data).toMatchObject([
      {
        action: 'region.changed',
        actor: { kind: 'USER', name: 'Andi Pratama' },
        before: { name: 'Buton', active: true },
        after: { name: 'Buton Tengah', active: true },
        ip: '127.0.0.1',
      },
      { action: 'region.created', request_id: 'permintaan-81', before: null },
    ]);
    const [newest] = body.data;
    const own = await log(`actor_id=${String(newest?.actor.id)}&action=region.changed`);
    expect(own.body.data.every(({ actor }) => actor.name === 'Andi Pratama')).toBe(true);
  });

  it('is cut by days of the business zone', async () => {
    await app.database.query(
      `INSERT INTO log_aktivitas (at, actor_kind, action, entity_type)
       VALUES ('2024-03-09T15:59:59Z', 'SYSTEM', 'uji.kemarin', 'uji'), ('2024-03-09T16:00:00Z', 'SYSTEM', 'uji.hari', 'uji'),
              ('2024-03-10T15:59:59Z', 'SYSTEM', 'uji.hari', 'uji'), ('2024-03-10T16:00:00Z', 'SYSTEM', 'uji.besok', 'uji')`,
    );
    const day = await log('from=2024-03-10&to=2024-03-10&entity_type=uji');
    expect(day.body.data.map(({ action }) => action)).toEqual(['uji.hari', 'uji.hari']);
    expect(day.body.data[0]).toMatchObject({
      actor: { kind: 'SYSTEM', id: null, name: null },
      sealed: false,
    });
  });

  it.each(['from=kemarin', 'entity_id=x', 'sort=before', 'isi=1'])('refuses %s', async (query) => {
    expect((await log(query)).status).toBe(400);
  });
});
