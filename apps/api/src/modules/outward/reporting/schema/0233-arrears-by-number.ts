import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * How many customers of a region are late with how many bills, kept beside what each of them owes, so that nobody counts a
 * million rows for six lines. And one definition of what is asked anew, by whoever reads and whoever keeps. See docs/adr/0127.
 */
export class ArrearsByNumber0233 implements MigrationInterface {
  readonly name = 'ArrearsByNumber1760000000233';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [ASKED_ANEW, NOW, NUMBERS, NUMBERS_NOW, LARGEST]) await db.query(part);
  }

  down = forwardOnly;
}

/* What some customers, each named once, owe past its due day, from their bills; nothing of those who owe nothing. */
const ASKED_ANEW = `
  CREATE FUNCTION tunggakan_dari(customers bigint[], today date)
  RETURNS TABLE (customer_id bigint, region_id bigint, sheets bigint, oldest text, principal bigint, penalty bigint) LANGUAGE sql STABLE AS $$
    SELECT b.customer_id, p.region_id, count(*), min(b.period), sum(b.principal)::bigint,
      coalesce(sum(denda_terutang(d.amount, d.waived, d.excess_waived)), 0)::bigint
    FROM unnest(customers) AS c (customer_id) JOIN tagihan b ON b.customer_id = c.customer_id AND b.state = 'ISSUED' AND b.due_date < today
      JOIN pelanggan p ON p.id = c.customer_id LEFT JOIN denda d ON d.bill_id = b.id
    GROUP BY b.customer_id, p.region_id
  $$;
`;

const NOW = `
  CREATE OR REPLACE FUNCTION tunggakan_kini(today date)
  RETURNS TABLE (customer_id bigint, region_id bigint, sheets bigint, oldest text, principal bigint, penalty bigint) LANGUAGE sql STABLE AS $$
    WITH changed AS MATERIALIZED (SELECT c.customer_id FROM tunggakan_berubah(today) AS c (customer_id))
    SELECT k.customer_id, k.region_id, k.sheets, k.oldest, k.principal, k.penalty FROM rekap_tunggakan k
    WHERE NOT EXISTS (SELECT FROM changed c WHERE c.customer_id = k.customer_id)
    UNION ALL
    SELECT a.* FROM tunggakan_dari(ARRAY(SELECT c.customer_id FROM changed c), today) a
  $$;
`;

/* Kept by the database itself with the rows it counts: only the one who takes the news in writes those, so nobody waits here. */
const NUMBERS = `
  CREATE TABLE rekap_tunggakan_lembar (
    region_id bigint NOT NULL,
    sheets bigint NOT NULL,
    customers bigint NOT NULL,
    principal bigint NOT NULL,
    penalty bigint NOT NULL,
    PRIMARY KEY (region_id, sheets)
  );
  CREATE FUNCTION tunggakan_lembar_ikut() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      INSERT INTO rekap_tunggakan_lembar AS s
      SELECT o.region_id, o.sheets, -count(*), -sum(o.principal), -sum(o.penalty) FROM old_rows o GROUP BY 1, 2
      ON CONFLICT (region_id, sheets) DO UPDATE SET customers = s.customers + excluded.customers,
        principal = s.principal + excluded.principal, penalty = s.penalty + excluded.penalty;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      INSERT INTO rekap_tunggakan_lembar AS s
      SELECT n.region_id, n.sheets, count(*), sum(n.principal), sum(n.penalty) FROM new_rows n GROUP BY 1, 2
      ON CONFLICT (region_id, sheets) DO UPDATE SET customers = s.customers + excluded.customers,
        principal = s.principal + excluded.principal, penalty = s.penalty + excluded.penalty;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER rekap_tunggakan_added AFTER INSERT ON rekap_tunggakan REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tunggakan_lembar_ikut();
  CREATE TRIGGER rekap_tunggakan_changed AFTER UPDATE ON rekap_tunggakan REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tunggakan_lembar_ikut();
  CREATE TRIGGER rekap_tunggakan_gone AFTER DELETE ON rekap_tunggakan REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tunggakan_lembar_ikut();
  INSERT INTO rekap_tunggakan_lembar
  SELECT k.region_id, k.sheets, count(*), sum(k.principal), sum(k.penalty) FROM rekap_tunggakan k GROUP BY 1, 2;
`;

/* By region and number of bills: what is kept, without those of whom there is news, and with what they owe now. */
const NUMBERS_NOW = `
  CREATE FUNCTION tunggakan_lembar_kini(today date)
  RETURNS TABLE (region_id bigint, sheets bigint, customers bigint, principal bigint, penalty bigint) LANGUAGE sql STABLE AS $$
    WITH changed AS MATERIALIZED (SELECT c.customer_id FROM tunggakan_berubah(today) AS c (customer_id)), parts AS (
      SELECT s.region_id, s.sheets, s.customers, s.principal, s.penalty FROM rekap_tunggakan_lembar s
      UNION ALL
      SELECT k.region_id, k.sheets, -1, -k.principal, -k.penalty FROM changed c JOIN rekap_tunggakan k ON k.customer_id = c.customer_id
      UNION ALL
      SELECT a.region_id, a.sheets, 1, a.principal, a.penalty
      FROM tunggakan_dari(ARRAY(SELECT c.customer_id FROM changed c), today) a
    )
    SELECT p.region_id, p.sheets, sum(p.customers)::bigint, sum(p.principal)::bigint, sum(p.penalty)::bigint FROM parts p
    GROUP BY p.region_id, p.sheets HAVING sum(p.customers) <> 0
  $$;
`;

/* Whoever owes most is read from its end: of everybody, and of a region. */
const LARGEST = `
  CREATE INDEX rekap_tunggakan_largest ON rekap_tunggakan ((principal + penalty) DESC, customer_id);
  CREATE INDEX rekap_tunggakan_largest_of_region ON rekap_tunggakan (region_id, (principal + penalty) DESC, customer_id);
`;
