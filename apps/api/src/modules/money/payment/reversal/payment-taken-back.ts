declare module '../../../../platform/events/domain-events' {
  interface DomainEventMap {
    /** Its bank is about to take a payment back by itself, by nobody's decision here: whoever has settled it refuses. */
    'payment.taken_back': { readonly paymentId: number; readonly collectorId: number };
  }
}

export const PAYMENT_TAKEN_BACK = 'payment.taken_back';
