import type { ProcessBody } from '@tirtapay/bank-protocol';
import fc from 'fast-check';
import { FEES, type Asked, type Model } from './model';
import type { World } from './world';

/* How a bank asks, and who may ask whom for what. */

/** Stands for one of however many there are by then. */
export const number = fc.nat({ max: 999 });
/** Null as a rule. */
export const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: number });
export const bank = fc.nat({ max: FEES.length - 1 });
export const customer = fc.nat({ max: 3 });
export const channel = fc.constantFrom('TELLER', 'ATM', 'MOBILE', 'VA');

/** A payment of the oldest bill under a reference of its own. */
export function forTheOldest(model: Model, bank: number, customer: number): Asked {
  const bills = model.open(customer).slice(0, 1);
  const numbers = bills.map((bill) => bill.number);
  const amount = model.due(bills) + (FEES[bank] ?? 0);
  return { bank, reference: model.fresh('C'), customer, numbers, amount };
}

export function paymentBody(
  world: World,
  asked: Asked,
  { inquiry, channel }: Pick<ProcessBody, 'channel'> & { readonly inquiry?: string },
): Buffer {
  return Buffer.from(
    JSON.stringify({
      bank_reference: asked.reference,
      ...(inquiry === undefined
        ? { customer_number: world.customer(asked.customer).customer_number, bill_numbers: asked.numbers }
        : { inquiry_id: inquiry }),
      amount: asked.amount,
      paid_at: world.now(),
      channel,
    }),
  );
}
