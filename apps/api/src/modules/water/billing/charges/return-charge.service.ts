import { Injectable } from '@nestjs/common';
import { returnedCharge, type Period } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { WrittenCorrection } from '../correct-bills.service';
import { CorrectSettledBill, type CorrectionDecision } from '../correct-settled-bill.service';

/** A bill of a charge that stays settled and is given back whole. */
export interface ChargeToReturn {
  readonly id: number;
  readonly customer_id: number;
  readonly bill_number: string;
  readonly period: Period;
  readonly principal: number;
}

/** The row of a settled charge that was not to be asked for; the credit is the caller's to write. */
@Injectable()
export class ReturnCharge {
  constructor(private readonly rows: CorrectSettledBill) {}

  /** Under the lock of the customer and the bill. */
  write(tx: Tx, bill: ChargeToReturn, by: CorrectionDecision): Promise<WrittenCorrection> {
    return this.rows.write(tx, {
      ...by,
      customerId: bill.customer_id,
      cause: 'CHARGE',
      item: returnedCharge(bill),
      excessWaived: 0,
      penaltyFree: bill.principal,
      lines: [],
    });
  }
}
