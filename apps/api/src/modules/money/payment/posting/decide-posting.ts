import {
  decideProcess,
  rupiah,
  type PenaltyPolicy,
  type BusinessDate,
  type ProcessBill,
  type ProcessDecision,
  type ProcessState,
} from '@tirtapay/domain';
import { dueBill, type DueBill } from '../inquiry/open-bills';
import type { PaymentCommand } from './payment-command';
import type { LockedPayment } from './posting-statements';

/** The customer's open bills as they stand on a day, oldest first. */
export function billsDue(
  locked: LockedPayment,
  policies: readonly PenaltyPolicy[],
  today: BusinessDate,
): DueBill[] {
  return (locked.bills ?? []).map((row) => dueBill(row, policies, today));
}

/** What was found under lock, put to the decision of the domain. */
export function decidePosting(
  command: PaymentCommand,
  fingerprint: string,
  locked: LockedPayment,
  open: readonly DueBill[],
  now: number,
): ProcessDecision<string> {
  const { reference } = locked;
  const openByNumber = new Map(open.map((bill) => [bill.billNumber, bill]));
  const settled = new Map((locked.settled ?? []).map((bill) => [bill.bill_number, bill]));
  const state: ProcessState<string> = {
    existing: reference
      ? {
          state: reference.outcome === 'TOMBSTONE' ? 'TOMBSTONE' : reference.reversed ? 'REVERSED' : 'POSTED',
          fingerprint: reference.fingerprint ?? '',
          paymentId: reference.payment_id === null ? null : String(reference.payment_id),
          answer: reference.answer ?? '',
        }
      : null,
    fingerprint,
    inquiry: command.inquiryValidUntil === null ? null : { expired: now > command.inquiryValidUntil },
    bills: command.billNumbers.flatMap((billNumber): ProcessBill[] => {
      const bill = openByNumber.get(billNumber);
      if (bill !== undefined) return [{ ...bill, state: 'ISSUED' }];
      const gone = settled.get(billNumber);
      if (gone === undefined) return [];
      return [
        {
          billNumber,
          period: gone.period as DueBill['period'],
          state: gone.state,
          principal: rupiah(gone.principal),
          penalty: rupiah(0),
        },
      ];
    }),
    openBills: open.map((bill) => bill.billNumber),
    amount: command.amount,
    adminFee: command.bank.adminFee,
  };
  const decision = decideProcess<string>(state);
  if (decision.kind !== 'AMOUNT_MISMATCH' || command.codeFee === undefined) return decision;
  const ofCode = decideProcess<string>({ ...state, adminFee: command.codeFee });
  return ofCode.kind === 'POST' ? ofCode : decision;
}
