import type { Client } from 'pg';

/** A law of the books. Its query returns the rows that break it: none, always, under any load and after any crash. */
export interface Law {
  /** As numbered in docs/operations.md. */
  readonly id: string;
  readonly title: string;
  readonly sql: string;
  /** What SQL cannot say: the rows that the pure domain computes differently. */
  readonly recompute?: (client: Client, limit: number) => Promise<readonly object[]>;
}
