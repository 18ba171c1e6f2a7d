import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What is left off a penalty nobody pays yet counts as waived, as in every list: see `denda_terutang`. */
export class OwedInRollups0166 implements MigrationInterface {
  readonly name = 'OwedInRollups1760000000166';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
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
          CASE WHEN b.state = 'ISSUED' THEN d.amount - denda_terutang(d.amount, d.waived, d.excess_waived) ELSE 0 END,
          CASE WHEN b.state = 'PAID' THEN d.waived ELSE 0 END
        FROM denda d JOIN tagihan b ON b.id = d.bill_id JOIN pelanggan c ON c.id = b.customer_id
          LEFT JOIN riwayat_letak l ON l.customer_id = b.customer_id AND l.from_period <= b.period AND b.period < l.until_period
          LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
        WHERE (d.waived > 0 OR d.excess_waived > 0) AND b.state IN ('ISSUED', 'PAID');
    `);
  }

  down = forwardOnly;
}
