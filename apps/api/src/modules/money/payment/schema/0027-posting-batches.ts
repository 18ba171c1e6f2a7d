import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The open bills of a customer, oldest first, with the category each was priced by and the penalty booked so far. */
function openBills(customerId: string): string {
  return `(SELECT coalesce(json_agg(json_build_object('id', b.id, 'bill_number', b.bill_number, 'period', b.period,
      'tariff_code', bt.code, 'kind', b.kind, 'principal', b.principal, 'disputed', b.disputed, 'due_date', b.due_date,
      'penalty', coalesce(d.amount, 0), 'waived', coalesce(d.waived, 0)) ORDER BY b.due_date, b.bill_number), '[]')
    FROM tagihan b LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif bt ON bt.id = coalesce(v.tariff_id, b.tariff_id)
    LEFT JOIN denda d ON d.bill_id = b.id WHERE b.customer_id = ${customerId} AND b.state = 'ISSUED')`;
}

/** The locks of many payments at once, which wait for nothing, and of one, which waits for so long in total. See docs/adr/0016. */
export class PostingBatches0027 implements MigrationInterface {
  readonly name = 'PostingBatches1760000000027';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Set for the rest of the transaction: what a posting may wait and run after its locks are taken.
      CREATE FUNCTION locks_taken() RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM set_config('lock_timeout', '1500', true), set_config('statement_timeout', '1500', true);
      END $$;

      -- One round trip of four statements, each with a snapshot of its own: what was committed before a lock was taken is
      -- seen by the reading that follows. Nothing waits: who is held by another is left out.
      CREATE FUNCTION lock_payments(p_collectors bigint[], p_references text[], p_customers text[], p_bill_numbers text[])
      RETURNS json LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        v_taken boolean[];
        v_bound json;
        v_bound_items bigint[];
        v_wanted text[];
        v_customers bigint[];
        v_bills bigint[];
      BEGIN
        v_taken := (SELECT array_agg(pg_try_advisory_xact_lock(reference_lock_key(i.collector_id, i.reference)) ORDER BY i.n)
          FROM unnest(p_collectors, p_references) WITH ORDINALITY AS i (collector_id, reference, n));
        SELECT coalesce(json_agg(json_build_object('n', i.n, 'outcome', r.outcome, 'fingerprint', r.fingerprint,
                 'payment_id', r.payment_id, 'answer', r.answer,
                 'reversed', EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = r.payment_id))), '[]'),
               coalesce(array_agg(i.n), '{}')
          INTO v_bound, v_bound_items
          FROM unnest(p_collectors, p_references) WITH ORDINALITY AS i (collector_id, reference, n)
          JOIN bank_reference r ON r.collector_id = i.collector_id AND r.bank_reference = i.reference
          WHERE v_taken[i.n];
        v_wanted := ARRAY(SELECT DISTINCT i.customer_number FROM unnest(p_customers) WITH ORDINALITY AS i (customer_number, n)
          WHERE v_taken[i.n] AND i.n <> ALL (v_bound_items));
        v_customers := ARRAY(SELECT c.id FROM pelanggan c WHERE c.customer_number = ANY (v_wanted)
          ORDER BY c.id FOR NO KEY UPDATE SKIP LOCKED);
        v_bills := ARRAY(SELECT b.id FROM tagihan b WHERE b.customer_id = ANY (v_customers) AND b.state = 'ISSUED'
          ORDER BY b.id FOR NO KEY UPDATE SKIP LOCKED);
        PERFORM locks_taken();
        RETURN (SELECT json_build_object(
          'taken', v_taken,
          'bound', v_bound,
          'known', (SELECT coalesce(json_agg(c.customer_number), '[]') FROM pelanggan c WHERE c.customer_number = ANY (v_wanted)),
          -- A customer with an open bill that is not locked is held by another: oldest first must not be decided on a part.
          'customers', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'customer_number', c.customer_number,
              'name', c.name, 'bills', ${openBills('c.id')})), '[]')
            FROM pelanggan c WHERE c.id = ANY (v_customers) AND NOT EXISTS (
              SELECT FROM tagihan b WHERE b.customer_id = c.id AND b.state = 'ISSUED' AND b.id <> ALL (v_bills))),
          'settled', (SELECT coalesce(json_agg(json_build_object('bill_number', b.bill_number, 'period', b.period,
              'state', b.state, 'principal', b.principal)), '[]')
            FROM tagihan b WHERE b.bill_number = ANY (p_bill_numbers) AND b.customer_id = ANY (v_customers)
              AND b.state NOT IN ('ISSUED', 'CANCELLED')),
          'ids', (SELECT json_agg(json_build_object('payment_id', nextval(pg_get_serial_sequence('pembayaran', 'id')),
              'journal_id', nextval(pg_get_serial_sequence('jurnal', 'id')))) FROM generate_series(1, cardinality(p_collectors)))));
      END $$;

      DROP FUNCTION lock_payment(bigint, text, text, text[]);
      -- p_wait: milliseconds for all locks together, so that three of them do not take three times as long.
      CREATE FUNCTION lock_payment(p_collector_id bigint, p_reference text, p_customer_number text, p_bill_numbers text[], p_wait int)
      RETURNS json LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        v_until timestamptz := clock_timestamp() + p_wait * interval '1 millisecond';
        v_customer pelanggan%ROWTYPE;
        v_reference json;
      BEGIN
        PERFORM wait_until(v_until);
        PERFORM pg_advisory_xact_lock(reference_lock_key(p_collector_id, p_reference));
        SELECT json_build_object('outcome', r.outcome, 'fingerprint', r.fingerprint, 'payment_id', r.payment_id,
                 'answer', r.answer, 'reversed', EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = r.payment_id))
          INTO v_reference
          FROM bank_reference r WHERE r.collector_id = p_collector_id AND r.bank_reference = p_reference;
        IF v_reference IS NULL THEN
          PERFORM wait_until(v_until);
          SELECT * INTO v_customer FROM pelanggan WHERE customer_number = p_customer_number FOR NO KEY UPDATE;
          PERFORM wait_until(v_until);
          PERFORM FROM tagihan WHERE customer_id = v_customer.id AND state = 'ISSUED' ORDER BY id FOR NO KEY UPDATE;
        END IF;
        PERFORM locks_taken();
        RETURN (SELECT json_build_object(
          'reference', v_reference,
          'customer', CASE WHEN v_customer.id IS NOT NULL THEN json_build_object('id', v_customer.id,
            'customer_number', v_customer.customer_number, 'name', v_customer.name, 'bills', ${openBills('v_customer.id')}) END,
          'settled', (SELECT coalesce(json_agg(json_build_object('bill_number', b.bill_number, 'period', b.period,
              'state', b.state, 'principal', b.principal)), '[]')
            FROM tagihan b WHERE b.customer_id = v_customer.id AND b.bill_number = ANY (p_bill_numbers)
              AND b.state NOT IN ('ISSUED', 'CANCELLED')),
          'ids', json_build_object('payment_id', nextval(pg_get_serial_sequence('pembayaran', 'id')),
            'journal_id', nextval(pg_get_serial_sequence('jurnal', 'id')))));
      END $$;
      CREATE FUNCTION wait_until(p_until timestamptz) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM set_config('lock_timeout',
          greatest(1, extract(epoch FROM p_until - clock_timestamp()) * 1000)::int::text, true);
      END $$;
    `);
  }

  down = forwardOnly;
}
