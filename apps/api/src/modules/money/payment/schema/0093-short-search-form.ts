import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** What may take the short way: in ASCII nothing is decomposed, and these signs are all that search_form takes away there. */
const SHORT = String.raw`octet_length(written) = char_length(written)
  AND strpos(translate(written, E'\'${'`'}', ''), '  ') = 0 AND translate(written, E'\t\n\r\f\v', '') = written`;

/**
 * A search works the form of thousands of rows out, nearly all of them ASCII with single blanks: the same answer in a
 * fraction of the time (docs/adr/0046), so the indexes stay true.
 */
export class ShortSearchForm0093 implements MigrationInterface {
  readonly name = 'ShortSearchForm1760000000093';

  async up(db: QueryRunner): Promise<void> {
    await db.query(String.raw`
      CREATE OR REPLACE FUNCTION search_form(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN CASE WHEN ${SHORT} THEN btrim(lower(translate(written, E'\'${'`'}', '') COLLATE "C"), ' ')
        ELSE btrim(regexp_replace(
          lower(translate(
            regexp_replace(normalize(translate(written, '''’‘ʼʻ${'`'}´′', ''), NFKD), '[\u0300-\u036f''’‘ʼʻ${'`'}´′]', '', 'g'),
            'ĐđŁłØøıĦħ', 'ddllooihh') COLLATE "C"),
          '[ \t\n\r\f\v\u200b-\u200f]+', ' ', 'g'), ' ') END;
    `);
  }

  down = forwardOnly;
}
