import type { Channel, PaymentTotals, Rupiah } from '@tirtapay/domain';
import type { DueBill } from '../inquiry/open-bills';
import { RECEIPT_NUMBER_PLACEHOLDER } from './postings';

/**
 * Field names and order of the 200 answer are the contract of docs/bank-api.md. Money that settled nothing (credit or
 * suspense) has no bills, says so in `held_amount`, and names no customer when nobody could be named.
 */
export function paymentAnswer(payment: {
  readonly paymentId: number;
  readonly bankReference: string;
  readonly customerNumber: string | null;
  readonly bills: readonly DueBill[];
  readonly totals: PaymentTotals;
  readonly channel: Channel;
  readonly paidAt: string;
  readonly postedAt: string;
  readonly receiptUrl: string;
  readonly heldAmount?: Rupiah;
}): string {
  const { totals, heldAmount } = payment;
  return JSON.stringify({
    status: 'POSTED',
    payment_id: payment.paymentId,
    receipt_number: RECEIPT_NUMBER_PLACEHOLDER,
    bank_reference: payment.bankReference,
    customer_number: payment.customerNumber,
    bills: payment.bills.map((bill) => ({
      bill_number: bill.billNumber,
      period: bill.period,
      principal: bill.principal,
      penalty: bill.penalty - bill.waiver,
      total: bill.principal + bill.penalty - bill.waiver,
    })),
    bill_amount: totals.billAmount,
    stamp_duty: totals.stampDuty,
    ...(heldAmount === undefined ? {} : { held_amount: heldAmount }),
    admin_fee: totals.adminFee,
    total_amount: totals.totalAmount,
    channel: payment.channel,
    paid_at: payment.paidAt,
    posted_at: payment.postedAt,
    receipt_url: payment.receiptUrl,
  });
}
