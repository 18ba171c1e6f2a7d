import type { Channel, CheckoutMethod } from '@tirtapay/domain';

export interface VerifyBody {
  readonly customer_number: string;
  /** Ask for the oldest N bills only. */
  readonly bill_count?: number;
}

interface ProcessCore {
  readonly bank_reference: string;
  /** Integer rupiah; equals the inquiry's `total_amount`. */
  readonly amount: number;
  /** RFC 3339; information only, the business date is the server's. */
  readonly paid_at: string;
  readonly channel: Channel;
}

/** By inquiry, or by customer and bill numbers, which must then be the oldest. */
export type ProcessBody =
  | (ProcessCore & { readonly inquiry_id: string })
  | (ProcessCore & { readonly customer_number: string; readonly bill_numbers: readonly string[] });

export interface ReversalBody {
  readonly bank_reference: string;
  /** The bank's own id of this reversal; repeating it is safe. */
  readonly reversal_reference: string;
  readonly reason: string;
}

export interface NotificationBody {
  readonly event_id: string;
  readonly event: 'payment.paid' | 'payment.failed' | 'payment.reversed' | 'payment.test';
  readonly method: CheckoutMethod;
  readonly virtual_account_number?: string;
  readonly qris_reference?: string;
  readonly bank_reference: string;
  readonly amount: number;
  readonly paid_at: string;
}
