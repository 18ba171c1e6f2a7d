import type { ReconciliationAction } from '@tirtapay/domain';

export const ADJUSTMENT_APPROVAL = 'reconciliation_adjustment';

/** What one person asks for and another decides; the payload of the request. */
export interface Adjustment {
  readonly action: ReconciliationAction;
  readonly reason: string;
  readonly customer_number: string | null;
  /** Of movements as the law has them (`movementOf`). */
  readonly payment_ids: readonly number[];
  readonly claim_id: number | null;
}

/** Whose decision it became. */
export interface DecidedBy {
  readonly approvalId: number;
  readonly madeBy: number;
  readonly decidedBy: number;
}

/** What an adjustment left behind beside the booking. */
export interface AdjustmentFacts {
  readonly postedId?: number;
  readonly reversalId?: number;
  readonly letterNumber?: string;
  readonly claimId?: number;
}
