import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

const BARE = "regexp_replace(split_part(a.payload ->> 'code', '/', 1), '[\\s-]', '', 'g')";

/**
 * A token or voucher that two people agree was handed over stood in their request, for everybody who may read one. It waits with
 * the sale now, and the requests there are tell its last four characters. See docs/adr/0108.
 */
export class ToldCodes0202 implements MigrationInterface {
  readonly name = 'ToldCodes1760000000202';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE transactions ADD COLUMN told_code text;

      UPDATE transactions t SET told_code = a.payload ->> 'code' FROM persetujuan a
      WHERE a.kind = 'ppob_outcome' AND a.status = 'PENDING' AND a.entity_id = t.id AND a.payload ? 'code';

      UPDATE persetujuan p SET payload = jsonb_set(p.payload, '{code}', to_jsonb(regexp_replace(
          repeat('•', length(m.bare) - m.shown) || right(m.bare, m.shown), '(.{4})(?=.)', '\\1-', 'g')))
      FROM (SELECT a.id, ${BARE} AS bare, least(4, length(${BARE}) / 4) AS shown FROM persetujuan a
        WHERE a.kind = 'ppob_outcome' AND a.payload ? 'code') m
      WHERE p.id = m.id;
    `);
  }

  down = forwardOnly;
}
