import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { DomainEvents } from '../../../platform/events';
import { closeCheckout } from './checkout-statements';

const OVER = `SELECT id FROM niat_bayar WHERE customer_id = ANY ($1) AND status = 'PENDING' AND bill_ids && $2::bigint[] ORDER BY id`;

/**
 * An account or code over a bill that was cancelled asks for what nobody owes any more: it ends with the bill, in the same
 * transaction, and the bank is asked to close it. Whoever pays it before the bank has done so has credit.
 */
@Injectable()
export class EndCheckouts implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('bills.cancelled', async (tx, { customerIds, billIds }) => {
      const open = await tx.query<{ id: number }>(OVER, [customerIds, billIds]);
      for (const { id } of open) await closeCheckout(tx, id, 'BILLS_CHANGED', this.clock.date());
    });
  }
}
