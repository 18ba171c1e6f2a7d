import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Clock } from '../clock';

/** So many callers are told apart in one window; past that it starts anew, so that a flood cannot fill the memory. */
const MOST_CALLERS = 100_000;

type Count = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/**
 * Calls of the running window, in the memory of this process. The storage of the library keeps the moment of every call
 * and looks through them at the next one; a coarse limit needs a number.
 */
@Injectable()
export class CallCounters implements ThrottlerStorage {
  private window = 0;
  private readonly counts = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  increment(key: string, milliseconds: number, limit: number): Promise<Count> {
    const now = this.clock.now();
    const window = Math.floor(now / milliseconds);
    if (window !== this.window || this.counts.size >= MOST_CALLERS) this.counts.clear();
    this.window = window;
    const totalHits = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, totalHits);
    const seconds = Math.max(1, Math.ceil(((window + 1) * milliseconds - now) / 1000));
    return Promise.resolve({
      totalHits,
      timeToExpire: seconds,
      isBlocked: totalHits > limit,
      timeToBlockExpire: seconds,
    });
  }
}
