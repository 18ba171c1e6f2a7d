import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A category may go on with its fixed charges while a connection is sealed; what is charged for such a month is a row of
 * its own among the readings, of the method NONE. See docs/adr/0019.
 */
export class ChargeWhenSealed0039 implements MigrationInterface {
  readonly name = 'ChargeWhenSealed1760000000039';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tarif_versi ADD COLUMN charge_when_sealed boolean NOT NULL DEFAULT false;

      ALTER TABLE meter_reading ADD CONSTRAINT meter_reading_none CHECK (method <> 'NONE' OR
        (status = 'VERIFIED' AND usage_m3 = 0 AND current_stand = previous_stand AND overestimated_m3 = 0
          AND NOT rollover AND replaced_meter_id IS NULL));

      -- Who was sealed through a month is asked of the few changes of state, not of every change of a customer.
      CREATE INDEX riwayat_pelanggan_state ON riwayat_pelanggan (customer_id, at DESC, id DESC) WHERE field = 'state';
    `);
  }

  down = forwardOnly;
}
