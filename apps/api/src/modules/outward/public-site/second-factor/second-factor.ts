import { Injectable } from '@nestjs/common';
import { SERIAL_ENDING_LENGTH, serialEnding } from '@tirtapay/domain';
import { timingSafeEqual } from 'node:crypto';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { knownCustomer } from '../../../money/payment';
import { DigitLimits, type Opened } from './digit-limits';

/** Never typed: what is compared with when there is no meter to ask about. */
const NO_ENDING = '-'.repeat(SERIAL_ENDING_LENGTH);

const SERIAL = `
  SELECT m.serial FROM pelanggan c JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL
  WHERE c.customer_number = $1 AND ${knownCustomer('c')}`;

/** Who stands at the meter, or holds the papers of the connection, knows the end of its number. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly limits: DigitLimits,
    private readonly database: Database,
  ) {}

  /**
   * Wrong digits, no meter and nobody of that number are one answer after the same steps.
   * @param digits exactly `SERIAL_ENDING_LENGTH` of them
   * @throws Problem public.second_factor_wrong, public.second_factor_locked
   */
  async prove(customerNumber: string, digits: string, opened: Opened): Promise<void> {
    await this.limits.consume(customerNumber, opened);
    const [meter] = await this.database.screen<{ serial: string }>(SERIAL, [customerNumber]);
    const ending = serialEnding(meter?.serial ?? '') ?? NO_ENDING;
    if (!timingSafeEqual(Buffer.from(digits), Buffer.from(ending)))
      throw new Problem('public.second_factor_wrong');
    await this.limits.giveBack(customerNumber, opened);
  }
}
