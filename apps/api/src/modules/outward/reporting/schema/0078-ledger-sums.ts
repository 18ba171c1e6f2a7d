import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * The ledger per day, account and collector, kept as the other sums are (docs/adr/0040): up to the last journal that was taken
 * in, and what came after it added by the view. It has a mark of its own, because the books are there before it.
 */
export class LedgerSums0078 implements MigrationInterface {
  readonly name = 'LedgerSums1760000000078';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE rekap_batas ADD COLUMN ledger_id bigint NOT NULL DEFAULT 0;
      CREATE TABLE rekap_jurnal (
        business_date date NOT NULL,
        account text NOT NULL,
        -- 0 is a line of no collector
        collector_id bigint NOT NULL,
        debit bigint NOT NULL,
        credit bigint NOT NULL,
        PRIMARY KEY (account, business_date, collector_id)
      );
      CREATE FUNCTION jurnal_antara(after_journal bigint, upto_journal bigint) RETURNS SETOF rekap_jurnal
      LANGUAGE plpgsql STABLE ROWS 100 AS $$
      BEGIN
        RETURN QUERY EXECUTE $query$
          SELECT j.business_date, l.account, coalesce(l.collector_id, 0), sum(l.debit)::bigint, sum(l.credit)::bigint
          FROM jurnal j JOIN jurnal_baris l ON l.journal_id = j.id WHERE j.id > $1 AND j.id <= $2
          GROUP BY 1, 2, 3 $query$ USING after_journal, upto_journal;
      END $$;
      CREATE FUNCTION jurnal_terbaru() RETURNS SETOF rekap_jurnal LANGUAGE plpgsql STABLE ROWS 100 AS $$
      DECLARE mark rekap_batas;
      BEGIN
        SELECT * INTO STRICT mark FROM rekap_batas;
        RETURN QUERY SELECT * FROM jurnal_antara(mark.ledger_id, 9223372036854775807);
      END $$;
      -- Sums of one key stand in several rows: whoever reads adds up.
      CREATE VIEW buku_besar_harian AS SELECT * FROM rekap_jurnal UNION ALL SELECT * FROM jurnal_terbaru();
    `);
  }

  down = forwardOnly;
}
