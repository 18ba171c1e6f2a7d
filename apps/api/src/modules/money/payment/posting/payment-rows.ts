import { randomBytes } from 'node:crypto';
import {
  paymentPosted,
  type AllocationRow,
  type BusinessDate,
  type JournalLine,
  type ProcessDecision,
} from '@tirtapay/domain';
import type { DueBill } from '../inquiry/open-bills';
import type { PaymentCommand } from './payment-command';
import { paymentAnswer } from './payment-answer';
import {
  receiptSeries,
  type AllocationToWrite,
  type PaymentRow,
  type ReceiptRow,
} from './posting-statements';

/** When a payment is posted, as instant, as text of the answer and as the day it counts for. */
export interface PostingTime {
  readonly epoch: number;
  readonly text: string;
  readonly businessDate: BusinessDate;
}

/** Everything a payment writes. */
export interface PaymentRows {
  readonly payment: PaymentRow;
  readonly allocations: readonly AllocationToWrite[];
  readonly lines: readonly JournalLine[];
  readonly receipt: ReceiptRow;
  /** With a placeholder where the receipt number belongs. */
  readonly answer: string;
}

const RECEIPT_TOKEN_BYTES = 18;

/** The rows of a payment that was decided to be posted. */
export function paymentRows(
  command: PaymentCommand,
  decision: Extract<ProcessDecision<string>, { kind: 'POST' }>,
  found: {
    readonly paymentId: number;
    readonly journalId: number;
    readonly customer: { readonly id: number; readonly customer_number: string };
    /** Those that are paid now. */
    readonly bills: readonly DueBill[];
  },
  at: PostingTime,
  origin: { readonly requestId: string | null; readonly ip: string | null; readonly publicUrl: string },
): PaymentRows {
  const { bank, channel } = command;
  const { paymentId, customer, bills } = found;
  const { totals } = decision;
  const idOf = new Map(bills.map((bill) => [bill.billNumber, bill.id]));
  const token = randomBytes(RECEIPT_TOKEN_BYTES).toString('base64url');
  return {
    payment: {
      id: paymentId,
      journalId: found.journalId,
      collectorId: bank.id,
      reference: command.bankReference,
      customerId: customer.id,
      channel,
      totals,
      amount: totals.bankAmount,
      paidAt: command.paidAt.epoch,
      postedAt: at.epoch,
      businessDate: at.businessDate,
      actor: { kind: 'BANK', id: bank.id },
      requestId: origin.requestId,
      ip: origin.ip,
      intentId: command.intentId ?? null,
    },
    allocations: decision.allocations.map((allocation: AllocationRow) => ({
      ...allocation,
      billId: allocation.billNumber === null ? null : (idOf.get(allocation.billNumber) ?? null),
    })),
    lines: paymentPosted({
      collector: { id: bank.id, kind: 'BANK' },
      adminFee: totals.adminFee,
      customerId: customer.id,
      bills: bills.map((bill) => ({
        billId: bill.id,
        principal: bill.principal,
        penalty: bill.penalty,
        waiver: bill.waiver,
      })),
      stampDuty: totals.stampDuty,
    }),
    receipt: {
      series: receiptSeries(bank.code, channel, at.businessDate),
      collectorId: bank.id,
      channel,
      businessDate: at.businessDate,
      paymentId,
      token,
      issuedAt: at.epoch,
    },
    answer: paymentAnswer({
      paymentId,
      bankReference: command.bankReference,
      customerNumber: customer.customer_number,
      bills,
      totals,
      channel,
      paidAt: command.paidAt.text,
      postedAt: at.text,
      receiptUrl: `${origin.publicUrl}/bukti/${token}`,
    }),
  };
}
