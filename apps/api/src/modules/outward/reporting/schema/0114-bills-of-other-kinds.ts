import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Bills that are not of water are few among many: a list of them must not look at all the others. */
export class BillsOfOtherKinds0114 implements MigrationInterface {
  readonly name = 'BillsOfOtherKinds1760000000114';

  async up(db: QueryRunner): Promise<void> {
    await db.query("CREATE INDEX tagihan_other_kind ON tagihan (kind, id) WHERE kind <> 'WATER'");
  }

  down = forwardOnly;
}
