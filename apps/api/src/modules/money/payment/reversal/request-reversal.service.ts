import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { ReversePayment } from './reverse-payment.service';

export const REVERSAL_APPROVAL = 'payment_reversal';

/** Staff cannot reverse alone: one asks with a reason, another decides; approval and reversal are one transaction. */
@Injectable()
export class RequestReversal implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly reversals: ReversePayment,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(REVERSAL_APPROVAL, {
      approved: async (tx, { entityId, payload }) => {
        await this.reversals.reverse(tx, entityId, (payload as { reason: string }).reason, null);
      },
    });
  }

  async request(paymentId: number, reason: string): Promise<{ approval_id: number; status: string }> {
    return this.database.transaction(async (tx) => {
      const [payment] = await tx.query<{ receipt_number: string; amount: number; reversed: boolean }>(
        `SELECT k.receipt_number, p.amount, EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id) AS reversed
         FROM pembayaran p JOIN kwitansi k ON k.payment_id = p.id WHERE p.id = $1 AND p.kind = 'PAYMENT'`,
        [paymentId],
      );
      if (payment === undefined) throw new Problem('payment.not_found');
      if (payment.reversed) throw new Problem('payment.not_reversible');
      const id = await this.approvals.request(tx, {
        kind: REVERSAL_APPROVAL,
        entityType: 'pembayaran',
        entityId: paymentId,
        summary: `Pembatalan pembayaran ${payment.receipt_number}`,
        payload: {
          payment_id: paymentId,
          receipt_number: payment.receipt_number,
          amount: payment.amount,
          reason,
        },
        reason,
      });
      return { approval_id: id, status: 'PENDING' };
    });
  }
}
