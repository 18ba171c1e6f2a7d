import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Problem } from '../../../../platform/problem';
import { PublicTokens } from '../../../money/checkout';
import { SecondFactor } from '../second-factor/second-factor';
import type { HistoryAccessDto } from './history.dto';
import { HistoryTokens } from './history-token';

/** The history opens with the second factor, for half an hour. */
@Injectable()
export class OpenHistory {
  constructor(
    private readonly tokens: PublicTokens,
    private readonly proofs: HistoryTokens,
    private readonly factor: SecondFactor,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem public.second_factor_wrong, public.second_factor_locked, inquiry.expired, request.not_found */
  async open(inquiryToken: string, digits: string): Promise<HistoryAccessDto> {
    const { customerNumber } = this.tokens.open(inquiryToken);
    await this.factor.prove(customerNumber, digits, 'HISTORY');
    const { token, expiresAt } = this.proofs.seal(inquiryToken);
    return { history_token: token, expires_at: this.clock.text(expiresAt) };
  }

  /**
   * The customer whose history the two tokens open together.
   * @throws Problem public.second_factor_required, inquiry.expired, request.not_found
   */
  unlocked(
    inquiryToken: string,
    historyToken: string | undefined,
  ): { customerNumber: string; until: number } {
    const { customerNumber } = this.tokens.open(inquiryToken);
    const until = historyToken === undefined ? null : this.proofs.expiryOf(historyToken, inquiryToken);
    if (until === null) throw new Problem('public.second_factor_required');
    return { customerNumber, until };
  }
}
