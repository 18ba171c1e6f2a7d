import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Sums that are kept instead of worked out again from every row there ever was: receipts per day, collector and channel;
 * bills per period, region, category and due day. Both come from rows that are only ever added (payments, journals of
 * issuing, entries of penalties), up to the last id that was taken in (`rekap_batas`); what came after it is added by the
 * views from the rows themselves. See docs/adr/0040.
 */
export class Rollups0054 implements MigrationInterface {
  readonly name = 'Rollups1760000000054';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, DELTAS, TAILS, VIEWS, DRAFTS]) await db.query(part);
  }

  down = forwardOnly;
}

const TABLES = `
  CREATE TABLE rekap_batas (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    payment_id bigint NOT NULL DEFAULT 0,
    journal_id bigint NOT NULL DEFAULT 0,
    accrual_id bigint NOT NULL DEFAULT 0,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  INSERT INTO rekap_batas DEFAULT VALUES;
  CREATE TABLE rekap_penerimaan (
    business_date date NOT NULL,
    collector_id bigint NOT NULL,
    channel text NOT NULL,
    -- those that were not taken back
    payments bigint NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (business_date, collector_id, channel)
  );
  CREATE TABLE rekap_rekening (
    period text NOT NULL,
    region_id bigint NOT NULL,
    -- 0 is a charge without a category
    tariff_id bigint NOT NULL,
    due_date date NOT NULL,
    issued bigint NOT NULL,
    issued_amount bigint NOT NULL,
    usage_m3 bigint NOT NULL,
    paid bigint NOT NULL,
    paid_amount bigint NOT NULL,
    -- bills that bear a penalty, what was booked, and what of it is on paid bills
    penalties bigint NOT NULL,
    penalty_amount bigint NOT NULL,
    penalty_paid bigint NOT NULL,
    PRIMARY KEY (period, region_id, tariff_id, due_date)
  );
`;

/*
 * What the rows after one id up to another add. Planned for the ids asked for: with a plan for any ids, a second of news
 * would be joined as if it were a third of the books.
 */
const DELTAS = `
  CREATE FUNCTION penerimaan_antara(after_payment bigint, upto_payment bigint)
  RETURNS TABLE (business_date date, collector_id bigint, channel text, payments bigint, amount bigint)
  LANGUAGE plpgsql STABLE ROWS 100 AS $$
  BEGIN
    RETURN QUERY EXECUTE $query$
      SELECT s.business_date, s.collector_id, s.channel, sum(s.sign)::bigint, sum(s.sign * s.amount)::bigint
      FROM (
        SELECT p.business_date, p.collector_id, p.channel, 1 AS sign, p.amount
        FROM pembayaran p WHERE p.kind = 'PAYMENT' AND p.id > $1 AND p.id <= $2
        UNION ALL
        SELECT o.business_date, o.collector_id, o.channel, -1, o.amount
        FROM pembayaran r JOIN pembayaran o ON o.id = r.reversal_of
        WHERE r.kind = 'REVERSAL' AND o.kind = 'PAYMENT' AND r.id > $1 AND r.id <= $2
      ) s GROUP BY 1, 2, 3 $query$ USING after_payment, upto_payment;
  END $$;

  CREATE FUNCTION rekening_antara(after_payment bigint, upto_payment bigint, after_journal bigint, upto_journal bigint,
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
      SELECT b.period, c.region_id, coalesce(b.tariff_id, v.tariff_id, 0), b.due_date, sum(m.issued)::bigint,
        sum(m.issued * b.principal)::bigint, sum(m.issued * b.usage_m3)::bigint, sum(m.paid)::bigint, sum(m.paid * b.principal)::bigint,
        sum(m.penalties)::bigint, sum(m.penalty_amount)::bigint, sum(m.penalty_paid)::bigint
      FROM moved m JOIN tagihan b ON b.id = m.bill_id AND b.kind <> 'INSTALMENT'
        JOIN pelanggan c ON c.id = b.customer_id LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
      GROUP BY 1, 2, 3, 4 $query$
      USING after_payment, upto_payment, after_journal, upto_journal, after_accrual, upto_accrual;
  END $$;
`;

/* A STABLE function sees what the statement sees that calls it: the sums, the mark and the rows after it belong together. */
const TAILS = `
  CREATE FUNCTION penerimaan_terbaru() RETURNS SETOF rekap_penerimaan LANGUAGE plpgsql STABLE ROWS 100 AS $$
  DECLARE mark rekap_batas;
  BEGIN
    SELECT * INTO STRICT mark FROM rekap_batas;
    RETURN QUERY SELECT * FROM penerimaan_antara(mark.payment_id, 9223372036854775807);
  END $$;

  CREATE FUNCTION rekening_terbaru() RETURNS SETOF rekap_rekening LANGUAGE plpgsql STABLE ROWS 100 AS $$
  DECLARE mark rekap_batas;
  BEGIN
    SELECT * INTO STRICT mark FROM rekap_batas;
    RETURN QUERY SELECT * FROM rekening_antara(mark.payment_id, 9223372036854775807, mark.journal_id, 9223372036854775807,
      mark.accrual_id, 9223372036854775807);
  END $$;
`;

/*
 * Few, and read as they stand: instalments, which are booked with the plan they belong to; bills that were issued and then
 * cancelled or replaced, which are taken off again; what was waived, which is kept in the penalty.
 */
const VIEWS = `
  CREATE INDEX tagihan_instalments ON tagihan (id) WHERE kind = 'INSTALMENT';
  CREATE INDEX tagihan_ended ON tagihan (id) WHERE state IN ('CANCELLED', 'REPLACED_BY');
  CREATE INDEX denda_waived ON denda (bill_id) WHERE waived > 0;

  CREATE VIEW penerimaan_harian AS
    SELECT business_date, collector_id, channel, sum(payments)::bigint AS payments, sum(amount)::bigint AS amount
    FROM (SELECT * FROM rekap_penerimaan UNION ALL SELECT * FROM penerimaan_terbaru()) s
    GROUP BY 1, 2, 3 HAVING sum(payments) <> 0 OR sum(amount) <> 0;

  -- Sums of one key stand in several rows: whoever reads adds up.
  CREATE VIEW rekening_periode AS
    SELECT r.*, 0::bigint AS waived_open, 0::bigint AS waived_paid FROM rekap_rekening r
    UNION ALL SELECT t.*, 0, 0 FROM rekening_terbaru() t
    UNION ALL
    SELECT b.period, c.region_id, coalesce(b.tariff_id, 0), b.due_date, 1, b.principal, b.usage_m3, (b.state = 'PAID')::int,
      CASE WHEN b.state = 'PAID' THEN b.principal ELSE 0 END, (d.bill_id IS NOT NULL)::int, coalesce(d.amount, 0),
      CASE WHEN b.state = 'PAID' THEN coalesce(d.amount, 0) ELSE 0 END, 0, 0
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id LEFT JOIN denda d ON d.bill_id = b.id
    WHERE b.kind = 'INSTALMENT' AND b.state IN ('ISSUED', 'PAID')
    UNION ALL
    SELECT b.period, c.region_id, coalesce(b.tariff_id, v.tariff_id, 0), b.due_date, -1, -b.principal, -b.usage_m3, 0, 0,
      -(d.bill_id IS NOT NULL)::int, -coalesce(d.amount, 0), 0, 0, 0
    FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
      LEFT JOIN denda d ON d.bill_id = b.id
    WHERE b.state IN ('CANCELLED', 'REPLACED_BY') AND b.issued_at IS NOT NULL AND b.kind <> 'INSTALMENT'
    UNION ALL
    SELECT b.period, c.region_id, coalesce(b.tariff_id, v.tariff_id, 0), b.due_date, 0, 0, 0, 0, 0, 0, 0, 0,
      CASE WHEN b.state = 'ISSUED' THEN d.waived ELSE 0 END, CASE WHEN b.state = 'PAID' THEN d.waived ELSE 0 END
    FROM denda d JOIN tagihan b ON b.id = d.bill_id JOIN pelanggan c ON c.id = b.customer_id
      LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
    WHERE d.waived > 0 AND b.state IN ('ISSUED', 'PAID');
`;

/* The preview of a run adds up every draft of a month and shows the highest. */
const DRAFTS = `
  CREATE INDEX tagihan_drafts ON tagihan (period, principal, id) INCLUDE (usage_m3, due_date, customer_id, tariff_version_id)
    WHERE state = 'DRAFT';
`;
