import { Injectable } from '@nestjs/common';
import type { CorrectionSettlement } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { CASES } from '../payment-cases';
import { UseCredit } from './use-credit.service';

/** What a correction gave back to a customer, with the journals that say so. */
export interface CorrectionInFavour {
  readonly customerId: number;
  readonly noteId: number;
  readonly settlement: CorrectionSettlement;
  /** Below zero in the customer's favour. */
  readonly amount: number;
  readonly journalIds: readonly number[];
}

/** A correction in the customer's favour becomes credit with a case, like money that came and paid for nothing. */
@Injectable()
export class CreditFromCorrection {
  constructor(
    private readonly clock: Clock,
    private readonly using: UseCredit,
  ) {}

  async book(tx: Tx, correction: CorrectionInFavour): Promise<void> {
    const { customerId, noteId, settlement, amount, journalIds } = correction;
    if (settlement !== 'CREDIT' || amount >= 0) return;
    const caseId = await CASES.open(tx, {
      kind: 'BILL_CORRECTED',
      subjectId: noteId,
      customerId,
      amount: -amount,
      detail: { note_id: noteId },
      openedAt: this.clock.date(),
    });
    await tx.query(
      `INSERT INTO saldo_pelanggan (customer_id, amount, reason, case_id, journal_id, created_at)
       VALUES ($1, $2, 'bill.corrected', $3, $4, $5)`,
      [customerId, -amount, caseId, journalIds[0], this.clock.date()],
    );
    await this.using.useWhatIsOurs(tx, customerId);
  }
}
