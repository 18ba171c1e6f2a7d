import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { CONFIG, type Config } from '../../../platform/config';
import { Problem } from '../../../platform/problem';
import { openToken, sealToken } from '../payment';

const PURPOSE = 'public-inquiry';
export const INQUIRY_LIFE_MILLISECONDS = 24 * 3_600_000;

/** The public page's link to one customer: carries no number a stranger could change or read on a shared screen. */
@Injectable()
export class PublicTokens {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Lives for a day, or until the moment given. */
  seal(
    customerNumber: string,
    expiresAt = this.clock.now() + INQUIRY_LIFE_MILLISECONDS,
  ): { token: string; expiresAt: number } {
    return { token: sealToken(this.config.inquiryKey, PURPOSE, [customerNumber, expiresAt]), expiresAt };
  }

  /** @throws Problem request.not_found / inquiry.expired */
  open(token: string): { customerNumber: string; expiresAt: number } {
    const content = openToken(this.config.inquiryKey, PURPOSE, token);
    if (!Array.isArray(content) || typeof content[0] !== 'string' || typeof content[1] !== 'number')
      throw new Problem('request.not_found');
    const [customerNumber, expiresAt] = content as [string, number];
    if (expiresAt < this.clock.now()) throw new Problem('inquiry.expired');
    return { customerNumber, expiresAt };
  }
}
