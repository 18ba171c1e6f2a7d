import { Injectable } from '@nestjs/common';
import {
  billCorrected,
  figuresTotal,
  settlementOf,
  type CorrectedBill,
  type CorrectionCause,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { PostJournals } from '../../ground/ledger';
import { CarryCorrections } from './carry-corrections.service';
import type { WrittenCorrection } from './correct-bills.service';

/** Two people, and why. */
export interface CorrectionDecision {
  readonly reason: string;
  readonly requestedBy: number;
  readonly approvedBy: number;
}

interface SettledCorrection extends CorrectionDecision {
  readonly customerId: number;
  readonly cause: Extract<CorrectionCause, 'CHARGE' | 'OPENING'>;
  readonly item: CorrectedBill;
  /** Of the penalty: what is too much, and had been forgiven. */
  readonly excessWaived: number;
  /** Of its principal: what bears no penalty from now on, because it is too much or never did. */
  readonly penaltyFree: number;
  /** What the bill would consist of if it were right; empty when nothing of it was to be asked for. */
  readonly lines: readonly object[];
}

/**
 * The row of a bill that is no water and is settled, by a payment or by the instalments of a plan: the bill stays, and what
 * it was too much is credit, what it was too little is asked for later. With its journal and its paper; the credit is the
 * caller's to write.
 */
@Injectable()
export class CorrectSettledBill {
  constructor(
    private readonly clock: Clock,
    private readonly journals: PostJournals,
    private readonly events: DomainEvents,
    private readonly carrying: CarryCorrections,
  ) {}

  /** Under the lock of the customer and the bill. */
  async write(tx: Tx, correction: SettledCorrection): Promise<WrittenCorrection> {
    const { customerId, cause, item, excessWaived, penaltyFree, lines, reason, requestedBy, approvedBy } =
      correction;
    const difference = figuresTotal(item.after) - figuresTotal(item.before);
    const amount = difference + item.penalty;
    const settlement = settlementOf([amount]);
    const { id: noteId } = await tx.one<{ id: number }>(
      `INSERT INTO nota_koreksi (customer_id, cause, reason, items, amount, requested_by, approved_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [customerId, cause, reason, JSON.stringify([item]), amount, requestedBy, approvedBy, this.clock.date()],
    );
    const journalIds = await this.journals.post(tx, [
      {
        event: 'bill.corrected',
        entityType: 'tagihan',
        entityId: item.bill_id,
        businessDate: this.clock.businessDate(),
        lines: billCorrected({
          customerId,
          billId: item.bill_id,
          waterDifference: 0,
          fixedDifference: 0,
          chargeDifference: cause === 'CHARGE' ? difference : 0,
          openingDifference: cause === 'OPENING' ? difference : 0,
          penaltyDifference: item.penalty,
          settlement,
        }),
      },
    ]);
    await tx.query(
      `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, other_amount, amount, penalty_amount, excess_waived,
         settlement, journal_id, note, note_id, requested_by, approved_by, created_at)
       VALUES ($1, $2, 0, 0, $3, $3, $4, $12, $5, $6, $7, $8, $9, $10, $11)`,
      [
        item.bill_id,
        JSON.stringify(lines),
        difference,
        item.penalty,
        settlement,
        journalIds[0],
        reason,
        noteId,
        requestedBy,
        approvedBy,
        this.clock.date(),
        excessWaived,
      ],
    );
    await tx.query('UPDATE tagihan SET penalty_free = $2 WHERE id = $1', [item.bill_id, penaltyFree]);
    await this.events.raise(tx, 'bills.corrected', { billIds: [item.bill_id] });
    await this.carrying.carry(tx, customerId);
    return { noteId, settlement, amount, journalIds };
  }
}
