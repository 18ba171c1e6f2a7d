import { writeAudit } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

/** Says who works on an open case from now on, or that nobody does. @throws Problem case.not_found, case.resolved */
export async function assignCase(
  tx: Tx,
  id: number,
  { personId, at }: { readonly personId: number | null; readonly at: Date },
): Promise<void> {
  const [known] = await tx.query<{ status: string; assigned_to: number | null }>(
    'SELECT status, assigned_to FROM kasus WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  );
  if (known === undefined) throw new Problem('case.not_found');
  if (known.status !== 'OPEN') throw new Problem('case.resolved');
  if (known.assigned_to === personId) return;
  await tx.query('UPDATE kasus SET assigned_to = $2, assigned_at = $3 WHERE id = $1', [
    id,
    personId,
    personId === null ? null : at,
  ]);
  await writeAudit(tx, {
    action: 'case.assigned',
    entityType: 'kasus',
    entityId: id,
    before: { assigned_to: known.assigned_to },
    after: { assigned_to: personId },
  });
}
