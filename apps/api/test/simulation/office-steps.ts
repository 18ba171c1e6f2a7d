import fc from 'fast-check';
import { AssessPenalties } from '../../src/modules/water/penalty';
import { BillRunWorker, DraftBills } from '../../src/modules/water/billing';
import { UseCredit } from '../../src/modules/money/payment/credit/use-credit.service';
import { KeepRollups } from '../../src/modules/outward/reporting/rollups/keep-rollups.service';
import { Database } from '../../src/platform/database';
import { sultraFile } from '../support/sultra-file';
import { number, seldom } from './asking';
import { compareLists } from './comparison';
import { addDays, addMonths, at, endOf, MINUTE, monthOf } from './days';
import { priceOf, type Model, type Money } from './model';
import { picked, step } from './step';
import { codeOf } from './world';

/* What the office does, and what time does. */

const HOUR = 60 * MINUTE;
const CUSTOMERS = [0, 1, 2, 3];

const wait = fc
  .record({
    days: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 35 })),
    hour: fc.constantFrom('00:01', '09:30', '23:40'),
  })
  .map((wish) =>
    step(
      'wait',
      wish,
      () => true,
      async (model, world) => {
        const to = Date.parse(at(addDays(model.today, wish.days), wish.hour));
        await world.go(model, to - model.now);
      },
    ),
  );

const monthBefore = (model: Readonly<Model>): string => addMonths(monthOf(model.today), -1);

const billRun = fc.record({ more: fc.nat({ max: 40 }) }).map((wish) =>
  step(
    'run bills',
    wish,
    (model) => !model.periods.has(monthBefore(model)),
    async (model, world) => {
      const { app } = world;
      const period = monthBefore(model);
      const readings: number[] = [];
      for (const customer of world.customers.keys()) {
        const usage = world.usageOf(customer, wish.more);
        readings.push((await app.make.reading({ customer: world.customer(customer), period, usage })).id);
      }
      const drafts = app.get(Database).transaction((tx) => app.get(DraftBills).write(tx, readings));
      expect(await drafts).toBe(readings.length);
      const asked = await (await app.as('admin')).post<{ id: number }>('/bill-runs', { period });
      expect(asked.status).toBe(202);
      await app.get(BillRunWorker).run(asked.body.id);
      const run = await world.asked<{ status: string; issued: number }>(
        'admin',
        `/bill-runs/${String(asked.body.id)}`,
      );
      expect(run).toMatchObject({ status: 'DONE', issued: readings.length });
      model.periods.add(period);
      const [usual, least] = [`${monthOf(model.today)}-20`, addDays(model.today, 10)];
      for (const customer of world.customers.keys())
        model.issue({
          customer,
          number: `${world.customer(customer).customer_number}${period.replace('-', '')}`,
          principal: priceOf(world.usageOf(customer, wish.more)),
          due: usual < least ? least : usual,
        });
      for (const customer of CUSTOMERS) model.useCredit(customer, null);
    },
  ),
);

const assess = fc.constant({}).map((wish) =>
  step(
    'assess penalties',
    wish,
    () => true,
    async (model, world) => {
      await world.app.get(AssessPenalties).assess(world.app.clock.businessDate());
      model.assess();
    },
  ),
);

const programme = fc
  .record({
    begins: fc.integer({ min: 1, max: 4 }),
    days: fc.integer({ min: 5, max: 40 }),
    basis_points: fc.constantFrom(2_500, 5_000, 10_000),
    months: fc.integer({ min: 1, max: 2 }),
  })
  .map((wish) =>
    step(
      'agree on a waiver programme',
      wish,
      () => true,
      async (model, world) => {
        // What is asked for shortly before midnight is asked for tomorrow as well.
        const from = addDays(model.today, wish.begins + (model.now >= endOf(model.today) - HOUR ? 1 : 0));
        const to = addDays(from, wish.days - 1);
        const asked = await (
          await world.app.as('admin')
        ).post<{ pending_approval_id: number; code?: string }>('/waiver-programmes', {
          name: model.fresh('Pemutihan').replace('/', ' '),
          legal_basis: 'Perbup 7/2026',
          valid_from: from,
          valid_to: to,
          mode: 'PERCENT',
          basis_points: wish.basis_points,
          min_months_late: wish.months,
        });
        expect([asked.status, asked.body.code]).toEqual([201, undefined]);
        await world.agree(asked.body.pending_approval_id);
        model.agree(from, to, wish.basis_points, wish.months);
      },
    ),
  );

/** Only what the second bank sent: the statements of the first one are put against its payments as they are. */
const ours = (model: Readonly<Model>): Money[] =>
  model.moneys.filter((money) => money.bank === 1 && money.reversedOn === null && money.bills.length > 0);

const takeBack = fc.record({ number }).map((wish) =>
  step(
    'take back with two people',
    wish,
    (model) => ours(model).length > 0,
    async (model, world) => {
      const money = picked(ours(model).slice(-5), wish.number);
      const { id } = await world.app.database.one<{ id: number }>(
        "SELECT id::int FROM pembayaran WHERE collector_id = $1 AND bank_reference = $2 AND kind = 'PAYMENT'",
        [world.bank(money.bank).id, money.reference],
      );
      const asked = await (
        await world.app.as('admin')
      ).post<{ approval_id: number }>(`/payments/${String(id)}/reversal-requests`, {
        reason: 'uangnya tidak pernah masuk dari bank',
      });
      expect([asked.status, codeOf(asked)]).toEqual([202, undefined]);
      await world.agree(asked.body.approval_id);
      model.takeBackOurselves(money);
    },
  ),
);

const useCredit = fc.constant({}).map((wish) =>
  step(
    'use credit of earlier days',
    wish,
    () => true,
    async (model, world) => {
      await world.app.get(UseCredit).useOlder();
      for (const customer of CUSTOMERS) model.useCredit(customer, model.today);
    },
  ),
);

/** The oldest day of the first bank that is over and was not put against its file. */
const dayToReconcile = (model: Readonly<Model>): string | undefined =>
  model.moneys
    .filter(({ bank, day, reversedOn }) => bank === 0 && day < model.today && reversedOn !== day)
    .map(({ day }) => day)
    .sort()
    .find((day) => !model.reconciled.has(day));

/** Its file as it should be, or without one payment: that one stays open, and so does the day. */
const reconcile = fc.record({ leftOut: seldom }).map((wish) =>
  step(
    'reconcile a day',
    wish,
    (model) => dayToReconcile(model) !== undefined,
    async (model, world) => {
      const day = dayToReconcile(model) ?? '';
      const moneys = model.moneys.filter((money) => money.bank === 0 && money.day === day);
      const standing = moneys.filter(({ reversedOn }) => reversedOn !== day);
      // The same sum of the same customer twice within a day and a half looks like one payment that was sent twice.
      const isTwin = (one: Money, two: Money) =>
        two !== one &&
        two.bank === one.bank &&
        two.reversedOn === null &&
        two.customer === one.customer &&
        two.amount - two.fee === one.amount - one.fee &&
        Math.abs(two.at - one.at) <= 36 * HOUR;
      const openAs = (one: Money) =>
        model.moneys.some((two) => isTwin(one, two)) ? 'DUPLICATE_HERE' : 'HERE_NOT_AT_BANK';
      // A file says something: the only payment is not left out.
      const left = wish.leftOut === null || standing.length < 2 ? undefined : picked(standing, wish.leftOut);
      const rows = standing
        .filter((money) => money !== left)
        .map(({ reference, customer, amount, fee, channel }) => ({
          date: day,
          reference,
          customer: world.customer(customer).customer_number,
          nominal: amount - fee,
          admin: fee,
          channel,
        }));
      const { desk } = world;
      const id = await desk.stored(world.bank(0).id, day, sultraFile(rows));
      const types = moneys.map((money) => `${money.reference} ${money === left ? openAs(money) : 'MATCHED'}`);
      expect(await desk.told(id)).toEqual(types.sort());
      model.reconciled.add(day);
      model.said.add(left === undefined ? 'day closed' : 'day left open');
      if (left === undefined) await desk.closed(id);
    },
  ),
);

/** Lists and reports say the same with the news beside the kept sums and in them. */
const takeIn = fc.record({ first: fc.boolean() }).map((wish) =>
  step(
    'take in the news',
    wish,
    () => true,
    async (model, world) => {
      if (wish.first) await compareLists(model, world);
      expect(await world.app.get(KeepRollups).takeIn()).toBe(true);
      await compareLists(model, world);
    },
  ),
);

export const OFFICE_STEPS = [
  wait,
  wait,
  wait,
  billRun,
  billRun,
  assess,
  programme,
  programme,
  takeBack,
  useCredit,
  reconcile,
  takeIn,
];
