import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { SecondPerson } from '../../../ground/identity';
import { ReversePayment } from '../../payment';
import type { ReversedSaleDto, ReverseSaleBody } from '../dto/reversal.dto';
import { OwnShift } from '../shifts/own-shift';

export interface CashPayment {
  readonly id: number;
  readonly shift_id: number;
  readonly business_date: string;
  readonly customer_id: number | null;
  readonly receipt_number: string;
  readonly total: number;
  readonly reversed: boolean;
}

/** @throws Problem payment.not_found, also for what was not paid in cash */
export async function cashPayment(tx: Tx, id: number): Promise<CashPayment> {
  const [payment] = await tx.query<CashPayment & Record<string, unknown>>(
    `SELECT p.id, p.shift_id, p.business_date, p.customer_id, k.receipt_number, p.amount + p.admin_fee AS total,
       EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id) AS reversed
     FROM pembayaran p JOIN kwitansi k ON k.payment_id = p.id WHERE p.id = $1 AND p.kind = 'PAYMENT' AND p.channel = 'CASH'`,
    [id],
  );
  if (payment === undefined) throw new Problem('payment.not_found');
  return payment;
}

/**
 * A water bill that was paid by mistake: taken back on its day and in its shift, when somebody who supervises counters
 * agrees at the counter. Afterwards it is a case of the office, and reversing it a decision of the manager.
 */
@Injectable()
export class ReverseSale {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shifts: OwnShift,
    private readonly second: SecondPerson,
    private readonly reversals: ReversePayment,
  ) {}

  /**
   * @throws Problem payment.not_found, payment.not_reversible, counter.reversal_closed, counter.shift_not_open, and as
   *   SecondPerson
   */
  async reverse(paymentId: number, { reason, supervisor }: ReverseSaleBody): Promise<ReversedSaleDto> {
    const shift = await this.shifts.open();
    const agreed = await this.second.agree(supervisor, 'counter.supervise');
    return this.database.transaction(async (tx) => {
      const payment = await cashPayment(tx, paymentId);
      if (payment.reversed) throw new Problem('payment.not_reversible');
      if (payment.shift_id !== shift.key.id || payment.business_date !== this.clock.businessDate())
        throw new Problem('counter.reversal_closed');
      const reversal = await this.reversals.reverse(tx, paymentId, reason, null, shift.key);
      await writeAudit(tx, {
        action: 'payment.reversal_agreed',
        entityType: 'pembayaran',
        entityId: paymentId,
        after: { reversal_id: reversal.id, agreed_by: agreed.id, reason },
      });
      return {
        payment_id: paymentId,
        reversal_id: reversal.id,
        reversal_receipt_number: reversal.receiptNumber,
        amount: payment.total,
        agreed_by: agreed.name,
      };
    });
  }
}
