import { Client } from 'pg';
import { KeepSales } from '../../src/modules/money/ppob/deliver/keep-sales.service';
import type { PriceLineDto } from '../../src/modules/money/ppob/prices/price-change.dto';
import { WatchBalances } from '../../src/modules/money/ppob/supplier-money/watch-balances.service';
import type { SuppliersHealthDto } from '../../src/modules/money/ppob/supplier/supplier.dto';
import type {
  SupplierMovementDto,
  ToldBalanceDto,
} from '../../src/modules/money/ppob/supplier-money/supplier-money.dto';
import { testApp } from '../support';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';

/* Prices and fees change by two people, from an instant on; what was sold keeps what it was sold for. */

const app = testApp();
const DAY = 86_400_000;
let supplier: SandboxSupplier;
let seller: PpobSeller;

const MUSIC = {
  customer_name: 'Tania Puspita',
  paket: 'Premium',
  periode: '1 Bulan',
  service_code: 'MUSIK',
};
const PREMIUM = { variant: 'Premium/1 Bulan', price: 55_000, cost: 54_000, sku: 'MUSIK-2' };

beforeAll(async () => {
  supplier = await SandboxSupplier.start(app);
  seller = new PpobSeller(await app.make.partner(50_000_000));
});
afterAll(() => supplier.stop());
afterEach(() => supplier.clearFaults());

let drawn = 0;
const reference = () => `P/${String((drawn += 1))}`;

interface Asked {
  readonly approval_id: number;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

interface Conflict {
  readonly code?: string;
  readonly detail?: string;
  readonly changed_by?: string | null;
  readonly changed?: readonly string[];
}

async function nameOf(username: string): Promise<string> {
  return (
    await app.database.one<{ name: string }>('SELECT name FROM pengguna WHERE username = $1', [username])
  ).name;
}

/** Out of sale and into it again. */
async function switched(service: string, who: 'super' | 'admin'): Promise<void> {
  const caller = await app.as(who);
  for (const active of [false, true]) {
    const { version } = await app.database.one<{ version: number }>(
      'SELECT version FROM services WHERE code = $1',
      [service],
    );
    const body = { active, version, reason: 'Uji coba' };
    expect((await caller.post(`/ppob/services/${service}/switch`, body)).status).toBe(200);
  }
}

async function ask(service: string, change: object) {
  const body = { offered: [], withdrawn: [], reason: 'Harga pemasok naik', ...change };
  return (await app.as('admin')).post<Asked>(`/ppob/services/${service}/price-changes`, body);
}

async function decide(approvalId: number, who: 'manajer' | 'admin' = 'manajer') {
  return (await app.as(who)).post<Conflict>(`/approvals/${String(approvalId)}/decision`, {
    decision: 'APPROVE',
  });
}

async function change(service: string, what: object): Promise<void> {
  const asked = await ask(service, what);
  expect(asked.status).toBe(202);
  expect((await decide(asked.body.approval_id)).status).toBeLessThan(300);
}

async function lines(query: string): Promise<PriceLineDto[]> {
  const { body } = await (
    await app.as('manajer')
  ).get<{ data: PriceLineDto[] }>(`/ppob/price-lines?page_size=100&${query}`);
  return body.data;
}

const tomorrow = () => app.clock.dayOf(app.clock.now() + DAY);

describe('a price and a fee', () => {
  it('change once a second person agrees, for what is sold from then on', async () => {
    const first = await seller.sell({ ...MUSIC, ref_id: reference() });
    expect([first.sale.principal, first.sale.admin_fee]).toEqual([50_000, 2_000]);
    const asked = await ask('MUSIK', { admin_fee: 2_500, offered: [PREMIUM] });
    expect((await decide(asked.body.approval_id, 'admin')).status).toBe(403);
    expect((await ask('MUSIK', { admin_fee: 1 })).body.code).toBe('approval.pending');
    const before = await seller.sell({ ...MUSIC, ref_id: reference() });
    expect(before.sale.total_amount).toBe(52_000);
    expect((await decide(asked.body.approval_id)).status).toBeLessThan(300);
    const after = await seller.sell({ ...MUSIC, ref_id: reference() });
    expect([after.sale.principal, after.sale.admin_fee]).toEqual([55_000, 2_500]);
    expect((await seller.get(`/${String(first.sale.id)}`)).rawBody.toString()).toBe(first.rawBody.toString());
    const history = await lines('service_code=MUSIK&sort=effective_from');
    expect(history.map(({ price, state, sku }) => [price, state, sku])).toEqual([
      [50_000, 'ENDED', 'MUSIK'],
      [55_000, 'IN_FORCE', 'MUSIK-2'],
    ]);
    expect(history[0]?.effective_to).toBe(history[1]?.effective_from);
    expect(history[1]?.approval_id).toBe(asked.body.approval_id);
  });

  it('planned for a later day begin with it, and a wrong plan is put right by another', async () => {
    await change('TV', { admin_fee: 3_000, effective_date: tomorrow() });
    await change('TV', { admin_fee: 2_700, effective_date: tomorrow() });
    const tv = {
      customer_name: 'F',
      id_pelanggan: 'TV00991',
      paket: 'Gold',
      periode: '1 Bulan',
      service_code: 'TV',
    };
    expect((await seller.sell({ ...tv, ref_id: reference() })).sale.admin_fee).toBe(2_500);
    const { body } = await (
      await app.as('manajer')
    ).get<{ data: { service_code: string; admin_fee: number; state: string }[] }>('/ppob/fees');
    expect(
      body.data.filter(({ service_code: code }) => code === 'TV').map((fee) => [fee.admin_fee, fee.state]),
    ).toEqual([
      [2_700, 'PLANNED'],
      [3_000, 'ENDED'],
      [2_500, 'IN_FORCE'],
    ]);
    app.clock.advance(DAY);
    expect((await seller.sell({ ...tv, ref_id: reference() })).sale.admin_fee).toBe(2_700);
  });

  it('are not changed from other values than the second person saw', async () => {
    await change('ZAKAT', { admin_fee: 4_000, effective_date: tomorrow() });
    const asked = await ask('ZAKAT', { admin_fee: 6_000 });
    app.clock.advance(DAY);
    const decided = await decide(asked.body.approval_id);
    expect([decided.status, decided.body.code]).toEqual([409, 'version.conflict']);
    // By whom, and what to do now: somebody else stopped and started the service since, and changed no price.
    await switched('ZAKAT', 'super');
    const again = await decide(asked.body.approval_id);
    expect(again.body).toMatchObject({ changed_by: await nameOf('manajer'), changed: ['admin_fee'] });
    expect(again.body.detail).toContain('Tolak permohonan ini, lalu ajukan lagi');
  });

  it('name whoever agreed to them, not who stopped the service before', async () => {
    await switched('TV', 'super');
    const [tv] = await app.database.query<{ version: number }>(
      "SELECT version FROM services WHERE code = 'TV'",
    );
    await change('TV', { admin_fee: 2_800 });
    const admin = await app.as('admin');
    const stale = await admin.post<Conflict>('/ppob/services/TV/switch', {
      active: false,
      version: tv?.version,
      reason: 'Gangguan di pemasok',
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.conflict']);
    expect(stale.body).toMatchObject({ changed_by: await nameOf('manajer'), changed: ['admin_fee'] });
  });
});

describe('an open sale', () => {
  it('keeps its price, its limit and its code while it is delivered late', async () => {
    await supplier.fault('pending');
    const food = {
      customer_name: 'C',
      merchant: 'FoodHub',
      nominal: 100_000,
      service_code: 'VOUCHER_MAKANAN',
    };
    const sold = await seller.sell({ ...food, ref_id: reference() });
    expect(sold.sale.status).toBe('PENDING');
    await change('VOUCHER_MAKANAN', {
      admin_fee: 9_000,
      offered: [{ variant: 'FoodHub', price: 100_000, cost: 90_000, sku: 'VOUCHER_MAKANAN-9' }],
    });
    const { sku, cost } = await app.database.one<{ sku: string; cost: number }>(
      'SELECT p.sku, p.cost::int FROM transactions t JOIN ppob_produk p ON p.id = t.product_id WHERE t.id = $1',
      [sold.sale.id],
    );
    expect([sku, cost]).toEqual(['VOUCHER_MAKANAN', 99_500]);
    app.clock.advance(20 * 60_000);
    await app.get(KeepSales).tend();
    const { sale } = await seller.get(`/${String(sold.sale.id)}`);
    expect(sale.total_amount).toBe(103_000);
  });

  it.each([210_000, 220_000, 230_000, 240_000])(
    'is never sold under a line that has ended, however many sell while it becomes Rp%s',
    async (price) => {
      const order = { customer_name: 'H', jenis_hewan: 'Kambing', service_code: 'QURBAN' };
      const asked = await ask('QURBAN', {
        admin_fee: price / 100,
        offered: [{ variant: 'Kambing', price, cost: 200_000, sku: `QURBAN-${String(price)}` }],
      });
      const answers = await Promise.all([
        ...Array.from({ length: 10 }, () => seller.sell({ ...order, ref_id: reference() })),
        decide(asked.body.approval_id),
        ...Array.from({ length: 10 }, () => seller.sell({ ...order, ref_id: reference() })),
      ]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
      const { sale } = await seller.sell({ ...order, ref_id: reference() });
      expect([sale.principal, sale.admin_fee]).toEqual([price, price / 100]);
      expect(await app.violations()).toEqual([]);
    },
  );

  it.each([
    ['its price', 'ppob_produk'],
    ['its fee', 'ppob_biaya'],
  ])(
    'waits for no row of %s, whoever holds it: its service stands for all that it costs',
    async (_, table) => {
      const holder = new Client({ connectionString: app.database.superUrl });
      await holder.connect();
      try {
        await holder.query('BEGIN');
        await holder.query(
          `SELECT FROM ${table} WHERE service_id = (SELECT id FROM services WHERE code = 'QURBAN') FOR NO KEY UPDATE`,
        );
        const sold = await seller.sell({
          customer_name: 'H',
          jenis_hewan: 'Kambing',
          service_code: 'QURBAN',
          ref_id: reference(),
        });
        expect(sold.status).toBe(201);
      } finally {
        await holder.end();
      }
    },
  );
});

describe('what is not asked for', () => {
  it.each([
    [{}, 400, ['']],
    [{ admin_fee: 100_001 }, 400, ['/admin_fee']],
    [{ admin_fee: 1, effective_date: '2020-01-01' }, 400, ['/effective_date']],
    [{ offered: [{ variant: 'ESIA', price: 1, cost: 1, sku: 'E' }] }, 400, ['/offered/0/variant']],
    [{ offered: [{ variant: 'XL', price: 1, sku: 'X' }] }, 400, ['/offered/0/cost']],
    [{ offered: [{ variant: 'XL', price: 1, cost: 1, sku: 'a b' }] }, 400, ['/offered/0/sku']],
    [{ withdrawn: [{ variant: 'XL', price: 77_777 }] }, 422, ['/withdrawn/0/variant']],
  ])('%j', async (what, status, pointers) => {
    const { status: said, body } = await ask('PULSA', what);
    expect([said, body.errors?.map(({ pointer }) => pointer)]).toEqual([status, pointers]);
  });

  it('by who may not, or of what is no service', async () => {
    const body = { admin_fee: 1, offered: [], withdrawn: [], reason: 'Mencoba saja' };
    expect((await (await app.as('manajer')).post('/ppob/services/PULSA/price-changes', body)).status).toBe(
      403,
    );
    expect((await ask('LAIN', { admin_fee: 1 })).status).toBe(404);
  });

  it('what is withdrawn is sold no more, and may come back', async () => {
    const order = { customer_name: 'D', nomor_hp: '081234567890', nominal: 50_000, service_code: 'PULSA' };
    await change('PULSA', { withdrawn: [{ variant: 'TELKOMSEL', price: 50_000 }] });
    expect((await seller.sell({ ...order, ref_id: reference() })).problem.code).toBe('ppob.not_offered');
    await change('PULSA', { offered: [{ variant: 'TELKOMSEL', price: 50_000, cost: 49_000, sku: 'P50' }] });
    expect((await seller.sell({ ...order, ref_id: reference() })).sale.total_amount).toBe(51_000);
    expect(await lines('service_code=PULSA&state=ENDED')).toHaveLength(1);
  });
});

describe('a service', () => {
  const SWITCH = { active: false, reason: 'Pemasok bermasalah' };
  interface Switched {
    readonly version: number;
    readonly code?: string;
  }

  async function version(code: string): Promise<number> {
    const { body } = await (
      await app.as('admin')
    ).get<{ data: { service_code: string; version: number }[] }>('/ppob/services');
    return body.data.find(({ service_code: one }) => one === code)?.version ?? 0;
  }

  it('is stopped by one person at once, refused wherever it is sold, and sold again', async () => {
    const admin = await app.as('admin');
    const sold = await seller.sell({ ...MUSIC, ref_id: 'STAYS' });
    const stopped = await admin.post<Switched>('/ppob/services/MUSIK/switch', {
      ...SWITCH,
      version: await version('MUSIK'),
    });
    expect(stopped.status).toBe(200);
    const refused = await seller.sell({ ...MUSIC, ref_id: reference() });
    expect([refused.status, refused.problem.code]).toEqual([409, 'ppob.service_inactive']);
    const quoted = await admin.post<{ code: string }>('/ppob/inquiries', MUSIC);
    expect([quoted.status, quoted.body.code]).toEqual([409, 'ppob.service_inactive']);
    const { body: prices } = await admin.get<{ data: { service_code: string }[] }>('/ppob/prices');
    expect(prices.data.filter(({ service_code: code }) => code === 'MUSIK')).toEqual([]);
    // What was sold is told again, in the same bytes.
    expect((await seller.sell({ ...MUSIC, ref_id: 'STAYS' })).rawBody.toString()).toBe(
      sold.rawBody.toString(),
    );
    const again = { active: true, version: stopped.body.version, reason: 'Sudah baik' };
    expect((await admin.post('/ppob/services/MUSIK/switch', again)).status).toBe(200);
    expect((await seller.sell({ ...MUSIC, ref_id: reference() })).status).toBe(201);
    const stale = await admin.post<Switched>('/ppob/services/MUSIK/switch', again);
    expect([stale.status, stale.body.code]).toEqual([409, 'version.conflict']);
    const trail = await app.database.query(
      `SELECT l.action FROM log_aktivitas l JOIN services s ON s.id = l.entity_id
       WHERE l.action LIKE 'ppob_service.%' AND s.code = 'MUSIK' ORDER BY l.id`,
    );
    expect(trail).toEqual([{ action: 'ppob_service.stopped' }, { action: 'ppob_service.started' }]);
  });

  it('that is water of ours is refused as well, and only who may manage stops one', async () => {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-10', usage: 12 });
    const admin = await app.as('admin');
    const stop = { ...SWITCH, version: await version('PDAM') };
    await admin.post('/ppob/services/PDAM/switch', stop);
    const refused = await seller.sell({
      customer_name: 'Rina',
      no_pelanggan: customer.customer_number,
      periode: '10-2025',
      service_code: 'PDAM',
      ref_id: reference(),
    });
    expect(refused.problem.code).toBe('ppob.service_inactive');
    expect((await (await app.as('manajer')).post('/ppob/services/PDAM/switch', stop)).status).toBe(403);
    expect((await admin.post('/ppob/services/KULKAS/switch', stop)).status).toBe(404);
    expect((await admin.post('/ppob/services/PDAM/switch', { active: 'no' })).status).toBe(400);
  });
});

describe('money at a supplier', () => {
  interface Requested {
    readonly approval_id: number;
    readonly code?: string;
    readonly owed?: number;
  }

  async function sandbox() {
    const { body } = await (await app.as('admin')).get<SuppliersHealthDto>('/ppob/suppliers');
    const [known] = body.data;
    if (known === undefined) throw new Error('no supplier');
    return known;
  }

  async function pay(kind: 'TOP_UP' | 'SETTLEMENT', amount: number) {
    const { id } = await sandbox();
    return (await app.as('admin')).post<Requested>(`/ppob/suppliers/${String(id)}/payments`, {
      kind,
      amount,
      bank_reference: `TRF-${kind}`,
      reason: 'Transfer dari rekening operasional',
    });
  }

  async function agreed(asked: { readonly status: number; readonly body: Requested }): Promise<void> {
    expect(asked.status).toBe(202);
    expect((await decide(asked.body.approval_id, 'admin')).status).toBe(403);
    expect((await decide(asked.body.approval_id)).status).toBeLessThan(300);
  }

  async function terms(change: object) {
    const { id, version } = await sandbox();
    return (await app.as('admin')).post<Requested>(`/ppob/suppliers/${String(id)}/terms`, {
      terms: 'PREPAID',
      low_balance: 100_000,
      version,
      reason: 'Kontrak baru',
      ...change,
    });
  }

  async function statement(query = ''): Promise<SupplierMovementDto[]> {
    const { body } = await (
      await app.as('manajer')
    ).get<{ data: SupplierMovementDto[] }>(`/ppob/supplier-movements?page_size=100${query}`);
    return body.data;
  }

  const sell = () => seller.sell({ ...MUSIC, ref_id: reference() });

  it('that is owed is settled by two people, never more than is owed, and taken back by two', async () => {
    const { owed } = await sandbox();
    expect(owed).toBeGreaterThan(0);
    const tooMuch = await pay('SETTLEMENT', owed + 1);
    expect([tooMuch.status, tooMuch.body.code, tooMuch.body.owed]).toEqual([409, 'supplier.owed_less', owed]);
    await agreed(await pay('SETTLEMENT', owed));
    expect((await sandbox()).owed).toBe(0);
    const [settled] = await statement();
    expect(settled).toMatchObject({ kind: 'SETTLEMENT', account: '2160', amount: owed, balance: 0 });
    const reversal = (id: number | undefined) =>
      app.as('admin').then((admin) =>
        admin.post<Requested>(`/ppob/supplier-movements/${String(id)}/reversal`, {
          reason: 'Salah jumlah',
        }),
      );
    await agreed(await reversal(settled?.id));
    expect((await sandbox()).owed).toBe(owed);
    expect((await statement()).slice(0, 2)).toMatchObject([
      { amount: -owed, balance: -owed, reverses_id: settled?.id, reversed: false },
      { id: settled?.id, reversed: true },
    ]);
    expect((await reversal(settled?.id)).body.code).toBe('supplier.payment_reversed');
    const cost = (await statement('&kind=COST'))[0];
    expect((await reversal(cost?.id)).body.code).toBe('supplier.payment_not_found');
  });

  it('that was paid in advance pays for what is delivered, and a supplier that says another balance is a case', async () => {
    const { owed, id } = await sandbox();
    await agreed(await terms({}));
    await agreed(await pay('TOP_UP', 200_000));
    const { cost } = await app.database.one<{ cost: number }>(
      "SELECT cost::int FROM ppob_produk p JOIN services s ON s.id = p.service_id WHERE s.code = 'MUSIK' AND effective_to IS NULL",
    );
    expect((await sell()).sale.status).toBe('SUCCESS');
    expect(await sandbox()).toMatchObject({ balance: 200_000 - cost, owed, terms: 'PREPAID', told: null });
    // The supplier has heard of nothing yet: what was bought before is still missing there.
    const before = (await supplier.purchases()).length;
    expect(before).toBeGreaterThan(0);
    const ask = async () =>
      (await (await app.as('it')).post<ToldBalanceDto>(`/ppob/suppliers/${String(id)}/balance-inquiry`, {}))
        .body;
    const first = await ask();
    expect(first.gap).toBeLessThan(0);
    await supplier.receive(-first.gap);
    expect(await ask()).toMatchObject({ balance: first.balance - first.gap, gap: 0 });
    const cases = await app.database.query<{ amount: number; kind: string }>(
      "SELECT kind, amount::int FROM kasus WHERE kind = 'SUPPLIER_BALANCE_DIFFERS'",
    );
    expect(cases).toEqual([{ kind: 'SUPPLIER_BALANCE_DIFFERS', amount: Math.abs(first.gap) }]);
    // An order in flight may have been taken there already: no difference.
    await supplier.fault('pending');
    const open = await sell();
    expect((await ask()).gap).toBe(0);
    expect((await statement('&account=1150')).at(0)).toMatchObject({ kind: 'COST', amount: -cost });
    expect(open.sale.status).toBe('PENDING');
  });

  it('that runs out is told once, and goes below nothing rather than lie', async () => {
    await agreed(await terms({ low_balance: 1_000_000 }));
    await app.get(WatchBalances).tend();
    await app.get(WatchBalances).tend();
    expect((await sandbox()).low_since).not.toBeNull();
    const told = await app.database.query("SELECT FROM outbox WHERE topic = 'supplier.low'");
    expect(told).toHaveLength(1);
    for (let sold = 0; sold < 4; sold += 1) expect((await sell()).sale.status).toBe('SUCCESS');
    expect((await sandbox()).balance).toBeLessThan(0);
    await agreed(await terms({ low_balance: 0, terms: 'LATER' }));
    const { owed } = await sandbox();
    await sell();
    expect((await sandbox()).owed).toBeGreaterThan(owed);
  });

  it('is neither paid nor changed by a wrong request', async () => {
    const { id, version } = await sandbox();
    const admin = await app.as('admin');
    const body = { kind: 'TOP_UP', amount: 1_000, bank_reference: 'T', reason: 'r' };
    const path = `/ppob/suppliers/${String(id)}/payments`;
    for (const wrong of [
      { amount: 0 },
      { amount: -1 },
      { amount: '5' },
      { amount: 1.5 },
      { amount: 2 ** 53 },
      { kind: 'GIFT' },
      { bank_reference: '' },
      { reason: ' ' },
    ])
      expect((await admin.post(path, { ...body, ...wrong })).status).toBe(400);
    expect((await admin.post<Requested>('/ppob/suppliers/999/payments', body)).body.code).toBe(
      'supplier.not_found',
    );
    expect((await (await app.as('manajer')).post(path, body)).status).toBe(403);
    const stale = await terms({ version: version - 1 });
    expect(stale.body.code).toBe('version.conflict');
    expect(stale.body).toMatchObject({
      changed_by: await nameOf('manajer'),
      changed: ['terms', 'low_balance'],
      current_version: version,
    });
    expect((await terms({ terms: 'NEVER' })).status).toBe(400);
    const first = await pay('TOP_UP', 1_000);
    expect((await pay('TOP_UP', 2_000)).body.code).toBe('approval.pending');
    const refused = await (
      await app.as('manajer')
    ).post(`/approvals/${String(first.body.approval_id)}/decision`, {
      decision: 'REJECT',
      note: 'Tidak ada',
    });
    expect(refused.status).toBeLessThan(300);
    expect(await app.database.query('SELECT FROM mutasi_pemasok WHERE amount = 1000')).toHaveLength(0);
  });
});
