import { writeAudit } from '../../../platform/audit';
import { currentStaff } from '../../../platform/context';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

/** Closes a case under its lock, by whoever decides now. @throws Problem case.resolved */
export async function finishCase(
  tx: Tx,
  id: number,
  { resolution, note, at }: { readonly resolution: string; readonly note: string; readonly at: Date },
): Promise<void> {
  const resolved = await tx.execute(
    `UPDATE kasus SET status = 'RESOLVED', due_at = 'infinity', resolution = $2, note = $3, resolved_by = $4, resolved_at = $5 WHERE id = $1 AND status = 'OPEN'`,
    [id, resolution, note, currentStaff().id, at],
  );
  if (resolved === 0) throw new Problem('case.resolved');
  await writeAudit(tx, {
    action: 'case.resolved',
    entityType: 'kasus',
    entityId: id,
    after: { resolution, note },
  });
}

/**
 * What was decided of a case was wrong: another decision takes its place, and the one before stays in the trail.
 * @throws Problem case.resolved
 */
export async function changeDecision(
  tx: Tx,
  id: number,
  {
    from,
    resolution,
    note,
    at,
  }: { readonly from: string; readonly resolution: string; readonly note: string; readonly at: Date },
): Promise<void> {
  const [before] = await tx.query<{ note: string | null; resolved_by: number | null }>(
    "SELECT note, resolved_by FROM kasus WHERE id = $1 AND status = 'RESOLVED' AND resolution = $2 FOR NO KEY UPDATE",
    [id, from],
  );
  if (before === undefined) throw new Problem('case.resolved');
  await tx.query(
    'UPDATE kasus SET resolution = $2, note = $3, resolved_by = $4, resolved_at = $5 WHERE id = $1',
    [id, resolution, note, currentStaff().id, at],
  );
  await writeAudit(tx, {
    action: 'case.resolved',
    entityType: 'kasus',
    entityId: id,
    before: { resolution: from, ...before },
    after: { resolution, note },
  });
}

/** Closes a case nothing is left of, without anybody deciding; the trail names who, or what, was at work. */
export async function closeEmptied(
  tx: Tx,
  id: number,
  { resolution, at }: { readonly resolution: string; readonly at: Date },
): Promise<void> {
  const resolved = await tx.execute(
    `UPDATE kasus SET status = 'RESOLVED', due_at = 'infinity', resolution = $2, resolved_at = $3 WHERE id = $1 AND status = 'OPEN'`,
    [id, resolution, at],
  );
  if (resolved > 0)
    await writeAudit(tx, {
      action: 'case.resolved',
      entityType: 'kasus',
      entityId: id,
      after: { resolution },
    });
}
