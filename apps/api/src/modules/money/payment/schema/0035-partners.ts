import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Partners that sell: collectors with keys of a scope of their own and a deposit that everything they sell is taken
 * from. Keys and the log of calls belong to a collector, be it a bank or a partner. See docs/adr/0029.
 */
export class Partners0035 implements MigrationInterface {
  readonly name = 'Partners1760000000035';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE bank_api_key DROP CONSTRAINT bank_api_key_bank_id_fkey,
        ADD CONSTRAINT bank_api_key_bank_id_fkey FOREIGN KEY (bank_id) REFERENCES penerima NOT VALID,
        ADD COLUMN scope text NOT NULL DEFAULT 'bank' CHECK (scope IN ('bank', 'ppob'));
      ALTER TABLE bank_api_key VALIDATE CONSTRAINT bank_api_key_bank_id_fkey;
      ALTER TABLE payment_transaction DROP CONSTRAINT payment_transaction_bank_id_fkey,
        ADD CONSTRAINT payment_transaction_bank_id_fkey FOREIGN KEY (bank_id) REFERENCES penerima NOT VALID;
      ALTER TABLE payment_transaction VALIDATE CONSTRAINT payment_transaction_bank_id_fkey;

      CREATE TABLE mitra (
        id bigint PRIMARY KEY,
        code text NOT NULL,
        name text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        allowed_cidrs text[] NOT NULL DEFAULT '{}',
        rate_limit_per_second int NOT NULL DEFAULT 20 CHECK (rate_limit_per_second BETWEEN 1 AND 100000),
        version int NOT NULL DEFAULT 1,
        -- Code and name are those of its collector, as for a bank.
        CONSTRAINT mitra_collector_fkey FOREIGN KEY (id, code, name) REFERENCES penerima (id, series, name) ON UPDATE CASCADE
      );

      -- What a partner has paid in and not sold yet; the books say the same (account 2140).
      CREATE TABLE deposit_mitra (
        collector_id bigint PRIMARY KEY REFERENCES penerima,
        balance bigint NOT NULL DEFAULT 0 CHECK (balance >= 0),
        -- Below this somebody is told, once, until it is above again.
        low_balance bigint NOT NULL DEFAULT 0 CHECK (low_balance >= 0),
        low_since timestamptz
      );

      -- A sale of others' products takes its number from the same series as a payment.
      ALTER TABLE kwitansi ALTER COLUMN payment_id DROP NOT NULL,
        ADD COLUMN sale_id bigint UNIQUE,
        ADD CONSTRAINT kwitansi_subject_check CHECK (num_nonnulls(payment_id, sale_id) = 1);
    `);
    await db.query(LOCK_PAYMENT);
  }

  down = forwardOnly;
}

/** The lock of a deposit has its place behind the reference and before the customer; a bank has none, and waits for none. */
const LOCK_PAYMENT = `
  DO $migration$
  DECLARE
    body text := pg_get_functiondef('lock_payment'::regproc);
    anchor text := 'SELECT * INTO v_customer FROM pelanggan';
    deposit text := 'PERFORM FROM deposit_mitra WHERE collector_id = p_collector_id FOR NO KEY UPDATE;
          PERFORM wait_until(v_until);
          ';
  BEGIN
    IF position(anchor IN body) = 0 THEN
      RAISE EXCEPTION 'lock_payment is not as expected';
    END IF;
    EXECUTE replace(body, anchor, deposit || anchor);
  END $migration$;
`;
