import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * A supplier of PPOB is a collector as well: not because it takes money for us, but because days are put against its
 * statement as against a bank's. See docs/adr/0079.
 */
export class SupplierCollectors0147 implements MigrationInterface {
  readonly name = 'SupplierCollectors1760000000147';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO akun (code, name, kind) VALUES ('1150', 'Deposit pada pemasok', 'ASSET') ON CONFLICT (code) DO NOTHING;
      ALTER TABLE penerima
        DROP CONSTRAINT penerima_kind_check,
        ADD CONSTRAINT penerima_kind_check CHECK (kind IN ('BANK', 'COUNTER', 'PARTNER', 'CREDIT', 'SUPPLIER')),
        DROP CONSTRAINT penerima_check,
        ADD CONSTRAINT penerima_account_check CHECK ((kind, account) IN
          (('BANK', '1130'), ('COUNTER', '1140'), ('PARTNER', '2140'), ('CREDIT', '2110'), ('SUPPLIER', '1150')));

      -- The collector of a supplier, by its code; made when it is not there. It issues no receipt: where its code is another
      -- collector's series already, its own series is the first free one that begins like it.
      CREATE FUNCTION supplier_collector(p_code text, p_name text) RETURNS bigint LANGUAGE plpgsql AS $$
      DECLARE
        found_id bigint;
      BEGIN
        SELECT id INTO found_id FROM penerima WHERE kind = 'SUPPLIER' AND series = p_code;
        IF found_id IS NULL THEN
          INSERT INTO penerima (kind, series, name, account)
          SELECT 'SUPPLIER', free.series, p_name, '1150'
          FROM (SELECT CASE n WHEN 1 THEN p_code ELSE left(p_code, 8) || n END AS series, n FROM generate_series(1, 9999) AS n) free
          WHERE NOT EXISTS (SELECT FROM penerima p WHERE p.series = free.series) ORDER BY n LIMIT 1
          RETURNING id INTO found_id;
        END IF;
        RETURN found_id;
      END $$;
    `);
  }

  down = forwardOnly;
}
