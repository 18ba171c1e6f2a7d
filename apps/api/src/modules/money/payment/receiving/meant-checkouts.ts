import type { CheckoutState } from '@tirtapay/domain';
/** A checkout as the one who plans its money needs it. */
export interface MeantCheckout {
  readonly customer_id: number;
  readonly customer_number: string;
  readonly bill_numbers: string[];
  readonly status: CheckoutState;
  readonly closed_reason: string | null;
  readonly payment_id: number | null;
  /** Whether that money named the checkout; null: nobody wrote it down. */
  readonly payment_named: boolean | null;
  readonly payment_reference: string | null;
  readonly amount: number;
  readonly admin_fee: number;
  readonly expires_at: Date;
}

/** What a bank's money may have been meant for: asked here, answered by whoever keeps checkouts. */
export abstract class MeantCheckouts {
  /** @returns undefined when this bank has no such checkout */
  abstract find(id: number, bankId: number): Promise<MeantCheckout | undefined>;
}
