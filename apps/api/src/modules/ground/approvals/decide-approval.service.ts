import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@tirtapay/contracts';
import {
  APPROVAL_TRANSITIONS,
  canTransition,
  decisionRefusal,
  type ApprovalState,
  type DecisionRefusal,
} from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { Database, violatedConstraint, type Tx } from '../../../platform/database';
import { OutboxDispatcher, writeOutbox } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import type { DecideApprovalBody } from './dto/approval.dto';
import { APPROVAL_SAYS } from './sentences';
import { DecisionChecks } from './decision-checks';
import { FollowUps } from './follow-ups';
import { lockApproval, settledApproval, type OpenApproval } from './open-approval';

const REFUSALS: Readonly<Record<DecisionRefusal, { readonly code: ErrorCode; readonly action: string }>> = {
  SAME_PERSON: { code: 'approval.same_person', action: 'security.approval_same_person' },
  NOT_ABLE: { code: 'approval.not_able', action: 'security.approval_not_able' },
};

/** The second half of the two-person rule: the decision and what follows from it are one transaction. */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly outbox: OutboxDispatcher,
    private readonly checks: DecisionChecks,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem approval.not_found, approval.decided, approval.same_person, approval.not_able, request.invalid for a
   *   refusal without a note, and whatever carrying it out refuses
   */
  async execute(id: number, { decision, note }: DecideApprovalBody): Promise<void> {
    const checker = currentStaff();
    const status = decision === 'APPROVE' ? 'APPROVED' : 'REJECTED';
    if (status === 'APPROVED') await this.check(id, checker);
    const refusal = await this.database.transaction(async (tx) => {
      const approval = await lockApproval(tx, id);
      if (!canTransition(APPROVAL_TRANSITIONS, approval.status, status))
        throw new Problem('approval.decided');
      const refused = decisionRefusal({ kind: approval.kind, madeBy: approval.made_by }, checker);
      if (refused !== null) {
        await writeAudit(tx, {
          action: REFUSALS[refused].action,
          entityType: 'persetujuan',
          entityId: id,
          after: { decision, kind: approval.kind },
        });
        return new Problem(REFUSALS[refused].code);
      }
      if (status === 'REJECTED') assertReasoned(note);
      await this.decide(tx, approval, { status, note: note ?? null, decidedBy: checker.id });
      return null;
    });
    // thrown outside: the attempt itself stays on record
    if (refusal !== null) throw refusal;
    this.outbox.nudge();
  }

  /** Only for whoever may decide: nobody else makes us call a bank. What is refused below is refused there, on record. */
  private async check(id: number, checker: ReturnType<typeof currentStaff>): Promise<void> {
    const [waiting] = await this.database.read<OpenApproval & Record<string, unknown>>(
      "SELECT id, kind, entity_id, payload, made_by FROM persetujuan WHERE id = $1 AND status = 'PENDING'",
      [id],
    );
    if (waiting === undefined) return;
    if (decisionRefusal({ kind: waiting.kind, madeBy: waiting.made_by }, checker) !== null) return;
    await this.checks.of(waiting.kind)?.(waiting);
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
    await this.write(tx, approval.id, decision);
    await writeAudit(tx, {
      action: decision.status === 'APPROVED' ? 'approval.approved' : 'approval.rejected',
      entityType: 'persetujuan',
      entityId: approval.id,
      before: { status: approval.status },
      after: { status: decision.status, kind: approval.kind, note: decision.note },
    });
    await this.followUps.follow(tx, settledApproval(approval, decision.status, decision.decidedBy));
    await writeOutbox(tx, 'approval.decided', approval.id, {
      kind: approval.kind,
      summary: approval.summary,
      status: decision.status,
      made_by: approval.made_by,
    });
  }

  private async write(
    tx: Tx,
    id: number,
    decision: { readonly status: ApprovalState; readonly note: string | null; readonly decidedBy: number },
  ): Promise<void> {
    await tx
      .query(
        'UPDATE persetujuan SET status = $2, decided_by = $3, decided_at = $4, decision_note = $5 WHERE id = $1',
        [id, decision.status, decision.decidedBy, this.clock.date(), decision.note],
      )
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'persetujuan_two_people') throw new Problem('approval.same_person');
        throw error;
      });
  }
}

/** Whoever asked must be able to do better next time. */
function assertReasoned(note: string | undefined): void {
  if (note !== undefined && note.trim() !== '') return;
  throw new Problem('request.invalid', {
    errors: [{ pointer: '/note', code: 'required', message: APPROVAL_SAYS.refusalSaysWhy }],
  });
}

declare module '../../../platform/events/outbox' {
  interface OutboxTopics {
    'approval.decided': {
      readonly kind: string;
      readonly summary: string;
      readonly status: string;
      readonly made_by: number;
    };
  }
}
