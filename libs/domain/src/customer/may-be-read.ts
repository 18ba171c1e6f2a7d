import type { CustomerState } from './customer-state';

/** Whose meter is read every month. A bill of water comes only from a reading, so nobody else is billed. */
export const READ_STATES: readonly CustomerState[] = ['AKTIF'];

export interface ServedConnection {
  readonly state: CustomerState;
  /** Epoch milliseconds at which the water was last shut off (sealed or closed); null when that never happened. */
  readonly servedUntil: number | null;
}

export interface TakenStand {
  /** Epoch milliseconds at the meter, not of its arrival. */
  readonly readAt: number;
  /** A stand of this period was taken before and somebody wants it looked at again. */
  readonly askedAgain: boolean;
}

/**
 * May this stand be taken of this connection? A connection with water is read. A sealed or closed one is not, with two
 * exceptions that keep used water from being lost: a stand taken before the water was shut off that arrives later, and
 * the answer to a request to read again. A candidate was never served. See docs/adr/0010.
 */
export function mayBeRead(connection: ServedConnection, stand: TakenStand): boolean {
  if (READ_STATES.includes(connection.state)) return true;
  if (connection.state === 'CALON') return false;
  return stand.askedAgain || (connection.servedUntil !== null && stand.readAt < connection.servedUntil);
}
