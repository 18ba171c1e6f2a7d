import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { CASES } from '../counter-cases';
import type { WrongSaleBody } from '../dto/reversal.dto';
import { cashPayment } from './reverse-sale.service';

/** What turns out wrong when its shift is over is for the office: a case, closed when the payment is reversed. */
@Injectable()
export class ReportWrongSale {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the case, also when it had been opened before @throws Problem payment.not_found, payment.not_reversible */
  open(paymentId: number, { reason }: WrongSaleBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const payment = await cashPayment(tx, paymentId);
      if (payment.reversed) throw new Problem('payment.not_reversible');
      return CASES.open(tx, {
        kind: 'COUNTER_SALE_WRONG',
        subjectId: paymentId,
        customerId: payment.customer_id,
        paymentId,
        amount: payment.total,
        detail: { receipt_number: payment.receipt_number, reason, told_by: currentStaff().name },
        openedAt: this.clock.date(),
      });
    });
  }
}
