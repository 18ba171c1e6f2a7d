import { Injectable } from '@nestjs/common';
import type { PenaltyPolicy } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { AccruePenalties, PolicyBook } from '../../../water/penalty';

/** What posting needs of the penalty module: the rules in force, and booking today's penalty ahead of the daily run. */
@Injectable()
export class Penalties {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: PolicyBook,
    private readonly accruals: AccruePenalties,
  ) {}

  policies(): Promise<readonly PenaltyPolicy[]> {
    return this.book.current();
  }

  async accrue(customerId: number, billIds: readonly number[]): Promise<void> {
    const today = this.clock.businessDate();
    await this.database.transaction((tx) => this.accruals.accrueMissing(tx, customerId, billIds, today));
  }
}
