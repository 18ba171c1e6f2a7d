import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../../platform/database';
import { DomainEvents } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { closedByNobody } from './closings-in-hand';

/** Of a closed day, and not left to another. */
const SETTLED = `
  SELECT 1 FROM (
    SELECT d.reconciliation_id FROM rekonsiliasi_detail d WHERE d.payment_id = $1 AND NOT d.carried
    UNION ALL
    SELECT d.reconciliation_id FROM rekonsiliasi_detail d WHERE d.posted_id = $1) held
  JOIN rekonsiliasi r ON r.id = held.reconciliation_id WHERE r.state = 'CLOSED' LIMIT 1`;

/**
 * A bank takes a payment back by itself only until its day is closed: what was put against its statement and booked is
 * changed by two people, who see both sides.
 */
@Injectable()
export class RefuseLateReversals implements OnModuleInit {
  constructor(private readonly events: DomainEvents) {}

  onModuleInit(): void {
    this.events.on('payment.taken_back', (tx, { paymentId, collectorId }) =>
      this.assertOpen(tx, paymentId, collectorId),
    );
  }

  /** @throws Problem payment.reversal_closed */
  private async assertOpen(tx: Tx, paymentId: number, collectorId: number): Promise<void> {
    await closedByNobody(tx, collectorId);
    const [settled] = await tx.query(SETTLED, [paymentId]);
    if (settled !== undefined) throw new Problem('payment.reversal_closed');
  }
}
