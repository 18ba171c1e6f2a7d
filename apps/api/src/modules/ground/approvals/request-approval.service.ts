import { Injectable } from '@nestjs/common';
import type { ApprovalKind } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { violatedConstraint, type Tx } from '../../../platform/database';
import { writeOutbox } from '../../../platform/events';
import { Problem } from '../../../platform/problem';

export interface ApprovalRequest {
  /** What happens on approval, and so whose decision it is; the module that asked listens for it. */
  readonly kind: ApprovalKind;
  /** The table of what it is about. */
  readonly entityType: string;
  readonly entityId: number | null;
  /** One line for the inbox, Indonesian. */
  readonly summary: string;
  /** What is needed to carry it out. Shown to the second person, so no secrets. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

/** The first half of the two-person rule. */
@Injectable()
export class RequestApproval {
  constructor(private readonly clock: Clock) {}

  /**
   * Asks for the decision of a second person, inside the transaction that prepares the change.
   * @returns the id of the approval
   * @throws Problem approval.pending when the same thing is waiting already
   */
  async request(tx: Tx, request: ApprovalRequest): Promise<number> {
    const maker = currentStaff();
    const row = await tx
      .one<{ id: number }>(
        `INSERT INTO persetujuan (kind, entity_type, entity_id, summary, payload, reason, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [
          request.kind,
          request.entityType,
          request.entityId,
          request.summary,
          JSON.stringify(request.payload),
          request.reason,
          maker.id,
          this.clock.date(),
        ],
      )
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'persetujuan_one_open') throw new Problem('approval.pending');
        throw error;
      });
    await writeAudit(tx, {
      action: 'approval.requested',
      entityType: 'persetujuan',
      entityId: row.id,
      after: { kind: request.kind, entity_type: request.entityType, entity_id: request.entityId },
    });
    await writeOutbox(tx, 'approval.requested', row.id, {
      kind: request.kind,
      summary: request.summary,
      made_by: maker.id,
      made_by_name: maker.name,
    });
    return row.id;
  }
}

declare module '../../../platform/events/outbox' {
  interface OutboxTopics {
    'approval.requested': {
      readonly kind: ApprovalKind;
      readonly summary: string;
      readonly made_by: number;
      readonly made_by_name: string;
    };
  }
}
