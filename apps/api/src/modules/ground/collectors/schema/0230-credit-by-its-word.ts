import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What a customer is owed is called titipan wherever somebody reads it; the collector that pays bills from it is no exception. */
export class CreditByItsWord0230 implements MigrationInterface {
  readonly name = 'CreditByItsWord1760000000230';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `UPDATE penerima SET name = 'Titipan pelanggan' WHERE kind = 'CREDIT' AND name = 'Saldo pelanggan'`,
    );
  }

  down = forwardOnly;
}
