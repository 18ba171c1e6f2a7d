import { Injectable, type OnModuleInit } from '@nestjs/common';
import { finalStandRefusal } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';
import { DomainEvents, type DomainEventMap } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { WAITS } from './reading-basis';
import type { ReadingKey } from './reading-key';
import { TakenOverMonths } from './taken-over-months';

interface LastReading {
  readonly meter_id: number;
  readonly current_stand: number;
  readonly estimated: boolean;
}

/** A meter is only taken out of a closed connection with the stand that was read and verified last: no water is lost. */
@Injectable()
export class FollowClosing implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly takenOver: TakenOverMonths,
  ) {}

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
    const { installed_stand: installedStand } = await tx.one<{ installed_stand: number }>(
      'SELECT installed_stand FROM meter WHERE id = $1',
      [meterId],
    );
    const waiting = await this.takenOver.without(
      tx,
      await tx.query<ReadingKey & Record<string, unknown>>(
        `SELECT r.customer_id, r.period FROM meter_reading r WHERE r.customer_id = $1 AND ${WAITS}`,
        [customerId],
      ),
    );
    const refusal = finalStandRefusal({
      finalStand,
      installedStand,
      waiting: waiting.length > 0,
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
