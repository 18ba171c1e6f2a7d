import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { lineOf } from '@tirtapay/bank-protocol';
import { Observable, type Subscriber } from 'rxjs';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { checkoutsById, type CheckoutRecord } from './checkout-record';
import { publicStatus } from './checkout-view';

export type CheckoutNews =
  { readonly kind: 'STATE'; readonly checkout: CheckoutRecord } | { readonly kind: 'ALIVE' };

interface Watcher {
  readonly subscriber: Subscriber<CheckoutNews>;
  seen: string;
}

/** Half the second a payer may wait; one query for everybody who watches on this replica. */
export const LOOK_MILLISECONDS = 500;
const LOOKS_PER_HEARTBEAT = 30;
/** Each watcher holds a connection. */
const MAX_WATCHERS = 2_000;
/** Of one line: an office or a quarter behind one mobile address, not the whole house. */
const MAX_WATCHERS_OF_LINE = 50;

/**
 * Pushes the state of checkouts to whoever has their page open. Looking into the database twice a second finds what was
 * posted on any replica, and needs no second channel that could be lost.
 */
@Injectable()
export class WatchCheckouts implements BeforeApplicationShutdown {
  private readonly logger = new Logger('watch-checkouts');
  private readonly watched = new Map<number, Set<Watcher>>();
  private timer: NodeJS.Timeout | undefined;
  private looks = 0;
  private count = 0;
  private readonly lines = new Map<string, number>();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The state now, then every change; ends after a final one. Places are counted where they are taken: of many who ask at
   * once, each would find one free otherwise. Refused in place of the first state: `service.unavailable` when too many
   * watch, `request.rate_limited` when too many of one line do.
   */
  watch(checkout: CheckoutRecord, ip: string): Observable<CheckoutNews> {
    const line = lineOf(ip);
    return new Observable((subscriber) => {
      const full = this.full(line);
      if (full !== null) {
        subscriber.error(full);
        return undefined;
      }
      const watcher: Watcher = { subscriber, seen: '' };
      this.tell(watcher, checkout);
      if (subscriber.closed) return undefined;
      this.add(checkout.id, watcher);
      this.lines.set(line, (this.lines.get(line) ?? 0) + 1);
      return () => {
        this.remove(checkout.id, watcher);
        const others = (this.lines.get(line) ?? 1) - 1;
        if (others === 0) this.lines.delete(line);
        else this.lines.set(line, others);
      };
    });
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const watchers of [...this.watched.values()])
      for (const { subscriber } of [...watchers]) subscriber.complete();
  }

  private full(line: string): Problem | null {
    if ((this.lines.get(line) ?? 0) >= MAX_WATCHERS_OF_LINE)
      return new Problem('request.rate_limited', { retryAfter: 5 });
    if (this.stopped || this.count >= MAX_WATCHERS)
      return new Problem('service.unavailable', { retryAfter: 5 });
    return null;
  }

  private add(id: number, watcher: Watcher): void {
    const watchers = this.watched.get(id) ?? new Set();
    this.watched.set(id, watchers.add(watcher));
    this.count += 1;
    this.timer ??= this.later();
  }

  private remove(id: number, watcher: Watcher): void {
    const watchers = this.watched.get(id);
    if (watchers?.delete(watcher) === true) this.count -= 1;
    if (watchers?.size === 0) this.watched.delete(id);
  }

  private later(): NodeJS.Timeout {
    return setTimeout(() => {
      void this.look().finally(() => {
        this.timer = this.watched.size === 0 || this.stopped ? undefined : this.later();
      });
    }, LOOK_MILLISECONDS).unref();
  }

  private async look(): Promise<void> {
    try {
      this.looks += 1;
      const checkouts = await checkoutsById(this.database, [...this.watched.keys()]);
      for (const checkout of checkouts)
        for (const watcher of [...(this.watched.get(checkout.id) ?? [])]) this.tell(watcher, checkout);
      if (this.looks % LOOKS_PER_HEARTBEAT === 0) this.beat();
    } catch (error) {
      // The page falls back to asking; the next look tells it what it missed.
      this.logger.warn(`not looked: ${String(error)}`);
    }
  }

  private beat(): void {
    for (const watchers of this.watched.values())
      for (const { subscriber } of [...watchers]) subscriber.next({ kind: 'ALIVE' });
  }

  private tell(watcher: Watcher, checkout: CheckoutRecord): void {
    const status = publicStatus(checkout, this.clock.now());
    const state = `${status} ${checkout.bank_state}`;
    if (state === watcher.seen) return;
    watcher.seen = state;
    watcher.subscriber.next({ kind: 'STATE', checkout });
    // EXPIRED is not the end: a notification may still tell of a payment made in time.
    if (status === 'PAID' || status === 'CANCELLED' || status === 'PAID_ELSEWHERE')
      watcher.subscriber.complete();
    else if (checkout.status === 'EXPIRED') watcher.subscriber.complete();
  }
}
