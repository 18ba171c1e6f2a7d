import { paymentPosted, type AllocationRow } from '@tirtapay/domain';
import type { PaymentToPost, PostingTime } from './decide-posting';
import type { PostingIds } from './lock-postings';
import { paymentAnswer } from './payment-answer';
import type { PaymentCommand } from './payment-command';
import { claimedBills, receiptSeries, type Posting, type PostingActor, type PostingOrigin } from './postings';
import { receiptToken, receiptUrl } from './receipt-link';

/** Everything a payment writes that was decided to be posted. */
export function paymentPosting(
  command: PaymentCommand,
  fingerprint: string,
  { decision, customer, bills }: PaymentToPost,
  ids: PostingIds,
  at: PostingTime,
  from: { readonly origin: PostingOrigin; readonly publicUrl: string },
): Posting {
  const { bank, channel, bankReference } = command;
  const kind = bank.kind ?? 'BANK';
  const { totals } = decision;
  const paymentId = ids.payment_id;
  const idOf = new Map(bills.map((bill) => [bill.billNumber, bill.id]));
  const token = receiptToken();
  const allocations = decision.allocations.map((allocation: AllocationRow) => ({
    ...allocation,
    billId: allocation.billNumber === null ? null : (idOf.get(allocation.billNumber) ?? null),
  }));
  const billIds = claimedBills(allocations);
  return {
    id: paymentId,
    journalId: ids.journal_id,
    kind: 'PAYMENT',
    collectorId: bank.id,
    reference: bankReference,
    customerId: customer.id,
    channel,
    shiftId: command.shift?.id,
    totals,
    amount: totals.bankAmount,
    paidAt: command.paidAt.epoch,
    postedAt: at.epoch,
    businessDate: at.businessDate,
    actor: whoTook(command),
    origin: from.origin,
    after: { bank_reference: bankReference, amount: totals.bankAmount, channel, bills: billIds },
    news: { payment_id: paymentId, customer_id: customer.id, bill_ids: billIds },
    checkoutId: command.checkoutId ?? null,
    allocations,
    lines: paymentPosted({
      collector: { id: bank.id, kind },
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
      token,
      bound: {
        fingerprint,
        answer:
          channel === 'API' || channel === 'CASH'
            ? null
            : paymentAnswer({
                paymentId,
                bankReference,
                customerNumber: customer.customer_number,
                bills,
                totals,
                channel,
                paidAt: command.paidAt.text,
                postedAt: at.text,
                receiptUrl: receiptUrl(from.publicUrl, token),
              }),
      },
    },
  };
}

/** At a counter it is a person who takes the money. */
function whoTook({ bank, shift }: PaymentCommand): PostingActor {
  if (shift !== undefined) return { kind: 'USER', id: shift.cashierId };
  return { kind: bank.kind === 'PARTNER' ? 'PARTNER' : 'BANK', id: bank.id };
}
