import { Injectable } from '@nestjs/common';
import { APPROVAL_TRANSITIONS, canTransition } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps } from './follow-ups';
import { lockApproval, settledApproval } from './open-approval';

/** Whoever asked may think better of it, as long as nobody decided. */
@Injectable()
export class WithdrawApproval {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem approval.not_found, approval.not_yours, approval.decided */
  async execute(id: number): Promise<void> {
    const maker = currentStaff();
    await this.database.transaction(async (tx) => {
      const approval = await lockApproval(tx, id);
      if (approval.made_by !== maker.id) throw new Problem('approval.not_yours');
      if (!canTransition(APPROVAL_TRANSITIONS, approval.status, 'WITHDRAWN'))
        throw new Problem('approval.decided');
      await tx.query(
        "UPDATE persetujuan SET status = 'WITHDRAWN', decided_by = $2, decided_at = $3 WHERE id = $1",
        [id, maker.id, this.clock.date()],
      );
      await writeAudit(tx, {
        action: 'approval.withdrawn',
        entityType: 'persetujuan',
        entityId: id,
        before: { status: approval.status },
        after: { status: 'WITHDRAWN', kind: approval.kind },
      });
      await this.followUps.follow(tx, settledApproval(approval, 'WITHDRAWN', maker.id));
    });
  }
}
