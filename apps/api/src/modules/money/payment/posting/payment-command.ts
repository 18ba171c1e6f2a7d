import { createHash } from 'node:crypto';
import {
  type Channel,
  paymentFingerprintSource,
  type PaymentTotals,
  type Rupiah,
  type SaleChannel,
  type TakingCollector,
} from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { ShiftKey } from '../../../ground/collectors';
import type { PaidAt } from './paid-at';

/** A bank (or a channel acting for one) says a customer paid. Every channel ends here. */
export interface PaymentCommand {
  readonly bank: {
    readonly id: number;
    readonly code: string;
    readonly adminFee: Rupiah;
    /** A partner takes the customer's money and pays out of its deposit, a counter puts it into its drawer; their fee is ours. */
    readonly kind?: TakingCollector;
  };
  readonly bankReference: string;
  readonly customerNumber: string;
  readonly billNumbers: readonly string[];
  /** What the bank says it collected: bills, stamp duty and its fee. */
  readonly amount: number;
  readonly channel: Channel | SaleChannel;
  /** Of a counter: the shift whose cash it becomes, which must be open. */
  readonly shift?: ShiftKey;
  /**
   * What the bank keeps where the amount is not of its fee of now: a code asks for its own, and an inquiry promised that of
   * its instant.
   */
  readonly otherFees?: readonly Rupiah[];
  readonly paidAt: PaidAt;
  /** Null when the bank named the bills itself. */
  readonly inquiryValidUntil: number | null;
  /** The VA or QRIS checkout the money came through: it must still be open and becomes PAID with the posting. */
  readonly checkoutId?: number;
  /** Written in the same transaction, once the receipt has its number. */
  readonly beside?: (tx: Tx, posted: PostedBeside) => Promise<void>;
}

/** A payment that is about to be committed. */
export interface PostedBeside {
  readonly paymentId: number;
  readonly receiptNumber: string;
  /** Epoch milliseconds. */
  readonly postedAt: number;
  readonly totals: PaymentTotals;
}

/** What a repetition must repeat to be the same payment. */
export function paymentFingerprint(command: PaymentCommand): string {
  return createHash('sha256').update(paymentFingerprintSource(command)).digest('hex');
}
