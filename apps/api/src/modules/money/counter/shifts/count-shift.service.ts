import { Inject, Injectable } from '@nestjs/common';
import { expectedCash, type CountedShiftState } from '@tirtapay/domain';
import { CONFIG, type Config } from '../../../../platform/config';
import { currentStaff } from '../../../../platform/context';
import { writeAudit } from '../../../../platform/audit';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Drawers, Shifts } from '../../../ground/collectors';
import type { CountBody } from '../dto/cash.dto';
import { judged } from './counted';
import { cashOfShift } from './shift-cash.queries';

/** Refusals that say by how much a count differs. */
const TOLD: ReadonlySet<string> = new Set(['counter.reason_needed', 'counter.difference_too_large']);

/** One's own shift, or that of a cashier who is not there. */
export type WhoseShift = 'OWN' | 'ANOTHERS';

/** A count of a shift under its lock, against what must be there. */
export interface Counting {
  readonly shiftId: number;
  readonly drawerId: number;
  readonly count: number;
  readonly expected: number;
  readonly difference: number;
  /** More than a cashier answers for alone. */
  readonly decides: boolean;
}

@Injectable()
export class CountShift {
  constructor(
    private readonly database: Database,
    private readonly shifts: Shifts,
    private readonly drawers: Drawers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Locks an open shift, so that no cash moves any more, and counts it: one's own, or of a cashier who is not there.
   * @throws Problem counter.shift_not_found, counter.shift_not_open, counter.reason_needed
   */
  async take(tx: Tx, id: number, body: CountBody, whose: WhoseShift = 'OWN'): Promise<Counting> {
    const shift = await this.shifts.lockToClose(tx, id);
    // Whose it is not does not learn that there is one; and nobody supervises themselves.
    if ((shift.cashier_id === currentStaff().id) !== (whose === 'OWN'))
      throw new Problem('counter.shift_not_found');
    if (shift.state !== 'OPEN') throw new Problem('counter.shift_not_open');
    const expected = expectedCash(await cashOfShift(tx, id, shift.opening_count));
    const found = judged(body, { expected, limit: this.config.counterDifferenceLimit });
    return { shiftId: id, drawerId: shift.drawer_id, expected, ...found };
  }

  /**
   * Counts by `count`; a count that was told its difference is kept in the trail, though nothing else of it is: whoever
   * counts again after that no longer counts blind, and people can see that.
   */
  async kept<T>(id: number, count: () => Promise<T>): Promise<T> {
    try {
      return await count();
    } catch (error) {
      if (error instanceof Problem && TOLD.has(error.code))
        await this.database.transaction((tx) =>
          writeAudit(tx, {
            action: 'shift.miscounted',
            entityType: 'shift_kas',
            entityId: id,
            after: { difference: error.extras.members?.difference },
          }),
        );
      throw error;
    }
  }

  /** Books the difference with its reason and closes the shift. */
  async close(tx: Tx, counting: Counting, body: CountBody): Promise<void> {
    if (counting.difference !== 0)
      await this.bookDifference(tx, { ...counting, reason: body.reason ?? null });
    await this.write(tx, counting, body, 'CLOSED');
  }

  /** Nothing is sold in it any more; a second person decides. */
  wait(tx: Tx, counting: Counting, body: CountBody): Promise<void> {
    return this.write(tx, counting, body, 'COUNTED');
  }

  async bookDifference(
    tx: Tx,
    differed: {
      readonly shiftId: number;
      readonly drawerId: number;
      readonly difference: number;
      readonly reason: string | null;
      readonly madeBy?: number;
      readonly decidedBy?: number;
    },
  ): Promise<void> {
    await this.drawers.move(tx, {
      drawerId: differed.drawerId,
      shiftId: differed.shiftId,
      kind: 'DIFFERENCE',
      amount: differed.difference,
      note: differed.reason,
      ...(differed.madeBy === undefined ? {} : { madeBy: differed.madeBy }),
      ...(differed.decidedBy === undefined ? {} : { decidedBy: differed.decidedBy }),
    });
  }

  private write(tx: Tx, counting: Counting, body: CountBody, state: CountedShiftState): Promise<void> {
    const { count, expected, difference } = counting;
    return this.shifts.count(
      tx,
      counting.shiftId,
      { count, pieces: body.counted, expected, difference, reason: body.reason ?? null },
      state,
    );
  }
}
