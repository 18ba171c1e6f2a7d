import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText, type CopyValue } from './copy-text';

/** More than a socket ever says it can queue. */
const SMALL_BYTES = 1 << 17;

/** Rows on their way into a table by COPY, in PostgreSQL's text form; no more of them in memory than one call brings. */
export class RowCopy {
  private readonly stream: ReturnType<typeof copyFrom>;
  private failure: unknown;

  constructor(client: PoolClient, into: string) {
    this.stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
    this.stream.on('error', (error: unknown) => {
      this.failure ??= error;
    });
  }

  /** @throws Error of the server, e.g. of a value a column does not take; it may come with a later call, or at the end */
  async write(rows: readonly (readonly CopyValue[])[]): Promise<void> {
    if (rows.length > 0) await this.writeText(Buffer.from(copyText(rows)));
  }

  /**
   * Text of rows (`copyText`), wherever it is cut, e.g. by another thread. Its memory is free again when this is done.
   * @throws as `write`
   */
  async writeText(text: Uint8Array): Promise<void> {
    this.assertGoing();
    // What is large has left when the stream asks for more. What is small may still wait in the socket's queue.
    const kept = text.length < SMALL_BYTES ? Uint8Array.from(text) : text;
    if (!this.stream.write(kept)) await once(this.stream, 'drain');
  }

  /** All rows are in the table, or it throws. */
  async end(): Promise<void> {
    this.assertGoing();
    this.stream.end();
    await once(this.stream, 'finish');
  }

  /** None of the rows: the transaction has failed by it, and can only be rolled back. */
  giveUp(): void {
    this.stream.destroy();
  }

  private assertGoing(): void {
    if (this.failure !== undefined) throw this.failure as Error;
  }
}
