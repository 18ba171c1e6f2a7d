import { Injectable } from '@nestjs/common';
import type { PenaltyPolicy } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { AccruePenalties, PolicyBook, type MissingAccrual } from '../../../water/penalty';

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

  /** All of them in one transaction. */
  async accrue(missing: readonly MissingAccrual[]): Promise<void> {
    const today = this.clock.businessDate();
    await this.database.transaction((tx) => this.accruals.accrueMissing(tx, missing, today));
  }
}
