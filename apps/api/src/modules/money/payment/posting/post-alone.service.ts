import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Database, mayBeReadBack, SQLSTATE, sqlState, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Deposits, Shifts } from '../../../ground/collectors';
import { decidePosting, type PostingTime, type Verdict } from './decide-posting';
import { inProgress, lockPayment, type LockedCustomer } from './lock-postings';
import { paymentPosting } from './payment-posting';
import type { PendingPayment } from './pending-payment';
import { Penalties, withPenalties } from './penalties';
import { issueReceipts, writePostings } from './write-postings';

export interface PostedPayment {
  readonly paymentId: number;
  /** The stored answer, byte for byte the same for every repetition. */
  readonly answer: string;
  readonly replayed: boolean;
}

/** Connections that stay free for a batch and for whoever asks about a reference. */
const KEPT_FREE = 2;

/** One payment in a transaction of its own, waiting for whoever holds its reference, its customer or its bills. */
@Injectable()
export class PostAlone {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly limit: number;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly penalties: Penalties,
    private readonly deposits: Deposits,
    private readonly shifts: Shifts,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.limit = Math.max(1, config.corePoolSize - KEPT_FREE);
  }

  /** @throws Problem as docs/bank-api.md, "One truth, however often it is asked" */
  async post(pending: PendingPayment): Promise<PostedPayment> {
    await this.enter();
    try {
      return await this.readAgain(pending);
    } catch (error) {
      if (sqlState(error) === SQLSTATE.lockNotAvailable) throw inProgress();
      throw error;
    } finally {
      this.leave();
    }
  }

  /** After a commit of unknown outcome the reference is read once more, under its lock, before anything is written. */
  private async readAgain(pending: PendingPayment): Promise<PostedPayment> {
    try {
      return await this.attempt(pending, this.left(pending));
    } catch (error) {
      if (mayBeReadBack(error)) return this.attempt(pending, this.left(pending));
      throw error;
    }
  }

  private left(pending: PendingPayment): number {
    if (pending.lockMilliseconds <= 0) throw inProgress();
    return pending.lockMilliseconds;
  }

  private async enter(): Promise<void> {
    if (this.running < this.limit) {
      this.running += 1;
      return;
    }
    // The place is handed over, never given back and taken again.
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }

  /**
   * @param wait milliseconds for all locks together
   * @throws Problem as `post`
   */
  async attempt(pending: PendingPayment, wait: number): Promise<PostedPayment> {
    return this.database.transaction((tx) => this.within(tx, pending, wait));
  }

  /** The same in a transaction in which more is decided; its command then has something `beside`, so that nothing commits it. */
  async within(tx: Tx, pending: PendingPayment, wait: number): Promise<PostedPayment> {
    const policies = await this.penalties.policies();
    const { command, fingerprint } = pending;
    const locked = await lockPayment(tx, pending.key, wait);
    if (pending.abandoned) throw inProgress();
    const at = this.instant();
    const decide = (customer: LockedCustomer | null): Verdict =>
      decidePosting(command, fingerprint, { ...locked, customer }, policies, at);
    let verdict = decide(locked.customer);
    if (verdict.kind === 'ACCRUE' && locked.customer !== null) {
      const missing = [{ ...verdict, context: pending.context }];
      verdict = decide(
        withPenalties(locked.customer, await this.penalties.accrue(tx, missing, at.businessDate)),
      );
    }
    switch (verdict.kind) {
      case 'REPLAY':
        return replayed(pending, verdict);
      case 'REFUSE':
        throw verdict.problem;
      case 'ACCRUE':
        throw new Error('a penalty is asked for that was booked just now');
      case 'POST': {
        const posting = paymentPosting(command, fingerprint, verdict.payment, locked.ids, at, {
          origin: pending.context ?? null,
          publicUrl: this.config.publicUrl,
        });
        pending.draw(posting.id);
        // Its lock was taken in its place of the order; here it must be the one that was named.
        if (command.shift !== undefined) await this.shifts.hold(tx, command.bank.id, command.shift);
        if (command.bank.kind === 'PARTNER')
          await this.deposits.take(tx, command.bank.id, posting.totals.totalAmount);
        const written = writePostings(tx, [posting]);
        // Only a payment of a checkout must wait for the answer; otherwise both statements and COMMIT travel together.
        if (command.checkoutId !== undefined && !(await written).includes(command.checkoutId))
          throw new Problem('intent.closed');
        const [[facts]] = await Promise.all([
          issueReceipts(tx, [posting], command.beside === undefined ? 'COMMIT' : 'GO_ON'),
          written,
        ]);
        await command.beside?.(tx, {
          paymentId: posting.id,
          receiptNumber: facts?.receiptNumber ?? '',
          postedAt: posting.postedAt,
          totals: posting.totals,
        });
        return { paymentId: posting.id, answer: facts?.answer ?? '', replayed: false };
      }
    }
  }

  /** Read once, after the locks. */
  instant(): PostingTime {
    const epoch = this.clock.now();
    return { epoch, text: this.clock.text(epoch), businessDate: this.clock.dayOf(epoch) };
  }
}

/** After a commit nobody heard of, the call reads back what it posted itself: that is no repetition. */
export function replayed(
  pending: PendingPayment,
  { paymentId, answer }: Extract<Verdict, { kind: 'REPLAY' }>,
): PostedPayment {
  return { paymentId, answer, replayed: !pending.wrote(paymentId) };
}
