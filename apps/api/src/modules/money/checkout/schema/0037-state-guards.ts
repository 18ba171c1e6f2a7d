import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forwardOnly } from '../../../../platform/schema';

/**
 * The state machines of libs/domain as the law of the tables too: an edge that is not drawn there is refused whoever
 * asks for it. Bills and verified readings have guards of their own, which look at more than the state.
 */
export class StateGuards0037 implements MigrationInterface {
  readonly name = 'StateGuards1760000000037';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Arguments: the column, then each edge as FROM>TO.
      CREATE FUNCTION guard_state() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        before text := to_jsonb(OLD) ->> TG_ARGV[0];
        after text := to_jsonb(NEW) ->> TG_ARGV[0];
        edge text := before || '>' || after;
      BEGIN
        FOR place IN 1 .. TG_NARGS - 1 LOOP
          IF TG_ARGV[place] = edge THEN RETURN NEW; END IF;
        END LOOP;
        RAISE EXCEPTION '% never goes from % to %', TG_TABLE_NAME, before, after USING ERRCODE = 'P0I01';
      END $$;

      CREATE TRIGGER meter_reading_states BEFORE UPDATE OF status ON meter_reading FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION guard_state('status', 'RECORDED>VERIFIED', 'RECORDED>REREAD', 'REREAD>RECORDED');
      CREATE TRIGGER niat_bayar_states BEFORE UPDATE OF status ON niat_bayar FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION guard_state('status', 'PENDING>PAID', 'PENDING>EXPIRED', 'PENDING>CANCELLED');
      CREATE TRIGGER outbound_call_states BEFORE UPDATE OF state ON outbound_call FOR EACH ROW
        WHEN (OLD.state IS DISTINCT FROM NEW.state)
        EXECUTE FUNCTION guard_state('state', 'PENDING>DONE', 'PENDING>FAILED', 'PENDING>UNKNOWN', 'UNKNOWN>DONE', 'UNKNOWN>FAILED');
      CREATE TRIGGER persetujuan_states BEFORE UPDATE OF status ON persetujuan FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION guard_state('status', 'PENDING>APPROVED', 'PENDING>REJECTED', 'PENDING>WITHDRAWN');
      CREATE TRIGGER tarif_versi_states BEFORE UPDATE OF status ON tarif_versi FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION guard_state('status', 'DRAFT>PENDING', 'PENDING>ACTIVE', 'PENDING>REJECTED', 'ACTIVE>ARCHIVED');
      CREATE TRIGGER pelanggan_states BEFORE UPDATE OF state ON pelanggan FOR EACH ROW
        WHEN (OLD.state IS DISTINCT FROM NEW.state)
        EXECUTE FUNCTION guard_state('state', 'CALON>AKTIF', 'AKTIF>SEGEL', 'AKTIF>NONAKTIF', 'SEGEL>AKTIF', 'SEGEL>NONAKTIF');
    `);
  }

  down = forwardOnly;
}
