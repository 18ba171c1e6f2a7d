import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ApprovalState, Period } from '@tirtapay/domain';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { FollowUps, type SettledAboutRow } from '../../ground/approvals';
import { assertNotIssued } from './issued-periods';
import { PolicyBook } from './policy-book';
import {
  assertChangeable,
  assertNoTwin,
  lockPolicy,
  POLICY_APPROVAL,
  type PolicyChange,
} from './policy-rules';

type Payload =
  | { readonly change: 'CREATE' }
  | { readonly change: 'CHANGE'; readonly before: PolicyChange; readonly after: PolicyChange };

/**
 * What two people agreed on, in the transaction of the decision. Everything that was true when it was asked for is looked
 * at again: bills may have been issued since, and then the rule comes too late.
 */
@Injectable()
export class SettlePolicy implements OnModuleInit {
  constructor(
    private readonly followUps: FollowUps,
    private readonly book: PolicyBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(POLICY_APPROVAL, {
      approved: (tx, settled) => this.settle(tx, settled),
      dropped: (tx, settled) => this.settle(tx, settled),
    });
  }

  private async settle(
    tx: Tx,
    { entityId: id, end: status, payload: asked }: SettledAboutRow,
  ): Promise<void> {
    const payload = asked as Payload;
    if (payload.change === 'CREATE') await this.begin(tx, id, status);
    else if (status === 'APPROVED') await this.change(tx, id, payload.before, payload.after);
    // Whoever reads the old rules until the commit keeps them for seconds; no issued bill can be asked by the new one.
    this.book.forget();
  }

  private async begin(tx: Tx, id: number, status: ApprovalState): Promise<void> {
    const policy = await lockPolicy(tx, id);
    const approved = status === 'APPROVED';
    if (approved) {
      await assertNotIssued(tx, policy.valid_from as Period, {
        kinds: policy.kinds,
        today: this.clock.businessDate(),
      });
      await assertNoTwin(tx, policy);
    }
    await tx.query(
      'UPDATE kebijakan_denda SET status = $2, active = $3, version = version + 1 WHERE id = $1',
      [id, status, approved],
    );
    await writeAudit(tx, {
      action: approved ? 'penalty_policy.created' : 'penalty_policy.dropped',
      entityType: 'kebijakan_denda',
      entityId: id,
      before: { status: policy.status },
      after: { status, active: approved },
    });
  }

  private async change(tx: Tx, id: number, asked: PolicyChange, after: PolicyChange): Promise<void> {
    const before = await lockPolicy(tx, id);
    if (before.valid_to !== asked.valid_to || before.active !== asked.active)
      throw await changedMeanwhile(tx, 'kebijakan_denda', id, before.version);
    await assertChangeable(tx, before, after, this.clock.businessDate());
    await tx.query(
      'UPDATE kebijakan_denda SET valid_to = $2, active = $3, version = version + 1 WHERE id = $1',
      [id, after.valid_to, after.active],
    );
    await writeAudit(tx, {
      action: 'penalty_policy.changed',
      entityType: 'kebijakan_denda',
      entityId: id,
      before: { ...asked },
      after: { ...after },
    });
  }
}
