import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/** Whatever failed at a counter and is not handed back is somebody's to look for again, also where a case was closed. */
export class FailedSalesHaveCases0179 implements MigrationInterface {
  readonly name = 'FailedSalesHaveCases1760000000179';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO kasus (kind, source_key, amount, detail, opened_at, due_at)
      SELECT 'SALE_NOT_HANDED_BACK', 'transactions:' || t.id, t.principal + t.admin_fee,
        jsonb_build_object('sale_id', t.id, 'message', coalesce(t.message, '')), now(), now() + interval '1 day'
      FROM transactions t JOIN penerima c ON c.id = t.collector_id WHERE t.status = 'FAILED' AND c.kind = 'COUNTER'
      ON CONFLICT (source_key) DO UPDATE SET kind = EXCLUDED.kind, status = 'OPEN', amount = EXCLUDED.amount, detail = EXCLUDED.detail,
        opened_at = EXCLUDED.opened_at, due_at = EXCLUDED.due_at, resolution = NULL, note = NULL, resolved_by = NULL, resolved_at = NULL
      WHERE kasus.status = 'RESOLVED' OR kasus.kind <> EXCLUDED.kind;
    `);
  }

  down = forwardOnly;
}
