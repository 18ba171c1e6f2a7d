import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Indexes for what lists ask first: their own order, and everything of one customer. */
export class ListOrders0021 implements MigrationInterface {
  readonly name = 'ListOrders1760000000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX meter_customer ON meter (customer_id);
      CREATE INDEX tagihan_customer ON tagihan (customer_id, period);

      DROP INDEX pembayaran_posted;
      CREATE INDEX pembayaran_posted ON pembayaran (posted_at, id);
      CREATE INDEX kasus_opened ON kasus (opened_at, id);
      CREATE INDEX webhook_inbox_received ON webhook_inbox (received_at, id);
      CREATE INDEX persetujuan_made ON persetujuan (made_at, id);
      CREATE INDEX notifikasi_created ON notifikasi (created_at, id);
    `);
  }

  down = forwardOnly;
}
