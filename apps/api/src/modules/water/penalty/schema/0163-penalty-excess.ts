import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** How much of `forgiven (bill_id, …)` was too much, by the terms of its day. Lacks its last bracket. */
export const EXCESS_OF_FORGIVEN = `excess AS (
  SELECT f.bill_id, f.last_row, f.returned, coalesce(greatest(0, f.waived - (t.right_penalty - f.net)), 0) AS excess_waived
  FROM forgiven f LEFT JOIN LATERAL (
    SELECT guess.right_penalty FROM (
      SELECT j.reserved, w.cap, CASE w.mode WHEN 'AMOUNT' THEN w.amount END AS fixed, w.basis_points, step
      FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id CROSS JOIN generate_series(-2, 2) step
      WHERE j.bill_id = f.bill_id AND f.forgiven_on BETWEEN w.valid_from AND greatest(w.last_day,
        (SELECT max(x.until_day) FROM pemutihan_perpanjangan x WHERE x.programme_id = j.programme_id AND x.bill_id = j.bill_id))
    ) terms CROSS JOIN LATERAL (VALUES
      (CASE WHEN basis_points < 10000 THEN f.net * 10000 / (10000 - basis_points) + step END),
      (f.net + reserved), (f.net + cap), (f.net + fixed),
      (CASE WHEN f.net = 0 THEN round(f.amount * (f.principal - f.penalty_free)::numeric / nullif(f.principal, 0))::bigint END)
    ) AS guess (right_penalty)
    WHERE guess.right_penalty BETWEEN f.net AND f.amount AND guess.right_penalty - f.net
      = least(guess.right_penalty, reserved, cap, coalesce(fixed, (guess.right_penalty * basis_points + 5000) / 10000))
    ORDER BY guess.right_penalty LIMIT 1) t ON f.waived > 0
`;

/** Per bill with rows: what they gave back, and what follows from it of what had been forgiven. Lacks its last bracket. */
export const EXCESS_SO_FAR = `forgiven AS (
  SELECT d.bill_id, d.amount, d.waived, k.returned, d.amount - d.waived - k.returned AS net, b.principal, b.penalty_free, k.last_row,
    coalesce((SELECT p.business_date FROM pembayaran p WHERE p.id = b.paid_by),
      (SELECT min(e.business_date) FROM angsuran_sumber s JOIN rencana_angsuran o ON o.id = s.plan_id JOIN jurnal e
        ON e.entity_type = 'rencana_angsuran' AND e.entity_id = o.id AND e.event = 'bill.replaced'
        WHERE s.bill_id = d.bill_id AND s.waived > 0 AND o.ended_as IS NULL)) AS forgiven_on
  FROM denda d JOIN tagihan b ON b.id = d.bill_id
  JOIN (SELECT bill_id, -sum(penalty_amount)::bigint AS returned, max(id) AS last_row FROM koreksi_tagihan GROUP BY bill_id) k
    ON k.bill_id = d.bill_id
), ${EXCESS_OF_FORGIVEN}`;

/**
 * What corrections find to be too much of a penalty is said by their rows and kept with the penalty: what was given back, and
 * what had been forgiven and is never asked for again. Whoever asks what a bill bears is told of both. Rows from before say
 * what was given back; what had been forgiven too much follows from it by the terms of the programme, or, where all of it was
 * forgiven, from how much smaller the principal became. See docs/adr/0084.
 */
export class PenaltyExcess0163 implements MigrationInterface {
  readonly name = 'PenaltyExcess1760000000163';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE denda ADD COLUMN returned bigint NOT NULL DEFAULT 0, ADD COLUMN excess_waived bigint NOT NULL DEFAULT 0,
        ADD CONSTRAINT denda_excess CHECK (returned >= 0 AND excess_waived >= 0 AND returned + excess_waived <= amount) NOT VALID;
      ALTER TABLE koreksi_tagihan ADD COLUMN excess_waived bigint NOT NULL DEFAULT 0;

      -- Changed in place, so that whatever else the functions have become stays.
      DO $migration$
      DECLARE
        one record;
        changed int := 0;
      BEGIN
        FOR one IN SELECT conname FROM pg_constraint WHERE conrelid = 'koreksi_tagihan'::regclass AND contype = 'c'
          AND pg_get_constraintdef(oid) LIKE '%(penalty_amount <= 0)%'
        LOOP
          EXECUTE format('ALTER TABLE koreksi_tagihan DROP CONSTRAINT %I', one.conname);
          changed := changed + 1;
        END LOOP;
        IF changed <> 1 THEN
          RAISE EXCEPTION '% constraints of corrections bound penalties, not 1', changed;
        END IF;
        changed := 0;
        FOR one IN SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname = 'public' AND p.prosrc LIKE '%''penalty'', coalesce(d.amount, 0),%'
        LOOP
          EXECUTE replace(one.text, $$'penalty', coalesce(d.amount, 0),$$,
            $$'penalty', coalesce(d.amount, 0), 'penalty_returned', coalesce(d.returned, 0), 'excess_waived', coalesce(d.excess_waived, 0),$$);
          changed := changed + 1;
        END LOOP;
        IF changed <> 3 THEN
          RAISE EXCEPTION '% functions list open bills as expected, not 3', changed;
        END IF;
      END $migration$;

      ALTER TABLE koreksi_tagihan DISABLE TRIGGER koreksi_tagihan_guard;
      WITH ${EXCESS_SO_FAR}), said AS (
        UPDATE koreksi_tagihan k SET excess_waived = e.excess_waived FROM excess e WHERE k.id = e.last_row AND e.excess_waived <> 0
      )
      UPDATE denda d SET returned = e.returned, excess_waived = e.excess_waived FROM excess e WHERE d.bill_id = e.bill_id;
      ALTER TABLE koreksi_tagihan ENABLE TRIGGER koreksi_tagihan_guard;
      ALTER TABLE denda VALIDATE CONSTRAINT denda_excess;
    `);
  }

  down = forwardOnly;
}
