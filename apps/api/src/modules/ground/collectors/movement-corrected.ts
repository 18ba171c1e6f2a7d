declare module '../../../platform/events/domain-events' {
  interface DomainEventMap {
    /**
     * A movement of our account at the bank is about to be taken back (`done` false), or has been, with whatever stands in
     * its place: whoever holds it refuses, or lets go of it.
     */
    'movement.taken_back': { readonly journalId: number; readonly done: boolean };
  }
}

export const MOVEMENT_TAKEN_BACK = 'movement.taken_back';
