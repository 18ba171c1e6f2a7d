import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A counter sells for cash, in a shift; what failed is paid back out of the same drawer, in the shift that does it. */
export class SalesAtACounter0044 implements MigrationInterface {
  readonly name = 'SalesAtACounter1760000000044';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE transactions
        ADD COLUMN shift_id bigint REFERENCES shift_kas,
        ADD COLUMN handed_back_in bigint REFERENCES shift_kas,
        ADD CONSTRAINT transactions_handed_back_check
          CHECK (handed_back_in IS NULL OR (shift_id IS NOT NULL AND status = 'REFUNDED'));
      CREATE INDEX transactions_shift ON transactions (shift_id) WHERE shift_id IS NOT NULL;
      CREATE INDEX transactions_handed_back ON transactions (handed_back_in) WHERE handed_back_in IS NOT NULL;
      CREATE TRIGGER transactions_shift_guard BEFORE UPDATE ON transactions FOR EACH ROW
        WHEN (OLD.shift_id IS DISTINCT FROM NEW.shift_id
          OR (OLD.handed_back_in IS NOT NULL AND OLD.handed_back_in IS DISTINCT FROM NEW.handed_back_in))
        EXECUTE FUNCTION forbid_change();
    `);
  }

  down = forwardOnly;
}
