import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../platform/config';
import { CommitOutcomeUnknown, Database } from '../../../../platform/database';
import { decidePosting, type Verdict } from './decide-posting';
import { BUSY, inProgress, lockPayments } from './lock-postings';
import { paymentPosting } from './payment-posting';
import type { PendingPayment } from './pending-payment';
import { Penalties } from './penalties';
import { PostAlone, replayed, type PostedPayment } from './post-alone.service';
import type { Posting } from './postings';
import { issueReceipts, writePostings } from './write-postings';

/** What became of a payment in the company of others. */
export type Outcome =
  | { readonly kind: 'ANSWERED'; readonly posted: PostedPayment }
  | Extract<Verdict, { kind: 'REFUSE' | 'ACCRUE' }>
  /** Another of the same customer or reference is posted by this batch: decided again after it. */
  | { readonly kind: 'AGAIN' }
  /** Somebody holds what it needs, or the database refused the batch: it goes on alone. */
  | { readonly kind: 'ALONE' };

const ALONE: Outcome = { kind: 'ALONE' };
const AGAIN: Outcome = { kind: 'AGAIN' };

interface ToWrite {
  readonly pending: PendingPayment;
  readonly posting: Posting;
}

/**
 * Many payments in one transaction of three round trips, waiting for nobody: whoever is held by another, refused or
 * without today's penalty takes no part, and nothing one of them does changes what the others are answered
 * (docs/adr/0016-natural-batching.md).
 */
@Injectable()
export class PostTogether {
  constructor(
    private readonly database: Database,
    private readonly penalties: Penalties,
    private readonly alone: PostAlone,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Never throws: what the database refuses together goes on alone. */
  async post(batch: readonly PendingPayment[]): Promise<ReadonlyMap<PendingPayment, Outcome>> {
    let outcomes = new Map<PendingPayment, Outcome>();
    let toWrite: readonly ToWrite[] = [];
    try {
      const policies = await this.penalties.policies();
      return await this.database.transaction(async (tx) => {
        // A retried transaction decides everything anew.
        outcomes = new Map();
        toWrite = [];
        const locked = await lockPayments(
          tx,
          batch.map((pending) => pending.key),
        );
        toWrite = this.decide(batch, locked, policies, outcomes);
        if (toWrite.length === 0) return outcomes;
        const postings = toWrite.map(({ posting }) => posting);
        for (const { pending, posting } of toWrite) pending.draw(posting.id);
        const written = writePostings(tx, postings);
        const [facts] = await Promise.all([issueReceipts(tx, postings, 'COMMIT'), written]);
        const answers = new Map(facts.map((fact) => [fact.paymentId, fact.answer ?? '']));
        for (const { pending, posting } of toWrite)
          outcomes.set(pending, {
            kind: 'ANSWERED',
            posted: { paymentId: posting.id, answer: answers.get(posting.id) ?? '', replayed: false },
          });
        return outcomes;
      });
    } catch (error) {
      // Nothing is repeated blindly: alone, each reference is read again under its lock before anything is written.
      return this.afterFailure(batch, outcomes, toWrite, error);
    }
  }

  private decide(
    batch: readonly PendingPayment[],
    locked: Awaited<ReturnType<typeof lockPayments>>,
    policies: Awaited<ReturnType<Penalties['policies']>>,
    outcomes: Map<PendingPayment, Outcome>,
  ): ToWrite[] {
    const at = this.alone.instant();
    const taken = new Set<string>();
    return batch.flatMap((pending, index): ToWrite[] => {
      const { command, fingerprint } = pending;
      const found = locked[index] ?? BUSY;
      if (found === BUSY) {
        outcomes.set(pending, ALONE);
        return [];
      }
      const verdict: Verdict = pending.abandoned
        ? { kind: 'REFUSE', problem: inProgress() }
        : decidePosting(command, fingerprint, found, policies, at);
      if (verdict.kind !== 'POST') {
        outcomes.set(
          pending,
          verdict.kind === 'REPLAY' ? { kind: 'ANSWERED', posted: replayed(pending, verdict) } : verdict,
        );
        return [];
      }
      // Decided on the same reading, the second would pay bills the first has just claimed.
      const reference = `reference ${String(command.bank.id)} ${command.bankReference}`;
      const customer = `customer ${String(verdict.payment.customer.id)}`;
      if (taken.has(reference) || taken.has(customer)) {
        outcomes.set(pending, AGAIN);
        return [];
      }
      taken.add(reference).add(customer);
      const posting = paymentPosting(command, fingerprint, verdict.payment, found.ids, at, {
        origin: pending.context ?? null,
        publicUrl: this.config.publicUrl,
      });
      return [{ pending, posting }];
    });
  }

  private afterFailure(
    batch: readonly PendingPayment[],
    decided: ReadonlyMap<PendingPayment, Outcome>,
    toWrite: readonly ToWrite[],
    error: unknown,
  ): ReadonlyMap<PendingPayment, Outcome> {
    // What was decided under lock and wrote nothing stays decided, except what waited for this batch to be written.
    const written = new Set(toWrite.map(({ pending }) => pending));
    const kept = error instanceof CommitOutcomeUnknown || toWrite.length > 0;
    return new Map(
      batch.map((pending): [PendingPayment, Outcome] => {
        const outcome = decided.get(pending);
        return [pending, kept && outcome !== undefined && !written.has(pending) ? outcome : ALONE];
      }),
    );
  }
}
