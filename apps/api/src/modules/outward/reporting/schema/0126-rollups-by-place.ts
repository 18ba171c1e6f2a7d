import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Sums of bills stand under the region their month lies in, not under today's of the customer. Nobody had moved before, so
 * what was taken in already stands where it belongs. See docs/adr/0063.
 */
export class RollupsByPlace0126 implements MigrationInterface {
  readonly name = 'RollupsByPlace1760000000126';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [DELTA, VIEW]) await db.query(part);
  }

  down = forwardOnly;
}

const DELTA = `
  CREATE OR REPLACE FUNCTION rekening_antara(after_payment bigint, upto_payment bigint, after_journal bigint, upto_journal bigint,
    after_accrual bigint, upto_accrual bigint)
  RETURNS TABLE (period text, region_id bigint, tariff_id bigint, due_date date, issued bigint, issued_amount bigint, usage_m3 bigint,
    paid bigint, paid_amount bigint, penalties bigint, penalty_amount bigint, penalty_paid bigint)
  LANGUAGE plpgsql STABLE ROWS 100 AS $$
  BEGIN
    RETURN QUERY EXECUTE $query$
      WITH moved AS (
        SELECT j.entity_id AS bill_id, 1 AS issued, 0 AS paid, 0 AS penalties, 0::bigint AS penalty_amount, 0::bigint AS penalty_paid
        FROM jurnal j WHERE j.event = 'bill.issued' AND j.entity_type = 'tagihan' AND j.id > $3 AND j.id <= $4
        UNION ALL
        SELECT a.bill_id, 0, 1, 0, 0, a.penalty
        FROM pembayaran p JOIN pembayaran_alokasi a ON a.payment_id = p.id
        WHERE p.kind <> 'REVERSAL' AND a.kind = 'BILL' AND p.id > $1 AND p.id <= $2
        UNION ALL
        SELECT a.bill_id, 0, -1, 0, 0, -a.penalty
        FROM pembayaran r JOIN pembayaran_alokasi a ON a.payment_id = r.reversal_of
        WHERE r.kind = 'REVERSAL' AND a.kind = 'BILL' AND r.id > $1 AND r.id <= $2
        UNION ALL
        -- the first entry of a penalty is all there is of it
        SELECT e.bill_id, 0, 0, (e.amount = e.cumulative)::int, e.amount, 0
        FROM denda_rincian e WHERE e.id > $5 AND e.id <= $6
      )
      SELECT b.period, coalesce(l.region_id, c.region_id), coalesce(b.tariff_id, v.tariff_id, 0), b.due_date, sum(m.issued)::bigint,
        sum(m.issued * b.principal)::bigint, sum(m.issued * b.usage_m3)::bigint, sum(m.paid)::bigint, sum(m.paid * b.principal)::bigint,
        sum(m.penalties)::bigint, sum(m.penalty_amount)::bigint, sum(m.penalty_paid)::bigint
      FROM moved m JOIN tagihan b ON b.id = m.bill_id AND b.kind <> 'INSTALMENT'
        JOIN pelanggan c ON c.id = b.customer_id
        LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period
        LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
      GROUP BY 1, 2, 3, 4 $query$
      USING after_payment, upto_payment, after_journal, upto_journal, after_accrual, upto_accrual;
  END $$;
`;

const VIEW = `
  -- Sums of one key stand in several rows: whoever reads adds up.
  CREATE OR REPLACE VIEW rekening_periode AS
    SELECT r.*, 0::bigint AS waived_open, 0::bigint AS waived_paid FROM rekap_rekening r
    UNION ALL SELECT t.*, 0, 0 FROM rekening_terbaru() t
    UNION ALL
    SELECT b.period, coalesce(l.region_id, c.region_id), coalesce(b.tariff_id, 0), b.due_date, 1, b.principal, b.usage_m3, (b.state = 'PAID')::int,
      CASE WHEN b.state = 'PAID' THEN b.principal ELSE 0 END, (d.bill_id IS NOT NULL)::int, coalesce(d.amount, 0),
      CASE WHEN b.state = 'PAID' THEN coalesce(d.amount, 0) ELSE 0 END, 0, 0
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
      LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period
      LEFT JOIN denda d ON d.bill_id = b.id
    WHERE b.kind = 'INSTALMENT' AND b.state IN ('ISSUED', 'PAID')
    UNION ALL
    SELECT b.period, coalesce(l.region_id, c.region_id), coalesce(b.tariff_id, v.tariff_id, 0), b.due_date, -1, -b.principal, -b.usage_m3, 0, 0,
      -(d.bill_id IS NOT NULL)::int, -coalesce(d.amount, 0), 0, 0, 0
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
      LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period
      LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
      LEFT JOIN denda d ON d.bill_id = b.id
    WHERE b.state IN ('CANCELLED', 'REPLACED_BY') AND b.issued_at IS NOT NULL AND b.kind <> 'INSTALMENT'
    UNION ALL
    SELECT b.period, coalesce(l.region_id, c.region_id), coalesce(b.tariff_id, v.tariff_id, 0), b.due_date, 0, 0, 0, 0, 0, 0, 0, 0,
      CASE WHEN b.state = 'ISSUED' THEN d.waived ELSE 0 END, CASE WHEN b.state = 'PAID' THEN d.waived ELSE 0 END
    FROM denda d JOIN tagihan b ON b.id = d.bill_id JOIN pelanggan c ON c.id = b.customer_id
      LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period
      LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
    WHERE d.waived > 0 AND b.state IN ('ISSUED', 'PAID');
`;
