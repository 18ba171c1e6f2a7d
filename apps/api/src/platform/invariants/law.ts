/** A law of the books. Its query returns the rows that break it: none, always, under any load and after any crash. */
export interface Law {
  /** As numbered in docs/operations.md. */
  readonly id: string;
  readonly title: string;
  readonly sql: string;
}
