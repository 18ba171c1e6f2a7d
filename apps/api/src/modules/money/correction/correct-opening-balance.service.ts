import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, periodName, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Database, type Tx } from '../../../platform/database';
import { DomainEvents, OutboxDispatcher, type DomainEventMap } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { RequestApproval } from '../../ground/approvals';
import { CorrectOpening, type OpeningOwed, type RightBalance } from '../../water/billing';
import { EndDispute } from '../dispute';
import type { CorrectionRequestDto } from './dto/correction.dto';

const OPENING_APPROVAL = 'opening_correction';

interface Payload extends RightBalance {
  readonly reason: string;
  readonly before: RightBalance;
}

/** What the system before handed over wrongly is put right by two people while it is owed. */
@Injectable()
export class CorrectOpeningBalance implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly approvals: RequestApproval,
    private readonly outbox: OutboxDispatcher,
    private readonly openings: CorrectOpening,
    private readonly disputes: EndDispute,
  ) {}

  onModuleInit(): void {
    this.events.on('approval.approved', (tx, decision) => this.settle(tx, decision));
  }

  /**
   * @throws Problem bill.not_found, bill.state_conflict unless it is a balance that is owed, correction.no_change,
   *   approval.pending
   */
  async request(billId: number, right: RightBalance, reason: string): Promise<CorrectionRequestDto> {
    const approvalId = await this.database.transaction(async (tx) => {
      const bill = owed(await this.openings.lock(tx, billId));
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
        },
        reason,
      });
    });
    this.outbox.nudge();
    return { approval_id: approvalId, status: 'PENDING' };
  }

  /** @throws Problem bill.state_conflict when it was paid since, correction.outdated when it is another balance now */
  private async settle(
    tx: Tx,
    { kind, entityId, payload, madeBy, decidedBy }: DomainEventMap['approval.approved'],
  ): Promise<void> {
    if (kind !== OPENING_APPROVAL || entityId === null) return;
    const { principal, penalty, before, reason } = payload as Payload;
    const bill = owed(await this.openings.lock(tx, entityId));
    if (bill.principal !== before.principal || bill.penalty !== before.penalty)
      throw new Problem('correction.outdated');
    const [booked] = await tx.query<{ amount: number }>('SELECT amount FROM denda WHERE bill_id = $1', [
      bill.id,
    ]);
    const noteId = await this.openings.write(
      tx,
      bill,
      { principal, penalty },
      { reason, madeBy, decidedBy, booked: booked?.amount ?? 0 },
    );
    if (noteId !== null) await this.disputes.byCorrection(tx, [bill.id], noteId);
    await writeAudit(tx, {
      action: 'bill.opening_corrected',
      entityType: 'tagihan',
      entityId: bill.id,
      before: { ...before },
      after: { principal, penalty, note_id: noteId },
    });
  }
}

function owed(bill: OpeningOwed | undefined): OpeningOwed {
  if (bill === undefined) throw new Problem('bill.not_found');
  if (bill.kind !== 'OPENING' || bill.state !== 'ISSUED') throw new Problem('bill.state_conflict');
  return bill;
}
