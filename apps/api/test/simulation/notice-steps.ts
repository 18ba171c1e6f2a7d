import type { NotificationBody } from '@tirtapay/bank-protocol';
import fc from 'fast-check';
import type { PublicCheckoutDto } from '../../src/modules/money/checkout/checkout.dto';
import { customer, number, seldom } from './asking';
import { endOf, MINUTE } from './days';
import { FEES, type Bill, type Model } from './model';
import { picked, step } from './step';
import { codeOf, type World } from './world';

/* What the first bank tells of by itself: money in its virtual accounts, before, after or beside `process`. */

const BANK = 0;
const HOUR = 60 * MINUTE;
type Told = Pick<NotificationBody, 'event' | 'bank_reference' | 'amount'> & {
  account: string;
  paidAt?: string;
};

/** Tells and waits until it was applied. @returns what it came to */
async function tell(model: Model, world: World, told: Told): Promise<string> {
  const id = model.fresh('E');
  const { account, paidAt = world.now(), ...money } = told;
  const body: NotificationBody = {
    ...money,
    event_id: id,
    method: 'VA',
    virtual_account_number: account,
    paid_at: paidAt,
  };
  const sent = Buffer.from(JSON.stringify(body));
  const answer = await world.client(BANK).notify(sent);
  expect([answer.status, answer.body]).toEqual([200, { received: true }]);
  model.events.push({ id, body: sent });
  await world.app.notificationsApplied();
  const { state, outcome } = await world.app.database.one<{ state: string; outcome: string | null }>(
    'SELECT state, outcome FROM webhook_inbox WHERE event_id = $1',
    [id],
  );
  model.said.add(`told ${outcome ?? state}`);
  return outcome ?? state;
}

/** Into a customer's own account, for the oldest bills or for no sum that is owed; now or up to two days ago. */
const paidIn = fc
  .record({
    customer,
    count: fc.integer({ min: 1, max: 4 }),
    wrongBy: fc.constantFrom(0, 0, 0, 500),
    hoursAgo: fc.constantFrom(0, 0, 1, 47),
    again: seldom,
  })
  .map((wish) =>
    step(
      'told of money',
      wish,
      () => true,
      async (model, world) => {
        const bills = model.open(wish.customer).slice(0, wish.count);
        const used = model.moneys.filter((money) => money.bank === BANK);
        const known = wish.again === null || used.length === 0 ? null : picked(used, wish.again);
        // Of money that is known the same is told, or another sum.
        const due = known === null ? model.due(bills) + FEES[BANK] : known.amount;
        const asked = {
          bank: BANK,
          reference: known?.reference ?? model.fresh('W'),
          customer: known?.customer ?? wish.customer,
          amount: due + wish.wrongBy,
        };
        const outcome = await tell(model, world, {
          event: 'payment.paid',
          bank_reference: asked.reference,
          amount: asked.amount,
          account: world.accountOf(asked.customer),
          paidAt: world.app.clock.text(model.now - wish.hoursAgo * HOUR),
        });
        expect(outcome).toBe(model.receive(asked).outcome);
      },
    ),
  );

const toldAgain = fc.record({ number }).map((wish) =>
  step(
    'told the same again',
    wish,
    (model) => model.events.length > 0,
    async (model, world) => {
      const answer = await world.client(BANK).notify(picked(model.events, wish.number).body);
      expect(answer.status).toBe(200);
      await world.app.notificationsApplied();
    },
  ),
);

const takenBack = fc
  .record({ number, wrongBy: fc.constantFrom(0, 0, 0, 1), unknown: fc.boolean() })
  .map((wish) =>
    step(
      'told of a reversal',
      wish,
      () => true,
      async (model, world) => {
        const used = model.moneys.filter((money) => money.bank === BANK).slice(-5);
        const known = wish.unknown || used.length === 0 ? null : picked(used, wish.number);
        const reference = known?.reference ?? model.fresh('V');
        const outcome = await tell(model, world, {
          event: 'payment.reversed',
          bank_reference: reference,
          amount: (known?.amount ?? 70_000) + wish.wrongBy,
          account: world.accountOf(known?.customer ?? 0),
        });
        const already = known?.reversedOn != null;
        const other = !already && known !== null && wish.wrongBy !== 0;
        const told = other
          ? 'CASE'
          : already
            ? 'REVERSED'
            : model.reverse(BANK, reference, model.events.at(-1)?.id ?? '');
        expect(outcome).toBe(['REVERSED', 'TOMBSTONE'].includes(told) ? 'REVERSED' : 'CASE');
      },
    ),
  );

const sameBills = (some: readonly Bill[], others: readonly Bill[]) =>
  some.length === others.length && some.every((bill) => others.includes(bill));

/** A customer asks for an account of its own for all open bills, on the public page. */
const begin = fc.record({ customer }).map((wish) =>
  step(
    'begin a checkout',
    wish,
    () => true,
    async (model, world) => {
      const { app } = world;
      // Minutes between them stand for hours: what limits strangers is not looked at here.
      await app.database.query('DELETE FROM rate_limit');
      await app.database.query('DELETE FROM nomor_ditanya');
      const inquiry = await app.anyone.post<{ token: string }>('/public/inquiries', {
        customer_number: world.customer(wish.customer).customer_number,
      });
      const answer = await app.anyone.post<PublicCheckoutDto>('/public/intents', {
        token: inquiry.body.token,
        method: 'VA',
        bank_code: world.bank(BANK).code,
      });
      const bills = model.open(wish.customer);
      if (bills.length === 0) {
        expect([answer.status, codeOf(answer)]).toEqual([404, 'bill.none_open']);
        return;
      }
      // Shortly before midnight there is no time left to pay what tomorrow asks more for.
      if (codeOf(answer) === 'intent.day_ending') {
        expect(endOf(model.today) - model.now).toBeLessThan(30 * MINUTE);
        return;
      }
      const amount = model.due(bills) + FEES[BANK];
      expect([answer.status, answer.body.status, answer.body.amount]).toEqual([201, 'PENDING', amount]);
      const { intent_token: token, va_number: account, expires_at: until } = answer.body;
      if (model.checkouts.some((one) => one.token === token)) return;
      // One at a time for the same bills; beside it there may be others for some of them.
      for (const one of model.checkouts) if (sameBills(one.bills, bills)) one.open = false;
      model.checkouts.push({
        token,
        account: account ?? '',
        customer: wish.customer,
        bills,
        amount,
        until: Date.parse(until),
        open: true,
      });
    },
  ),
);

/** Into the account of a checkout: in time, after its end, or when its bills are paid otherwise. */
const payCheckout = fc.record({ number, wrongBy: fc.constantFrom(0, 0, 0, 700) }).map((wish) =>
  step(
    'pay a checkout',
    wish,
    (model) => model.checkouts.length > 0,
    async (model, world) => {
      const checkout = picked(model.checkouts.slice(-3), wish.number);
      const open = checkout.open && model.now <= checkout.until;
      const { status } = (await world.app.anyone.get<PublicCheckoutDto>(`/public/intents/${checkout.token}`))
        .body;
      expect([checkout.token, status === 'PENDING']).toEqual([checkout.token, open]);
      const asked = {
        bank: BANK,
        reference: model.fresh('K'),
        customer: checkout.customer,
        numbers: checkout.bills.map((bill) => bill.number),
        amount: checkout.amount + wish.wrongBy,
      };
      const outcome = await tell(model, world, {
        event: 'payment.paid',
        bank_reference: asked.reference,
        amount: asked.amount,
        account: checkout.account,
      });
      const pays = open && wish.wrongBy === 0 && model.decide(asked) === 'POSTED';
      if (pays) model.post(asked, 'VA');
      else model.hold(asked, 'VA');
      expect(outcome).toBe(pays ? 'POSTED' : 'CREDITED');
    },
  ),
);

export const NOTICE_STEPS = [paidIn, paidIn, toldAgain, takenBack, begin, payCheckout];
