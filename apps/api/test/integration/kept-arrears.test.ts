import { EndPlan } from '../../src/modules/money/instalment';
import { KeepRollups } from '../../src/modules/outward/reporting/rollups/keep-rollups.service';
import { AssessPenalties } from '../../src/modules/water/penalty';
import { testApp, type TestBank, type TestCustomer } from '../support';
import { TEST_START } from '../support/test-clock';

/*
 * What customers owe past its due day is kept, with the news after it. Each change is looked at three times: before it is
 * taken in, after it, and by the law, which asks the bills themselves.
 */
const app = testApp({ jobs: false });

let bank: TestBank;
let early: TestCustomer;
let planned: TestCustomer;
let punctual: TestCustomer;
let plannedBills: number[];

beforeAll(async () => {
  bank = await app.make.bank();
  await app.make.penaltyPolicy();
  [early, planned, punctual] = [
    await app.make.customer(),
    await app.make.customer(),
    await app.make.customer(),
  ];
  const owed = async (customer: TestCustomer) => [
    (await app.make.issuedBill({ customer, period: '2025-10', usage: 25 })).id,
    (await app.make.issuedBill({ customer, period: '2025-11', usage: 25 })).id,
  ];
  await owed(early);
  plannedBills = await owed(planned);
  // Due on 20 January, in five days.
  await app.make.issuedBill({ customer: punctual, period: '2025-12', usage: 10 });
});

/* A session ends as days pass. */
const post = async <T>(who: 'admin' | 'manajer', path: string, body: object) =>
  (await app.as(who)).post<T>(path, body);

async function rows<Row extends object>(report: string): Promise<Row[]> {
  const { status, body } = await (await app.as('admin')).get<{ rows: Row[] }>(`/reports/${report}`);
  expect(status).toBe(200);
  return body.rows;
}

const reports = async () => [
  await rows('arrears-by-sheets'),
  await rows('top-arrears'),
  await rows('collection-list'),
  await rows('arrears'),
  await rows(`collection-list?region=${String(planned.region.id)}&sheets=2`),
  await rows(`arrears-by-sheets?region=${String(planned.region.id)}`),
  await rows(`top-arrears?region=${String(early.region.id)}`),
];

const owing = async () =>
  Object.fromEntries(
    (await rows<{ customer_number: string; bills: number; penalty: number }>('collection-list')).map(
      ({ customer_number: number, bills, penalty }) => [number, [bills, penalty]],
    ),
  );

const kept = () =>
  app.database.query<{ customer_id: number; sheets: number }>(
    'SELECT customer_id, sheets FROM rekap_tunggakan ORDER BY customer_id',
  );
const silent = () => app.database.query('SELECT FROM rekap_tunggakan_ulang');

/** The same figures with the news beside what is kept and with the news in it. */
async function same(): Promise<void> {
  expect(await app.violations()).toEqual([]);
  const before = await reports();
  expect(await app.get(KeepRollups).takeIn()).toBe(true);
  expect(await reports()).toEqual(before);
  expect(await silent()).toEqual([]);
  expect(await app.violations()).toEqual([]);
}

async function pay(customer: TestCustomer, reference: string): Promise<void> {
  const asked = await bank.client().verify({ customer_number: customer.customer_number });
  const { inquiry_id: inquiry, total_amount: amount } = asked.body as {
    inquiry_id: string;
    total_amount: number;
  };
  const paid = await bank.client().process({
    bank_reference: reference,
    inquiry_id: inquiry,
    amount,
    channel: 'TELLER',
    paid_at: app.clock.text(app.clock.now()),
  });
  expect(paid.status).toBe(200);
}

it('are kept of those who are late, and of nobody else', async () => {
  await same();
  expect(await kept()).toEqual([
    { customer_id: early.id, sheets: 2 },
    { customer_id: planned.id, sheets: 2 },
  ]);
});

it('follow a penalty, a payment and its reversal', async () => {
  await app.get(AssessPenalties).assess(app.clock.businessDate());
  expect((await owing())[early.customer_number]).toEqual([2, 25_000]);
  await same();
  await pay(early, 'TUNGGAKAN-1');
  expect(Object.keys(await owing())).toEqual([planned.customer_number]);
  await same();
  expect(await kept()).toEqual([{ customer_id: planned.id, sheets: 2 }]);
  const back = { bank_reference: 'TUNGGAKAN-1', reversal_reference: 'TUNGGAKAN-R1', reason: 'salah input' };
  expect((await bank.client().reversal(back)).status).toBe(200);
  await same();
  expect(await kept()).toHaveLength(2);
});

it('follow what is not booked: bills that a plan takes the place of, and its end', async () => {
  const asked = await post<{ approval_id: number }>('admin', '/instalment-plans', {
    customer_id: planned.id,
    bill_ids: plannedBills,
    count: 3,
    first_due: '2026-01-20',
    reason: 'pelanggan kesulitan, sudah bertemu di kantor',
  });
  expect(asked.status).toBe(202);
  expect(
    (await post('manajer', `/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' }))
      .status,
  ).toBe(200);
  expect((await silent()).length).toBeGreaterThan(0);
  expect(Object.keys(await owing())).toEqual([early.customer_number]);
  await same();
  expect(await kept()).toEqual([{ customer_id: early.id, sheets: 2 }]);
  app.clock.set('2026-02-13T09:00:00+08:00');
  await app.get(EndPlan).breakMissed();
  await same();
});

it('go over to another day, and back to one that was', async () => {
  app.clock.set('2026-01-20T23:59:00+08:00');
  expect(Object.keys(await owing())).not.toContain(punctual.customer_number);
  await same();
  app.clock.set('2026-01-21T00:01:00+08:00');
  expect((await owing())[punctual.customer_number]).toEqual([1, 0]);
  await same();
  expect((await kept()).map(({ customer_id: id }) => id)).toContain(punctual.id);
  app.clock.set(TEST_START);
  expect(Object.keys(await owing())).not.toContain(punctual.customer_number);
  await same();
});

it('are gone on with where a process died halfway to a day, with the news of those it had done', async () => {
  app.clock.set('2026-01-21T09:00:00+08:00');
  await app.database.transaction(async (client) => {
    await client.query(
      "UPDATE rekap_batas SET arrears_day = '-infinity', arrears_next = $1, arrears_customer = $2",
      [app.clock.businessDate(), early.id],
    );
    await client.query('DELETE FROM rekap_tunggakan WHERE customer_id > $1', [early.id]);
  });
  await pay(early, 'TUNGGAKAN-2');
  await same();
  expect((await kept()).map(({ customer_id: id }) => id)).toEqual([planned.id, punctual.id]);
});

it('follow whoever moves to another region', async () => {
  const to = await app.make.region();
  const moved = await post<{ moved: number }>(
    'admin',
    `/customers/move?region_id=${String(planned.region.id)}&state=AKTIF`,
    { region_id: to.id, route_id: to.route.id, reason: 'Rute baca disusun ulang' },
  );
  expect([moved.status, moved.body.moved]).toEqual([200, 3]);
  await same();
  expect(await app.database.query('SELECT DISTINCT region_id FROM rekap_tunggakan')).toEqual([
    { region_id: to.id },
  ]);
});
