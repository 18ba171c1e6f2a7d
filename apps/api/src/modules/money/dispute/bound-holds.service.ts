import { Injectable, type OnModuleInit } from '@nestjs/common';
import { prolongedHold, periodName, type BusinessDate, type Period } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { Jobs } from '../../../platform/jobs';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval } from '../../ground/approvals';
import { HoldPenalty } from '../../water/billing';
import { AccruePenalties } from '../../water/penalty';
import { lockOpenDispute, type LockedDispute } from './end-dispute.service';

const HOLD_APPROVAL = 'dispute_hold';
const EVERY_SECONDS = 600;

const LAPSING = `SELECT id, customer_id FROM keberatan WHERE state = 'OPEN' AND hold_lapsed_on IS NULL AND hold_lapses_on <= $1 ORDER BY id`;

interface Payload {
  /** The day it was to lapse when it was asked for. */
  readonly lapses_on: BusinessDate;
}

/**
 * Who writes a doubt down in the office stops a penalty alone, so it stands still for a time only. After it the penalty goes
 * on from where it stood, and the doubt still waits for its answer; longer is what two people agree to. See docs/adr/0059.
 */
@Injectable()
export class BoundHolds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly outbox: OutboxDispatcher,
    private readonly holds: HoldPenalty,
    private readonly accruals: AccruePenalties,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_SECONDS, 'lapsing holds of penalties', () => this.lapse());
    this.followUps.onRow(HOLD_APPROVAL, {
      approved: (tx, { entityId, payload }) => this.prolong(tx, entityId, payload as Payload),
    });
  }

  /** Penalties whose time is over go on, from the day this is found: nothing that was asked before becomes more afterwards. */
  async lapse(): Promise<void> {
    const due = await this.database.screen<{ id: number; customer_id: number }>(LAPSING, [
      this.clock.businessDate(),
    ]);
    await this.jobs.each('lapsing holds of penalties', due, ({ id, customer_id: customerId }) =>
      this.database.transaction(async (tx) => {
        await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [customerId]);
        const today = this.clock.businessDate();
        const [dispute] = await tx.query<{ bill_id: number }>(
          `UPDATE keberatan SET hold_lapsed_on = $2 WHERE id = $1 AND state = 'OPEN' AND hold_lapsed_on IS NULL AND hold_lapses_on <= $2
           RETURNING bill_id`,
          [id, today],
        );
        if (dispute === undefined) return;
        const days = await this.holds.end(tx, dispute.bill_id, today);
        await writeAudit(tx, {
          action: 'dispute.hold_lapsed',
          entityType: 'keberatan',
          entityId: id,
          after: { hold_lapsed_on: today, days_held: days },
        });
      }),
    );
  }

  /** @throws Problem dispute.not_found, dispute.closed, dispute.unbounded, approval.pending */
  async ask(id: number, reason: string): Promise<number> {
    const approvalId = await this.database.transaction(async (tx) => {
      const lapsesOn = bound(await lockOpenDispute(tx, id));
      const about = await tx.one<{
        ticket_number: string;
        customer_number: string;
        bill_number: string;
        period: Period;
      }>(
        `SELECT k.ticket_number, c.customer_number, b.bill_number, b.period FROM keberatan k
         JOIN pelanggan c ON c.id = k.customer_id JOIN tagihan b ON b.id = k.bill_id WHERE k.id = $1`,
        [id],
      );
      const until = prolongedHold(lapsesOn, this.clock.businessDate());
      return this.approvals.request(tx, {
        kind: HOLD_APPROVAL,
        entityType: 'keberatan',
        entityId: id,
        summary: `Keberatan ${about.ticket_number} (${about.customer_number}, ${periodName(about.period, 'id')}): denda ditahan lebih lama`,
        payload: { ...about, dispute_id: id, lapses_on: lapsesOn, held_until: until },
        reason,
      });
    });
    this.outbox.nudge();
    return approvalId;
  }

  private async prolong(tx: Tx, id: number, { lapses_on: asked }: Payload): Promise<void> {
    await tx.query(
      'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM keberatan WHERE id = $1) FOR NO KEY UPDATE',
      [id],
    );
    const dispute = await lockOpenDispute(tx, id);
    const lapsesOn = bound(dispute);
    if (lapsesOn !== asked) throw new Problem('approval.outdated');
    const today = this.clock.businessDate();
    const until = prolongedHold(lapsesOn, today);
    if (dispute.hold_lapsed_on !== null) {
      // What today asks for already is booked first, as when a doubt begins.
      await this.accruals.accrueMissing(
        tx,
        [{ customerId: dispute.customer_id, billIds: [dispute.bill_id], context: undefined }],
        today,
      );
      await this.holds.begin(tx, dispute.bill_id, today);
    }
    await tx.query('UPDATE keberatan SET hold_lapses_on = $2, hold_lapsed_on = NULL WHERE id = $1', [
      id,
      until,
    ]);
    await writeAudit(tx, {
      action: 'dispute.hold_prolonged',
      entityType: 'keberatan',
      entityId: id,
      before: { hold_lapses_on: lapsesOn, hold_lapsed_on: dispute.hold_lapsed_on },
      after: { hold_lapses_on: until },
    });
  }
}

/** @throws Problem dispute.unbounded when it is a customer's own, which holds until it is answered */
function bound({ hold_lapses_on: lapsesOn }: LockedDispute): BusinessDate {
  if (lapsesOn === null) throw new Problem('dispute.unbounded');
  return lapsesOn;
}
