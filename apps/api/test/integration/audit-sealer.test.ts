import { AuditSealer } from '../../src/platform/audit';
import { Database } from '../../src/platform/database';
import { writeAudit } from '../../src/platform/audit';
import { Jobs } from '../../src/platform/jobs';
import { testApp } from '../support';

const app = testApp({ jobs: false });

function log(count: number): Promise<void> {
  return app.get(Database).transaction(async (tx) => {
    for (let i = 0; i < count; i += 1)
      await writeAudit(tx, {
        action: 'test.happened',
        entityType: 'test',
        entityId: i,
        after: { i, text: 'é "x"' },
      });
  });
}

async function unsealed(): Promise<number> {
  const { count } = await app.database.one<{ count: number }>(
    'SELECT count(*)::int AS count FROM log_aktivitas l WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.log_id = l.id)',
  );
  return count;
}

describe('audit sealer', () => {
  it('chains everything, several sealers at once leave one chain', async () => {
    await log(30);
    const sealer = app.get(AuditSealer);
    await Promise.all([sealer.sealAll(), sealer.sealAll(), sealer.sealAll()]);
    await sealer.sealAll();
    expect(await unsealed()).toBe(0);
    const head = await app.database.one(
      'SELECT h.seq::int, (SELECT count(*)::int FROM audit_seal) AS seals FROM audit_head h',
    );
    expect(head.seq).toBe(head.seals);
    expect(await app.violations()).toEqual([]);
  });

  it('seals a row that became visible after rows with higher numbers were sealed', async () => {
    const late = await app.get(Database).connection('core');
    await late.query('BEGIN');
    await late.query(
      "INSERT INTO log_aktivitas (actor_kind, action, entity_type) VALUES ('SYSTEM', 'test.late', 'test')",
    );
    await log(3);
    await app.get(AuditSealer).sealAll();
    expect(await unsealed()).toBe(0);
    await late.query('COMMIT');
    late.release();
    expect(await unsealed()).toBe(1);
    await app.get(AuditSealer).sealAll();
    expect(await unsealed()).toBe(0);
    expect(await app.violations()).toEqual([]);
  });

  it('seals a backlog of more than one batch', async () => {
    await app.database.query(
      "INSERT INTO log_aktivitas (actor_kind, action, entity_type, entity_id) SELECT 'SYSTEM', 'test.bulk', 'test', i FROM generate_series(1, 4500) i",
    );
    await app.get(AuditSealer).sealAll();
    expect(await unsealed()).toBe(0);
    expect(await app.violations()).toEqual([]);
  });

  it('finds no row of the trail changed, and says so when one is', async () => {
    await app.database.query('ALTER TABLE log_aktivitas DISABLE TRIGGER USER');
    await app.database.query("UPDATE log_aktivitas SET action = 'test.forged' WHERE id = 2");
    expect((await app.violations()).some((line) => line.startsWith('I12'))).toBe(true);
    await app.database.query("UPDATE log_aktivitas SET action = 'test.happened' WHERE id = 2");
    await app.database.query('ALTER TABLE log_aktivitas ENABLE TRIGGER USER');
  });

  // Last: what follows would be numbered behind these.
  it('looks at a long trail in parts, and goes on where it was', async () => {
    const row = (id: number) =>
      app.database.query(
        "INSERT INTO log_aktivitas (id, actor_kind, action, entity_type) VALUES ($1, 'SYSTEM', 'test.far', 'test')",
        [id],
      );
    await row(2_400_000);
    const sealer = new AuditSealer(app.get(Database), app.get(Jobs));
    await sealer.sealAll();
    expect(await unsealed()).toBe(0);
    // Too far back for the look at what is new, ahead of the part of the trail this look has seen.
    await row(2_100_000);
    const seals = await sealsAfter(sealer, 2);
    expect(seals).toEqual([0, 1]);
    expect(await app.violations()).toEqual([]);
  });
});

/** How many are sealed by each of these passes. */
async function sealsAfter(sealer: AuditSealer, passes: number): Promise<number[]> {
  const counts: number[] = [];
  for (let pass = 0; pass < passes; pass += 1) {
    const before = await unsealed();
    await sealer.sealAll();
    counts.push(before - (await unsealed()));
  }
  return counts;
}
