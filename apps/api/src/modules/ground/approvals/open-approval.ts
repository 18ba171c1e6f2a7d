import type { RowOf, Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { Approval } from './entities/approval.entity';
import type { SettledApproval } from './settled-approval';

export type OpenApproval = RowOf<
  Approval,
  'id' | 'kind' | 'entityType' | 'entityId' | 'summary' | 'payload' | 'status' | 'madeBy'
>;

/** Decisions and withdrawals of one request follow each other. @throws Problem approval.not_found */
export async function lockApproval(tx: Tx, id: number): Promise<OpenApproval> {
  const [approval] = await tx.query<OpenApproval & Record<string, unknown>>(
    `SELECT id, kind, entity_type, entity_id, summary, payload, status, made_by
     FROM persetujuan WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (approval === undefined) throw new Problem('approval.not_found');
  return approval;
}

/** The request as its follow-up is told of its end. */
export function settledApproval(
  approval: OpenApproval,
  end: SettledApproval['end'],
  decidedBy: number,
): SettledApproval {
  return {
    approvalId: approval.id,
    kind: approval.kind,
    end,
    entityType: approval.entity_type,
    entityId: approval.entity_id,
    payload: approval.payload,
    decidedBy,
    madeBy: approval.made_by,
  };
}
