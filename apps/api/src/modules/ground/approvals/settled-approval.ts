/** The end of a request: what two people agreed on, or did not. */
export interface SettledApproval {
  readonly approvalId: number;
  readonly kind: string;
  /** `WITHDRAWN` by whoever asked, who stands at `decidedBy` then. */
  readonly end: 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
  readonly entityType: string;
  readonly entityId: number | null;
  readonly payload: unknown;
  readonly decidedBy: number;
  readonly madeBy: number;
}

/** Of a kind that is always about a row. */
export type SettledAboutRow = SettledApproval & { readonly entityId: number };
