import { Injectable } from '@nestjs/common';
import { NaturalBatches, type BatchEntry } from '../../../../platform/batches';
import { CommitUnconfirmed, DatabaseUnavailable } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import type { PaymentCommand } from './payment-command';
import { ANSWER_MILLISECONDS, PendingPayment, QUEUE_MILLISECONDS } from './pending-payment';
import { PostAlone, type PostedPayment } from './post-alone.service';
import { PostTogether } from './post-together.service';

export type { PostedPayment } from './post-alone.service';

type Entry = BatchEntry<PendingPayment, PostedPayment>;

const LIMITS = {
  items: 64,
  weight: 256,
  queued: 1_024,
  waitMilliseconds: QUEUE_MILLISECONDS,
  runMilliseconds: ANSWER_MILLISECONDS,
  writes: true,
};
const OVERLOADED_RETRY_SECONDS = 1;
/** Long enough for any lock that is free, too short for one that is not. */
const NO_WAIT = 1;

/**
 * Posts a payment exactly once: all-or-nothing, oldest bills first, with journal, receipt number, audit row, outbox
 * event and stored answer in one transaction, together with the payments that arrived while the one before was written
 * (docs/adr/0016-natural-batching.md).
 */
@Injectable()
export class PostPayment {
  private readonly batches = new NaturalBatches<PendingPayment, PostedPayment>(
    LIMITS,
    (entries) => this.run(entries),
    () => new Problem('service.unavailable', { retryAfter: OVERLOADED_RETRY_SECONDS }),
  );

  constructor(
    private readonly together: PostTogether,
    private readonly alone: PostAlone,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /** @throws Problem as docs/bank-api.md, "One truth, however often it is asked" */
  post(command: PaymentCommand): Promise<PostedPayment> {
    const pending = new PendingPayment(command);
    // What names a checkout must know whether it became paid before it commits; a deposit is taken from in turn, and a
    // drawer serves one queue.
    const inCompany = command.checkoutId === undefined && (command.bank.kind ?? 'BANK') === 'BANK';
    const posting = inCompany
      ? this.batches.submit(pending, command.bank.id, command.billNumbers.length)
      : this.alone.post(pending);
    return answeredInTime(pending, posting, (posted) => {
      // A payment itself is told to nobody; what else may have happened with it (a deposit that became low) is.
      if (!posted.replayed && !inCompany) this.outbox.nudge();
    });
  }

  private async run(entries: readonly Entry[]): Promise<void> {
    const [only] = entries;
    if (entries.length === 1 && only !== undefined) {
      await this.one(only);
      return;
    }
    const outcomes = await this.together.post(entries.map(({ item }) => item));
    const again: Entry[] = [];
    for (const entry of entries) {
      const outcome = outcomes.get(entry.item) ?? { kind: 'ALONE' };
      switch (outcome.kind) {
        case 'ANSWERED':
          entry.succeed(outcome.posted);
          break;
        case 'REFUSE':
          entry.fail(outcome.problem);
          break;
        case 'AGAIN':
          again.unshift(entry);
          break;
        case 'ALONE':
          this.leave(entry);
      }
    }
    for (const entry of again) this.batches.again(entry);
  }

  /** A batch of one takes the statements of one, which cost less, but does not hold up the next batch by waiting. */
  private async one(entry: Entry): Promise<void> {
    try {
      entry.succeed(await this.alone.attempt(entry.item, NO_WAIT));
    } catch (error) {
      const refused = error instanceof Problem && error.code !== 'payment.in_progress';
      // Alone it would read back what is not confirmed.
      if (refused || error instanceof CommitUnconfirmed) entry.fail(error);
      else this.leave(entry);
    }
  }

  /** Out of the batches, on its own way. */
  private leave(entry: Entry): void {
    this.alone.post(entry.item).then(
      (posted) => {
        entry.succeed(posted);
      },
      (error: unknown) => {
        entry.fail(error);
      },
    );
  }
}

/**
 * Whatever hangs, the caller is answered; what became of the payment it learns by asking again. What has not taken its
 * locks by then is never begun: whoever is told that nothing stands under a reference must stay right.
 */
function answeredInTime(
  pending: PendingPayment,
  posting: Promise<PostedPayment>,
  answered: (posted: PostedPayment) => void,
): Promise<PostedPayment> {
  return new Promise((resolve, reject) => {
    const refuse: (error: unknown) => void = reject;
    const timer = setTimeout(() => {
      pending.abandon();
      reject(new DatabaseUnavailable(new Error('no answer in time')));
    }, ANSWER_MILLISECONDS);
    posting.then(
      (posted) => {
        clearTimeout(timer);
        answered(posted);
        resolve(posted);
      },
      (error: unknown) => {
        clearTimeout(timer);
        refuse(error);
      },
    );
  });
}
