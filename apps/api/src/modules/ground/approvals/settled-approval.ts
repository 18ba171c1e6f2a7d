/** What two people agreed on, or did not. */
export interface SettledApproval {
  readonly approvalId: number;
  readonly kind: string;
  readonly entityType: string;
  readonly entityId: number | null;
  readonly payload: unknown;
  readonly decidedBy: number;
  readonly madeBy: number;
}

declare module '../../../platform/events/domain-events' {
  interface DomainEventMap {
    'approval.approved': SettledApproval;
    'approval.rejected': SettledApproval;
    /** By whoever asked; `decidedBy` is the maker. */
    'approval.withdrawn': SettledApproval;
  }
}
