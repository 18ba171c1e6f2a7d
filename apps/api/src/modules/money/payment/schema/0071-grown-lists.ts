import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What searches and filters of lists that have grown look up, and people in arrears from an index alone. */
export class GrownLists0071 implements MigrationInterface {
  readonly name = 'GrownLists1760000000071';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX persetujuan_search ON persetujuan USING gin ((' ' || search_form(summary)) gin_trgm_ops);

      DROP INDEX tagihan_open;
      CREATE INDEX tagihan_open ON tagihan (customer_id, period) INCLUDE (due_date) WHERE state = 'ISSUED';

      CREATE INDEX niat_bayar_bank ON niat_bayar (bank_id, created_at, id);
      CREATE INDEX niat_bayar_method ON niat_bayar (method, created_at, id);

      CREATE INDEX transactions_ref_search ON transactions (key_form(ref_id) text_pattern_ops) WHERE ref_id IS NOT NULL;
      CREATE INDEX transactions_supplier_ref_search ON transactions (key_form(supplier_ref));
      CREATE INDEX transactions_name_search ON transactions USING gin ((' ' || search_form(customer_name)) gin_trgm_ops);

      CREATE INDEX rekonsiliasi_detail_unmatched ON rekonsiliasi_detail (type, id) WHERE type <> 'MATCHED';
      CREATE INDEX rekonsiliasi_detail_decided ON rekonsiliasi_detail (id) WHERE state = 'ADJUSTED';
    `);
  }

  down = forwardOnly;
}
