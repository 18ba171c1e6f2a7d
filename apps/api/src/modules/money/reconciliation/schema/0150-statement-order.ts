import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Few items are of suppliers and partners: whoever asks for theirs does not go through those of banks. */
export class StatementOrder0150 implements MigrationInterface {
  readonly name = 'StatementOrder1760000000150';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      "CREATE INDEX rekonsiliasi_detail_statement ON rekonsiliasi_detail (statement, id) WHERE statement <> 'BANK'",
    );
  }

  down = forwardOnly;
}
