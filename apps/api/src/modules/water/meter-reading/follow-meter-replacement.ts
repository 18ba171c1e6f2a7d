import { Injectable, type OnModuleInit } from '@nestjs/common';
import { businessDate, businessDateOf } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { DomainEvents, type DomainEventMap } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { recountReadings } from './recount-readings';
import { selectReadings, type StoredReading } from './verifiable-reading';

type Replacement = DomainEventMap['meter.replaced'];

interface LastReading {
  readonly meter_id: number;
  readonly current_stand: number;
  readonly read_at: Date;
}

/**
 * A replacement must fit what was read: usage is counted from the last verified reading over at most one replacement,
 * so a second one in a row, or one before the last reading, could never be counted.
 */
@Injectable()
export class FollowMeterReplacement implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('meter.replaced', (tx, replacement) => this.follow(tx, replacement));
  }

  private async follow(tx: Tx, replacement: Replacement): Promise<void> {
    await this.assertCountable(tx, replacement);
    const open = await tx.query<StoredReading & Record<string, unknown>>(
      `${selectReadings(2)} WHERE customer_id = $1 AND status = 'RECORDED' ORDER BY period FOR UPDATE`,
      [replacement.customerId, this.clock.zone],
    );
    const replacedOn = businessDate(replacement.replacedOn);
    // Read before the exchange: it is a stand of the old meter, and the new one would take its place in the count.
    if (open.some((reading) => reading.read_on < replacedOn)) refuse('READING_OPEN');
    await recountReadings(tx, open, this.clock.zone);
  }

  private async assertCountable(tx: Tx, replacement: Replacement): Promise<void> {
    const [last] = await tx.query<LastReading & Record<string, unknown>>(
      `SELECT meter_id, current_stand, read_at FROM meter_reading
       WHERE customer_id = $1 AND status = 'VERIFIED' ORDER BY period DESC LIMIT 1`,
      [replacement.customerId],
    );
    if (last === undefined) {
      const [earlier] = await tx.query(
        'SELECT id FROM meter WHERE customer_id = $1 AND removed_on IS NOT NULL AND id <> $2 LIMIT 1',
        [replacement.customerId, replacement.removedMeterId],
      );
      if (earlier !== undefined) refuse('REPLACED_UNREAD');
      return;
    }
    if (last.meter_id !== replacement.removedMeterId) refuse('REPLACED_UNREAD');
    if (replacement.removedStand < last.current_stand)
      invalid('/removed_stand', 'below_last_stand', `the last reading was ${String(last.current_stand)}`);
    const readOn = businessDateOf(last.read_at.getTime(), this.clock.zone);
    if (replacement.replacedOn < readOn)
      invalid('/replaced_on', 'before_last_reading', `the meter was read on ${readOn}`);
  }
}

function refuse(reason: 'READING_OPEN' | 'REPLACED_UNREAD'): never {
  throw new Problem('meter.not_replaceable', { members: { reason } });
}

function invalid(pointer: string, code: string, message: string): never {
  throw new Problem('request.invalid', { errors: [{ pointer, code, message }] });
}
