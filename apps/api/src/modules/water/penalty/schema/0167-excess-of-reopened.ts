import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';
import { EXCESS_OF_FORGIVEN } from './0163-penalty-excess';

/** Payments and plans that forgave something of a bill and were taken back, each from its journal to that of its end. */
const FORGIVEN_ONCE = `
    SELECT a.bill_id, a.penalty AS amount, a.waived, p.business_date AS forgiven_on, j.id AS since, v.id AS until
    FROM pembayaran_alokasi a JOIN pembayaran p ON p.id = a.payment_id
      CROSS JOIN LATERAL (SELECT min(x.id) AS id FROM jurnal x WHERE x.entity_type = 'pembayaran' AND x.entity_id = p.id) j
      CROSS JOIN LATERAL (SELECT min(x.id) AS id FROM jurnal x WHERE x.entity_type = 'pembayaran' AND x.entity_id = a.released_by) v
    WHERE a.waived > 0 AND a.released_by IS NOT NULL
    UNION ALL
    SELECT s.bill_id, s.penalty + s.waived, s.waived, e.business_date, e.id, v.id
    FROM angsuran_sumber s JOIN rencana_angsuran o ON o.id = s.plan_id AND o.ended_as = 'WITHDRAWN'
      JOIN jurnal e ON e.entity_type = 'rencana_angsuran' AND e.entity_id = o.id AND e.event = 'bill.replaced'
      CROSS JOIN LATERAL (SELECT min(x.id) AS id FROM jurnal x
        WHERE x.entity_type = 'denda' AND x.entity_id = s.bill_id AND x.event = 'waiver.revoked' AND x.id > e.id) v
    WHERE s.waived > 0`;

/** Of open bills: the last time something was forgiven, where it was corrected then and says nothing of it, and not since. */
const FORGIVEN = `forgiven AS (
  SELECT d.bill_id, f.amount, f.waived, k.returned, f.amount - f.waived - k.returned AS net, b.principal, b.penalty_free, k.last_row, f.forgiven_on
  FROM denda d JOIN tagihan b ON b.id = d.bill_id AND b.state = 'ISSUED'
  JOIN (SELECT DISTINCT ON (bill_id) * FROM (${FORGIVEN_ONCE}) once ORDER BY bill_id, since DESC) f ON f.bill_id = d.bill_id
  JOIN LATERAL (SELECT -sum(c.penalty_amount)::bigint AS returned, max(c.id) AS last_row, max(c.journal_id) AS last_journal,
      sum(c.excess_waived) AS said
    FROM koreksi_tagihan c WHERE c.bill_id = d.bill_id) k ON k.last_journal > f.since AND k.last_journal < f.until AND k.said = 0
  WHERE d.waived = 0
)`;

/** Per bill that is open again: what had been forgiven too much when it was corrected. */
export const EXCESS_OF_REOPENED = `WITH ${FORGIVEN}, ${EXCESS_OF_FORGIVEN}), wrong AS (
  SELECT e.* FROM excess e JOIN denda d ON d.bill_id = e.bill_id WHERE e.excess_waived > 0 AND e.returned + e.excess_waived <= d.amount
)`;

/**
 * 0163 worked out what had been forgiven too much of what was forgiven on that day. A bill that had been corrected and then
 * opened again, by a reversal or because its plan was withdrawn, had nothing forgiven any more, and was asked for it all.
 */
export class ExcessOfReopened0167 implements MigrationInterface {
  readonly name = 'ExcessOfReopened1760000000167';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE koreksi_tagihan DISABLE TRIGGER koreksi_tagihan_guard;
      ${EXCESS_OF_REOPENED}, said AS (
        UPDATE koreksi_tagihan k SET excess_waived = w.excess_waived FROM wrong w WHERE k.id = w.last_row
      )
      UPDATE denda d SET excess_waived = w.excess_waived FROM wrong w WHERE d.bill_id = w.bill_id;
      ALTER TABLE koreksi_tagihan ENABLE TRIGGER koreksi_tagihan_guard;
    `);
  }

  down = forwardOnly;
}
