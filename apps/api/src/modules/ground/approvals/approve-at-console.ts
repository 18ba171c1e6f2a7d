import { writeAudit } from '../../../platform/audit';
import { CONSOLE_ACTOR } from '../../../platform/context';
import type { Tx } from '../../../platform/database';
import { writeOutbox } from '../../../platform/events';

/** A request that waits, locked. */
export interface WaitingRequest {
  readonly id: number;
  readonly madeBy: number;
  readonly makerName: string;
  readonly summary: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The open request of this kind about a row, or null. */
export async function lockWaitingRequest(
  tx: Tx,
  about: { readonly kind: string; readonly entityType: string; readonly entityId: number },
): Promise<WaitingRequest | null> {
  const [row] = await tx.query<{
    id: number;
    made_by: number;
    maker_name: string;
    summary: string;
    payload: Record<string, unknown>;
  }>(
    `SELECT a.id, a.made_by, m.name AS maker_name, a.summary, a.payload FROM persetujuan a JOIN orang m ON m.id = a.made_by
     WHERE a.kind = $1 AND a.entity_type = $2 AND a.entity_id = $3 AND a.status = 'PENDING' FOR UPDATE OF a`,
    [about.kind, about.entityType, about.entityId],
  );
  if (row === undefined) return null;
  const { made_by: madeBy, maker_name: makerName, ...rest } = row;
  return { ...rest, madeBy, makerName };
}

/**
 * The console of the server as the second person, where no second person is left. Nobody's name stands at the decision;
 * the trail says CONSOLE. Whether that may be is for the caller to know; carrying it out as well.
 */
export async function approveAtConsole(
  tx: Tx,
  now: Date,
  request: WaitingRequest,
  kind: string,
): Promise<void> {
  await tx.query(
    "UPDATE persetujuan SET status = 'APPROVED', decided_at = $2, decision_note = 'Konsol server' WHERE id = $1",
    [request.id, now],
  );
  await writeAudit(tx, {
    action: 'approval.approved',
    entityType: 'persetujuan',
    entityId: request.id,
    before: { status: 'PENDING' },
    after: { status: 'APPROVED', kind, console: true },
    actor: CONSOLE_ACTOR,
  });
  await writeOutbox(tx, 'approval.decided', request.id, {
    kind,
    summary: request.summary,
    status: 'APPROVED',
    made_by: request.madeBy,
  });
}
