import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actionWord, claimWithdrawn, itemTypeWord, leavesNothingPosted } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { Problem, type Sentence } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { LEFT_BEHIND } from '../calendar/days-of-ours';
import { lockOpenDay, type LockedDay } from '../days/lock-day';
import { OpenDay } from '../days/open-day.service';
import { RunAgain } from '../matching/run-again.service';
import { RECONCILIATION_SAYS } from '../sentences';
import { PostSettlement } from '../statements/post-settlement.service';
import type { LockedItem } from './lock-item';

export const WITHDRAWAL_APPROVAL = 'reconciliation_withdrawal';

interface WithdrawnBy {
  readonly approvalId: number;
  readonly madeBy: number;
  readonly decidedBy: number;
}

/**
 * The way back from a decision that was wrong, while its day is open: asked for by one, agreed to by another. A claim's
 * journal is mirrored, the decision stays written down, and the difference is found anew. What has been posted for a
 * customer is taken back by reversing that payment, not here.
 */
@Injectable()
export class WithdrawDecision implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly settlements: PostSettlement,
    private readonly days: OpenDay,
    private readonly again: RunAgain,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(WITHDRAWAL_APPROVAL, {
      approved: async (tx, { approvalId, entityId, payload, madeBy, decidedBy }) => {
        const { reason } = payload as { readonly reason: string };
        await this.carryOut(tx, entityId, reason, { approvalId, madeBy, decidedBy });
      },
    });
  }

  /** @throws Problem reconciliation.item_not_found, reconciliation.closed, reconciliation.decision_stands, approval.pending */
  request(itemId: number, reason: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const { item, day } = await this.lock(tx, itemId);
      await this.assertMayGo(tx, item);
      const { name } = await tx.one<{ name: string }>('SELECT name FROM penerima WHERE id = $1', [
        day.collector_id,
      ]);
      const done = item.action === null ? '' : actionWord(item.action, day.statement, 'id');
      return this.approvals.request(tx, {
        kind: WITHDRAWAL_APPROVAL,
        entityType: 'rekonsiliasi_detail',
        entityId: itemId,
        summary: `Tarik kembali: ${done} – ${itemTypeWord(item.type, day.statement, 'id')}, ${name} ${day.settlement_date}`,
        payload: {
          action: item.action,
          party: day.statement,
          type: item.type,
          our_amount: item.our_amount,
          bank_amount: item.bank_amount,
          claimed: item.claimed,
          letter_number: item.letter_number,
          decided: item.note,
          reason,
        },
        reason,
      });
    });
  }

  private async carryOut(tx: Tx, itemId: number, reason: string, by: WithdrawnBy): Promise<void> {
    const { item, day } = await this.lock(tx, itemId);
    await this.assertMayGo(tx, item);
    const members = await this.members(tx, item);
    for (const member of members) await this.takeBack(tx, member, day, reason, by);
    const facts = { action: item.action, type: item.type, claimed: item.claimed, reason };
    await this.days.note(tx, day.id, 'WITHDRAWN', facts, by.madeBy);
    // Whoever asked has prepared the day by it, not whoever agreed.
    await this.again.later(tx, day.id, by.madeBy);
  }

  /** An assignment to several payments was one decision. */
  private members(tx: Tx, item: LockedItem): Promise<LockedItem[]> {
    return tx.query<LockedItem>(
      `SELECT * FROM rekonsiliasi_detail WHERE reconciliation_id = $1 AND state = 'ADJUSTED'
         AND (id = $2 OR (approval_id = $3 AND action = 'ASSIGN')) ORDER BY id FOR UPDATE`,
      [item.reconciliation_id, item.id, item.approval_id],
    );
  }

  private async takeBack(
    tx: Tx,
    item: LockedItem,
    day: LockedDay,
    reason: string,
    by: WithdrawnBy,
  ): Promise<void> {
    const journalId = await this.settlements.post(tx, day, {
      event: 'reconciliation.claim_withdrawn',
      entityType: 'rekonsiliasi_detail',
      entityId: item.id,
      lines: claimWithdrawn({ collectorId: day.collector_id, account: day.account, amount: item.claimed }),
    });
    await tx.query(
      `INSERT INTO rekonsiliasi_penarikan (reconciliation_id, item_id, type, action, payment_id, line_id, claimed, letter_number, note,
         made_by, decided_by, decided_at, reason, approval_id, withdrawn_by, agreed_by, withdrawn_at, journal_id, movement_id)
       SELECT d.reconciliation_id, d.id, d.type, d.action, d.payment_id, d.line_id, d.claimed, d.letter_number, d.note, d.made_by,
         d.decided_by, d.decided_at, $2, $3, $4, $5, $6, $7, d.movement_id
       FROM rekonsiliasi_detail d WHERE d.id = $1`,
      [item.id, reason, by.approvalId, by.madeBy, by.decidedBy, this.clock.date(), journalId],
    );
    await tx.query(
      `UPDATE rekonsiliasi_detail SET state = 'OPEN', type = CASE type WHEN 'MATCHED' THEN 'AMOUNT_DIFFERS' ELSE type END, action = NULL,
         note = NULL, letter_number = NULL, approval_id = NULL, made_by = NULL, decided_by = NULL, decided_at = NULL, claim_id = NULL,
         received = 0, charged = 0, cleared = 0, claimed = 0, claim_settled = 0, carried = false WHERE id = $1`,
      [item.id],
    );
    await writeAudit(tx, {
      action: 'reconciliation.withdrawn',
      entityType: 'rekonsiliasi_detail',
      entityId: item.id,
      before: {
        action: item.action,
        claimed: item.claimed,
        letter_number: item.letter_number,
        note: item.note,
      },
      after: { reason },
    });
  }

  private async lock(tx: Tx, itemId: number): Promise<{ item: LockedItem; day: LockedDay }> {
    const [found] = await tx.query<{ reconciliation_id: number }>(
      'SELECT reconciliation_id FROM rekonsiliasi_detail WHERE id = $1',
      [itemId],
    );
    if (found === undefined) throw new Problem('reconciliation.item_not_found');
    const day = await lockOpenDay(tx, found.reconciliation_id);
    const item = await tx.one<LockedItem>('SELECT * FROM rekonsiliasi_detail WHERE id = $1 FOR UPDATE', [
      itemId,
    ]);
    return { item, day };
  }

  private async assertMayGo(tx: Tx, item: LockedItem): Promise<void> {
    const why = await this.whyNot(tx, item);
    if (why !== null) throw new Problem('reconciliation.decision_stands', { detail: why });
  }

  private async whyNot(tx: Tx, item: LockedItem): Promise<Sentence | null> {
    if (item.state !== 'ADJUSTED' || item.action === null) return RECONCILIATION_SAYS.nothingDecided;
    if (!leavesNothingPosted(item.action)) return RECONCILIATION_SAYS.moneyPosted;
    const [paid] = await tx.query('SELECT 1 FROM rekonsiliasi_detail WHERE claim_id = $1 LIMIT 1', [item.id]);
    if (paid !== undefined) return RECONCILIATION_SAYS.claimPaid;
    if (await this.leavesRest(tx, item)) return RECONCILIATION_SAYS.restOfBatch;
    if (!item.carried) return null;
    // A later day has settled it, or has left it to another in turn.
    const [left] = await tx.query(`SELECT 1 FROM rekonsiliasi_detail d WHERE d.id = $1 AND ${LEFT_BEHIND}`, [
      item.id,
    ]);
    return left === undefined ? RECONCILIATION_SAYS.settledElsewhere : null;
  }

  /** What is left of a batch is a difference of what was assigned: decided on, it holds the line the payments would meet again. */
  private async leavesRest(tx: Tx, item: LockedItem): Promise<boolean> {
    if (item.action !== 'ASSIGN' || item.basis !== 'BATCH') return false;
    const [rest] = await tx.query(
      `SELECT 1 FROM rekonsiliasi_detail d LEFT JOIN persetujuan a ON a.id = d.approval_id
       WHERE d.reconciliation_id = $1 AND d.line_id = $2 AND d.basis = 'BATCH' AND d.approval_id IS DISTINCT FROM $3
         AND (d.state = 'ADJUSTED' OR a.status = 'PENDING') LIMIT 1`,
      [item.reconciliation_id, item.line_id, item.approval_id],
    );
    return rest !== undefined;
  }
}
