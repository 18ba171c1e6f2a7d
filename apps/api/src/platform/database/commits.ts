import type { PoolClient } from 'pg';
import { CommitUnconfirmed } from './errors';

/** The function of PostgreSQL that waits for a standby; it says so in a warning when somebody ended the wait. */
const WAITS_FOR_STANDBY = 'SyncRepWaitForLSN';

/**
 * Commits whose outcome nobody may claim to know (docs/adr/0130-a-commit-nobody-confirms.md): one that hangs, and one that
 * PostgreSQL reports as done although the wait for its standby was cancelled: it stands here, and is lost with this machine.
 */
export class Commits {
  /** Connections whose wait for a standby somebody cancelled since `begin`. */
  private readonly cancelled = new WeakSet<PoolClient>();
  /** Connections that still commit, after whoever waited was answered. */
  private readonly hanging = new Map<PoolClient, Promise<unknown>>();

  /** Once for each new connection. */
  watch(client: PoolClient): void {
    client.on('notice', ({ routine }) => {
      if (routine === WAITS_FOR_STANDBY) this.cancelled.add(client);
    });
  }

  /** Before what is to be committed. */
  begin(client: PoolClient): void {
    this.cancelled.delete(client);
  }

  /**
   * Waits for an answer that comes when it is committed.
   * @param milliseconds the server sets no limit: it takes `statement_timeout` off before it commits
   * @throws CommitUnconfirmed when it does not come in time or is no proof; whatever `answer` rejects with
   */
  async inTime<T>(client: PoolClient, answer: Promise<T>, milliseconds: number): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.hanging.set(client, answer);
        reject(new CommitUnconfirmed(new Error('no answer in time')));
      }, milliseconds);
    });
    const [outcome] = await Promise.allSettled([Promise.race([answer, late])]);
    clearTimeout(timer);
    // Also where the session was ended: the connection is lost after it was told.
    if (this.cancelled.has(client))
      throw new CommitUnconfirmed(new Error('the wait for a standby was cancelled'));
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }

  /**
   * Back to its pool. One that still commits keeps its place there until the server lets go of it: closed, it would go on
   * waiting on the server's side and each payment after it would take another of the server's connections.
   */
  release(client: PoolClient, broken: Error | undefined): void {
    const answer = this.hanging.get(client);
    if (answer === undefined) {
      client.release(broken);
      return;
    }
    const letGo = () => {
      // At the end of the process it was closed already.
      if (this.hanging.delete(client)) client.release(true);
    };
    answer.then(letGo, letGo);
  }

  /** The process ends: what still commits does so without us. */
  giveUp(): void {
    for (const client of this.hanging.keys()) client.release(true);
    this.hanging.clear();
  }
}
