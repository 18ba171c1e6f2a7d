import { Injectable, type OnModuleInit } from '@nestjs/common';
import { checkBy, periodName, type Period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { FollowUps, RequestApproval } from '../../ground/approvals';
import { MeterChecks } from '../../water/meter-reading';
import { EndDispute, lockOpenDispute } from './end-dispute.service';

const RELEASE_APPROVAL = 'dispute_release';

interface Payload {
  readonly answer: string;
  /** What the reader found, as whoever asked and whoever decides saw it. */
  readonly stand: number | null;
}

/**
 * What the office does about a doubt: sends a reader, and confirms the bill with a reason. Because the penalty goes on from
 * then, a second person decides. Where the customer is right the bill is corrected (money/correction), which ends it too.
 */
@Injectable()
export class AnswerDispute implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly outbox: OutboxDispatcher,
    private readonly checks: MeterChecks,
    private readonly ending: EndDispute,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(RELEASE_APPROVAL, {
      approved: (tx, { entityId, payload }) => this.ending.byRelease(tx, entityId, payload as Payload),
    });
  }

  /** @throws Problem dispute.not_found, dispute.closed, meter_check.ordered */
  async orderCheck(id: number, instruction: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const dispute = await lockOpenDispute(tx, id);
      const checkId = await this.checks.order(tx, {
        customerId: dispute.customer_id,
        instruction,
        dueOn: checkBy(this.clock.businessDate(), dispute.answer_by),
      });
      await tx.query('UPDATE keberatan SET check_id = $2 WHERE id = $1', [id, checkId]);
    });
  }

  /** @throws Problem dispute.not_found, dispute.closed, approval.pending */
  async askRelease(id: number, answer: string): Promise<number> {
    const approvalId = await this.database.transaction(async (tx) => {
      await lockOpenDispute(tx, id);
      const about = await tx.one<{
        ticket_number: string;
        customer_number: string;
        bill_number: string;
        period: Period;
        statement: string;
        stand: number | null;
      }>(
        `SELECT k.ticket_number, c.customer_number, b.bill_number, b.period, k.statement, p.stand
         FROM keberatan k JOIN pelanggan c ON c.id = k.customer_id JOIN tagihan b ON b.id = k.bill_id
         LEFT JOIN periksa_meter p ON p.id = k.check_id WHERE k.id = $1`,
        [id],
      );
      return this.approvals.request(tx, {
        kind: RELEASE_APPROVAL,
        entityType: 'keberatan',
        entityId: id,
        summary: `Keberatan ${about.ticket_number} (${about.customer_number}, ${periodName(about.period, 'id')}): tagihan dinyatakan benar`,
        payload: { ...about, dispute_id: id, answer },
        reason: answer,
      });
    });
    this.outbox.nudge();
    return approvalId;
  }
}
