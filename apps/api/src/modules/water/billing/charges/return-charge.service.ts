import { Injectable } from '@nestjs/common';
import { billCorrected, returnedCharge, type Period } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { PostJournals } from '../../../ground/ledger';
import type { WrittenCorrection } from '../correct-bills.service';

/** A bill of a charge that stays paid and is given back whole. */
export interface ChargeToReturn {
  readonly id: number;
  readonly customer_id: number;
  readonly bill_number: string;
  readonly period: Period;
  readonly principal: number;
}

/** The row of a paid charge that was not to be asked for, its journal and its paper; the credit is the caller's to write. */
@Injectable()
export class ReturnCharge {
  constructor(
    private readonly clock: Clock,
    private readonly journals: PostJournals,
  ) {}

  /** Under the lock of the customer and the bill. */
  async write(
    tx: Tx,
    bill: ChargeToReturn,
    by: { readonly reason: string; readonly requestedBy: number; readonly approvedBy: number },
  ): Promise<WrittenCorrection> {
    const amount = -bill.principal;
    const { id: noteId } = await tx.one<{ id: number }>(
      `INSERT INTO nota_koreksi (customer_id, cause, reason, items, amount, requested_by, approved_by, created_at)
       VALUES ($1, 'CHARGE', $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        bill.customer_id,
        by.reason,
        JSON.stringify([returnedCharge(bill)]),
        amount,
        by.requestedBy,
        by.approvedBy,
        this.clock.date(),
      ],
    );
    const journalIds = await this.journals.post(tx, [
      {
        event: 'bill.corrected',
        entityType: 'tagihan',
        entityId: bill.id,
        businessDate: this.clock.businessDate(),
        lines: billCorrected({
          customerId: bill.customer_id,
          billId: bill.id,
          waterDifference: 0,
          fixedDifference: 0,
          chargeDifference: amount,
          settlement: 'CREDIT',
        }),
      },
    ]);
    await tx.query(
      `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, other_amount, amount, settlement, journal_id, note, note_id,
         requested_by, approved_by, created_at)
       VALUES ($1, '[]', 0, 0, $2, $2, 'CREDIT', $3, $4, $5, $6, $7, $8)`,
      [bill.id, amount, journalIds[0], by.reason, noteId, by.requestedBy, by.approvedBy, this.clock.date()],
    );
    return { noteId, settlement: 'CREDIT', amount, journalIds };
  }
}
