import { Injectable } from '@nestjs/common';
import type { ExchangeStands } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { forAudit, writeHistory } from './customer-changes';

interface ExchangeInHand extends ExchangeStands {
  readonly customerId: number;
  /** The reading that was counted over it, with the stands as they were written down. */
  readonly over: {
    readonly meter_id: number;
    readonly installed_stand: number;
    readonly replaced_meter_id: number | null;
    readonly removed_stand: number | null;
  };
  readonly userId: number;
  readonly reason: string;
}

/**
 * The stands of an exchange that a verified reading has counted over already: what two people found it really was. Whoever corrects
 * the reading asks for it.
 */
@Injectable()
export class PutExchangeRight {
  constructor(private readonly clock: Clock) {}

  /** Under the lock of the customer, while the reading is set aside: the database takes it at no other time. */
  async apply(tx: Tx, { customerId, over, userId, reason, ...right }: ExchangeInHand): Promise<void> {
    await tx.query('UPDATE meter SET removed_stand = $2 WHERE id = $1', [
      over.replaced_meter_id,
      right.removedStand,
    ]);
    await tx.query('UPDATE meter SET installed_stand = $2 WHERE id = $1', [
      over.meter_id,
      right.installedStand,
    ]);
    await tx.query('UPDATE pelanggan SET version = version + 1 WHERE id = $1', [customerId]);
    const changes = [
      {
        field: 'removed_stand',
        before: over.removed_stand?.toString() ?? null,
        after: right.removedStand.toString(),
      },
      {
        field: 'installed_stand',
        before: over.installed_stand.toString(),
        after: right.installedStand.toString(),
      },
    ].filter(({ before, after }) => before !== after);
    await writeHistory(tx, customerId, changes, { at: this.clock.date(), userId, reason });
    await writeAudit(tx, {
      action: 'meter.corrected',
      entityType: 'meter',
      entityId: over.meter_id,
      before: forAudit(changes, 'before'),
      after: { ...forAudit(changes, 'after'), customer_id: customerId, reason },
    });
  }
}
