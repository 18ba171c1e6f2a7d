import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** The functions that lock postings and draw their ids. */
const DRAWING = ['lock_payments', 'lock_payment', 'lock_basket'];

/** What each payment paid for and nobody needed; the same answers in a tenth of the time. See docs/adr/0046. */
export class CostOfARow0069 implements MigrationInterface {
  readonly name = 'CostOfARow1760000000069';

  async up(db: QueryRunner): Promise<void> {
    await db.query(String.raw`
      -- References and receipt numbers are ASCII: their form is worked out with each row, for two indexes. In ASCII there is
      -- nothing to decompose, and search_form takes away exactly these characters. The indexes stay true.
      CREATE OR REPLACE FUNCTION key_form(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN CASE WHEN octet_length(written) = char_length(written)
          THEN lower(translate(written, E'\'${'`'} \t\n\r\f\v', '') COLLATE "C")
          ELSE replace(search_form(written), ' ', '') END;

      -- A sequence named by its table and column is looked for in the catalog for each id that is drawn.
      DO $do$
      DECLARE
        v_name text;
        v_body text;
      BEGIN
        FOREACH v_name IN ARRAY ARRAY['${DRAWING.join("', '")}'] LOOP
          v_body := pg_get_functiondef(v_name::regproc);
          v_body := replace(v_body, $$pg_get_serial_sequence('pembayaran', 'id')$$, $$'pembayaran_id_seq'::regclass$$);
          v_body := replace(v_body, $$pg_get_serial_sequence('jurnal', 'id')$$, $$'jurnal_id_seq'::regclass$$);
          EXECUTE v_body;
        END LOOP;
      END $do$;
    `);
  }

  down = forwardOnly;
}
