import type {
  AllocationKind,
  AllocationRow,
  BusinessDate,
  CollectionChannel,
  JournalLine,
  PaymentKind,
  PaymentTotals,
} from '@tirtapay/domain';
import type { Actor, RequestContext } from '../../../../platform/context';
import type { KeptTopics } from '../../../../platform/events';

/** What its journal, audit row and outbox event are called. */
export const EVENT_OF = {
  PAYMENT: 'payment.posted',
  REVERSAL: 'payment.reversed',
  CREDIT_APPLIED: 'credit.applied',
} as const satisfies Readonly<Record<PaymentKind, keyof KeptTopics>>;

export interface AllocationToWrite extends Omit<AllocationRow, 'kind' | 'billNumber'> {
  readonly kind: AllocationKind;
  readonly billId: number | null;
}

/** Whom the audit trail names: the bank itself, a member of staff, a partner, nobody. */
export interface PostingActor {
  readonly kind: Actor['kind'];
  readonly id: number | null;
}

/** The call a posting comes from, kept from the moment it was asked for: it is written in the company of others. */
export type PostingOrigin = Pick<RequestContext, 'requestId' | 'ip'> | null;

/** Everything one movement of money writes. */
export interface Posting {
  readonly id: number;
  readonly journalId: number;
  readonly kind: PaymentKind;
  readonly collectorId: number;
  /** The collector's name for it; null for what no collector asked for. */
  readonly reference: string | null;
  /** Of a reversal. */
  readonly reverses?: {
    readonly paymentId: number;
    readonly reversalReference: string | null;
    readonly reason: string;
  };
  readonly customerId: number | null;
  readonly channel: CollectionChannel;
  /** Of cash: the shift of its drawer. */
  readonly shiftId?: number | undefined;
  readonly totals: PaymentTotals;
  /** What moves in our books. */
  readonly amount: number;
  /** Epoch milliseconds. */
  readonly paidAt: number;
  /** Epoch milliseconds. */
  readonly postedAt: number;
  readonly businessDate: BusinessDate;
  readonly actor: PostingActor;
  readonly origin: PostingOrigin;
  /** What the audit row says. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** What the outbox event says. */
  readonly news: Readonly<Record<string, unknown>>;
  /** The VA or QRIS checkout the money came through, when the collector named it. */
  readonly checkoutId: number | null;
  readonly allocations: readonly AllocationToWrite[];
  readonly lines: readonly JournalLine[];
  readonly receipt: ReceiptToIssue;
}

export interface ReceiptToIssue {
  readonly series: string;
  readonly token: string;
  /** Binds the reference for ever; absent when there is none. */
  readonly bound?: {
    readonly fingerprint: string;
    /**
     * The native answer with a placeholder where the receipt number belongs, for a collector that is a bank, whichever
     * door it came through: repeated byte for byte. Null for others: their doors render from the facts.
     */
    readonly answer: string | null;
  };
}

/** What stands after a posting; doors render their answers from it. */
export interface PostedFacts {
  readonly paymentId: number;
  readonly receiptNumber: string;
  /** As it is stored, with the receipt number in it; null where none is. */
  readonly answer: string | null;
}

/** Stands in the answer text until the number is known; a bank can never send it, braces are not in any field. */
export const RECEIPT_NUMBER_PLACEHOLDER = '{receipt_number}';

/** The bills a posting claims, ascending, as checkouts keep theirs: the same set is the same array. */
export function claimedBills(allocations: readonly AllocationToWrite[]): number[] {
  return allocations
    .flatMap((allocation) => (allocation.billId === null ? [] : [allocation.billId]))
    .sort((a, b) => a - b);
}

/** One series per collector, channel and business day. */
export function receiptSeries(
  prefix: string,
  channel: CollectionChannel,
  businessDate: BusinessDate,
): string {
  return `${prefix}-${channel}-${businessDate.replaceAll('-', '')}`;
}

declare module '../../../../platform/events/outbox' {
  interface OutboxTopics {
    'payment.posted': Posting['news'];
    'payment.reversed': Posting['news'];
    'credit.applied': Posting['news'];
  }
  interface KeptTopics {
    'payment.posted': true;
    'payment.reversed': true;
    'credit.applied': true;
  }
}
