import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database';

const KEEP = `
  UPDATE denda d SET returned = k.returned, excess_waived = k.excess_waived
  FROM (SELECT bill_id, -sum(penalty_amount)::bigint AS returned, sum(excess_waived)::bigint AS excess_waived
    FROM koreksi_tagihan WHERE bill_id = ANY ($1) GROUP BY bill_id) k
  WHERE d.bill_id = k.bill_id AND (d.returned, d.excess_waived) <> (k.returned, k.excess_waived)`;

/**
 * A penalty says what corrections have found to be too much of it, because whoever asks for money reads it there. Law I104
 * holds it to their rows.
 */
@Injectable()
export class PenaltyExcesses {
  /** Under the locks of the customer and the bills, after the rows were written. */
  async keep(tx: Tx, billIds: readonly number[]): Promise<void> {
    await tx.query(KEEP, [billIds]);
  }
}
