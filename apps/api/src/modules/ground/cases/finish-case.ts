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
