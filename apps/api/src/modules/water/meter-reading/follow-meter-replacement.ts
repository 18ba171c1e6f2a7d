import { Injectable, type OnModuleInit } from '@nestjs/common';
import { businessDateOf } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { DomainEvents, type DomainEventMap } from '../../../platform/events';
import { Problem, type Sentence } from '../../../platform/problem';
import { recountReadings } from './recount-readings';
import { selectReadings, type StoredReading } from './verifiable-reading';
import { READING_SAYS } from './sentences';
import { TakenOverMonths } from './taken-over-months';

type Replacement = DomainEventMap['meter.replaced'];

interface LastReading {
  readonly meter_id: number;
  readonly current_stand: number;
  readonly read_at: Date;
  /** The last stand somebody really saw on this meter, when the last one was estimated. */
  readonly floor: number | null;
}

/**
 * Read before the exchange, it is a stand of the old meter and is decided first. On a day whose hour of exchange nobody
 * knows it may be, which comes to the same: a guess would count it on the wrong meter.
 */
function isOfOldMeter(reading: StoredReading, { replacedOn, replacedAt }: Replacement): boolean {
  return replacedAt === null ? reading.read_on <= replacedOn : reading.read_at < replacedAt;
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
    private readonly takenOver: TakenOverMonths,
  ) {}

  onModuleInit(): void {
    this.events.on('meter.replaced', (tx, replacement) => this.follow(tx, replacement));
    this.events.on('meter.corrected', (tx, correction) => this.followCorrection(tx, correction));
  }

  private async follow(tx: Tx, replacement: Replacement): Promise<void> {
    await this.assertCountable(tx, replacement);
    const waiting = await tx.query<StoredReading & Record<string, unknown>>(
      `${selectReadings(2)} WHERE customer_id = $1 AND status = 'RECORDED' ORDER BY period FOR UPDATE`,
      [replacement.customerId, this.clock.zone],
    );
    const open = await this.takenOver.without(tx, waiting);
    if (open.some((reading) => isOfOldMeter(reading, replacement))) refuse('READING_OPEN');
    await recountReadings(tx, open, { zone: this.clock.zone, takenOver: this.takenOver });
  }

  /** What was billed by a meter stays as it was; what waits is counted again. */
  private async followCorrection(
    tx: Tx,
    { customerId, meterId, removedStand }: DomainEventMap['meter.corrected'],
  ): Promise<void> {
    const waiting = await tx.query<StoredReading & Record<string, unknown>>(
      `${selectReadings(2)} WHERE customer_id = $1 AND status IN ('RECORDED', 'REREAD') ORDER BY period FOR NO KEY UPDATE`,
      [customerId, this.clock.zone],
    );
    // Behind their locks: one may just have been verified.
    const counted = await tx.query(
      "SELECT FROM meter_reading WHERE meter_id = $1 AND status IN ('VERIFIED', 'CORRECTED') LIMIT 1",
      [meterId],
    );
    if (counted.length > 0) throw new Problem('meter.counted');
    const last = removedStand === null ? undefined : await this.lastReading(tx, customerId);
    if (removedStand !== null && last !== undefined) assertNotBelow(removedStand, last);
    const open = await this.takenOver.without(tx, waiting);
    await recountReadings(tx, open, { zone: this.clock.zone, takenOver: this.takenOver });
  }

  private async lastReading(tx: Tx, customerId: number): Promise<LastReading | undefined> {
    const [last] = await tx.query<LastReading & Record<string, unknown>>(
      `SELECT r.meter_id, r.current_stand, r.read_at, CASE WHEN r.method = 'ESTIMATED' THEN coalesce(
           (SELECT s.current_stand FROM meter_reading s WHERE s.customer_id = r.customer_id AND s.meter_id = r.meter_id
              AND s.status = 'VERIFIED' AND s.method = 'ACTUAL' ORDER BY s.period DESC LIMIT 1), m.installed_stand) END AS floor
       FROM meter_reading r JOIN meter m ON m.id = r.meter_id
       WHERE r.customer_id = $1 AND r.status = 'VERIFIED' AND r.method <> 'NONE' ORDER BY r.period DESC LIMIT 1`,
      [customerId],
    );
    return last;
  }

  private async assertCountable(tx: Tx, replacement: Replacement): Promise<void> {
    const last = await this.lastReading(tx, replacement.customerId);
    if (last === undefined) {
      const [earlier] = await tx.query(
        'SELECT id FROM meter WHERE customer_id = $1 AND removed_on IS NOT NULL AND id <> $2 LIMIT 1',
        [replacement.customerId, replacement.removedMeterId],
      );
      if (earlier !== undefined) refuse('REPLACED_UNREAD');
      return;
    }
    if (last.meter_id !== replacement.removedMeterId) refuse('REPLACED_UNREAD');
    assertNotBelow(replacement.removedStand, last);
    const readOn = businessDateOf(last.read_at.getTime(), this.clock.zone);
    const { replacedOn, replacedAt } = replacement;
    if (replacedOn < readOn || (replacedAt !== null && replacedAt < last.read_at.getTime()))
      invalid('/replaced_on', 'before_last_reading', READING_SAYS.lastReadOn(readOn));
  }
}

function assertNotBelow(removedStand: number, last: LastReading): void {
  const lowest = lowestStand(last);
  if (removedStand < lowest) invalid('/removed_stand', 'below_last_stand', READING_SAYS.lastStand(lowest));
}

/** Below an estimated stand the true one may lie, also where the estimates passed the end of the dial. */
function lowestStand({ floor, current_stand: current }: LastReading): number {
  if (floor === null) return current;
  return floor > current ? 0 : floor;
}

function refuse(reason: 'READING_OPEN' | 'REPLACED_UNREAD'): never {
  throw new Problem('meter.not_replaceable', { members: { reason } });
}

function invalid(pointer: string, code: string, message: Sentence): never {
  throw new Problem('request.invalid', { errors: [{ pointer, code, message }] });
}
