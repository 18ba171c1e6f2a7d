import { KeepSales } from '../../src/modules/money/ppob/deliver/keep-sales.service';
import type { PriceLineDto } from '../../src/modules/money/ppob/prices/price-change.dto';
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
}, 60_000);
afterAll(() => supplier.stop());
afterEach(() => supplier.clearFaults());

let drawn = 0;
const reference = () => `P/${String((drawn += 1))}`;

interface Asked {
  readonly approval_id: number;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

async function ask(service: string, change: object) {
  const body = { offered: [], withdrawn: [], reason: 'Harga pemasok naik', ...change };
  return (await app.as('admin')).post<Asked>(`/ppob/services/${service}/price-changes`, body);
}

async function decide(approvalId: number, who: 'manajer' | 'admin' = 'manajer') {
  return (await app.as(who)).post<{ code?: string }>(`/approvals/${String(approvalId)}/decision`, {
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

  it('is never sold under a line that has ended, however many sell while it changes', async () => {
    const order = { customer_name: 'H', jenis_hewan: 'Kambing', service_code: 'QURBAN' };
    const asked = await ask('QURBAN', {
      offered: [{ variant: 'Kambing', price: 210_000, cost: 200_000, sku: 'QURBAN-2' }],
    });
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => seller.sell({ ...order, ref_id: reference() })),
      decide(asked.body.approval_id),
    ]);
    expect(answers.map(({ status }) => status)).not.toContain(500);
    expect((await seller.sell({ ...order, ref_id: reference() })).sale.principal).toBe(210_000);
    expect(await app.violations()).toEqual([]);
  });
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
