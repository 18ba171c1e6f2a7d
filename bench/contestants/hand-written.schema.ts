/**
 * The smallest schema that can post a payment exactly once with allocation, journal and receipt number: what a careful
 * hand would write for speed, and nothing else (no audit, outbox, call log, replay guard).
 */
export const HAND_WRITTEN_SCHEMA = `
  CREATE TABLE customer (id bigint PRIMARY KEY, number text NOT NULL UNIQUE, name text NOT NULL, address text NOT NULL);
  CREATE TABLE bill (id bigint PRIMARY KEY, number text NOT NULL UNIQUE, customer_id bigint NOT NULL REFERENCES customer, period text NOT NULL,
    amount bigint NOT NULL, usage_m3 int NOT NULL, paid_by bigint);
  CREATE INDEX bill_open ON bill (customer_id) WHERE paid_by IS NULL;
  CREATE TABLE payment (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bank_id int NOT NULL, reference text NOT NULL, customer_id bigint NOT NULL REFERENCES customer,
    amount bigint NOT NULL, posted_at timestamptz NOT NULL DEFAULT now(), answer text, UNIQUE (bank_id, reference));
  CREATE TABLE allocation (payment_id bigint NOT NULL REFERENCES payment, bill_id bigint NOT NULL REFERENCES bill, amount bigint NOT NULL);
  CREATE UNIQUE INDEX allocation_bill ON allocation (bill_id);
  CREATE TABLE journal_line (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payment_id bigint NOT NULL REFERENCES payment, account text NOT NULL, debit bigint NOT NULL, credit bigint NOT NULL);
  CREATE TABLE receipt_counter (day date PRIMARY KEY, last int NOT NULL);
  CREATE FUNCTION pay(p_bank int, p_reference text, p_bill text, p_amount bigint) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE v_bill bill%ROWTYPE; v_payment bigint; v_number int; v_answer text;
  BEGIN
    SELECT answer INTO v_answer FROM payment WHERE bank_id = p_bank AND reference = p_reference;
    IF FOUND THEN RETURN v_answer; END IF;
    SELECT * INTO v_bill FROM bill WHERE number = p_bill FOR UPDATE;
    IF v_bill.paid_by IS NOT NULL THEN RAISE EXCEPTION 'paid'; END IF;
    IF v_bill.amount <> p_amount THEN RAISE EXCEPTION 'amount'; END IF;
    INSERT INTO payment (bank_id, reference, customer_id, amount) VALUES (p_bank, p_reference, v_bill.customer_id, p_amount) RETURNING id INTO v_payment;
    INSERT INTO allocation VALUES (v_payment, v_bill.id, p_amount);
    UPDATE bill SET paid_by = v_payment WHERE id = v_bill.id;
    INSERT INTO journal_line (payment_id, account, debit, credit) VALUES (v_payment, '1110', p_amount, 0), (v_payment, '1210', 0, p_amount);
    INSERT INTO receipt_counter VALUES (current_date, 1) ON CONFLICT (day) DO UPDATE SET last = receipt_counter.last + 1 RETURNING last INTO v_number;
    v_answer := json_build_object('status', 'POSTED', 'payment_id', v_payment, 'receipt_number', v_number, 'bank_reference', p_reference, 'amount', p_amount);
    UPDATE payment SET answer = v_answer WHERE id = v_payment;
    RETURN v_answer;
  END $$;
`;
