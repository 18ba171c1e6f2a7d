import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config';
import { pinAddress } from './bank-address';
import { Breakers } from './breakers';
import { callPinned, NotSent, type HttpAnswer, type OutgoingCall } from './https-call';
import type { OutboundSettings } from './outbound-directory';
import type { BreakerState } from '@tirtapay/domain';

/** Ends a SNAP call; banks answer within seconds or not at all. */
const DEADLINE_MILLISECONDS = 10_000;

/** An answer of 500 and more counts against the bank, and still has to be read. */
class Faltering extends Error {
  constructor(readonly answer: HttpAnswer) {
    super(`the bank answered ${String(answer.status)}`);
  }
}

/** Carries signed calls to banks: one circuit breaker per bank, one deadline, an address checked anew for each call. */
@Injectable()
export class SnapTransport implements OnApplicationShutdown {
  private readonly breakers = new Breakers('bank');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws NotSent, AnswerLost */
  async send(settings: OutboundSettings, path: string, call: OutgoingCall): Promise<HttpAnswer> {
    const url = new URL(endpointUrl(settings, path), settings.baseUrl);
    try {
      return await this.breakers.call(settings.bankId, async () => {
        const pinned = await pinAddress(url, this.config).catch((error: unknown) => {
          throw new NotSent(String(error));
        });
        const answer = await callPinned(url, pinned, call, DEADLINE_MILLISECONDS);
        if (answer.status >= 500) throw new Faltering(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof Faltering) return error.answer;
      throw error;
    }
  }

  /** Whether the bank is called at all for the moment. */
  stateOf(bankId: number): BreakerState {
    return this.breakers.stateOf(bankId);
  }

  onApplicationShutdown(): void {
    this.breakers.shutdown();
  }
}

/** The path as sent, which is also what is signed: the base path of the bank's host and the service's own. */
export function endpointUrl(settings: OutboundSettings, path: string): string {
  return settings.baseUrl.pathname.replace(/\/+$/, '') + path;
}
