import type { NativeAnswer } from '@tirtapay/bank-protocol';
import fc from 'fast-check';
import { bank, channel, customer, number, paymentBody, seldom } from './asking';
import { FEES, type Asked, type Model, type Money } from './model';
import { picked, step } from './step';
import { codeOf } from './world';

/* What a bank does through its own door. */

interface Inquired {
  inquiry_id: string;
  bills: { bill_number: string; principal: number; penalty: number; total: number }[];
  stamp_duty: number;
  total_amount: number;
  valid_until: string;
}

const inquire = fc.record({ bank, customer, count: fc.integer({ min: 1, max: 6 }) }).map((wish) =>
  step(
    'inquire',
    wish,
    () => true,
    async (model, world) => {
      const answer = await world.client(wish.bank).verify({
        customer_number: world.customer(wish.customer).customer_number,
        bill_count: wish.count,
      });
      const bills = model.open(wish.customer).slice(0, wish.count);
      if (bills.length === 0) {
        expect([answer.status, codeOf(answer)]).toEqual([404, 'bill.none_open']);
        return;
      }
      const body = answer.body as Inquired;
      const amount = model.due(bills) + (FEES[wish.bank] ?? 0);
      expect({
        ...body,
        bills: body.bills.map((bill) => [bill.bill_number, bill.principal, bill.total]),
      }).toMatchObject({
        bills: bills.map((bill) => [bill.number, bill.principal, model.asked(bill)]),
        total_amount: amount,
      });
      expect(Date.parse(body.valid_until)).toBe(model.validUntil());
      const numbers = bills.map((bill) => bill.number);
      const { customer, bank } = wish;
      model.inquiries.push({
        bank,
        customer,
        numbers,
        amount,
        id: body.inquiry_id,
        until: model.validUntil(),
      });
    },
  ),
);

/** The reference of a payment that is asked for: a new one, or one that was used. */
const referenceOf = (model: Model, bank: number, again: number | null): string => {
  const used = model.moneys.filter((money) => money.bank === bank).map((money) => money.reference);
  return again === null || used.length === 0 ? model.fresh('P') : picked(used, again);
};

/** Which bills it names: the oldest, all but the oldest, or the last that were paid. */
function namedBy(
  model: Model,
  customer: number,
  which: 'OLDEST' | 'SKIPS' | 'PAID',
  count: number,
): string[] {
  const open = model.open(customer);
  const paid = model.of(customer).filter((bill) => bill.paid);
  const chosen = { OLDEST: open.slice(0, count), SKIPS: open.slice(1, 1 + count), PAID: paid.slice(-count) }[
    which
  ];
  return (chosen.length > 0 ? chosen : model.of(customer).slice(0, count)).map((bill) => bill.number);
}

/** What was answered must be what the model says, and is kept in it. */
function heard(model: Model, asked: Asked, channel: string, sent: Buffer, answer: NativeAnswer): void {
  const expected = model.decide(asked);
  model.said.add(`pay ${expected}`);
  const known = model.find(asked.bank, asked.reference);
  if (expected === 'POSTED') {
    expect([answer.status, codeOf(answer)]).toEqual([200, undefined]);
    expect(answer.body).toMatchObject({ status: 'POSTED', total_amount: asked.amount });
    Object.assign(model.post(asked, channel), { sent, answer: answer.rawBody });
  } else if (expected === 'AGAIN') {
    expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    if (known?.answer != null) expect(answer.rawBody.toString()).toBe(known.answer.toString());
  } else expect([answer.status >= 400, codeOf(answer)]).toEqual([true, expected]);
}

const pay = fc
  .record({
    bank,
    customer,
    channel,
    which: fc.constantFrom('OLDEST', 'OLDEST', 'OLDEST', 'SKIPS', 'PAID'),
    count: fc.integer({ min: 1, max: 4 }),
    wrongBy: fc.constantFrom(0, 0, 0, 0, 1, -1_000),
    again: seldom,
  })
  .map((wish) =>
    step(
      'pay',
      wish,
      () => true,
      async (model, world) => {
        const numbers = namedBy(model, wish.customer, wish.which, wish.count);
        const bills = model.of(wish.customer).filter((bill) => numbers.includes(bill.number));
        const amount = model.due(bills) + (FEES[wish.bank] ?? 0) + wish.wrongBy;
        const reference = referenceOf(model, wish.bank, wish.again);
        const asked = { bank: wish.bank, reference, customer: wish.customer, numbers, amount };
        const sent = paymentBody(world, asked, { channel: wish.channel });
        heard(model, asked, wish.channel, sent, await world.client(wish.bank).process(sent));
      },
    ),
  );

const payInquired = fc.record({ number, channel, again: seldom }).map((wish) =>
  step(
    'pay what was inquired',
    wish,
    (model) => model.inquiries.length > 0,
    async (model, world) => {
      // Seldom one of long ago: those are refused alike.
      const inquiry = picked(model.inquiries.slice(-4), wish.number);
      const { id, ...of } = inquiry;
      const asked = { ...of, reference: referenceOf(model, of.bank, wish.again) };
      const sent = paymentBody(world, asked, { inquiry: id, channel: wish.channel });
      heard(model, asked, wish.channel, sent, await world.client(of.bank).process(sent));
    },
  ),
);

/** Sent again byte for byte, whatever has become of it since. */
const repeat = fc.record({ number }).map((wish) =>
  step(
    'repeat',
    wish,
    (model) => model.moneys.some(({ sent }) => sent !== null),
    async (model, world) => {
      const money = picked(
        model.moneys.filter(({ sent }) => sent !== null),
        wish.number,
      );
      const answer = await world.client(money.bank).process(money.sent ?? Buffer.alloc(0));
      if (money.reversedOn !== null) expect(codeOf(answer)).toBe('payment.reversed');
      else {
        model.said.add('pay AGAIN');
        expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
        expect(answer.rawBody.toString()).toBe(money.answer?.toString());
      }
    },
  ),
);

const reverse = fc
  .record({
    bank,
    number,
    unknown: fc.constantFrom(false, false, false, true),
    again: seldom,
  })
  .map((wish) =>
    step(
      'take back',
      wish,
      () => true,
      async (model, world) => {
        const used = model.moneys.filter((money) => money.bank === wish.bank).slice(-6);
        const reference =
          wish.unknown || used.length === 0 ? model.fresh('U') : picked<Money>(used, wish.number).reference;
        const earlier = [...model.reversals.keys()].filter((own) =>
          own.startsWith(`${String(wish.bank)} R/`),
        );
        const own =
          wish.again === null || earlier.length === 0
            ? model.fresh('R')
            : picked(earlier, wish.again).slice(2);
        const answer = await world.client(wish.bank).reversal({
          bank_reference: reference,
          reversal_reference: own,
          reason: 'Nasabah membatalkan',
        });
        const before = model.reversalOf(wish.bank, own);
        const expected = model.reverse(wish.bank, reference, own);
        model.said.add(`reverse ${expected}`);
        if (expected === 'AGAIN') expect(answer.rawBody.toString()).toBe(before?.toString());
        else if (expected === 'REVERSED' || expected === 'TOMBSTONE') {
          expect(answer.body).toMatchObject({ status: 'REVERSED', was_posted: expected === 'REVERSED' });
          model.answered(wish.bank, own, answer.rawBody);
        } else expect([answer.status >= 400, codeOf(answer)]).toEqual([true, expected]);
      },
    ),
  );

export const BANK_STEPS = [inquire, pay, pay, payInquired, payInquired, repeat, reverse];
