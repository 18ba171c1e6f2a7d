import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * Doors ask now whether a bank is live. One that has taken money outside its certifications has been so in truth: it is
 * opened, and the trail says by which payment that is known. Runs that are under way go on.
 */
export class BanksThatTakeMoney0192 implements MigrationInterface {
  readonly name = 'BanksThatTakeMoney1760000000192';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      WITH taking AS (
        SELECT b.id, b.environment, p.id AS payment_id FROM bank_integration b
        CROSS JOIN LATERAL (
          SELECT p.id FROM pembayaran p
          WHERE p.collector_id = b.id AND p.kind = 'PAYMENT' AND NOT EXISTS (
            SELECT FROM certification_run r WHERE r.bank_id = b.id AND p.posted_at >= r.started_at
              AND p.posted_at <= coalesce(r.finished_at, r.started_at + interval '1 hour') + interval '1 minute')
          LIMIT 1) p
        WHERE b.environment = 'SANDBOX'
      ), opened AS (
        UPDATE bank_integration b SET environment = 'LIVE' FROM taking t WHERE b.id = t.id
      )
      INSERT INTO log_aktivitas (actor_kind, action, entity_type, entity_id, before, after)
      SELECT 'SYSTEM', 'bank.went_live', 'bank_integration', id, jsonb_build_object('environment', environment),
        jsonb_build_object('environment', 'LIVE', 'payment_id', payment_id,
          'reason', 'Sudah menerima uang pelanggan sebelum pembukaan bank diwajibkan')
      FROM taking ORDER BY id;

      UPDATE bank_integration b SET certifying_until = r.started_at + interval '1 hour'
      FROM certification_run r WHERE r.bank_id = b.id AND r.status = 'RUNNING';
    `);
  }

  down = forwardOnly;
}
