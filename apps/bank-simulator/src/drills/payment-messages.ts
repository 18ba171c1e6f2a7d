import { randomInt } from 'node:crypto';
import type { NotificationBody, ProcessBody } from '@tirtapay/bank-protocol';
import type { Collection } from '../books/collections';
import { money } from '../snap-host/fields';
import { triple, type Due } from './due';
import type { PaymentTarget } from './payment-target';

const EVENT_ID_LENGTH = 64;

/** Body of service 25 as first sent; a retry differs in `flagAdvise` only. */
export function vaPaymentBody(target: PaymentTarget, due: Due, entry: Omit<Collection, 'body'>): string {
  const { order } = target;
  return JSON.stringify({
    ...triple(target),
    virtualAccountName: due.name,
    // Mandatory when the account was created by the biller.
    ...(order?.method === 'VA' ? { trxId: order.trx_id } : {}),
    paymentRequestId: entry.reference,
    channelCode: 6017,
    paidAmount: money(entry.amount),
    totalAmount: money(entry.amount),
    trxDateTime: entry.paid_at,
    referenceNo: String(randomInt(1e11, 1e12)),
    flagAdvise: 'N',
    ...(due.billDetails.length === 0 ? {} : { billDetails: due.billDetails }),
    additionalInfo: {},
  });
}

/** The same payment told again (ASPI: "retry notification"). */
export function asAdvice(body: string): object {
  return { ...(JSON.parse(body) as object), flagAdvise: 'Y' };
}

/** Native `process`; the amount is what the customer paid, fee included. */
export function processBody(due: Due, entry: Omit<Collection, 'body'>): string {
  const body: ProcessBody = {
    bank_reference: entry.reference,
    inquiry_id: due.inquiryId ?? '',
    amount: entry.amount + entry.fee,
    paid_at: entry.paid_at,
    channel: entry.method,
  };
  return JSON.stringify(body);
}

/** The native webhook. One event per payment and kind: told twice, it is the same event. */
export function notificationBody(entry: Collection, event: NotificationBody['event']): Buffer {
  const kind = event === 'payment.paid' ? 'P' : 'R';
  const body: NotificationBody = {
    event_id: `${kind}/${entry.reference}`.slice(0, EVENT_ID_LENGTH),
    event,
    method: entry.method,
    ...(entry.method === 'VA' ? { virtual_account_number: entry.target } : { qris_reference: entry.target }),
    bank_reference: entry.reference,
    amount: entry.amount + entry.fee,
    paid_at: entry.paid_at,
  };
  return Buffer.from(JSON.stringify(body), 'utf8');
}

/** Service 52: a code was paid. Its amount is what the payer paid, fee included. */
export function qrNotifyBody(entry: Collection): object {
  return {
    originalReferenceNo: entry.reference,
    originalPartnerReferenceNo: entry.target,
    latestTransactionStatus: '00',
    transactionStatusDesc: 'Success',
    amount: money(entry.amount + entry.fee),
    additionalInfo: { paidTime: entry.paid_at },
  };
}
