import { Injectable } from '@nestjs/common';
import { heldDays, type BusinessDate } from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../platform/database';
import type { PenaltyHold } from './entities/penalty-hold.entity';

/**
 * Lets the penalty of a bill stand still, and go on (libs/domain/penalty/penalty-hold). Whoever calls holds the lock of the
 * customer and has booked what was due up to that day, so that what is asked does not fall.
 */
@Injectable()
export class HoldPenalty {
  async begin(tx: Tx, billId: number, day: BusinessDate): Promise<void> {
    await tx.query('INSERT INTO penahanan_denda (bill_id, from_day) VALUES ($1, $2)', [billId, day]);
    await tx.query('UPDATE tagihan SET disputed = true WHERE id = $1', [billId]);
  }

  /** @returns for how many days it stood still this time; none when it went on before */
  async end(tx: Tx, billId: number, day: BusinessDate): Promise<number> {
    const [held] = await tx.query<RowOf<PenaltyHold, 'fromDay'> & object>(
      `UPDATE penahanan_denda SET until_day = greatest(from_day, $2::date) WHERE bill_id = $1 AND until_day IS NULL
       RETURNING from_day`,
      [billId, day],
    );
    if (held === undefined) return 0;
    const days = heldDays(held.from_day, day);
    await tx.query(
      'UPDATE tagihan SET disputed = false, penalty_days_held = penalty_days_held + $2 WHERE id = $1',
      [billId, days],
    );
    return days;
  }
}
