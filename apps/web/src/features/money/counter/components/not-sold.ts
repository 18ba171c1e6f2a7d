/** Why the last basket was not sold. */
export interface NotSold {
  readonly basketId: string;
  /** What the customer had put down. */
  readonly given: number;
  /** Null: sent, but it never arrived. */
  readonly error: Error | null;
}
