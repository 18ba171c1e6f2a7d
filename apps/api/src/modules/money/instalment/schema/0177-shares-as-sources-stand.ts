import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * What of an instalment bears no penalty was written once, when the plan was agreed; what corrections found since in the
 * bills it stands for stayed with those bills, which bear nothing any more. It is worked out from the bills as they stand, of
 * every plan in turn, because a later one may stand for what an earlier one left. See docs/adr/0101.
 */
export class SharesAsSourcesStand0177 implements MigrationInterface {
  readonly name = 'SharesAsSourcesStand1760000000177';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $migration$
      DECLARE
        plan record;
      BEGIN
        FOR plan IN SELECT p.id, p.principal + p.penalty AS total, p.rest_bill_id FROM rencana_angsuran p
          WHERE p.ended_as IS DISTINCT FROM 'WITHDRAWN' ORDER BY p.id
        LOOP
          UPDATE tagihan b SET penalty_free = share.free
          FROM (SELECT i.bill_id, (div(sources.free * i.upto, plan.total) - div(sources.free * (i.upto - i.principal), plan.total))::bigint AS free
            FROM (SELECT sum(s.penalty + o.penalty_free) AS free FROM angsuran_sumber s JOIN tagihan o ON o.id = s.bill_id
                WHERE s.plan_id = plan.id) sources,
              (SELECT i.bill_id, b.principal, sum(b.principal) OVER (ORDER BY i.seq) AS upto
                FROM angsuran i JOIN tagihan b ON b.id = i.bill_id WHERE i.plan_id = plan.id) i) share
          WHERE b.id = share.bill_id AND b.penalty_free <> share.free;
          UPDATE tagihan b SET penalty_free = rest.free
          FROM (SELECT (coalesce((SELECT sum(o.penalty_free) FROM angsuran i JOIN tagihan o ON o.id = i.bill_id
                WHERE i.plan_id = plan.id AND o.state = 'CANCELLED'), 0)
              + coalesce((SELECT sum(s.revoked) FROM angsuran_sumber s WHERE s.plan_id = plan.id), 0))::bigint AS free) rest
          WHERE b.id = plan.rest_bill_id AND b.penalty_free <> rest.free;
        END LOOP;
      END $migration$;
    `);
  }

  down = forwardOnly;
}
