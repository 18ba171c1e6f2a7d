import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * What each customer owes past its due day, kept as the other sums are, so that the largest arrears and the numbers of bills
 * are not added up from every open bill of a million customers. What is kept is never right or wrong by how old it is: whoever
 * reads asks those anew of whom something came since. See docs/adr/0127.
 */
export class ArrearsOfCustomers0232 implements MigrationInterface {
  readonly name = 'ArrearsOfCustomers1760000000232';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, SILENT_CHANGES, CHANGED, NOW]) await db.query(part);
  }

  down = forwardOnly;
}

const TABLES = `
  ALTER TABLE rekap_batas ADD COLUMN arrears_journal_id bigint NOT NULL DEFAULT 0, ADD COLUMN arrears_accrual_id bigint NOT NULL DEFAULT 0,
    -- bills due before this day are late in what is kept
    ADD COLUMN arrears_day date NOT NULL DEFAULT '-infinity',
    -- the day that is being gone over to, and the customer up to whom it is reached
    ADD COLUMN arrears_next date,
    ADD COLUMN arrears_customer bigint;
  CREATE TABLE rekap_tunggakan (
    customer_id bigint PRIMARY KEY REFERENCES pelanggan,
    -- where the customer lives today
    region_id bigint NOT NULL,
    sheets bigint NOT NULL,
    oldest text NOT NULL,
    principal bigint NOT NULL,
    penalty bigint NOT NULL
  );
  CREATE TABLE rekap_tunggakan_ulang (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES pelanggan
  );
  CREATE INDEX rekap_tunggakan_ulang_customer ON rekap_tunggakan_ulang (customer_id);
`;

/*
 * Issuing, payment, reversal and correction are booked, penalties have their entries: those say by their ids of whom they are.
 * A plan of instalments, what is left off a penalty and a move to another region have no journal, and say so here. Only ever
 * added to: a row that is not over yet must not hide behind one that is just being taken away.
 */
const SILENT_CHANGES = `
  CREATE FUNCTION tunggakan_rekening_berubah() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO rekap_tunggakan_ulang (customer_id) VALUES (NEW.customer_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER tagihan_arrears_planned AFTER INSERT ON tagihan FOR EACH ROW WHEN (NEW.kind = 'INSTALMENT')
    EXECUTE FUNCTION tunggakan_rekening_berubah();
  CREATE TRIGGER tagihan_arrears_replaced AFTER UPDATE OF state ON tagihan FOR EACH ROW
    WHEN (NEW.kind = 'INSTALMENT' OR NEW.state = 'REPLACED_BY' OR OLD.state = 'REPLACED_BY')
    EXECUTE FUNCTION tunggakan_rekening_berubah();
  CREATE FUNCTION tunggakan_denda_berubah() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO rekap_tunggakan_ulang (customer_id) SELECT customer_id FROM tagihan WHERE id = NEW.bill_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER denda_arrears_waived AFTER UPDATE OF waived, excess_waived ON denda FOR EACH ROW
    WHEN ((NEW.waived, NEW.excess_waived) IS DISTINCT FROM (OLD.waived, OLD.excess_waived))
    EXECUTE FUNCTION tunggakan_denda_berubah();
  CREATE FUNCTION tunggakan_pelanggan_pindah() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO rekap_tunggakan_ulang (customer_id) VALUES (NEW.id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER pelanggan_arrears_moved AFTER UPDATE OF region_id ON pelanggan FOR EACH ROW
    WHEN (NEW.region_id <> OLD.region_id) EXECUTE FUNCTION tunggakan_pelanggan_pindah();
`;

/* Planned for the ids asked for, as the other news is. */
const CHANGED = `
  CREATE FUNCTION tunggakan_antara(after_journal bigint, upto_journal bigint, after_accrual bigint, upto_accrual bigint)
  RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 100 AS $$
  BEGIN
    RETURN QUERY EXECUTE $query$
      SELECT l.customer_id FROM jurnal_baris l WHERE l.journal_id > $1 AND l.journal_id <= $2 AND l.customer_id IS NOT NULL
      UNION
      SELECT b.customer_id FROM denda_rincian r JOIN tagihan b ON b.id = r.bill_id WHERE r.id > $3 AND r.id <= $4
      $query$ USING after_journal, upto_journal, after_accrual, upto_accrual;
  END $$;

  -- Of whom what is kept may not be so on that day.
  CREATE FUNCTION tunggakan_berubah(today date) RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 100 AS $$
  DECLARE mark rekap_batas;
  BEGIN
    SELECT * INTO STRICT mark FROM rekap_batas;
    RETURN QUERY EXECUTE $query$
      SELECT t.customer_id FROM tunggakan_antara($1, 9223372036854775807, $2, 9223372036854775807) AS t (customer_id)
      UNION
      SELECT u.customer_id FROM rekap_tunggakan_ulang u
      UNION
      SELECT b.customer_id FROM tagihan b WHERE b.state = 'ISSUED' AND b.due_date >= $3 AND b.due_date < $4
      $query$ USING mark.arrears_journal_id, mark.arrears_accrual_id, least(mark.arrears_day, mark.arrears_next, today),
        greatest(mark.arrears_day, mark.arrears_next, today);
  END $$;
`;

/* What is owed past its due day on that day, by customer: what is kept, but for those of whom there is news. */
const NOW = `
  CREATE FUNCTION tunggakan_kini(today date)
  RETURNS TABLE (customer_id bigint, region_id bigint, sheets bigint, oldest text, principal bigint, penalty bigint) LANGUAGE sql STABLE AS $$
    WITH changed AS MATERIALIZED (SELECT c.customer_id FROM tunggakan_berubah(today) AS c (customer_id))
    SELECT k.customer_id, k.region_id, k.sheets, k.oldest, k.principal, k.penalty FROM rekap_tunggakan k
    WHERE NOT EXISTS (SELECT FROM changed c WHERE c.customer_id = k.customer_id)
    UNION ALL
    SELECT b.customer_id, p.region_id, count(*), min(b.period), sum(b.principal)::bigint,
      coalesce(sum(denda_terutang(d.amount, d.waived, d.excess_waived)), 0)::bigint
    FROM changed c JOIN tagihan b ON b.customer_id = c.customer_id AND b.state = 'ISSUED' AND b.due_date < today
      JOIN pelanggan p ON p.id = c.customer_id LEFT JOIN denda d ON d.bill_id = b.id
    GROUP BY b.customer_id, p.region_id
  $$;
`;
