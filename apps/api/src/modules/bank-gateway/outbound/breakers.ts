import CircuitBreaker from 'opossum';
import type { BreakerState } from '@tirtapay/domain';
import { NotSent, type HttpAnswer } from './https-call';

/** Who is down is asked again after ten seconds; meanwhile whoever waits hears it at once. */
const BREAKER = {
  timeout: false,
  volumeThreshold: 5,
  errorThresholdPercentage: 50,
  rollingCountTimeout: 30_000,
  resetTimeout: 10_000,
} as const;

type Send = () => Promise<HttpAnswer>;

/** A circuit breaker for each of those we call, as this process sees them. */
export class Breakers {
  private readonly known = new Map<number, CircuitBreaker<[Send], HttpAnswer>>();

  /** @param whom for the log: "bank", "supplier" */
  constructor(private readonly whom: string) {}

  /**
   * What `send` throws counts against whoever is called.
   * @throws NotSent while calls are held back
   */
  async call(id: number, send: Send): Promise<HttpAnswer> {
    try {
      return await this.of(id).fire(send);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EOPENBREAKER')
        throw new NotSent(`the ${this.whom} has been failing; it is not called for the moment`);
      throw error;
    }
  }

  /** OPEN: calls are held back for the moment. HALF_OPEN: one may try. */
  stateOf(id: number): BreakerState {
    const breaker = this.known.get(id);
    if (breaker?.halfOpen === true) return 'HALF_OPEN';
    return breaker?.opened === true ? 'OPEN' : 'CLOSED';
  }

  shutdown(): void {
    for (const breaker of this.known.values()) breaker.shutdown();
  }

  private of(id: number): CircuitBreaker<[Send], HttpAnswer> {
    const existing = this.known.get(id);
    if (existing !== undefined) return existing;
    const created = new CircuitBreaker<[Send], HttpAnswer>((send) => send(), BREAKER);
    this.known.set(id, created);
    return created;
  }
}
