import { businessDateOf, type BusinessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../../api/src/platform/audit';
import type { Database, Tx } from '../../../../api/src/platform/database';

const SEED = 20_260_115;
const SETTING = 'demo_data';

interface Progress {
  /** The day the plan was made for: an interrupted load goes on with the same plan the next day. */
  readonly today: BusinessDate;
  readonly now: number;
  readonly seed: number;
  readonly done: readonly string[];
  readonly finished: boolean;
}

/** What of the load is done, kept in the database it is loaded into. */
export class LoadProgress {
  constructor(private readonly database: Database) {}

  /** Null when this database belongs to somebody: it has users or customers that are not the demonstration's. */
  async begin(zone: string, now: number): Promise<Progress | null> {
    const [known] = await this.database.read<{ value: Progress }>(
      'SELECT value FROM app_setting WHERE key = $1',
      [SETTING],
    );
    if (known !== undefined) return known.value;
    const [used] = await this.database.read<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM pengguna) OR EXISTS (SELECT FROM pelanggan) AS used',
    );
    if (used?.used === true) return null;
    const fresh: Progress = { today: businessDateOf(now, zone), now, seed: SEED, done: [], finished: false };
    await this.database.write('INSERT INTO app_setting (key, value) VALUES ($1, $2)', [
      SETTING,
      JSON.stringify(fresh),
    ]);
    return fresh;
  }

  /**
   * A step that is one transaction, and so is done wholly or not at all. On a connection that posts no payments
   * afterwards: the checking triggers keep the plan of their first set, and these are large.
   */
  async once(name: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Sets are planned for the length of their arrays, not once for all.
      await tx.query("SET LOCAL statement_timeout = '60s'; SET LOCAL plan_cache_mode = force_custom_plan");
      await work(tx);
      await this.save(tx, { step: name });
    }, 'screen');
  }

  private async save(tx: Tx, change: { step: string } | { finished: true }): Promise<void> {
    if ('step' in change)
      await tx.query(
        "UPDATE app_setting SET value = jsonb_set(value, '{done}', (value -> 'done') || to_jsonb($2::text)) WHERE key = $1",
        [SETTING, change.step],
      );
    else
      await tx.query('UPDATE app_setting SET value = value || \'{"finished": true}\' WHERE key = $1', [
        SETTING,
      ]);
  }

  /** @param loaded what the audit trail says of it */
  async finish(loaded: object): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.save(tx, { finished: true });
      // A year of news nobody waits for would keep the first minute busy, and what happens in it waiting.
      await tx.query('UPDATE outbox SET delivered_at = created_at WHERE delivered_at IS NULL');
      await writeAudit(tx, {
        action: 'demo.loaded',
        entityType: 'app_setting',
        entityId: null,
        after: loaded,
      });
    });
  }
}
