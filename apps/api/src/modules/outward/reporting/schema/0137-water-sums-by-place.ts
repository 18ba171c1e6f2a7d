import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The sums of water stand under the region their month lies in, as those of bills do. See docs/adr/0063. */
export class WaterSumsByPlace0137 implements MigrationInterface {
  readonly name = 'WaterSumsByPlace1760000000137';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [DELTAS, VIEW]) await db.query(part);
  }

  down = forwardOnly;
}

const DELTAS = `
  CREATE OR REPLACE FUNCTION pemakaian_antara(after_journal bigint, upto_journal bigint) RETURNS SETOF rekap_pemakaian
  LANGUAGE plpgsql STABLE ROWS 100 AS $$
  BEGIN
    RETURN QUERY EXECUTE $query$
      SELECT b.period, coalesce(l.region_id, c.region_id), v.tariff_id, count(*), sum(b.usage_m3)::bigint, sum(b.water_amount)::bigint, sum(b.principal)::bigint
      FROM jurnal j JOIN tagihan b ON b.id = j.entity_id JOIN pelanggan c ON c.id = b.customer_id
        LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period
        JOIN tarif_versi v ON v.id = b.tariff_version_id
      WHERE j.event = 'bill.issued' AND j.entity_type = 'tagihan' AND j.id > $1 AND j.id <= $2 AND b.kind = 'WATER'
      GROUP BY 1, 2, 3 $query$ USING after_journal, upto_journal;
  END $$;

  CREATE OR REPLACE FUNCTION pelunasan_antara(after_payment bigint, upto_payment bigint) RETURNS SETOF rekap_pelunasan
  LANGUAGE plpgsql STABLE ROWS 100 AS $$
  BEGIN
    RETURN QUERY EXECUTE $query$
      SELECT b.period, coalesce(l.region_id, c.region_id), b.due_date, m.paid_on, sum(m.sign)::bigint, sum(m.sign * b.principal)::bigint
      FROM (
        SELECT a.bill_id, p.business_date AS paid_on, 1 AS sign
        FROM pembayaran p JOIN pembayaran_alokasi a ON a.payment_id = p.id
        WHERE p.kind <> 'REVERSAL' AND a.kind = 'BILL' AND p.id > $1 AND p.id <= $2
        UNION ALL
        SELECT a.bill_id, o.business_date, -1
        FROM pembayaran r JOIN pembayaran o ON o.id = r.reversal_of JOIN pembayaran_alokasi a ON a.payment_id = o.id
        WHERE r.kind = 'REVERSAL' AND a.kind = 'BILL' AND r.id > $1 AND r.id <= $2
      ) m JOIN tagihan b ON b.id = m.bill_id AND b.kind = 'WATER' JOIN pelanggan c ON c.id = b.customer_id
        LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period
      GROUP BY 1, 2, 3, 4 $query$ USING after_payment, upto_payment;
  END $$;
`;

const VIEW = `
  CREATE OR REPLACE VIEW pemakaian_air AS
    SELECT s.*, 0::bigint AS replaced, 0::bigint AS replaced_amount
    FROM (SELECT * FROM rekap_pemakaian UNION ALL SELECT * FROM pemakaian_terbaru()) s
    UNION ALL
    SELECT b.period, coalesce(l.region_id, c.region_id), v.tariff_id, -1, -b.usage_m3, -b.water_amount, -b.principal, 0, 0
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
      LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period JOIN tarif_versi v ON v.id = b.tariff_version_id
    WHERE b.state = 'CANCELLED' AND b.issued_at IS NOT NULL AND b.kind = 'WATER'
    UNION ALL
    SELECT b.period, coalesce(l.region_id, c.region_id), v.tariff_id, 0, 0, 0, 0, 1, b.principal
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
      LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period JOIN tarif_versi v ON v.id = b.tariff_version_id
    WHERE b.state = 'REPLACED_BY' AND b.issued_at IS NOT NULL AND b.kind = 'WATER';
`;
