import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { Database } from '../database';
import { Jobs } from '../jobs';

/** A statement holds its rows for some ten milliseconds and no longer. */
const AT_ONCE = 5_000;

/**
 * Goes through the rows in the order of their ids and deletes those that were delivered long ago. Beside them stands, for
 * each topic, up to which entity news was cleared away: the law that every payment has its event begins behind it.
 */
const CLEAR = `
  WITH chunk AS MATERIALIZED (
    SELECT id, delivered_at IS NOT NULL AS delivered, created_at < clock_timestamp() - make_interval(days => $2) AS old
    FROM outbox WHERE id > $1 ORDER BY id LIMIT ${String(AT_ONCE)}
  ), gone AS (
    DELETE FROM outbox o USING chunk c WHERE c.id = o.id AND c.delivered AND c.old RETURNING o.topic, o.entity_id
  ), mark AS (
    INSERT INTO app_setting AS s (key, value)
    SELECT 'outbox.cleared', jsonb_object_agg(topic, entity_id)
    FROM (SELECT topic, max(entity_id) AS entity_id FROM gone WHERE entity_id IS NOT NULL GROUP BY topic) newest
    HAVING count(*) > 0
    ON CONFLICT (key) DO UPDATE SET updated_at = clock_timestamp(), value = s.value || (
      SELECT jsonb_object_agg(n.key, greatest(n.value::bigint, (s.value ->> n.key)::bigint))
      FROM jsonb_each_text(excluded.value) n)
  )
  SELECT coalesce(max(id), 0)::bigint AS last, count(*)::int AS seen, coalesce(bool_and(old), false) AS all_old FROM chunk`;

/** Delivered news is of no use to anybody after some weeks; what was never delivered is never cleared away. */
@Injectable()
export class OutboxCleanup implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3_600, 'outbox clean-up', () => this.clear());
  }

  async clear(): Promise<void> {
    let [last, goesOn] = [0, true];
    while (goesOn) {
      const [chunk] = await this.database.writeAside<{ last: number; seen: number; all_old: boolean }>(
        CLEAR,
        [last, this.config.retention.outboxDays],
      );
      if (chunk === undefined) return;
      last = chunk.last;
      goesOn = chunk.seen === AT_ONCE && chunk.all_old;
    }
  }
}
