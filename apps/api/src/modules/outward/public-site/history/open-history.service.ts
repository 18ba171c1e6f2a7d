import { Injectable } from '@nestjs/common';
import { SERIAL_ENDING_LENGTH, serialEnding } from '@tirtapay/domain';
import { timingSafeEqual } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { PublicTokens } from '../../../money/checkout';
import type { HistoryAccessDto } from './history.dto';
import { HistoryLimits } from './history-limits';
import { HistoryTokens } from './history-token';

/** Never typed: what is compared with when there is no meter to ask about. */
const NO_ENDING = '-'.repeat(SERIAL_ENDING_LENGTH);

const SERIAL = `
  SELECT m.serial FROM pelanggan c JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL
  WHERE c.customer_number = $1 AND c.state <> 'CALON'`;

/** The second factor: who stands at the meter, or holds the papers of the connection, knows the end of its number. */
@Injectable()
export class OpenHistory {
  constructor(
    private readonly tokens: PublicTokens,
    private readonly proofs: HistoryTokens,
    private readonly limits: HistoryLimits,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Wrong digits, no meter and nobody of that number are one answer after the same steps.
   * @throws Problem public.second_factor_wrong, public.second_factor_locked, inquiry.expired, request.not_found
   */
  async open(inquiryToken: string, digits: string): Promise<HistoryAccessDto> {
    const { customerNumber } = this.tokens.open(inquiryToken);
    await this.limits.consume(customerNumber);
    const [meter] = await this.database.screen<{ serial: string }>(SERIAL, [customerNumber]);
    const ending = serialEnding(meter?.serial ?? '') ?? NO_ENDING;
    if (!timingSafeEqual(Buffer.from(digits), Buffer.from(ending)))
      throw new Problem('public.second_factor_wrong');
    await this.limits.giveBack(customerNumber);
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
