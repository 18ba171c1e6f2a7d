import type { Period } from '@tirtapay/domain';
import type { IssueBills } from '../../../../api/src/modules/water/billing';
import type { Tx } from '../../../../api/src/platform/database';
import type { DemoClock } from './demo-clock';

/** Issues every draft of a period as one finished run, at the clock's time. */
export async function issueMonth(tx: Tx, period: Period, issue: IssueBills, clock: DemoClock): Promise<void> {
  const [run] = await tx.query<{ id: number }>(
    `INSERT INTO penetapan (period, status, created_by, created_at, started_at, finished_at)
     SELECT $1, 'DONE', id, $2, $2, $2 FROM pengguna WHERE username = 'admin' RETURNING id`,
    [period, clock.date()],
  );
  const drafts = await tx.query<{ id: number }>(
    "SELECT id FROM tagihan WHERE period = $1 AND state = 'DRAFT' ORDER BY id",
    [period],
  );
  if (run === undefined) throw new Error('no issue run');
  const issued = await issue.issue(
    tx,
    drafts.map((draft) => draft.id),
    run.id,
  );
  await tx.query('UPDATE penetapan SET total = $2, issued = $3, skipped = $4, amount = $5 WHERE id = $1', [
    run.id,
    drafts.length,
    issued.issued,
    issued.skipped,
    issued.amount,
  ]);
}
