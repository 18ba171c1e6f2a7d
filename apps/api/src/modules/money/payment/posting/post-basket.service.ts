import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { currentContext } from '../../../../platform/context';
import { Database, mayBeReadBack, type Tx } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import type { ShiftKey } from '../../../ground/collectors';
import { decidePosting, type PaymentToPost, type PostingTime, type Verdict } from './decide-posting';
import { lockBasket, type LockedPayment } from './lock-postings';
import { paymentFingerprint, type PaymentCommand } from './payment-command';
import { paymentPosting } from './payment-posting';
import { Penalties, withPenalties } from './penalties';
import type { Posting } from './postings';
import { issueReceipts, writePostings } from './write-postings';

/** Of a counter, in a shift; at most one of each customer. */
export type BasketPayment = PaymentCommand & { readonly shift: ShiftKey };

const LOCK_MILLISECONDS = 2_000;

/**
 * The water bills of several customers who pay together at a counter: one posting, all its references and customers or
 * none, never split. It goes alone, waiting for whoever holds what it needs: a drawer serves one queue (docs/adr/0035).
 */
@Injectable()
export class PostBasket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly penalties: Penalties,
    private readonly outbox: OutboxDispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @param beside written in the same transaction, when the basket is posted now
   * @returns whether it stood already
   * @throws Problem counter.shift_not_open; a refusal of one payment refuses all and names its line, counted from 0
   */
  async post(
    payments: readonly BasketPayment[],
    beside: (tx: Tx) => Promise<void>,
  ): Promise<{ readonly replayed: boolean }> {
    const result = await this.readAgain(payments, beside);
    if (!result.replayed) this.outbox.nudge();
    return result;
  }

  /** After a commit of unknown outcome the references are read once more, under their locks. */
  private async readAgain(
    payments: readonly BasketPayment[],
    beside: (tx: Tx) => Promise<void>,
  ): Promise<{ readonly replayed: boolean }> {
    try {
      return await this.attempt(payments, beside);
    } catch (error) {
      if (mayBeReadBack(error)) return this.attempt(payments, beside);
      throw error;
    }
  }

  private async attempt(
    payments: readonly BasketPayment[],
    beside: (tx: Tx) => Promise<void>,
  ): Promise<{ readonly replayed: boolean }> {
    const policies = await this.penalties.policies();
    return this.database.transaction(async (tx) => {
      const { open, locked } = await lockBasket(tx, payments, LOCK_MILLISECONDS);
      if (!open && locked.every(({ reference }) => reference === null))
        throw new Problem('counter.shift_not_open');
      const epoch = this.clock.now();
      const at = { epoch, text: this.clock.text(epoch), businessDate: this.clock.dayOf(epoch) };
      const decide = (found: readonly LockedPayment[]): readonly Verdict[] =>
        payments.map((payment, index) =>
          decidePosting(payment, paymentFingerprint(payment), nth(found, index), policies, at),
        );
      let verdicts = decide(locked);
      const missing = verdicts.flatMap((verdict) =>
        verdict.kind === 'ACCRUE' ? [{ ...verdict, context: currentContext() }] : [],
      );
      if (missing.length > 0) {
        const booked = await this.penalties.accrue(tx, missing, at.businessDate);
        verdicts = decide(
          locked.map((one) => ({
            ...one,
            customer: one.customer === null ? null : withPenalties(one.customer, booked),
          })),
        );
      }
      return this.write(tx, payments, locked, verdicts, at, beside);
    });
  }

  private async write(
    tx: Tx,
    payments: readonly BasketPayment[],
    locked: readonly LockedPayment[],
    verdicts: readonly Verdict[],
    at: PostingTime,
    beside: (tx: Tx) => Promise<void>,
  ): Promise<{ readonly replayed: boolean }> {
    if (verdicts.every(({ kind }) => kind === 'REPLAY')) return { replayed: true };
    const postings = payments.map((payment, index): Posting =>
      paymentPosting(
        payment,
        paymentFingerprint(payment),
        toPost(nth(verdicts, index), index),
        nth(locked, index).ids,
        at,
        { origin: currentContext() ?? null, publicUrl: this.config.publicUrl },
      ),
    );
    await writePostings(tx, postings);
    await beside(tx);
    await issueReceipts(tx, postings);
    return { replayed: false };
  }
}

function nth<T>(list: readonly T[], index: number): T {
  const one = list[index];
  if (one === undefined) throw new Error('fewer were locked than were asked for');
  return one;
}

/** @throws Problem the refusal, naming its line: a basket is taken whole or not at all */
function toPost(verdict: Verdict, line: number): PaymentToPost {
  switch (verdict.kind) {
    case 'POST':
      return verdict.payment;
    case 'REFUSE':
      throw new Problem(verdict.problem.code, {
        ...verdict.problem.extras,
        members: { ...verdict.problem.extras.members, line },
      });
    case 'REPLAY':
      // One of them stands and another does not: then this is not the basket that was sold.
      throw new Problem('payment.reference_reused');
    case 'ACCRUE':
      throw new Error('a penalty is asked for that was booked just now');
  }
}
