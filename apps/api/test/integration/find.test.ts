import { findStatement } from '../../src/modules/outward/reporting/search/find-statement';
import { ROLE_PERMISSIONS } from '@tirtapay/domain';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

/* One box over everything: what begins like this, as far as the reader may see. */

const app = testApp({ jobs: false });

interface Found {
  kind: string;
  title: string;
  detail: string | null;
  opens: string;
  id: number;
}

let caller: HttpCaller;
let customer: TestCustomer;
let receipt: { payment_id: number; receipt_number: string; bank_reference: string };
let bill: { id: number; bill_number: string };

beforeAll(async () => {
  caller = await app.as('super');
  customer = await app.make.customer({ name: 'Wa Ode Nur’aini' });
  await app.make.customer({ name: 'La Ode Wahid' });
  await app.database.query("UPDATE pelanggan SET phone = '+62 812-7777-0001' WHERE id = $1", [customer.id]);
  await app.database.query("UPDATE meter SET serial = 'Mtr-XY.98' WHERE customer_id = $1", [customer.id]);
  const issued = await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
  const bank = (await app.make.bank({ code: 'SULTRA' })).client();
  const inquiry = (await bank.verify({ customer_number: customer.customer_number })).body as {
    inquiry_id: string;
    total_amount: number;
  };
  const paid = await bank.process({
    bank_reference: 'BPD/2026-0001',
    inquiry_id: inquiry.inquiry_id,
    amount: inquiry.total_amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'TELLER',
  });
  expect(paid.status).toBe(200);
  const [row] = await app.database.query<typeof receipt>(
    `SELECT k.payment_id, k.receipt_number, p.bank_reference FROM kwitansi k JOIN pembayaran p ON p.id = k.payment_id`,
  );
  if (row === undefined) throw new Error('nothing was paid');
  receipt = row;
  const [stored] = await app.database.query<typeof bill>(
    'SELECT id, bill_number FROM tagihan WHERE id = $1',
    [issued.id],
  );
  if (stored === undefined) throw new Error('no bill');
  bill = stored;
});

async function find(q: string, by = caller): Promise<Found[]> {
  const answer = await by.get<Found[]>(`/find?q=${encodeURIComponent(q)}`);
  expect([q, answer.status]).toEqual([q, 200]);
  return answer.body;
}

describe('is found', () => {
  it.each(['wa ode nur', 'WA  ODE', "Wa Ode Nur'aini", '+62 812 7777', '08127777', 'mtr-xy', 'MTR - XY'])(
    'a customer by %s',
    async (q) => {
      expect((await find(q)).filter(({ kind }) => kind === 'CUSTOMER')).toEqual([
        {
          kind: 'CUSTOMER',
          title: customer.customer_number,
          detail: 'Wa Ode Nur’aini',
          opens: 'CUSTOMER',
          id: customer.id,
        },
      ]);
    },
  );

  it('the customer, once, and the bills of a number, however it is grouped', async () => {
    const grouped = customer.customer_number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
    const found = await find(grouped);
    expect(found.filter(({ kind }) => kind === 'CUSTOMER')).toHaveLength(1);
    expect(found.filter(({ kind }) => kind === 'BILL')).toEqual([
      { kind: 'BILL', title: bill.bill_number, detail: '2025-12', opens: 'BILL', id: bill.id },
    ]);
  });

  it('a receipt and a payment, by the beginning of what is copied', async () => {
    const opens = { opens: 'PAYMENT', id: receipt.payment_id, detail: null };
    expect(await find(receipt.receipt_number.toLowerCase())).toContainEqual({
      kind: 'RECEIPT',
      title: receipt.receipt_number,
      ...opens,
    });
    expect(await find('bpd / 2026-0001')).toEqual([{ kind: 'PAYMENT', title: 'BPD/2026-0001', ...opens }]);
  });

  it('a virtual account, which opens who it belongs to until it is paid', async () => {
    const number = '8808000000012345';
    await app.database.query(
      `WITH checkout AS (
         INSERT INTO niat_bayar (token, customer_id, bank_id, method, bill_ids, bill_amount, stamp_duty, admin_fee, amount,
           status, closed_reason, created_at, closed_at, expires_at)
         VALUES ('abcdefghijklmnopqrstuvwx', $1, (SELECT id FROM bank_integration LIMIT 1), 'VA', ARRAY[$2::bigint], 1000, 0, 0,
           1000, 'EXPIRED', 'EXPIRED', now(), now(), now()) RETURNING id, bank_id)
       INSERT INTO va_transaction (intent_id, bank_id, trx_id, partner_service_id, customer_no, virtual_account_number, created_at)
       SELECT id, bank_id, 'T-1', '88080', '12345', $3, now() FROM checkout`,
      [customer.id, bill.id, number],
    );
    expect(await find('8808 0000 0001')).toEqual([
      { kind: 'VIRTUAL_ACCOUNT', title: number, detail: 'EXPIRED', opens: 'CUSTOMER', id: customer.id },
    ]);
  });
});

describe('is not found', () => {
  it('what the role may not read', async () => {
    const reader = await app.as('petugas');
    expect(new Set((await find(bill.bill_number.slice(0, 8), reader)).map(({ kind }) => kind))).toEqual(
      new Set(['CUSTOMER']),
    );
    expect(await find('bpd/2026', reader)).toEqual([]);
  });

  it('a customer by a telephone number that the reader may not see', async () => {
    expect(await find('08127777', await app.as('petugas'))).toEqual([]);
  });

  it.each(['%', '_', '%%%%', "' OR 1=1 --", '\\', 'x', ' '])('%j finds nobody', async (q) => {
    const answer = await caller.get<Found[]>(`/find?q=${encodeURIComponent(q)}`);
    // Blanks alone are no question.
    expect(q.trim() === '' ? answer.status : answer.body).toEqual(q.trim() === '' ? 400 : []);
  });
});

it('never more than five of a kind', async () => {
  for (let index = 0; index < 7; index += 1) await app.make.customer({ name: `Banyak ${String(index)}` });
  expect((await find('banyak')).map(({ detail }) => detail)).toEqual(
    [0, 1, 2, 3, 4].map((n) => `Banyak ${String(n)}`),
  );
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

/** The steps of a plan; one that walks a whole index says so. */
const nodes = (plan: Plan): string[] => [
  plan['Node Type'].startsWith('Index') && plan['Index Cond'] === undefined
    ? 'Whole Index'
    : plan['Node Type'],
  ...(plan.Plans ?? []).flatMap(nodes),
];

it.each(['wa ode', '010200000015', 'MTR-0001', 'KWT/2026'])(
  'the statement for %s walks indexes from their beginning: no table is read whole, nothing is sorted',
  async (q) => {
    const statement = findStatement(q, new Set(ROLE_PERMISSIONS.ADMIN_SUPER));
    if (statement === null) throw new Error('nothing was asked');
    const plan = await app.database.transaction(async (client) => {
      // Tables of a test are so small that reading them whole is cheapest: what has an index shows it when that is off.
      await client.query('SET LOCAL enable_seqscan = off');
      await client.query('SET LOCAL enable_bitmapscan = off');
      const explained = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `EXPLAIN (FORMAT JSON) ${statement.sql}`,
        [...statement.values],
      );
      return explained.rows[0]?.['QUERY PLAN'][0].Plan;
    });
    const used = plan === undefined ? ['nothing'] : nodes(plan);
    expect(used).not.toContain('Seq Scan');
    expect(used).not.toContain('Sort');
    expect(used).not.toContain('Whole Index');
    expect(used.some((node) => node.startsWith('Index'))).toBe(true);
  },
);
