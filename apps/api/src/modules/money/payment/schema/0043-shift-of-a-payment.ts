import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Cash is taken in a shift. The shift is locked behind the reference and before the customers, against its closing only:
 * a payment that comes first is counted, one that comes later finds it closed. See docs/adr/0035.
 */
export class ShiftOfAPayment0043 implements MigrationInterface {
  readonly name = 'ShiftOfAPayment1760000000043';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pembayaran ADD COLUMN shift_id bigint,
        ADD CONSTRAINT pembayaran_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES shift_kas NOT VALID,
        ADD CONSTRAINT pembayaran_shift_check CHECK ((channel = 'CASH') = (shift_id IS NOT NULL)) NOT VALID;
      ALTER TABLE pembayaran VALIDATE CONSTRAINT pembayaran_shift_id_fkey;
      ALTER TABLE pembayaran VALIDATE CONSTRAINT pembayaran_shift_check;
      CREATE INDEX pembayaran_shift ON pembayaran (shift_id) WHERE shift_id IS NOT NULL;
    `);
    await db.query(LOCK_BASKET);
    await db.query(LOCK_PAYMENT);
  }

  down = forwardOnly;
}

/** As lock_payment, for all water bills of a basket: every reference and every customer, or none. */
const LOCK_BASKET = `
  CREATE FUNCTION lock_basket(p_collector_id bigint, p_references text[], p_shift_id bigint, p_cashier_id bigint, p_customers text[],
    p_bill_numbers text[], p_wait int)
  RETURNS json LANGUAGE plpgsql VOLATILE AS $$
  DECLARE
    v_until timestamptz := clock_timestamp() + p_wait * interval '1 millisecond';
    v_bound json;
    v_open boolean;
    v_customers bigint[] := '{}';
  BEGIN
    PERFORM wait_until(v_until);
    PERFORM pg_advisory_xact_lock(reference_lock_key(p_collector_id, r)) FROM unnest(p_references) WITH ORDINALITY AS i (r, n) ORDER BY n;
    SELECT coalesce(json_agg(json_build_object('n', i.n, 'outcome', r.outcome, 'fingerprint', r.fingerprint,
             'payment_id', r.payment_id, 'answer', r.answer,
             'reversed', EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = r.payment_id))), '[]')
      INTO v_bound
      FROM unnest(p_references) WITH ORDINALITY AS i (reference, n)
      JOIN bank_reference r ON r.collector_id = p_collector_id AND r.bank_reference = i.reference;
    IF json_array_length(v_bound) = 0 THEN
      PERFORM wait_until(v_until);
      PERFORM FROM shift_kas WHERE id = p_shift_id AND drawer_id = p_collector_id AND cashier_id = p_cashier_id AND state = 'OPEN'
        FOR KEY SHARE;
      v_open := FOUND;
      IF v_open THEN
        PERFORM wait_until(v_until);
        v_customers := ARRAY(SELECT c.id FROM pelanggan c WHERE c.customer_number = ANY (p_customers) ORDER BY c.id FOR NO KEY UPDATE);
        PERFORM wait_until(v_until);
        PERFORM FROM tagihan b WHERE b.customer_id = ANY (v_customers) AND b.state = 'ISSUED' ORDER BY b.id FOR NO KEY UPDATE;
      END IF;
    END IF;
    PERFORM locks_taken();
    RETURN (SELECT json_build_object(
      'bound', v_bound,
      'open', v_open,
      'customers', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'customer_number', c.customer_number, 'name', c.name,
          'bills', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'bill_number', b.bill_number, 'period', b.period,
              'tariff_code', bt.code, 'kind', b.kind, 'principal', b.principal, 'disputed', b.disputed, 'due_date', b.due_date,
              'penalty', coalesce(d.amount, 0), 'waived', coalesce(d.waived, 0)) ORDER BY b.due_date, b.bill_number), '[]')
            FROM tagihan b LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
            LEFT JOIN tarif bt ON bt.id = coalesce(v.tariff_id, b.tariff_id)
            LEFT JOIN denda d ON d.bill_id = b.id WHERE b.customer_id = c.id AND b.state = 'ISSUED'))), '[]')
        FROM pelanggan c WHERE c.id = ANY (v_customers)),
      'settled', (SELECT coalesce(json_agg(json_build_object('bill_number', b.bill_number, 'period', b.period,
          'state', b.state, 'principal', b.principal)), '[]')
        FROM tagihan b WHERE b.bill_number = ANY (p_bill_numbers) AND b.customer_id = ANY (v_customers)
          AND b.state NOT IN ('ISSUED', 'CANCELLED')),
      'ids', (SELECT json_agg(json_build_object('payment_id', nextval(pg_get_serial_sequence('pembayaran', 'id')),
          'journal_id', nextval(pg_get_serial_sequence('jurnal', 'id')))) FROM generate_series(1, cardinality(p_references)))));
  END $$;
`;

/** A single payment of a counter takes the lock of its drawer's shift where a partner's takes that of its deposit. */
const LOCK_PAYMENT = `
  DO $migration$
  DECLARE
    body text := pg_get_functiondef('lock_payment'::regproc);
    anchor text := 'PERFORM FROM deposit_mitra WHERE collector_id = p_collector_id FOR NO KEY UPDATE;';
    shift text := 'PERFORM FROM shift_kas WHERE drawer_id = p_collector_id AND state = ''OPEN'' FOR KEY SHARE;
          PERFORM wait_until(v_until);
          ';
  BEGIN
    IF position(anchor IN body) = 0 THEN
      RAISE EXCEPTION 'lock_payment is not as expected';
    END IF;
    EXECUTE replace(body, anchor, shift || anchor);
  END $migration$;
`;
