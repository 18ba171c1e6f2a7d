import { formatRfc3339, parseRfc3339 } from '@tirtapay/bank-protocol';
import { billNames, snapAmount, SUB_COMPANY, SUCCESS } from './snap-values';

const JAKARTA_MINUTES = 420;

/** What posting answered and stored for ever (docs/bank-api.md, `process`), as far as SNAP repeats it. */
export interface StoredPayment {
  readonly payment_id: number;
  readonly receipt_number: string;
  readonly bank_reference: string;
  readonly customer_number: string | null;
  readonly bills: readonly {
    readonly bill_number: string;
    readonly period: string;
    readonly total: number;
  }[];
  readonly bill_amount: number;
  readonly stamp_duty: number;
  /** Only of money that settled nothing and is kept as credit or in suspense. */
  readonly held_amount?: number;
  readonly paid_at: string;
  readonly receipt_url: string;
}

export function storedPayment(answer: string): StoredPayment {
  return JSON.parse(answer) as StoredPayment;
}

/** What the utility got: bills and stamp duty; the fee stays with the bank and is no part of SNAP's paidAmount. */
export function receivedAmount(payment: StoredPayment): number {
  return payment.bill_amount + payment.stamp_duty;
}

/** When the customer paid, in Jakarta time. */
export function paidInstant(payment: StoredPayment): string {
  return formatRfc3339(parseRfc3339(payment.paid_at) ?? 0, JAKARTA_MINUTES);
}

/** The fields of services 25 and 26 that come from the payment; the same for every repetition. */
export function paymentData(payment: StoredPayment): Record<string, unknown> {
  const amount = snapAmount(receivedAmount(payment));
  return {
    paymentRequestId: payment.bank_reference,
    paidAmount: amount,
    totalAmount: amount,
    subCompany: SUB_COMPANY,
    billDetails: payment.bills.map((bill, index) => ({
      billCode: String(index + 1).padStart(2, '0'),
      billNo: bill.bill_number,
      ...billNames({ billNumber: bill.bill_number, period: bill.period }),
      billSubCompany: SUB_COMPANY,
      billAmount: snapAmount(bill.total),
      billReferenceNo: String(payment.payment_id),
      billerReferenceId: payment.receipt_number,
      status: '00',
      reason: SUCCESS,
    })),
  };
}

/** Where the payer finds the receipt; outside `virtualAccountData`, where ASPI lets a biller add its own. */
export function receiptInfo(payment: StoredPayment): Record<string, string> {
  return { receiptNumber: payment.receipt_number, receiptUrl: payment.receipt_url };
}
