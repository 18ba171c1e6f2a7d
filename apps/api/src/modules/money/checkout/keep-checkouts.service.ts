import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';
import { CASES } from './checkout-cases';
import { CheckoutBank } from './checkout-bank.service';
import { checkoutsById, type CheckoutRecord } from './checkout-record';
import { closeCheckout, lockCustomer, setBankState } from './checkout-statements';

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
export class KeepCheckouts implements OnModuleInit {
  private readonly logger = new Logger('checkouts');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bank: CheckoutBank,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(1, 'checkouts', () => this.tend());
  }

  /** Looks after everything that is due. */
  async tend(): Promise<void> {
    for (;;) {
      const ids = await this.claim();
      const due = ids.length === 0 ? [] : await checkoutsById(this.database, ids);
      await Promise.all(due.map((checkout) => this.tendTo(checkout)));
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

  private async tendTo(checkout: CheckoutRecord): Promise<void> {
    try {
      const next =
        checkout.status === 'PENDING' ? await this.tendOpen(checkout) : await this.tendClosed(checkout);
      await this.schedule(checkout, next);
    } catch (error) {
      this.logger.warn(`checkout ${String(checkout.id)}: ${String(error)}`);
      await this.schedule(checkout, await this.unsettled(checkout));
    }
  }

  /** @returns milliseconds until the next look, or null when there is none */
  private async tendOpen(checkout: CheckoutRecord): Promise<number | null> {
    const over = this.clock.now() - checkout.expires_at.getTime();
    if (checkout.bank_state === 'FAILED') return over < 0 ? -over : this.expire(checkout);
    const asked = await this.bank.ask(checkout);
    if (asked === 'ABSENT' && over < 0) {
      await this.bank.place({ ...checkout, bank_state: 'FAILED' });
      return pauseOf(DOUBTFUL_PAUSES, checkout.checks);
    }
    // A code whose creation answered nothing cannot be shown to anybody: it is closed, and a new one is free to be made.
    if (asked === 'OPEN' && checkout.method === 'QRIS' && checkout.payload === null)
      return this.abandon(checkout);
    const inDoubt = asked === 'UNKNOWN' || asked === 'UNNAMED';
    // Also after PAID: money of another amount is credit by now, and the checkout is still open.
    if (over < 0) return Math.min(-over, pauseOf(inDoubt ? DOUBTFUL_PAUSES : OPEN_PAUSES, checkout.checks));
    if (asked === 'UNNAMED') return this.unsettled(checkout);
    if (inDoubt && over < EXPIRY_GRACE) return pauseOf(DOUBTFUL_PAUSES, checkout.checks);
    return this.expire(checkout);
  }

  /** Closed here, perhaps still open at the bank. */
  private async tendClosed(checkout: CheckoutRecord): Promise<number | null> {
    if (await this.bank.withdraw(checkout)) {
      await this.database.transaction((tx) =>
        CASES.settle(tx, { type: 'niat_bayar', id: checkout.id }, 'settled', this.clock.date()),
      );
      return null;
    }
    return this.unsettled(checkout);
  }

  private async expire(checkout: CheckoutRecord): Promise<number> {
    await this.close(checkout, 'EXPIRED');
    return 0;
  }

  private async abandon(checkout: CheckoutRecord): Promise<number> {
    await setBankState(this.database, checkout, 'DONE');
    await this.close(checkout, 'BANK_REFUSED');
    return 0;
  }

  private async close(checkout: CheckoutRecord, reason: 'EXPIRED' | 'BANK_REFUSED'): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockCustomer(tx, checkout.customer_id);
      await closeCheckout(tx, checkout.id, reason, this.clock.date());
    });
  }

  private async unsettled(checkout: CheckoutRecord): Promise<number> {
    const now = this.clock.now();
    const since = checkout.closed_at ?? checkout.expires_at;
    if (now - since.getTime() > UNSETTLED_LIMIT / 2)
      await this.database.transaction((tx) =>
        CASES.open(tx, {
          kind: 'INTENT_UNSETTLED',
          subjectId: checkout.id,
          customerId: checkout.customer_id,
          checkoutId: checkout.id,
          amount: checkout.amount,
          detail: {
            bank: checkout.bank_code,
            method: checkout.method,
            status: checkout.status,
            bank_state: checkout.bank_state,
          },
          openedAt: new Date(now),
          standing: true,
        }),
      );
    return pauseOf(DOUBTFUL_PAUSES, checkout.checks);
  }

  /** Only while it is still in the state that was looked at: a posting meanwhile has set its own time. */
  private async schedule(checkout: CheckoutRecord, pause: number | null): Promise<void> {
    const next = pause === null ? null : new Date(this.clock.now() + pause);
    await this.database.writeAside('UPDATE niat_bayar SET next_check_at = $3 WHERE id = $1 AND status = $2', [
      checkout.id,
      checkout.status,
      next,
    ]);
  }
}

function pauseOf(pauses: readonly number[], checks: number): number {
  return pauses[Math.min(Math.max(checks - 1, 0), pauses.length - 1)] ?? MINUTE;
}
