import { formatRfc3339, parseSnapTimestamp } from '@tirtapay/bank-protocol';
import type { Collection } from '../books/collections';
import type { Due } from './due';
import { processBody, vaPaymentBody } from './payment-messages';
import type { PaymentRequest } from './payment-request';
import { CounterRefusal, type PaymentTarget } from './payment-target';

/** How far the bank's idea of a time of payment may be ahead of its clock. */
const AHEAD_MS = 300_000;
const SHORT_OF_DUE = 1_000;

/** The money as it is taken, with the message that will tell the biller. Throws CounterRefusal. */
export function newCollection(
  request: PaymentRequest,
  target: PaymentTarget,
  due: Due,
  reference: string,
  now: number,
): Collection {
  const full = due.amount + due.fee;
  const total = request.amount ?? (request.scenario === 'wrong-amount' ? full - SHORT_OF_DUE : full);
  if (total <= due.fee) throw new CounterRefusal('Jumlahnya tidak lebih besar dari biaya admin.');
  const entry: Omit<Collection, 'body'> = {
    bank: target.bank.id,
    reference,
    method: target.method,
    via: request.via,
    target: target.name,
    customer_no: target.customerNo,
    name: due.name,
    amount: total - due.fee,
    fee: due.fee,
    bills: [...due.bills],
    paid_at: formatRfc3339(paidAt(request, target, now)),
    state: 'TAKEN',
    refunds: [],
  };
  return { ...entry, body: bodyOf(entry, target, due) };
}

/** Of a late payment of something about to expire: right after its end. */
function paidAt({ scenario }: PaymentRequest, { order }: PaymentTarget, now: number): number {
  const end = order?.expires_at ? parseSnapTimestamp(order.expires_at) : null;
  const isLate = scenario === 'expired' && end !== null && end > now && end < now + AHEAD_MS;
  return isLate ? end + 1_000 : now;
}

function bodyOf(entry: Omit<Collection, 'body'>, target: PaymentTarget, due: Due): string {
  if (entry.via === 'NATIVE') return processBody(due, entry);
  return entry.via === 'SNAP' && entry.method === 'VA' ? vaPaymentBody(target, due, entry) : '';
}
