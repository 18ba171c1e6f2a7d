import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  correctedBalance,
  correctionWay,
  figuresTotal,
  formatRupiah,
  periodName,
  rupiah,
  type CorrectedBill,
  type PenaltyPolicy,
} from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Database, type Tx } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval, type SettledAboutRow } from '../../ground/approvals';
import { CorrectOpening, type OpeningOwed, type RightBalance } from '../../water/billing';
import { PenaltyExcesses, PolicyBook } from '../../water/penalty';
import { EndDispute } from '../dispute';
import { CreditFromCorrection } from '../payment';
import type { CorrectionPreviewDto, CorrectionRequestDto } from './dto/correction.dto';
import { BOOKED_PENALTIES, NO_PENALTY_BACK, penaltyBack, type BookedPenalty } from './penalty-back';

const OPENING_APPROVAL = 'opening_correction';

interface Payload extends RightBalance {
  readonly reason: string;
  readonly before: RightBalance;
  readonly correction: CorrectionPreviewDto;
}

interface PlannedOpening {
  readonly bill: OpeningOwed;
  readonly item: CorrectedBill;
  /** Penalty of ours on it, gross. */
  readonly booked: number;
  /** Of it: what is too much, and had been forgiven. */
  readonly excessWaived: number;
}

/** What the system before handed over wrongly is put right by two people: owed, paid, or in the instalments of a plan. */
@Injectable()
export class CorrectOpeningBalance implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly outbox: OutboxDispatcher,
    private readonly openings: CorrectOpening,
    private readonly disputes: EndDispute,
    private readonly policies: PolicyBook,
    private readonly credit: CreditFromCorrection,
    private readonly excesses: PenaltyExcesses,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(OPENING_APPROVAL, { approved: (tx, settled) => this.carryOut(tx, settled) });
  }

  /**
   * @throws Problem bill.not_found, bill.state_conflict when it is no balance or cancelled, correction.no_change,
   *   approval.pending
   */
  async request(billId: number, right: RightBalance, reason: string): Promise<CorrectionRequestDto> {
    const policies = await this.policies.current();
    const approvalId = await this.database.transaction(async (tx) => {
      const { bill, item } = await this.plan(tx, billId, right, policies);
      const before = { principal: bill.principal, penalty: bill.penalty };
      if (right.principal === before.principal && right.penalty === before.penalty)
        throw new Problem('correction.no_change');
      const total = ({ principal, penalty }: RightBalance) => formatRupiah(rupiah(principal + penalty));
      return this.approvals.request(tx, {
        kind: OPENING_APPROVAL,
        entityType: 'tagihan',
        entityId: billId,
        summary: `Koreksi tunggakan ambil alih ${bill.customer_number}, ${periodName(bill.period, 'id')}: ${total(before)} → ${total(right)}`,
        payload: {
          bill_number: bill.bill_number,
          customer_number: bill.customer_number,
          before,
          principal: right.principal,
          penalty: right.penalty,
          reason,
          correction: effectOf(item),
        },
        reason,
      });
    });
    this.outbox.nudge();
    return { approval_id: approvalId, status: 'PENDING' };
  }

  /**
   * @throws Problem correction.outdated when it is another balance now, or would be corrected in another way: what was owed
   *   was paid since, or went into a plan
   */
  private async carryOut(tx: Tx, { entityId, payload, madeBy, decidedBy }: SettledAboutRow): Promise<void> {
    const { principal, penalty, before, reason, correction } = payload as Payload;
    const right = { principal, penalty };
    const { bill, item, booked, excessWaived } = await this.plan(
      tx,
      entityId,
      right,
      await this.policies.current(),
    );
    if (bill.principal !== before.principal || bill.penalty !== before.penalty || !alike(item, correction))
      throw new Problem('correction.outdated');
    const by = { reason, requestedBy: madeBy, approvedBy: decidedBy };
    const written =
      item.way === 'ROW' ? await this.openings.writeRow(tx, bill, right, { item, excessWaived }, by) : null;
    const noteId = written === null ? await this.openings.write(tx, bill, right, booked, by) : written.noteId;
    if (noteId !== null) await this.disputes.byCorrection(tx, [bill.id], noteId);
    await writeAudit(tx, {
      action: 'bill.opening_corrected',
      entityType: 'tagihan',
      entityId: bill.id,
      before: { ...before },
      after: { principal, penalty, note_id: noteId },
    });
    if (written === null) return;
    await this.excesses.keep(tx, [bill.id]);
    await this.credit.book(tx, { customerId: bill.customer_id, ...written });
  }

  /** What it would do now, under the locks. @throws Problem bill.not_found, bill.state_conflict, correction.no_change */
  private async plan(
    tx: Tx,
    billId: number,
    right: RightBalance,
    policies: readonly PenaltyPolicy[],
  ): Promise<PlannedOpening> {
    const bill = await this.openings.lock(tx, billId);
    if (bill === undefined) throw new Problem('bill.not_found');
    if (bill.kind !== 'OPENING' || bill.state === 'CANCELLED') throw new Problem('bill.state_conflict');
    const difference = right.principal + right.penalty - bill.principal - bill.penalty;
    const way = correctionWay({ state: bill.state, corrected: bill.corrected, kept: false, difference });
    // Of a settled bill only what it comes to can be wrong, not how it was split.
    if (way === 'SAME') throw new Problem('correction.no_change');
    const [row] = await tx.query<BookedPenalty & object>(BOOKED_PENALTIES, [[billId]]);
    const booked = row?.amount ?? 0;
    if (way === 'REISSUED')
      return {
        bill,
        booked,
        excessWaived: 0,
        item: correctedBalance(bill, right, { way, penalty: -booked }),
      };
    const { penalty, excessWaived } =
      row === undefined ? NO_PENALTY_BACK : penaltyBack(row, right.principal, policies);
    return { bill, booked, excessWaived, item: correctedBalance(bill, right, { way, penalty }) };
  }
}

/** A row is settled at once; what is issued anew is asked for as before. */
function effectOf(item: CorrectedBill): CorrectionPreviewDto {
  const difference = figuresTotal(item.after) - figuresTotal(item.before) + item.penalty;
  return { items: [item], difference, settled: item.way === 'ROW' ? difference : 0 };
}

/** That the penalty of an open bill has grown is no other decision: it goes whole. */
function alike(now: CorrectedBill, { items: [seen] }: CorrectionPreviewDto): boolean {
  return now.way === seen?.way && (now.way === 'REISSUED' || now.penalty === seen.penalty);
}
