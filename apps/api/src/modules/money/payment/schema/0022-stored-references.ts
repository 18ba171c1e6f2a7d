import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** A reference is 1 to 128 printable ASCII characters without outer spaces, whichever door it came through. */
export class StoredReferences0022 implements MigrationInterface {
  name = 'StoredReferences0022000000000022';

  async up(runner: QueryRunner): Promise<void> {
    // Wider than before, so that every row there is holds it: NOT VALID spares a look at each of millions.
    await runner.query(`
      ALTER TABLE pembayaran DROP CONSTRAINT pembayaran_bank_reference_check;
      ALTER TABLE pembayaran ADD CONSTRAINT pembayaran_bank_reference_check CHECK (
        char_length(bank_reference) BETWEEN 1 AND 128 AND bank_reference ~ '^[!-~]([ -~]*[!-~])?$') NOT VALID;
    `);
  }

  down = forwardOnly;
}
