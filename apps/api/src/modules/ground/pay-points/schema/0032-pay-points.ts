import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A place where a bill is paid by hand is a pay point; a counter is where somebody takes money in a shift. */
export class PayPoints0032 implements MigrationInterface {
  readonly name = 'PayPoints1760000000032';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE loket RENAME TO titik_bayar;
      ALTER SEQUENCE loket_id_seq RENAME TO titik_bayar_id_seq;
      ALTER INDEX loket_pkey RENAME TO titik_bayar_pkey;
      ALTER INDEX loket_bank RENAME TO titik_bayar_bank;
      ALTER TABLE titik_bayar RENAME CONSTRAINT loket_bank_id_fkey TO titik_bayar_bank_id_fkey;
      ALTER TABLE titik_bayar RENAME CONSTRAINT loket_region_id_fkey TO titik_bayar_region_id_fkey;
      ALTER TABLE titik_bayar RENAME CONSTRAINT loket_name_check TO titik_bayar_name_check;
      ALTER TABLE titik_bayar RENAME CONSTRAINT loket_address_check TO titik_bayar_address_check;
      ALTER TABLE titik_bayar RENAME CONSTRAINT loket_hours_check TO titik_bayar_hours_check;
      ALTER TABLE titik_bayar RENAME CONSTRAINT loket_phone_check TO titik_bayar_phone_check;
    `);
  }

  down = forwardOnly;
}
