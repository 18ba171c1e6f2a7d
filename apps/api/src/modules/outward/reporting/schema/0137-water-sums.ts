import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * What the reports of water ask of every bill there ever was, kept as the other sums are (docs/adr/0040): water billed per
 * period, region and category, and bills of water paid per period, region, due day and business day of their payment. With
 * marks of their own, because the books are there before them.
 */
export class WaterSums0137 implements MigrationInterface {
  readonly name = 'WaterSums1760000000137';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, DELTAS, VIEWS, OPEN_BILLS]) await db.query(part);
  }

  down = forwardOnly;
}

const TABLES = `
  ALTER TABLE rekap_batas ADD COLUMN water_payment_id bigint NOT NULL DEFAULT 0, ADD COLUMN water_journal_id bigint NOT NULL DEFAULT 0;
  CREATE TABLE rekap_pemakaian (
    period text NOT NULL,
    region_id bigint NOT NULL,
    tariff_id bigint NOT NULL,
    bills bigint NOT NULL,
    usage_m3 bigint NOT NULL,
    water_amount bigint NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (period, region_id, tariff_id)
  );
  CREATE TABLE rekap_pelunasan (
    period text NOT NULL,
    region_id bigint NOT NULL,
    due_date date NOT NULL,
    -- the business day of the payment; a payment that is taken back leaves its own day
    paid_on date NOT NULL,
    bills bigint NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (period, region_id, due_date, paid_on)
  );
`;

const DELTAS = `
  CREATE FUNCTION pemakaian_antara(after_journal bigint, upto_journal bigint) RETURNS SETOF rekap_pemakaian
  LANGUAGE plpgsql STABLE ROWS 100 AS $$
  BEGIN
    RETURN QUERY EXECUTE $query$
      SELECT b.period, c.region_id, v.tariff_id, count(*), sum(b.usage_m3)::bigint, sum(b.water_amount)::bigint, sum(b.principal)::bigint
      FROM jurnal j JOIN tagihan b ON b.id = j.entity_id JOIN pelanggan c ON c.id = b.customer_id
        JOIN tarif_versi v ON v.id = b.tariff_version_id
      WHERE j.event = 'bill.issued' AND j.entity_type = 'tagihan' AND j.id > $1 AND j.id <= $2 AND b.kind = 'WATER'
      GROUP BY 1, 2, 3 $query$ USING after_journal, upto_journal;
  END $$;

  CREATE FUNCTION pelunasan_antara(after_payment bigint, upto_payment bigint) RETURNS SETOF rekap_pelunasan
  LANGUAGE plpgsql STABLE ROWS 100 AS $$
  BEGIN
    RETURN QUERY EXECUTE $query$
      SELECT b.period, c.region_id, b.due_date, m.paid_on, sum(m.sign)::bigint, sum(m.sign * b.principal)::bigint
      FROM (
        SELECT a.bill_id, p.business_date AS paid_on, 1 AS sign
        FROM pembayaran p JOIN pembayaran_alokasi a ON a.payment_id = p.id
        WHERE p.kind <> 'REVERSAL' AND a.kind = 'BILL' AND p.id > $1 AND p.id <= $2
        UNION ALL
        SELECT a.bill_id, o.business_date, -1
        FROM pembayaran r JOIN pembayaran o ON o.id = r.reversal_of JOIN pembayaran_alokasi a ON a.payment_id = o.id
        WHERE r.kind = 'REVERSAL' AND a.kind = 'BILL' AND r.id > $1 AND r.id <= $2
      ) m JOIN tagihan b ON b.id = m.bill_id AND b.kind = 'WATER' JOIN pelanggan c ON c.id = b.customer_id
      GROUP BY 1, 2, 3, 4 $query$ USING after_payment, upto_payment;
  END $$;

  CREATE FUNCTION pemakaian_terbaru() RETURNS SETOF rekap_pemakaian LANGUAGE plpgsql STABLE ROWS 100 AS $$
  DECLARE mark rekap_batas;
  BEGIN
    SELECT * INTO STRICT mark FROM rekap_batas;
    RETURN QUERY SELECT * FROM pemakaian_antara(mark.water_journal_id, 9223372036854775807);
  END $$;

  CREATE FUNCTION pelunasan_terbaru() RETURNS SETOF rekap_pelunasan LANGUAGE plpgsql STABLE ROWS 100 AS $$
  DECLARE mark rekap_batas;
  BEGIN
    SELECT * INTO STRICT mark FROM rekap_batas;
    RETURN QUERY SELECT * FROM pelunasan_antara(mark.water_payment_id, 9223372036854775807);
  END $$;
`;

/*
 * Sums of one key stand in several rows: whoever reads adds up. Cancelled bills are few and are taken off as they stand;
 * those that others took the place of (a plan of instalments) were billed and stay, and are told apart.
 */
const VIEWS = `
  CREATE VIEW pemakaian_air AS
    SELECT s.*, 0::bigint AS replaced, 0::bigint AS replaced_amount
    FROM (SELECT * FROM rekap_pemakaian UNION ALL SELECT * FROM pemakaian_terbaru()) s
    UNION ALL
    SELECT b.period, c.region_id, v.tariff_id, -1, -b.usage_m3, -b.water_amount, -b.principal, 0, 0
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id JOIN tarif_versi v ON v.id = b.tariff_version_id
    WHERE b.state = 'CANCELLED' AND b.issued_at IS NOT NULL AND b.kind = 'WATER'
    UNION ALL
    SELECT b.period, c.region_id, v.tariff_id, 0, 0, 0, 0, 1, b.principal
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id JOIN tarif_versi v ON v.id = b.tariff_version_id
    WHERE b.state = 'REPLACED_BY' AND b.issued_at IS NOT NULL AND b.kind = 'WATER';

  CREATE VIEW pelunasan_air AS SELECT * FROM rekap_pelunasan UNION ALL SELECT * FROM pelunasan_terbaru();
`;

/* Arrears of each customer are added up in the order of this index, without a look at the bills. */
const OPEN_BILLS = `
  CREATE INDEX tagihan_open_sums ON tagihan (customer_id, period) INCLUDE (id, due_date, principal) WHERE state = 'ISSUED';
  DROP INDEX tagihan_open;
  ALTER INDEX tagihan_open_sums RENAME TO tagihan_open;
`;
