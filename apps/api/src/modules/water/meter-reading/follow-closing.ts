import { Injectable, type OnModuleInit } from '@nestjs/common';
import { finalStandRefusal } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { DomainEvents, type DomainEventMap } from '../../../platform/events';
import { Problem } from '../../../platform/problem';

interface LastReading {
  readonly meter_id: number;
  readonly current_stand: number;
  readonly estimated: boolean;
}

/** A meter is only taken out of a closed connection with the stand that was read and verified last: no water is lost. */
@Injectable()
export class FollowClosing implements OnModuleInit {
  constructor(private readonly events: DomainEvents) {}

  onModuleInit(): void {
    this.events.on('customer.closed', (tx, closing) => this.follow(tx, closing));
  }

  /** @throws Problem customer.final_reading_missing with the stand that was verified last */
  private async follow(
    tx: Tx,
    { customerId, meterId, finalStand }: DomainEventMap['customer.closed'],
  ): Promise<void> {
    const [last] = await tx.query<LastReading & object>(
      `SELECT meter_id, current_stand, method = 'ESTIMATED' AS estimated FROM meter_reading
       WHERE customer_id = $1 AND status = 'VERIFIED' AND method <> 'NONE' ORDER BY period DESC LIMIT 1`,
      [customerId],
    );
    const { installed_stand: installedStand, waiting } = await tx.one<{
      installed_stand: number;
      waiting: boolean;
    }>(
      `SELECT m.installed_stand, EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = m.customer_id
         AND r.status IN ('RECORDED', 'REREAD')) AS waiting FROM meter m WHERE m.id = $1`,
      [meterId],
    );
    const refusal = finalStandRefusal({
      finalStand,
      installedStand,
      waiting,
      last:
        last === undefined
          ? null
          : { stand: last.current_stand, ofThisMeter: last.meter_id === meterId, estimated: last.estimated },
    });
    if (refusal !== null)
      throw new Problem('customer.final_reading_missing', {
        members: { reason: refusal, last_stand: last?.current_stand ?? installedStand },
      });
  }
}
