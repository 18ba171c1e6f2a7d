import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Shifts } from '../../../ground/collectors';
import { SecondPerson } from '../../../ground/identity';
import type { HandOverBody } from '../dto/cash.dto';
import { CountShift } from './count-shift.service';

/** One cashier goes, another comes: counted once by both, and the drawer is never nobody's. */
@Injectable()
export class HandOverShift {
  constructor(
    private readonly database: Database,
    private readonly people: SecondPerson,
    private readonly counting: CountShift,
    private readonly shifts: Shifts,
  ) {}

  /**
   * @returns the shift of the successor
   * @throws Problem as closing, counter.difference_too_large, counter.shift_open, and as SecondPerson
   */
  async handOver(id: number, { successor, ...body }: HandOverBody): Promise<number> {
    const cashier = await this.people.agree(successor, 'counter.sell');
    return this.counting.kept(id, () =>
      this.database.transaction(async (tx) => {
        const counting = await this.counting.take(tx, id, body);
        if (counting.decides)
          throw new Problem('counter.difference_too_large', { members: { difference: counting.difference } });
        await this.counting.close(tx, counting, body);
        const next = await this.shifts.open(tx, counting.drawerId, cashier.id, {
          count: counting.count,
          pieces: body.counted,
        });
        await this.shifts.handOver(tx, id, next);
        return next;
      }),
    );
  }
}
