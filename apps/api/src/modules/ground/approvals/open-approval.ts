import type { ApprovalState } from '@tirtapay/domain';
import type { DomainEventMap } from '../../../platform/events';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

export interface OpenApproval {
  readonly id: number;
  readonly kind: string;
  readonly entity_type: string;
  readonly entity_id: number | null;
  readonly summary: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly status: ApprovalState;
  readonly made_by: number;
}

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

/** What listeners are told of the end of a request. */
export function settledEvent(approval: OpenApproval, decidedBy: number): DomainEventMap['approval.approved'] {
  return {
    approvalId: approval.id,
    kind: approval.kind,
    entityType: approval.entity_type,
    entityId: approval.entity_id,
    payload: approval.payload,
    decidedBy,
    madeBy: approval.made_by,
  };
}
