import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';
import { CASES } from './checkout-cases';
import { IntentBank } from './checkout-bank.service';
import { intentsById, type IntentRecord } from './checkout-record';
import { closeIntent, lockCustomer, setBankState } from './checkout-statements';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** When the bank's answer is missing. */
const DOUBTFUL_PAUSES = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;
/** While the customer may be paying and the notification may get lost: some banks never repeat one. */
const OPEN_PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE] as const;
/** An expired account whose bank cannot be asked is given up after this; the bank has let it expire as well. */
const EXPIRY_GRACE = 10 * MINUTE;
/** Whatever is older than this without an end has an open case (law I25). */
export const UNSETTLED_LIMIT = 60 * MINUTE;

const BATCH = 10;
const LEASE = MINUTE;

/**
 * The janitor of checkouts: asks the bank about open ones, expires them when their time is over, closes at the bank what
 * was closed here, and opens a case for whatever will not end.
 */
@Injectable()
export class KeepIntents implements OnModuleInit {
  private readonly logger = new Logger('intents');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bank: IntentBank,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(1, 'checkouts', () => this.tend());
  }

  /** Looks after everything that is due. */
  async tend(): Promise<void> {
    for (;;) {
      const ids = await this.claim();
      const due = ids.length === 0 ? [] : await intentsById(this.database, ids);
      await Promise.all(due.map((intent) => this.tendTo(intent)));
      if (ids.length < BATCH) return;
    }
  }

  /** Leases what is due, so that replicas share the work and a process that dies holds nothing for long. */
  private async claim(): Promise<number[]> {
    const now = this.clock.now();
    const rows = await this.database.writeAside<{ id: number }>(
      `UPDATE niat_bayar SET next_check_at = $2, checks = checks + 1 WHERE id IN (
         SELECT id FROM niat_bayar WHERE next_check_at <= $1 ORDER BY next_check_at LIMIT ${String(BATCH)} FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [new Date(now), new Date(now + LEASE)],
    );
    return rows.map((row) => row.id);
  }

  private async tendTo(intent: IntentRecord): Promise<void> {
    try {
      const next = intent.status === 'PENDING' ? await this.tendOpen(intent) : await this.tendClosed(intent);
      await this.schedule(intent, next);
    } catch (error) {
      this.logger.warn(`checkout ${String(intent.id)}: ${String(error)}`);
      await this.schedule(intent, pauseOf(DOUBTFUL_PAUSES, intent.checks));
    }
  }

  /** @returns milliseconds until the next look, or null when there is none */
  private async tendOpen(intent: IntentRecord): Promise<number | null> {
    const over = this.clock.now() - intent.expires_at.getTime();
    if (intent.bank_state === 'FAILED') return over < 0 ? -over : this.expire(intent);
    const asked = await this.bank.ask(intent);
    if (asked === 'ABSENT' && over < 0) {
      await this.bank.place({ ...intent, bank_state: 'FAILED' });
      return pauseOf(DOUBTFUL_PAUSES, intent.checks);
    }
    // A code whose creation answered nothing cannot be shown to anybody: it is closed, and a new one is free to be made.
    if (asked === 'OPEN' && intent.method === 'QRIS' && intent.payload === null) return this.abandon(intent);
    const inDoubt = asked === 'UNKNOWN' || asked === 'UNNAMED';
    // Also after PAID: money of another amount is credit by now, and the checkout is still open.
    if (over < 0) return Math.min(-over, pauseOf(inDoubt ? DOUBTFUL_PAUSES : OPEN_PAUSES, intent.checks));
    if (asked === 'UNNAMED') return this.unsettled(intent);
    if (inDoubt && over < EXPIRY_GRACE) return pauseOf(DOUBTFUL_PAUSES, intent.checks);
    return this.expire(intent);
  }

  /** Closed here, perhaps still open at the bank. */
  private async tendClosed(intent: IntentRecord): Promise<number | null> {
    if (await this.bank.withdraw(intent)) {
      await this.database.transaction((tx) =>
        CASES.settle(tx, { type: 'niat_bayar', id: intent.id }, 'settled', this.clock.date()),
      );
      return null;
    }
    return this.unsettled(intent);
  }

  private async expire(intent: IntentRecord): Promise<number> {
    await this.close(intent, 'EXPIRED');
    return 0;
  }

  private async abandon(intent: IntentRecord): Promise<number> {
    await setBankState(this.database, intent, 'DONE');
    await this.close(intent, 'BANK_REFUSED');
    return 0;
  }

  private async close(intent: IntentRecord, reason: 'EXPIRED' | 'BANK_REFUSED'): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockCustomer(tx, intent.customer_id);
      await closeIntent(tx, intent.id, reason, this.clock.date());
    });
  }

  private async unsettled(intent: IntentRecord): Promise<number> {
    const now = this.clock.now();
    const since = intent.closed_at ?? intent.expires_at;
    if (now - since.getTime() > UNSETTLED_LIMIT / 2)
      await this.database.transaction((tx) =>
        CASES.open(tx, {
          kind: 'INTENT_UNSETTLED',
          subjectId: intent.id,
          customerId: intent.customer_id,
          intentId: intent.id,
          amount: intent.amount,
          detail: {
            bank: intent.bank_code,
            method: intent.method,
            status: intent.status,
            bank_state: intent.bank_state,
          },
          openedAt: new Date(now),
        }),
      );
    return pauseOf(DOUBTFUL_PAUSES, intent.checks);
  }

  /** Only while it is still in the state that was looked at: a posting meanwhile has set its own time. */
  private async schedule(intent: IntentRecord, pause: number | null): Promise<void> {
    const next = pause === null ? null : new Date(this.clock.now() + pause);
    await this.database.writeAside('UPDATE niat_bayar SET next_check_at = $3 WHERE id = $1 AND status = $2', [
      intent.id,
      intent.status,
      next,
    ]);
  }
}

function pauseOf(pauses: readonly number[], checks: number): number {
  return pauses[Math.min(Math.max(checks - 1, 0), pauses.length - 1)] ?? MINUTE;
}
