import { canTransition, statesOf, type StateMachine } from '../states';

export type PurchaseState = 'CREATED' | 'PAID' | 'SENT' | 'UNKNOWN' | 'SUCCESS' | 'FAILED' | 'REFUNDED';

/**
 * A sale of a product of others. PAID: the money is held. SENT: the supplier may have it, so it is only asked again under
 * the same reference, never bought anew. UNKNOWN: its answer was lost. Only an explicit failure gives the money back.
 */
export const PURCHASE_TRANSITIONS: StateMachine<PurchaseState> = {
  CREATED: ['PAID'],
  PAID: ['SENT'],
  SENT: ['SUCCESS', 'FAILED', 'UNKNOWN'],
  UNKNOWN: ['SUCCESS', 'FAILED'],
  SUCCESS: [],
  FAILED: ['REFUNDED'],
  REFUNDED: [],
};

/** What a client is told: whatever is not over is pending. */
export type PublicPurchaseState = 'PENDING' | 'SUCCESS' | 'FAILED' | 'REFUNDED';

export const PUBLIC_PURCHASE_STATES: readonly PublicPurchaseState[] = [
  'PENDING',
  'SUCCESS',
  'FAILED',
  'REFUNDED',
];

export function publicPurchaseState(state: PurchaseState): PublicPurchaseState {
  switch (state) {
    case 'SUCCESS':
    case 'FAILED':
    case 'REFUNDED':
      return state;
    default:
      return 'PENDING';
  }
}

/** Nobody has said how it ended: it may still cost, or not. */
export const UNDER_WAY: readonly PurchaseState[] = statesOf(PURCHASE_TRANSITIONS).filter(
  (state) => publicPurchaseState(state) === 'PENDING',
);

/**
 * How a sale stands now. A water bill of ours is sold by its payment: once that is reversed the money went back, like that of
 * any refund, although the sale itself ended in SUCCESS and was answered so (docs/adr/0034).
 */
export function presentPurchaseState(state: PurchaseState, reversed: boolean): PublicPurchaseState {
  return reversed ? 'REFUNDED' : publicPurchaseState(state);
}

/** What a supplier says, asked or by itself. UNKNOWN: nothing usable was heard. */
export type SupplierWord = 'SUCCESS' | 'FAILED' | 'PENDING' | 'UNKNOWN';

/** How people who asked the supplier by another way say that a sale ended. */
export type SaleOutcome = Extract<SupplierWord, 'SUCCESS' | 'FAILED'>;
export const SALE_OUTCOMES: readonly SaleOutcome[] = ['SUCCESS', 'FAILED'];

/**
 * What the word of a supplier does to a purchase. A word that is heard twice, or late after the end it agrees with, does
 * nothing; one that contradicts an end is for people, and moves no money.
 */
export type WordEffect =
  | { readonly kind: 'MOVE'; readonly to: PurchaseState }
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'CONTRADICTION' };

export function hear(state: PurchaseState, word: SupplierWord): WordEffect {
  if (word === 'SUCCESS' || word === 'FAILED') {
    if (state === word || (word === 'FAILED' && state === 'REFUNDED')) return { kind: 'NOTHING' };
    return canTransition(PURCHASE_TRANSITIONS, state, word)
      ? { kind: 'MOVE', to: word }
      : { kind: 'CONTRADICTION' };
  }
  return word === 'UNKNOWN' && state === 'SENT' ? { kind: 'MOVE', to: 'UNKNOWN' } : { kind: 'NOTHING' };
}
