import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * An assessed penalty points to the policy it came from, so the rule of a policy is fixed once it is written: another
 * rule is another policy. Only its name, its end and whether it is in force may change, each change counted.
 */
export class PenaltyPolicyVersions0009 implements MigrationInterface {
  readonly name = 'PenaltyPolicyVersions1760000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE kebijakan_denda ADD COLUMN version int NOT NULL DEFAULT 1;
      CREATE FUNCTION guard_penalty_policy() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE'
          OR (OLD.id, OLD.valid_from, OLD.mode, OLD.amount, OLD.tiers, OLD.basis_points, OLD.per_month, OLD.grace_days,
              OLD.cap, OLD.tariff_codes, OLD.legal_basis)
          IS DISTINCT FROM (NEW.id, NEW.valid_from, NEW.mode, NEW.amount, NEW.tiers, NEW.basis_points, NEW.per_month,
              NEW.grace_days, NEW.cap, NEW.tariff_codes, NEW.legal_basis)
        THEN
          RAISE EXCEPTION 'the rule of a penalty policy is immutable' USING ERRCODE = 'P0I01';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER kebijakan_denda_guard BEFORE UPDATE OR DELETE ON kebijakan_denda
        FOR EACH ROW EXECUTE FUNCTION guard_penalty_policy();
      CREATE TRIGGER kebijakan_denda_no_truncate BEFORE TRUNCATE ON kebijakan_denda
        FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
    `);
  }

  down = forwardOnly;
}
