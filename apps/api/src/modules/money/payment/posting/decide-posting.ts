import {
  decideProcess,
  rupiah,
  type BusinessDate,
  type PenaltyPolicy,
  type ProcessBill,
  type ProcessDecision,
  type ProcessState,
} from '@tirtapay/domain';
import { Problem } from '../../../../platform/problem';
import { dueBill, type DueBill } from '../inquiry/open-bills';
import type { LockedCustomer, LockedPayment } from './lock-postings';
import type { PaymentCommand } from './payment-command';
import { PAYMENT_SAYS } from '../sentences';

/** The instant a batch is decided and posted at, read once its locks are held. */
export interface PostingTime {
  /** Epoch milliseconds. */
  readonly epoch: number;
  /** As the answer writes it. */
  readonly text: string;
  readonly businessDate: BusinessDate;
}

/** A payment to be written: its customer, and the bills it pays. */
export interface PaymentToPost {
  readonly decision: Extract<ProcessDecision<string>, { kind: 'POST' }>;
  readonly customer: LockedCustomer;
  readonly bills: readonly DueBill[];
}

/** What becomes of a payment under its locks. */
export type Verdict =
  | { readonly kind: 'POST'; readonly payment: PaymentToPost }
  /** It stands already. */
  | { readonly kind: 'REPLAY'; readonly paymentId: number; readonly answer: string }
  | { readonly kind: 'REFUSE'; readonly problem: Problem }
  /** Today's penalty is asked but not in the books yet: it is booked first, then decided again. */
  | { readonly kind: 'ACCRUE'; readonly customerId: number; readonly billIds: readonly number[] };

/** What was found under lock, put to the decision of the domain. */
export function decidePosting(
  command: PaymentCommand,
  fingerprint: string,
  locked: Omit<LockedPayment, 'ids'>,
  policies: readonly PenaltyPolicy[],
  at: PostingTime,
): Verdict {
  const { customer, reference } = locked;
  if (reference === null && customer === null) return refuse(new Problem('customer.not_found'));
  const open = customer === null ? [] : billsDue(customer, policies, at.businessDate);
  const decision = decide(command, fingerprint, locked, open, at.epoch);
  if (decision.kind === 'REPLAY')
    return { kind: 'REPLAY', paymentId: Number(decision.paymentId), answer: decision.answer };
  if (decision.kind !== 'POST') return refuse(refusal(decision, command));
  if (!command.paidAt.plausible) return refuse(implausiblePaidAt());
  if (customer === null) throw new Error('a payment of nobody');
  const bills = open.filter((bill) => command.billNumbers.includes(bill.billNumber));
  const missing = bills.filter((bill) => bill.accrualMissing).map((bill) => bill.id);
  return missing.length > 0
    ? { kind: 'ACCRUE', customerId: customer.id, billIds: missing }
    : { kind: 'POST', payment: { decision, customer, bills } };
}

/** The customer's open bills as they stand on a day, oldest first. */
export function billsDue(
  customer: LockedCustomer,
  policies: readonly PenaltyPolicy[],
  today: BusinessDate,
): DueBill[] {
  return customer.bills.map((row) => dueBill(row, policies, today));
}

function decide(
  command: PaymentCommand,
  fingerprint: string,
  { reference, settled }: Omit<LockedPayment, 'ids'>,
  open: readonly DueBill[],
  now: number,
): ProcessDecision<string> {
  const openByNumber = new Map(open.map((bill) => [bill.billNumber, bill]));
  const settledByNumber = new Map(settled.map((bill) => [bill.bill_number, bill]));
  const state: ProcessState<string> = {
    existing: reference && {
      state: reference.outcome === 'TOMBSTONE' ? 'TOMBSTONE' : reference.reversed ? 'REVERSED' : 'POSTED',
      fingerprint: reference.fingerprint ?? '',
      paymentId: reference.payment_id === null ? null : String(reference.payment_id),
      answer: reference.answer ?? '',
    },
    fingerprint,
    inquiry: command.inquiryValidUntil === null ? null : { expired: now > command.inquiryValidUntil },
    requested: command.billNumbers,
    bills: command.billNumbers.flatMap((billNumber): ProcessBill[] => {
      const bill = openByNumber.get(billNumber);
      if (bill !== undefined) return [{ ...bill, state: 'ISSUED' }];
      const gone = settledByNumber.get(billNumber);
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
  if (decision.kind !== 'AMOUNT_MISMATCH') return decision;
  const otherwise = (command.otherFees ?? []).map((adminFee) =>
    decideProcess<string>({ ...state, adminFee }),
  );
  return otherwise.find(({ kind }) => kind === 'POST') ?? decision;
}

function refuse(problem: Problem): Verdict {
  return { kind: 'REFUSE', problem };
}

function implausiblePaidAt(): Problem {
  const message = PAYMENT_SAYS.implausiblePaidAt;
  return new Problem('request.invalid', { errors: [{ pointer: '/paid_at', code: 'out_of_range', message }] });
}

function refusal(
  decision: Exclude<ProcessDecision<string>, { kind: 'POST' | 'REPLAY' }>,
  { bank: { kind = 'BANK' } }: PaymentCommand,
): Problem {
  switch (decision.kind) {
    case 'REVERSED':
      return new Problem('payment.reversed');
    case 'REFERENCE_REUSED':
      return new Problem('payment.reference_reused');
    case 'INQUIRY_EXPIRED':
      return new Problem('inquiry.expired');
    case 'ALREADY_PAID':
      return new Problem('bill.already_paid');
    case 'NONE_OPEN':
      return new Problem('bill.none_open');
    case 'NOT_OLDEST_FIRST':
      // Banks are answered what their contract says, to the byte; whoever stands before the customer is told what to do.
      return decision.gone && kind !== 'BANK'
        ? new Problem('bill.not_oldest_first', { detail: PAYMENT_SAYS.goneMeanwhile })
        : new Problem('bill.not_oldest_first');
    case 'AMOUNT_MISMATCH':
      return new Problem('payment.amount_mismatch', { members: { current_amount: decision.currentAmount } });
  }
}
