import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, addMonths, businessDate, ROLE_PERMISSIONS } from '@tirtapay/domain';
import { randomUUID } from 'node:crypto';
import { DecideApproval } from '../../../../api/src/modules/ground/approvals';
import { PlanInstalments } from '../../../../api/src/modules/money/instalment';
import { BillCharge, ChargeCatalogue } from '../../../../api/src/modules/water/billing';
import { ProposeWaiver } from '../../../../api/src/modules/water/penalty';
import { runInContext } from '../../../../api/src/platform/context';
import { Database } from '../../../../api/src/platform/database';
import { EXAMPLE_CUSTOMER } from '../plan/demo-customers';
import type { DemoCalendar } from '../plan/demo-calendar';
import { DEMO_CHARGES, DEMO_REASONS, DEMO_WAIVER } from '../plan/demo-office';
import { DEMO_STAFF } from '../plan/demo-staff';
import type { DemoClock } from './demo-clock';

/** The use cases of the office, as its pages call them. */
export function officeDesk(app: NestFastifyApplication, clock: DemoClock) {
  const of = <T>(type: abstract new (...args: never[]) => T): T => app.get(type, { strict: false });
  return {
    clock,
    database: of(Database),
    decide: of(DecideApproval),
    charges: of(ChargeCatalogue),
    billCharge: of(BillCharge),
    plans: of(PlanInstalments),
    waivers: of(ProposeWaiver),
  };
}

type OfficeDesk = ReturnType<typeof officeDesk>;
type Username = (typeof DEMO_STAFF)[number]['username'];

const DAY = 86_400_000;

/**
 * Prices besides water with a bill of each, two instalment plans and one that waits, a waiver programme that waits: asked for and
 * agreed to by people of the demonstration within the last days. What is there already is not done again.
 */
export async function workOffice(desk: OfficeDesk, calendar: DemoCalendar): Promise<void> {
  const { clock } = desk;
  const days = (count: number) => calendar.instant(calendar.today, 0.4) - count * DAY;
  await clock.at(days(9), () => priceCharges(desk));
  await clock.at(days(4), () => billCharges(desk));
  await clock.at(calendar.instant(calendar.today, 0.5), () => planInstalments(desk, calendar));
  await clock.at(calendar.instant(calendar.today, 0.6), () => proposeWaiver(desk, calendar));
}

async function as<T>({ database }: OfficeDesk, username: Username, work: () => Promise<T>): Promise<T> {
  const one = DEMO_STAFF.find((person) => person.username === username);
  const [row] = await database.read<{ id: number }>('SELECT id FROM pengguna WHERE username = $1', [
    username,
  ]);
  if (one === undefined || row === undefined) throw new Error(`nobody is called ${username}`);
  return runInContext(
    {
      requestId: randomUUID(),
      ip: '127.0.0.1',
      language: 'id',
      actor: {
        kind: 'USER',
        id: row.id,
        name: one.name,
        role: one.role,
        permissions: new Set(ROLE_PERMISSIONS[one.role]),
        sessionId: randomUUID(),
      },
    },
    work,
  );
}

/** All of a kind that waits. */
async function approve(desk: OfficeDesk, kind: string): Promise<void> {
  const waiting = await desk.database.read<{ id: number }>(
    "SELECT id FROM persetujuan WHERE kind = $1 AND status = 'PENDING' ORDER BY id",
    [kind],
  );
  for (const { id } of waiting)
    await as(desk, 'manajer', () => desk.decide.execute(id, { decision: 'APPROVE' }));
}

async function priceCharges(desk: OfficeDesk): Promise<void> {
  const known = new Set((await desk.charges.list()).map(({ code }) => code));
  for (const charge of DEMO_CHARGES)
    if (!known.has(charge.code)) await as(desk, 'admin', () => desk.charges.propose(charge));
  await approve(desk, 'nonwater_charge');
}

/** Who it is for: an applicant, somebody with a meter, somebody whose connection is sealed. */
const CUSTOMERS_OF = ['CALON', 'AKTIF', 'SEGEL'] as const;

async function billCharges(desk: OfficeDesk): Promise<void> {
  const charges = await desk.charges.list();
  for (const [index, { code }] of DEMO_CHARGES.entries()) {
    const charge = charges.find((one) => one.code === code);
    const [customer] = await desk.database.read<{ id: number }>(
      'SELECT id FROM pelanggan WHERE state = $1 AND customer_number <> $2 ORDER BY id DESC LIMIT 1',
      [CUSTOMERS_OF[index] ?? 'AKTIF', EXAMPLE_CUSTOMER],
    );
    if (charge === undefined || customer === undefined) continue;
    const [billed] = await desk.database.read('SELECT FROM tagihan_nonair WHERE charge_id = $1', [charge.id]);
    if (billed !== undefined) continue;
    await as(desk, 'admin', () =>
      desk.billCharge.bill({
        customer_id: customer.id,
        charge_id: charge.id,
        quantity: 1,
        request_id: randomUUID(),
      }),
    );
  }
}

interface Owing {
  readonly customer_id: number;
  readonly bill_ids: number[];
}

const AGREED_PLANS = 2;

/** The youngest of those with two bills of water open: who owes more is there for who tries the programme out. */
const OWING = `
  SELECT b.customer_id, array_agg(b.id ORDER BY b.period) AS bill_ids FROM tagihan b JOIN pelanggan p ON p.id = b.customer_id
  WHERE b.state = 'ISSUED' AND p.state = 'AKTIF' AND p.customer_number <> $1
  GROUP BY b.customer_id HAVING count(*) = 2 AND bool_and(b.kind = 'WATER') ORDER BY b.customer_id DESC LIMIT ${String(AGREED_PLANS + 3)}`;

/** What was asked for before a load was interrupted is not asked for again; what was to be agreed to then is, now. */
async function planInstalments(desk: OfficeDesk, calendar: DemoCalendar): Promise<void> {
  const asked = await desk.database.read<{ customer_id: number; reason: string }>(
    "SELECT entity_id AS customer_id, reason FROM persetujuan WHERE kind = 'instalment_plan'",
  );
  if (asked.some(({ reason }) => reason === DEMO_REASONS.waitingPlan)) return;
  const owing = (await desk.database.read<Owing & object>(OWING, [EXAMPLE_CUSTOMER])).filter(
    ({ customer_id: id }) => asked.every((one) => one.customer_id !== id),
  );
  const first_due = addDays(calendar.today, 10);
  const ask = (wish: Owing | undefined, count: number, reason: string) =>
    wish && as(desk, 'admin', () => desk.plans.request({ ...wish, count, first_due, reason }));
  for (let agreed = asked.length; agreed < AGREED_PLANS; agreed += 1)
    await ask(owing.shift(), 3, DEMO_REASONS.agreedPlan);
  await approve(desk, 'instalment_plan');
  await ask(owing.shift(), 4, DEMO_REASONS.waitingPlan);
}

async function proposeWaiver(desk: OfficeDesk, calendar: DemoCalendar): Promise<void> {
  const [known] = await desk.database.read('SELECT FROM program_pemutihan');
  if (known !== undefined) return;
  const next = addMonths(calendar.current, 1);
  await as(desk, 'admin', () =>
    desk.waivers.create({
      ...DEMO_WAIVER,
      valid_from: businessDate(`${next}-01`),
      valid_to: addDays(businessDate(`${addMonths(next, 1)}-01`), -1),
    }),
  );
}
