import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayReconciled, dayReopened } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentActor, currentStaff } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { PostSettlement } from '../statements/post-settlement.service';
import { assertWhole } from './assert-whole';
import { unlessBusy } from './busy-day';
import { closingInHand } from './closings-in-hand';
import { dayTotals } from './day-totals';
import { lockDay, lockOpenDay, type LockedDay } from './lock-day';
import { OpenDay } from './open-day.service';
import { preparersOf } from './preparers';

export const REOPENING_APPROVAL = 'reconciliation_reopening';

/** Closing a day books what it settled and freezes it; opening it again takes two people and mirrors the booking. */
@Injectable()
export class CloseDay implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly settlements: PostSettlement,
    private readonly days: OpenDay,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(REOPENING_APPROVAL, {
      approved: (tx, { entityId, payload }) =>
        this.reopen(tx, entityId, (payload as { reason: string }).reason),
    });
  }

  /**
   * By somebody who prepared nothing of it.
   * @throws Problem reconciliation.not_found, reconciliation.closed, reconciliation.no_file, reconciliation.items_open,
   *   reconciliation.not_whole, reconciliation.same_person
   */
  close(dayId: number): Promise<void> {
    return this.database.transaction(async (tx) => {
      const day = await lockOpenDay(tx, dayId);
      const preparers = await preparersOf(tx, dayId);
      if (preparers.some(({ id }) => id === currentStaff().id))
        throw new Problem('reconciliation.same_person');
      await this.freeze(tx, day);
    }, 'report');
  }

  /** Of a locked day. @throws as `close`, but for whoever does it */
  async freeze(tx: Tx, day: LockedDay): Promise<void> {
    if ((day.file_id ?? day.absence_id) === null || day.run_at === null)
      throw new Problem('reconciliation.no_file');
    await tx.query("SET LOCAL statement_timeout = '5min'");
    const totals = await dayTotals(tx, day.id);
    const { open, ...frozen } = totals;
    if (open > 0) throw new Problem('reconciliation.items_open', { members: { open_items: open } });
    await unlessBusy(() => closingInHand(tx, day.collector_id));
    await assertWhole(tx, day);
    const journalId = await this.book(tx, day, 'reconciliation.closed', dayReconciled(booked(day, frozen)));
    const head = await tx.one<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM audit_head');
    const actor = currentActor();
    await tx.query(
      `UPDATE rekonsiliasi SET state = 'CLOSED', our_count = $2, our_amount = $3, bank_count = $4, bank_amount = $5, received = $6,
         charged = $7, cleared = $8, claimed = $9, claim_settled = $10, adjusted_count = $11, carried_count = $12, journal_id = $13,
         seal_seq = $14, seal_hash = $15, closed_at = $16, closed_by = $17
       WHERE id = $1`,
      [
        day.id,
        frozen.our_count,
        frozen.our_amount,
        frozen.bank_count,
        frozen.bank_amount,
        frozen.received,
        frozen.charged,
        frozen.cleared,
        frozen.claimed,
        frozen.claim_settled,
        frozen.adjusted_count,
        frozen.carried_count,
        journalId,
        head.seq,
        head.hash,
        this.clock.date(),
        actor.kind === 'USER' ? actor.id : null,
      ],
    );
    await this.days.note(tx, day.id, 'CLOSED', {
      ...frozen,
      seal_seq: head.seq,
      seal_hash: head.hash.toString('hex'),
    });
    await writeAudit(tx, {
      action: 'reconciliation.closed',
      entityType: 'rekonsiliasi',
      entityId: day.id,
      after: frozen,
    });
  }

  /** @throws Problem reconciliation.not_found, reconciliation.not_closed, approval.pending */
  requestReopening(dayId: number, reason: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const day = await lockDay(tx, dayId);
      if (day.state !== 'CLOSED') throw new Problem('reconciliation.not_closed');
      const { name } = await tx.one<{ name: string }>('SELECT name FROM penerima WHERE id = $1', [
        day.collector_id,
      ]);
      return this.approvals.request(tx, {
        kind: REOPENING_APPROVAL,
        entityType: 'rekonsiliasi',
        entityId: dayId,
        summary: `Buka kembali rekonsiliasi ${name} ${day.settlement_date}`,
        payload: {
          bank: name,
          settlement_date: day.settlement_date,
          received: day.received,
          cleared: day.cleared,
          reason,
        },
        reason,
      });
    });
  }

  private async reopen(tx: Tx, dayId: number, reason: string): Promise<void> {
    const day = await lockDay(tx, dayId);
    if (day.state !== 'CLOSED') throw new Problem('reconciliation.not_closed');
    const totals = {
      received: day.received ?? 0,
      charged: day.charged ?? 0,
      cleared: day.cleared ?? 0,
      claim_settled: day.claim_settled ?? 0,
    };
    await this.book(tx, day, 'reconciliation.reopened', dayReopened(booked(day, totals)));
    await tx.query(
      `UPDATE rekonsiliasi SET state = 'OPEN', our_count = NULL, our_amount = NULL, bank_count = NULL, bank_amount = NULL, received = NULL,
         charged = NULL, cleared = NULL, claimed = NULL, claim_settled = NULL, adjusted_count = NULL, carried_count = NULL,
         journal_id = NULL, seal_seq = NULL, seal_hash = NULL, closed_at = NULL, closed_by = NULL
       WHERE id = $1`,
      [dayId],
    );
    await this.days.note(tx, dayId, 'REOPENED', { reason, ...totals });
    await writeAudit(tx, {
      action: 'reconciliation.reopened',
      entityType: 'rekonsiliasi',
      entityId: dayId,
      before: totals,
      after: { reason },
    });
  }

  /** @returns the journal, or null for a day on which nothing moved */
  private book(
    tx: Tx,
    day: LockedDay,
    event: string,
    lines: ReturnType<typeof dayReconciled>,
  ): Promise<number | null> {
    return this.settlements.post(tx, day, { event, entityType: 'rekonsiliasi', entityId: day.id, lines });
  }
}

function booked(
  day: LockedDay,
  totals: { received: number; charged: number; cleared: number; claim_settled: number },
) {
  const { received, charged, cleared, claim_settled: claimSettled } = totals;
  return { collectorId: day.collector_id, account: day.account, received, charged, cleared, claimSettled };
}
