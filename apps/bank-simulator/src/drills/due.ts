import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import {
  normalizeCustomerNumber,
  padPartnerServiceId,
  rupiah,
  totals,
  type PayableBill,
} from '@tirtapay/domain';
import { readInquiry, type InquiryAnswer } from '../api-answers';
import { trustedBody } from '../bank';
import type { SnapChannel } from '../biller/snap-channel';
import { readVaDue } from '../biller/snap-answers';
import type { BankCall } from '../books/call-log';
import type { NativeChannel } from '../native-channel';
import type { PaymentTarget } from './payment-target';

/** What the bank believes is due, and how it learned it. */
export interface Due {
  readonly name: string;
  /** Integer rupiah without the fee. */
  readonly amount: number;
  readonly fee: number;
  readonly bills: readonly string[];
  /** SNAP: the bills as the biller listed them, to be sent back. */
  readonly billDetails: readonly object[];
  /** Native: names the frozen inquiry. */
  readonly inquiryId: string | null;
}

export interface DueAnswer {
  /** Null when the biller says that nothing can be paid, or says nothing. */
  readonly due: Due | null;
  readonly calls: readonly BankCall[];
}

/** Service 24, as every channel of a bank asks before it shows an amount. */
export async function dueBySnap(
  channel: SnapChannel,
  target: PaymentTarget,
  inquiryRequestId: string,
  trxDateInit: string,
): Promise<DueAnswer> {
  const call = await channel.call(target.bank, SNAP_SERVICES.vaInquiry, {
    ...triple(target),
    trxDateInit,
    channelCode: 6017,
    language: 'ID',
    inquiryRequestId,
    additionalInfo: {},
  });
  const due = call.status === 200 ? readVaDue(call.response_body) : null;
  return { due: due && { ...due, inquiryId: null }, calls: [call] };
}

/** Native `verify`; for an order, of as many of the oldest bills as make its amount. */
export async function dueByNative(
  channel: NativeChannel,
  target: PaymentTarget,
  customerNumber: string,
): Promise<DueAnswer> {
  const number = normalizeCustomerNumber(customerNumber);
  const body = { customer_number: number.ok ? number.value : customerNumber };
  const first = await channel.inquire(target.bank, body);
  const answer = readInquiry(trustedBody(first));
  const { order } = target;
  const count = answer && order ? billCount(answer, order.fee, totalOf(order)) : null;
  if (!answer || count === null || count === answer.bills.length)
    return { due: answer && dueOf(answer, order), calls: [first.call] };
  const second = await channel.inquire(target.bank, { ...body, bill_count: count });
  const part = readInquiry(trustedBody(second));
  return { due: part && dueOf(part, order), calls: [first.call, second.call] };
}

/** What the biller ordered here, when it did. */
export function dueOnFile({ order }: PaymentTarget): Due | null {
  if (!order) return null;
  return {
    name: order.method === 'VA' ? order.name : '',
    amount: order.method === 'VA' ? order.amount : order.amount - order.fee,
    fee: order.fee,
    bills: [],
    billDetails: [],
    inquiryId: null,
  };
}

/** The identity of an account on the wire. */
export function triple({
  partnerServiceId,
  customerNo,
}: Pick<PaymentTarget, 'partnerServiceId' | 'customerNo'>) {
  const padded = padPartnerServiceId(partnerServiceId);
  return { partnerServiceId: padded, customerNo, virtualAccountNo: padded + customerNo };
}

/** What the customer pays for an order: of a code the fee is inside, of an account on top. */
export function totalOf(order: { method: 'VA' | 'QRIS'; amount: number; fee: number }): number {
  return order.method === 'VA' ? order.amount + order.fee : order.amount;
}

function billCount({ bills }: InquiryAnswer, fee: number, total: number): number | null {
  const payable: PayableBill[] = bills.map(({ principal, penalty }) => ({
    principal: rupiah(principal),
    penalty: rupiah(penalty),
  }));
  const sum = (count: number): number => totals(payable.slice(0, count), rupiah(fee)).totalAmount;
  return bills.map((_, index) => index + 1).find((count) => sum(count) === total) ?? null;
}

/** The fee of an order is the order's: a code cannot ask for another amount than it was made for. */
function dueOf(answer: InquiryAnswer, order: PaymentTarget['order']): Due {
  return {
    name: answer.customer.name,
    amount: answer.bill_amount + answer.stamp_duty,
    fee: order?.fee ?? answer.admin_fee,
    bills: answer.bills.map(({ bill_number: number }) => number),
    billDetails: [],
    inquiryId: answer.inquiry_id,
  };
}
