import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { openToken, sealToken } from '../../../money/payment';

const PURPOSE = 'public-history';
const LIFE_MILLISECONDS = 30 * 60_000;

/** Which inquiry was unlocked; the inquiry's own token stays out, so that one cannot be read from the other. */
const inquiryMark = (inquiryToken: string): string =>
  createHash('sha256').update(inquiryToken).digest('base64url').slice(0, 22);

/** Proof that the digits of the meter were right. It opens the history of that one inquiry, and not for long. */
@Injectable()
export class HistoryTokens {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  seal(inquiryToken: string): { token: string; expiresAt: number } {
    const expiresAt = this.clock.now() + LIFE_MILLISECONDS;
    const content = [inquiryMark(inquiryToken), expiresAt];
    return { token: sealToken(this.config.inquiryKey, PURPOSE, content), expiresAt };
  }

  /** When the token ends; null when it is foreign, belongs to another inquiry, or is over. */
  expiryOf(token: string, inquiryToken: string): number | null {
    const content = openToken(this.config.inquiryKey, PURPOSE, token);
    if (!Array.isArray(content)) return null;
    const [mark, expiresAt] = content as unknown[];
    if (mark !== inquiryMark(inquiryToken) || typeof expiresAt !== 'number') return null;
    return expiresAt > this.clock.now() ? expiresAt : null;
  }
}
