import type { ErrorCode } from '@tirtapay/contracts';
import { NO_SNAP_SERVICE, SNAP_SERVICES, type SnapCase, type SnapService } from '@tirtapay/bank-protocol';
import { toProblem } from '../../../../platform/problem';

export type AnsweringService = SnapService | typeof NO_SNAP_SERVICE;

interface RefusalExtras {
  /** Fills the slot of the message: a field, a reason. */
  readonly detail?: string | undefined;
  /** Seconds; sent as Retry-After. */
  readonly retryAfter?: number | undefined;
  /** A failure of ours behind it, for the process log only. */
  readonly cause?: unknown;
}

/** The way to refuse under /api/snap: a case of ASPI's list. */
export class SnapRefusal extends Error {
  readonly detail: string;
  readonly retryAfter: number | undefined;

  constructor(
    readonly snapCase: SnapCase,
    { detail = '', retryAfter, cause }: RefusalExtras = {},
  ) {
    super(snapCase, { cause });
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

/** What the use cases behind the facade say, in SNAP's words (payment-standards §1.6, biller decision table). */
const CASE_OF: Readonly<Partial<Record<ErrorCode, readonly [SnapCase, string?]>>> = {
  'customer.not_found': ['invalidBill', 'Not Found'],
  'bill.none_open': ['paidBill'],
  'bill.already_paid': ['paidBill'],
  'bill.not_oldest_first': ['invalidBill', 'Oldest Bill First'],
  'payment.amount_mismatch': ['invalidAmount'],
  // Never 18: banks take that for success, so only who has seen the payment stand answers it (VaPayments).
  'payment.reference_reused': ['invalidBill', 'Reference Of Another Payment'],
  'payment.reversed': ['transactionCancelled'],
  'payment.not_found': ['transactionNotFound'],
  'payment.in_progress': ['timeout'],
  'payment.outcome_unknown': ['timeout'],
  'request.outcome_unknown': ['timeout'],
  'inquiry.expired': ['expiredBill'],
  'intent.closed': ['expiredBill'],
  'bank.cutoff': ['featureNotAllowedNow', 'Cut Off In Progress'],
  'bank.not_live': ['featureNotAllowed', 'Not Live'],
  'auth.signature_invalid': ['unauthorized', 'Signature'],
  'auth.ip_denied': ['featureNotAllowed', 'Address'],
  'auth.replayed': ['conflict'],
  'request.not_found': ['invalidRouting'],
  'request.method_not_allowed': ['functionNotSupported'],
  'request.unsupported_media': ['invalidFieldFormat', 'Content-Type'],
  'request.rate_limited': ['tooManyRequests'],
  'request.too_large': ['badRequest'],
  'request.invalid': ['badRequest'],
};

/** Any failure as a refusal of SNAP's list. What is unknown to it leaks nothing. */
export function toSnapRefusal(error: unknown, service: AnsweringService): SnapRefusal {
  if (error instanceof SnapRefusal) return error;
  const problem = toProblem(error);
  // The path is a service of ours, so what was not found is the method.
  if (problem.code === 'request.not_found' && service !== NO_SNAP_SERVICE)
    return new SnapRefusal('functionNotSupported');
  const known = CASE_OF[problem.code];
  if (known !== undefined)
    return new SnapRefusal(known[0], { detail: known[1], retryAfter: problem.extras.retryAfter });
  if (problem.status < 500) return new SnapRefusal('badRequest');
  // To a bank that says "paid", a failure of ours is not an answer: it may have been posted, now or by an earlier call.
  // 5002500 is answered only by who has looked and knows that nothing was (VaPayments).
  return new SnapRefusal(service === SNAP_SERVICES.vaPayment ? 'timeout' : 'generalError');
}
