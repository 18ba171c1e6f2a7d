import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A policy may name instalments; those before name water alone. An instalment says in which month it was agreed, because its
 * rule is the one of that month; whatever was agreed before there were such rules bears none. Whoever asks what a bill bears
 * is told of it. See docs/adr/0078.
 */
export class PenaltiesOfInstalments0143 implements MigrationInterface {
  readonly name = 'PenaltiesOfInstalments1760000000143';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE kebijakan_denda ADD COLUMN kinds text[] NOT NULL DEFAULT '{WATER}'
        CONSTRAINT kebijakan_denda_kinds CHECK (cardinality(kinds) > 0 AND kinds <@ '{WATER,INSTALMENT}'::text[]);
      ALTER TABLE tagihan ADD COLUMN agreed_in text;
      ALTER TABLE tagihan ADD CONSTRAINT tagihan_agreed_in
        CHECK (agreed_in IS NULL OR (kind = 'INSTALMENT' AND agreed_in ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')) NOT VALID;
      ALTER TABLE tagihan VALIDATE CONSTRAINT tagihan_agreed_in;
      CREATE INDEX tagihan_agreed_in ON tagihan (agreed_in) WHERE agreed_in IS NOT NULL;

      DO $migration$
      DECLARE
        guard text := pg_get_functiondef('guard_penalty_policy'::regproc);
        guarded text := replace(replace(guard, 'OLD.cap, OLD.tariff_codes, OLD.legal_basis)', 'OLD.cap, OLD.tariff_codes, OLD.legal_basis, OLD.kinds)'),
          'NEW.grace_days, NEW.cap, NEW.tariff_codes, NEW.legal_basis)', 'NEW.grace_days, NEW.cap, NEW.tariff_codes, NEW.legal_basis, NEW.kinds)');
        locking record;
        changed int := 0;
      BEGIN
        IF position('OLD.kinds' IN guarded) = 0 OR position('NEW.kinds' IN guarded) = 0 THEN
          RAISE EXCEPTION 'guard_penalty_policy is not as expected';
        END IF;
        EXECUTE guarded;
        FOR locking IN SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname = 'public' AND p.prosrc LIKE '%''penalty_free'', b.penalty_free,%'
        LOOP
          EXECUTE replace(locking.text, $$'penalty_free', b.penalty_free,$$, $$'penalty_free', b.penalty_free, 'agreed_in', b.agreed_in,$$);
          changed := changed + 1;
        END LOOP;
        IF changed <> 3 THEN
          RAISE EXCEPTION '% functions list open bills as expected, not 3', changed;
        END IF;
      END $migration$;
    `);
  }

  down = forwardOnly;
}
