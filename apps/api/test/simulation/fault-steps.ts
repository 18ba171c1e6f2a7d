import type { NativeAnswer } from '@tirtapay/bank-protocol';
import fc from 'fast-check';
import type { Cut } from '../faults/cutting-proxy';
import { eventually } from '../support';
import { bank, channel, customer, forTheOldest, paymentBody } from './asking';
import { step } from './step';
import { codeOf } from './world';

/* What goes wrong between a bank, the product and its database. */

/** Nobody hears what became of it: the line to the database is cut, or the answer to the bank is lost. */
const cut = fc
  .record({
    bank,
    customer,
    channel,
    when: fc.constantFrom<Cut | 'ANSWER'>('BEFORE', 'DURING', 'AFTER', 'ANSWER'),
    askFirst: fc.boolean(),
  })
  .map((wish) =>
    step(
      'pay over a cut line',
      wish,
      (model) => model.open(wish.customer).length > 0,
      async (model, world) => {
        model.said.add(`cut ${wish.when}`);
        const asked = forTheOldest(model, wish.bank, wish.customer);
        const sent = paymentBody(world, asked, { channel: wish.channel });
        const client = world.client(wish.bank);
        if (wish.when === 'ANSWER') {
          const deaf = world.client(wish.bank, async (...call) => {
            await (await fetch(...call)).arrayBuffer();
            throw new Error('lost');
          });
          await expect(deaf.process(sent)).rejects.toThrow('lost');
        } else {
          const { cuts } = world.line;
          world.line.cut(wish.when);
          expect([200, 503]).toContain((await client.process(sent)).status);
          expect(world.line.cuts).toBe(cuts + 1);
        }
        const settled = ({ status }: NativeAnswer) => status !== 503 && status !== 409;
        if (wish.askFirst) {
          const told = await eventually(() => client.status(asked.reference), settled);
          // Cut before its COMMIT arrived it was undone, or done again by us; after that it stands.
          expect([wish.when, told.status]).toEqual([wish.when, wish.when === 'BEFORE' ? told.status : 200]);
          if (told.status === 404) return;
        }
        const again = await eventually(() => client.process(sent), settled);
        expect([again.status, codeOf(again)]).toEqual([200, undefined]);
        Object.assign(model.post(asked, wish.channel), { sent, answer: again.rawBody });
      },
    ),
  );

/** Sent twice, or sent and told of, in the same moment: one payment, and one answer. */
const atOnce = fc.record({ customer, how: fc.constantFrom('SENT', 'TOLD') }).map((wish) =>
  step(
    'pay twice at once',
    wish,
    (model) => model.open(wish.customer).length > 0,
    async (model, world) => {
      const asked = forTheOldest(model, 0, wish.customer);
      const sent = paymentBody(world, asked, { channel: 'VA' });
      const client = world.client(0);
      const also = () =>
        wish.how === 'SENT'
          ? client.process(sent)
          : client.notify({
              event_id: model.fresh('E'),
              event: 'payment.paid',
              method: 'VA',
              virtual_account_number: world.accountOf(wish.customer),
              bank_reference: asked.reference,
              amount: asked.amount,
              paid_at: world.now(),
            });
      const [first, second] = await Promise.all([client.process(sent), also()]);
      await world.app.notificationsApplied();
      expect([first.status, second.status]).toEqual([200, 200]);
      if (wish.how === 'SENT') expect(second.rawBody.toString()).toBe(first.rawBody.toString());
      Object.assign(model.post(asked, 'VA'), { sent, answer: first.rawBody });
    },
  ),
);

export const FAULT_STEPS = [cut, atOnce];
