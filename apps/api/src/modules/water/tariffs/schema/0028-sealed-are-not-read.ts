import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Who is sealed is neither read nor billed, whatever the tariff: the answer nobody ever asked for goes. See docs/adr/0010. */
export class SealedAreNotRead0028 implements MigrationInterface {
  readonly name = 'SealedAreNotRead1760000000028';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE tarif_versi DROP COLUMN charge_when_sealed');
  }

  down = forwardOnly;
}
