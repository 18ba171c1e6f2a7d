import { Inject, Injectable } from '@nestjs/common';
import type { PenaltyPolicy } from '@tirtapay/domain';
import { CONFIG, type Config } from '../../../../platform/config';
import { CommitOutcomeUnknown, CommitUnconfirmed, Database, type Tx } from '../../../../platform/database';
import { decidePosting, type PostingTime, type Verdict } from './decide-posting';
import { BUSY, inProgress, lockPayments, type LockedPayment, type PostingIds } from './lock-postings';
import type { MissingAccrual } from '../../../water/penalty';
import { paymentPosting } from './payment-posting';
import type { PendingPayment } from './pending-payment';
import { Penalties, withPenalties } from './penalties';
import { PostAlone, replayed, type PostedPayment } from './post-alone.service';
import type { Posting } from './postings';
import { issueReceipts, writePostings } from './write-postings';

/** What became of a payment in the company of others. */
export type Outcome =
  | { readonly kind: 'ANSWERED'; readonly posted: PostedPayment }
  | Extract<Verdict, { kind: 'REFUSE' }>
  /** Another of the same customer or reference is posted by this batch: decided again after it. */
  | { readonly kind: 'AGAIN' }
  /** Somebody holds what it needs, or the database refused the batch: it goes on alone. */
  | { readonly kind: 'ALONE' };

const ALONE: Outcome = { kind: 'ALONE' };
const AGAIN: Outcome = { kind: 'AGAIN' };

type Locked = LockedPayment | typeof BUSY;

interface Judged {
  readonly ids: PostingIds;
  readonly verdict: Verdict;
}

interface ToWrite {
  readonly pending: PendingPayment;
  readonly posting: Posting;
}

/**
 * Many payments in one transaction of three round trips, waiting for nobody: whoever is held by another or refused takes
 * no part, penalties of today that are missing are booked for all of them at once, and nothing one of them does changes
 * what the others are answered (docs/adr/0016-natural-batching.md).
 */
@Injectable()
export class PostTogether {
  constructor(
    private readonly database: Database,
    private readonly penalties: Penalties,
    private readonly alone: PostAlone,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What the database refuses together goes on alone.
   * @throws CommitUnconfirmed and nothing else
   */
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
        const at = this.alone.instant();
        const judged = await this.judge(tx, batch, locked, policies, at);
        toWrite = this.decide(batch, judged, at, outcomes);
        if (toWrite.length === 0) return outcomes;
        const postings = toWrite.map(({ posting }) => posting);
        for (const { pending, posting } of toWrite) pending.draw(posting.id);
        const [, facts] = await Promise.all(
          tx.inOnePacket(() => [writePostings(tx, postings), issueReceipts(tx, postings, 'COMMIT')] as const),
        );
        const answers = new Map(facts.map((fact) => [fact.paymentId, fact.answer ?? '']));
        for (const { pending, posting } of toWrite)
          outcomes.set(pending, {
            kind: 'ANSWERED',
            posted: { paymentId: posting.id, answer: answers.get(posting.id) ?? '', replayed: false },
          });
        return outcomes;
      });
    } catch (error) {
      // Reading a reference back would prove nothing, and its lock may still be held.
      if (error instanceof CommitUnconfirmed) throw error;
      // Nothing is repeated blindly: alone, each reference is read again under its lock before anything is written.
      return this.afterFailure(batch, outcomes, toWrite, error);
    }
  }

  /** Each decided once; those whose penalty of today is missing again, after it is booked for all of them. */
  private async judge(
    tx: Tx,
    batch: readonly PendingPayment[],
    locked: readonly Locked[],
    policies: readonly PenaltyPolicy[],
    at: PostingTime,
  ): Promise<readonly (Judged | typeof BUSY)[]> {
    const decide = (pending: PendingPayment, found: LockedPayment): Judged => ({
      ids: found.ids,
      verdict: decidePosting(pending.command, pending.fingerprint, found, policies, at),
    });
    const judged = batch.map((pending, index) => {
      const found = locked[index] ?? BUSY;
      return found === BUSY ? BUSY : decide(pending, found);
    });
    const missing = new Map<number, MissingAccrual>();
    batch.forEach((pending, index) => {
      const verdict = verdictOf(judged[index]);
      // The second payment of a customer is decided in the next batch.
      if (verdict?.kind === 'ACCRUE' && !pending.abandoned && !missing.has(verdict.customerId))
        missing.set(verdict.customerId, { ...verdict, context: pending.context });
    });
    if (missing.size === 0) return judged;
    const booked = await this.penalties.accrue(tx, [...missing.values()], at.businessDate);
    return batch.map((pending, index) => {
      const [before = BUSY, found = BUSY] = [judged[index], locked[index]];
      return verdictOf(before)?.kind === 'ACCRUE' && found !== BUSY && found.customer !== null
        ? decide(pending, { ...found, customer: withPenalties(found.customer, booked) })
        : before;
    });
  }

  private decide(
    batch: readonly PendingPayment[],
    judged: readonly (Judged | typeof BUSY)[],
    at: PostingTime,
    outcomes: Map<PendingPayment, Outcome>,
  ): ToWrite[] {
    const taken = new Set<string>();
    return batch.flatMap((pending, index): ToWrite[] => {
      const { command, fingerprint } = pending;
      const found = judged[index] ?? BUSY;
      if (found === BUSY) {
        outcomes.set(pending, ALONE);
        return [];
      }
      const verdict: Verdict = pending.abandoned ? { kind: 'REFUSE', problem: inProgress() } : found.verdict;
      if (verdict.kind !== 'POST') {
        outcomes.set(pending, outcomeOf(pending, verdict));
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

function verdictOf(judged: Judged | typeof BUSY | undefined): Verdict | null {
  return judged === undefined || judged === BUSY ? null : judged.verdict;
}

function outcomeOf(pending: PendingPayment, verdict: Exclude<Verdict, { kind: 'POST' }>): Outcome {
  switch (verdict.kind) {
    case 'REPLAY':
      return { kind: 'ANSWERED', posted: replayed(pending, verdict) };
    case 'REFUSE':
      return verdict;
    case 'ACCRUE':
      // The other payment of the same customer in this batch had its penalties booked, for other bills.
      return AGAIN;
  }
}
