import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import CircuitBreaker from 'opossum';
import { CONFIG, type Config } from '../../../platform/config';
import { pinAddress } from './bank-address';
import { callPinned, NotSent, type HttpAnswer, type OutgoingCall } from './https-call';
import type { OutboundSettings } from './outbound-directory';
import type { BreakerState } from '@tirtapay/domain';

/** Ends a SNAP call; banks answer within seconds or not at all. */
const DEADLINE_MILLISECONDS = 10_000;

/** A bank that is down is asked again after ten seconds; meanwhile customers hear it at once instead of waiting. */
const BREAKER = {
  timeout: false,
  volumeThreshold: 5,
  errorThresholdPercentage: 50,
  rollingCountTimeout: 30_000,
  resetTimeout: 10_000,
} as const;

type Send = () => Promise<HttpAnswer>;

/** An answer of 500 and more counts against the bank, and still has to be read. */
class Faltering extends Error {
  constructor(readonly answer: HttpAnswer) {
    super(`the bank answered ${String(answer.status)}`);
  }
}

/** Carries signed calls to banks: one circuit breaker per bank, one deadline, an address checked anew for each call. */
@Injectable()
export class SnapTransport implements OnApplicationShutdown {
  private readonly breakers = new Map<number, CircuitBreaker<[Send], HttpAnswer>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws NotSent, AnswerLost */
  async send(settings: OutboundSettings, path: string, call: OutgoingCall): Promise<HttpAnswer> {
    const url = new URL(endpointUrl(settings, path), settings.baseUrl);
    try {
      return await this.breaker(settings.bankId).fire(async () => {
        const pinned = await pinAddress(url, this.config).catch((error: unknown) => {
          throw new NotSent(String(error));
        });
        const answer = await callPinned(url, pinned, call, DEADLINE_MILLISECONDS);
        if (answer.status >= 500) throw new Faltering(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof Faltering) return error.answer;
      if (error instanceof Error && 'code' in error && error.code === 'EOPENBREAKER')
        throw new NotSent('the bank has been failing; it is not called for the moment');
      throw error;
    }
  }

  /** OPEN: calls to the bank are held back for the moment, as this process sees it. */
  stateOf(bankId: number): BreakerState {
    const breaker = this.breakers.get(bankId);
    if (breaker?.halfOpen === true) return 'HALF_OPEN';
    return breaker?.opened === true ? 'OPEN' : 'CLOSED';
  }

  private breaker(bankId: number): CircuitBreaker<[Send], HttpAnswer> {
    const existing = this.breakers.get(bankId);
    if (existing !== undefined) return existing;
    const created = new CircuitBreaker<[Send], HttpAnswer>((send) => send(), BREAKER);
    this.breakers.set(bankId, created);
    return created;
  }

  onApplicationShutdown(): void {
    for (const breaker of this.breakers.values()) breaker.shutdown();
  }
}

/** The path as sent, which is also what is signed: the base path of the bank's host and the service's own. */
export function endpointUrl(settings: OutboundSettings, path: string): string {
  return settings.baseUrl.pathname.replace(/\/+$/, '') + path;
}
