import type { Channel, Rupiah } from '@tirtapay/domain';
import type { PaidAt } from '../posting/paid-at';
import type { paymentManifest } from '../payment.manifest';

/** For whom the bank says the money is. */
export type MoneyTarget =
  /** Paid into the virtual account or QRIS of a checkout. */
  | { readonly kind: 'CHECKOUT'; readonly checkoutId: number }
  /** Paid into the static virtual account of a customer. */
  | { readonly kind: 'CUSTOMER'; readonly customerNumber: string }
  /** Paid into something nobody here knows; `detail` is what the case will show. */
  | { readonly kind: 'UNKNOWN'; readonly detail: Readonly<Record<string, string>> };

/**
 * Money that has already left the customer: a webhook, a QR notification, an answer of the bank when it was asked. It
 * can no longer be refused, only booked.
 */
export interface MoneyReceived {
  readonly bank: { readonly id: number; readonly code: string; readonly adminFee: Rupiah };
  /** The bank's reference of this money, the same one `process` carries. */
  readonly bankReference: string;
  /** What the customer paid: bills, stamp duty and the bank's fee. The fee stays with the bank. */
  readonly amount: number;
  readonly channel: Channel;
  /** Judged at the moment the bank told us of it. */
  readonly paidAt: PaidAt;
  readonly target: MoneyTarget;
  /**
   * We asked, and the bank told of what its account or code has taken. It may name the money otherwise than when it told
   * us by itself, so of a checkout that is paid this is no news.
   */
  readonly asked?: true;
}

/** Why money settled nothing; the kind of the case that is opened for it. */
export type HeldReason = keyof typeof paymentManifest.caseKinds;

export interface MoneyBooked {
  /** REVERSED: the bank has taken this reference back before; nothing is booked for it. */
  readonly outcome: 'POSTED' | 'CREDITED' | 'SUSPENDED' | 'REVERSED';
  readonly paymentId: number | null;
  /** True when the same money had been booked before. */
  readonly replayed: boolean;
}

/** The customer the money belongs to. */
export interface Payee {
  readonly id: number;
  readonly customerNumber: string;
}

/** Told under another name than that of the payment which paid its checkout without naming it: one money, or two. */
export interface MoneyInDoubt {
  readonly payee: Payee;
  readonly checkoutId: number;
  readonly adminFee: Rupiah;
  /** Of the payment that is booked. */
  readonly knownReference: string | null;
}

/** What to do with money (KNOWN: nothing, it is the payment of its checkout), found without locks; posting decides again under lock. */
export type MoneyPlan =
  | { readonly kind: 'KNOWN'; readonly paymentId: number; readonly doubt: MoneyInDoubt | null }
  | {
      readonly kind: 'POST';
      readonly payee: Payee;
      readonly billNumbers: readonly string[];
      readonly checkoutId: number | null;
      readonly adminFee: Rupiah;
    }
  | {
      readonly kind: 'HOLD';
      /** Null sends the money to suspense. */
      readonly payee: Payee | null;
      readonly checkoutId: number | null;
      readonly adminFee: Rupiah;
      readonly reason: HeldReason;
      readonly detail: Readonly<Record<string, unknown>>;
    };
