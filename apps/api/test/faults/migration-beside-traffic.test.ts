import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCHEMA } from '../../src/house';
import { migrate } from '../../src/platform/database/migrate';
import { forwardOnly } from '../../src/platform/schema';
import { eventually, testApp } from '../support';
import { Holder } from './payments-in-flight';

/* F24: a change of the schema while somebody reads the table for long: it steps back, so that nobody queues behind it. */

const app = testApp({ jobs: false });

class DrillColumn9999 implements MigrationInterface {
  readonly name = 'DrillColumn1799999999999';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE pembayaran ADD COLUMN drill integer');
  }

  down = forwardOnly;
}

const migrating = () =>
  migrate(app.database.ownerUrl, app.database.appUrl, {
    ...SCHEMA,
    migrations: [...SCHEMA.migrations, DrillColumn9999],
  });

async function queued(): Promise<number> {
  const { count } = await app.database.one<{ count: number }>(
    "SELECT count(*)::int AS count FROM pg_locks WHERE relation = 'pembayaran'::regclass AND NOT granted",
  );
  return count;
}

it('gives way to whoever reads, again and again, and is done when they are', async () => {
  const reader = await Holder.of(app.database.ownerUrl, 'SELECT count(*) FROM pembayaran');
  const migrated = migrating();
  for (let turn = 0; turn < 2; turn += 1) {
    await eventually(queued, (count) => count === 1);
    // The reader still reads; a bank that comes now waits for nobody.
    await eventually(queued, (count) => count === 0);
  }
  await reader.letGo();
  expect(await migrated).toEqual(['DrillColumn1799999999999']);
});
