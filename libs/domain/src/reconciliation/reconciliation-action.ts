import type { ReconciledItem } from './reconciled-item';

/** What two people may do about an item that does not agree by itself. */
export const RECONCILIATION_ACTIONS = [
  /** The customer's bills are paid by it; what pays nothing becomes the customer's credit. */
  'POST_PAYMENT',
  'CREDIT_CUSTOMER',
  'SUSPENSE',
  'REVERSE',
  /** Reversed here, and posted for the customer the bank names. */
  'REPOST',
  'CLAIM',
  /** It is the payment of an earlier claim, or takes back what was claimed. */
  'SETTLE_CLAIM',
  'CARRY',
  /** Of a supplier: it is margin, more or less of it. */
  'ACCEPT_FEE',
  /** Both sides are right, and it settles with this file. */
  'ACCEPT',
  /** A person says which of the candidates it is. */
  'ASSIGN',
  /** The file says it, and no money moved. Of a partner: our books stand, and it puts its own right. */
  'DISMISS',
] as const;
export type ReconciliationAction = (typeof RECONCILIATION_ACTIONS)[number];

/** What an action is chosen by. */
export interface ItemSides extends Pick<
  ReconciledItem,
  'type' | 'ours' | 'line' | 'ourAmount' | 'bankAmount' | 'sen' | 'fee'
> {
  /** Of a supplier: the line is about an order of ours whose end nobody knows yet. */
  readonly underWay?: boolean;
  /** It takes back what was claimed on another day, and as much of that claim is not paid. */
  readonly takesBackClaim?: boolean;
}
