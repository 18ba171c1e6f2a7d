import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A bill that carried the penalty of another bore a penalty on it, and a charge that was given back still stood whole in the
 * plan that replaced it: what of both bears none is worked out. What was booked until now stays. See docs/adr/0101.
 */
export class PenaltiesCarried0176 implements MigrationInterface {
  readonly name = 'PenaltiesCarried1760000000176';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE tagihan b SET penalty_free = f.amount
      FROM (SELECT b.id, greatest(0, -coalesce(own.amount, 0)) + coalesce(carried.amount, 0) AS amount
        FROM (SELECT bill_id AS id FROM koreksi_tagihan UNION SELECT carrier_id FROM koreksi_tagihan WHERE carrier_id IS NOT NULL) named
        JOIN tagihan b USING (id)
        LEFT JOIN (SELECT bill_id AS id, sum(amount)::bigint AS amount FROM koreksi_tagihan GROUP BY 1) own USING (id)
        LEFT JOIN (SELECT carrier_id AS id, sum(least(amount, greatest(0, penalty)))::bigint AS amount
          FROM (SELECT carrier_id, sum(amount + penalty_amount) AS amount, sum(penalty_amount) AS penalty
            FROM koreksi_tagihan WHERE carrier_id IS NOT NULL GROUP BY carrier_id, note_id, CASE WHEN note_id IS NULL THEN id END) paper
          GROUP BY 1) carried USING (id)
        WHERE b.kind IN ('WATER', 'NONWATER') AND b.state <> 'CANCELLED') f
      WHERE b.id = f.id AND b.penalty_free <> f.amount;
    `);
  }

  down = forwardOnly;
}
