import { testApp } from '../support';
import { CounterDesk, type DeskProblem } from '../support/counter-desk';

const app = testApp({ jobs: false });

interface Drawer extends DeskProblem {
  id: number;
  admin_fee: number;
  fee_id: number | null;
  version: number;
}

const drawer = async (id: number) =>
  (await (await app.as('admin')).get<Drawer>(`/counter/drawers/${String(id)}`)).body;

const decide = async (id: number | null, as: 'admin' | 'manajer' = 'manajer') =>
  (await app.as(as)).post<DeskProblem>(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' });

it('of a counter is asked of nobody before a second person agreed, and then of whoever is looked up', async () => {
  const admin = await app.as('admin');
  const added = await admin.post<Drawer>('/counter/drawers', {
    code: 'BIAYA',
    name: 'Loket biaya',
    pay_point_id: null,
    admin_fee: 2_500,
  });
  expect([added.status, added.body.admin_fee]).toEqual([201, 0]);
  expect((await decide(added.body.fee_id, 'admin')).status).not.toBe(200);
  expect((await drawer(added.body.id)).admin_fee).toBe(0);
  expect((await decide(added.body.fee_id)).status).toBe(200);
  expect(await drawer(added.body.id)).toMatchObject({ admin_fee: 2_500, fee_id: null });
});

it('is changed by two people while its cashier sells: what was looked up before is told its new total', async () => {
  const admin = await app.as('admin');
  const desk = await CounterDesk.at(app);
  await desk.open();
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-11', usage: 20 });
  const before = await desk.water(customer.customer_number);
  const url = `/counter/drawers/${String(desk.drawerId)}/fee`;
  const same = await admin.post<DeskProblem>(url, { admin_fee: 0, reason: 'Tidak berubah' });
  expect([same.status, same.body.code]).toEqual([400, 'request.invalid']);
  const asked = await admin.post<{ approval_id: number }>(url, {
    admin_fee: 3_000,
    reason: 'SK Direksi 12/2026',
  });
  expect(asked.status).toBe(202);
  const twice = await admin.post<DeskProblem>(url, { admin_fee: 4_000, reason: 'SK Direksi 13/2026' });
  expect(twice.body.code).toBe('approval.pending');
  // What waits changes nothing.
  expect(await desk.water(customer.customer_number)).toEqual(before);
  expect((await decide(asked.body.approval_id)).status).toBe(200);
  const refused = await desk.sell({ water: [before], cash_given: 500_000 });
  expect([refused.status, refused.body.code]).toEqual([422, 'payment.amount_mismatch']);
  const now = await desk.water(customer.customer_number);
  expect(now.amount).toBe(before.amount + 3_000);
  expect((await desk.sell({ water: [now], cash_given: 500_000 })).status).toBe(201);
  expect(
    await app.database.query(
      "SELECT before, after FROM log_aktivitas WHERE action = 'drawer.fee_changed' AND entity_id = $1",
      [desk.drawerId],
    ),
  ).toEqual([{ before: { admin_fee: 0 }, after: { admin_fee: 3_000 } }]);
});
