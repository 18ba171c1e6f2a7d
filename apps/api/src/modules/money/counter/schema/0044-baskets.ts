import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What was sold over the counter in one go: its payments and sales carry its id in their references. */
export class Baskets0044 implements MigrationInterface {
  readonly name = 'Baskets1760000000044';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE keranjang_loket (
        id uuid PRIMARY KEY,
        shift_id bigint NOT NULL REFERENCES shift_kas,
        fingerprint text NOT NULL,
        water_lines int NOT NULL CHECK (water_lines >= 0),
        sale_lines int NOT NULL CHECK (sale_lines >= 0),
        -- Its water bills, posted together with it.
        water_amount bigint NOT NULL CHECK (water_amount >= 0),
        cash_given bigint NOT NULL CHECK (cash_given >= water_amount),
        created_at timestamptz NOT NULL,
        -- Whoever sells its lines now; nobody else does until then.
        busy_until timestamptz,
        -- Once its sales are through.
        taken bigint,
        change bigint CHECK (change >= 0),
        answer text,
        finished_at timestamptz,
        CHECK (water_lines + sale_lines > 0),
        CHECK (num_nulls(taken, change, answer, finished_at) IN (0, 4)),
        CHECK (taken + change = cash_given)
      );
      CREATE INDEX keranjang_loket_shift ON keranjang_loket (shift_id, created_at);
      CREATE TRIGGER keranjang_loket_columns BEFORE UPDATE ON keranjang_loket FOR EACH ROW
        EXECUTE FUNCTION allow_change_of_columns('busy_until', 'taken', 'change', 'answer', 'finished_at');
      CREATE TRIGGER keranjang_loket_final BEFORE UPDATE ON keranjang_loket FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL)
        EXECUTE FUNCTION forbid_change();

      ALTER TABLE loket_kas ADD CONSTRAINT loket_kas_pay_point_id_fkey FOREIGN KEY (pay_point_id) REFERENCES titik_bayar;

      -- A code that is paid at a counter by the customer's own phone: money of the bank, listed by the shift.
      ALTER TABLE niat_bayar ADD COLUMN shift_id bigint REFERENCES shift_kas;
      CREATE INDEX niat_bayar_shift ON niat_bayar (shift_id) WHERE shift_id IS NOT NULL;
    `);
  }

  down = forwardOnly;
}
