import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * The forms in which written words are compared, as libs/domain/src/search has them, and indexes over what is searched.
 * Small letters are those of ASCII, so that the result does not depend on the collation of a database.
 */
export class SearchForms0021 implements MigrationInterface {
  readonly name = 'SearchForms1760000000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query(String.raw`
      -- Bodies bound when they are made: an index is built under a search path of its own.
      CREATE FUNCTION search_form(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN btrim(regexp_replace(
          lower(translate(
            regexp_replace(normalize(translate(written, '''’‘ʼʻ${'`'}´′', ''), NFKD), '[\u0300-\u036f''’‘ʼʻ${'`'}´′]', '', 'g'),
            'ĐđŁłØøıĦħ', 'ddllooihh') COLLATE "C"),
          '[ \t\n\r\f\v\u200b-\u200f]+', ' ', 'g'), ' ');
      CREATE FUNCTION key_form(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN replace(search_form(written), ' ', '');
      CREATE FUNCTION phone_form(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN regexp_replace(regexp_replace(written, '[^0-9]', '', 'g'), '^(00)?62', '0');

      DROP INDEX pelanggan_search;
      CREATE INDEX pelanggan_search ON pelanggan
        USING gin ((' ' || search_form(customer_number || ' ' || name || ' ' || address)) gin_trgm_ops);
      CREATE INDEX pelanggan_number_search ON pelanggan (customer_number text_pattern_ops);
      DROP INDEX pelanggan_phone;
      CREATE INDEX pelanggan_phone ON pelanggan (phone_form(phone) text_pattern_ops) WHERE phone IS NOT NULL;
      -- Two meters, or two older numbers, that differ in capitals or spaces only are one to whoever types them.
      DROP INDEX meter_serial_search;
      CREATE INDEX meter_serial_search ON meter (key_form(serial) text_pattern_ops);
      DROP INDEX meter_serial_active;
      CREATE UNIQUE INDEX meter_serial_active ON meter (key_form(serial)) WHERE removed_on IS NULL;
      CREATE UNIQUE INDEX pelanggan_alias_form ON pelanggan_alias (key_form(alias));
      CREATE INDEX tagihan_number_search ON tagihan (bill_number text_pattern_ops);
      CREATE INDEX pembayaran_reference_search ON pembayaran (key_form(bank_reference)) WHERE bank_reference IS NOT NULL;
      CREATE INDEX kwitansi_number_search ON kwitansi (key_form(receipt_number));
    `);
  }

  down = forwardOnly;
}
