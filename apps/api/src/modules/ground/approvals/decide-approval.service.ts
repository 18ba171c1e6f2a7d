import { Injectable } from '@nestjs/common';
import { APPROVAL_TRANSITIONS, canTransition, type ApprovalState } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { Database, violatedConstraint, type Tx } from '../../../platform/database';
import { DomainEvents, OutboxDispatcher, writeOutbox } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import type { DecideApprovalBody } from './dto/approval.dto';

interface OpenApproval {
  readonly id: number;
  readonly kind: string;
  readonly entity_type: string;
  readonly entity_id: number | null;
  readonly summary: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly status: ApprovalState;
  readonly made_by: number;
}

/** The second half of the two-person rule: the decision and what follows from it are one transaction. */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly outbox: OutboxDispatcher,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem approval.not_found, approval.decided, approval.same_person, and whatever carrying it out refuses */
  async execute(id: number, { decision, note }: DecideApprovalBody): Promise<void> {
    const checker = currentStaff();
    const status: ApprovalState = decision === 'APPROVE' ? 'APPROVED' : 'REJECTED';
    const refusal = await this.database.transaction(async (tx) => {
      const approval = await this.lock(tx, id);
      if (!canTransition(APPROVAL_TRANSITIONS, approval.status, status))
        throw new Problem('approval.decided');
      if (approval.made_by === checker.id) {
        await writeAudit(tx, {
          action: 'security.approval_same_person',
          entityType: 'persetujuan',
          entityId: id,
          after: { decision, kind: approval.kind },
        });
        return new Problem('approval.same_person');
      }
      await this.decide(tx, approval, { status, note: note ?? null, decidedBy: checker.id });
      return null;
    });
    // thrown outside: the attempt itself stays on record
    if (refusal !== null) throw refusal;
    this.outbox.nudge();
  }

  private async lock(tx: Tx, id: number): Promise<OpenApproval> {
    const [approval] = await tx.query<OpenApproval & Record<string, unknown>>(
      `SELECT id, kind, entity_type, entity_id, summary, payload, status, made_by
       FROM persetujuan WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (approval === undefined) throw new Problem('approval.not_found');
    return approval;
  }

  private async decide(
    tx: Tx,
    approval: OpenApproval,
    decision: {
      readonly status: 'APPROVED' | 'REJECTED';
      readonly note: string | null;
      readonly decidedBy: number;
    },
  ): Promise<void> {
    await tx
      .query(
        'UPDATE persetujuan SET status = $2, decided_by = $3, decided_at = $4, decision_note = $5 WHERE id = $1',
        [approval.id, decision.status, decision.decidedBy, this.clock.date(), decision.note],
      )
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'persetujuan_two_people') throw new Problem('approval.same_person');
        throw error;
      });
    await writeAudit(tx, {
      action: decision.status === 'APPROVED' ? 'approval.approved' : 'approval.rejected',
      entityType: 'persetujuan',
      entityId: approval.id,
      before: { status: approval.status },
      after: { status: decision.status, kind: approval.kind, note: decision.note },
    });
    await this.events.raise(tx, decision.status === 'APPROVED' ? 'approval.approved' : 'approval.rejected', {
      approvalId: approval.id,
      kind: approval.kind,
      entityType: approval.entity_type,
      entityId: approval.entity_id,
      payload: approval.payload,
      decidedBy: decision.decidedBy,
      madeBy: approval.made_by,
    });
    await writeOutbox(tx, 'approval.decided', approval.id, {
      kind: approval.kind,
      summary: approval.summary,
      status: decision.status,
      made_by: approval.made_by,
    });
  }
}
