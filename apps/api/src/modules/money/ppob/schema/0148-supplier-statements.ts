import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Each supplier has its collector, under which its statement is reconciled; and what a statement makes us put right is a
 * movement of a kind of its own. See docs/adr/0079.
 */
export class SupplierStatements0148 implements MigrationInterface {
  readonly name = 'SupplierStatements1760000000148';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penyedia ADD COLUMN collector_id bigint UNIQUE REFERENCES penerima;
      UPDATE penyedia SET collector_id = supplier_collector(code, name);
      ALTER TABLE penyedia ALTER COLUMN collector_id SET NOT NULL;
      CREATE FUNCTION keep_supplier_collector() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.collector_id IS NULL THEN
          NEW.collector_id := supplier_collector(NEW.code, NEW.name);
        ELSIF TG_OP = 'UPDATE' AND NEW.name <> OLD.name THEN
          UPDATE penerima SET name = NEW.name WHERE id = NEW.collector_id;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER penyedia_collector BEFORE INSERT OR UPDATE OF name ON penyedia
        FOR EACH ROW EXECUTE FUNCTION keep_supplier_collector();

      DO $$
      DECLARE
        one text;
      BEGIN
        FOR one IN SELECT conname FROM pg_constraint WHERE conrelid = 'mutasi_pemasok'::regclass AND contype = 'c'
          AND conname ~ '^mutasi_pemasok_check[0-9]*$' LOOP
          EXECUTE format('ALTER TABLE mutasi_pemasok DROP CONSTRAINT %I', one);
        END LOOP;
      END $$;
      ALTER TABLE mutasi_pemasok
        DROP CONSTRAINT mutasi_pemasok_kind_check,
        ADD CONSTRAINT mutasi_pemasok_kind_check CHECK (kind IN ('COST', 'TOP_UP', 'SETTLEMENT', 'RECONCILED')),
        ADD CONSTRAINT mutasi_pemasok_sale CHECK ((kind = 'COST') = (sale_id IS NOT NULL)),
        -- What two people agreed to pay. What is reconciled has its two people in the reconciliation.
        ADD CONSTRAINT mutasi_pemasok_agreed CHECK ((kind IN ('COST', 'RECONCILED')) = (approval_id IS NULL)),
        ADD CONSTRAINT mutasi_pemasok_direction
          CHECK (kind = 'RECONCILED' OR (kind <> 'COST' AND reverses_id IS NULL) = (amount > 0)),
        ADD CONSTRAINT mutasi_pemasok_reverses CHECK (kind NOT IN ('COST', 'RECONCILED') OR reverses_id IS NULL),
        ADD CONSTRAINT mutasi_pemasok_account
          CHECK (kind IN ('COST', 'RECONCILED') OR account = CASE kind WHEN 'TOP_UP' THEN '1150' ELSE '2160' END);
      -- What moved on a day.
      CREATE INDEX mutasi_pemasok_at ON mutasi_pemasok (supplier_id, at);
    `);
  }

  down = forwardOnly;
}
