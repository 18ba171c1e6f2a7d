import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, SQLSTATE, sqlState, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { PricedMeters } from '../tariffs';
import { forAudit, writeHistory, type FieldChange } from './customer-changes';
import type { CorrectMeterBody } from './dto/meter.dto';
import { lockCustomer } from './locked-customer';
import { refuseDuplicate, refuseField } from './refusals';
import { CUSTOMER_SAYS } from './sentences';

/** What a meter counts by. */
interface Figures {
  readonly digits: number;
  readonly size_mm: number;
  readonly installed_stand: number;
}

interface WrittenMeter extends Figures {
  readonly id: number;
  readonly serial: string;
  /** The one it took the place of; null when it took nobody's: the first one, or that of a connection taken up again. */
  readonly before: {
    readonly id: number;
    readonly serial: string;
    readonly digits: number;
    readonly installed_stand: number;
    readonly removed_stand: number;
  } | null;
}

// A meter that went out because the connection was closed did so with the stand that was verified last; its closing wrote that
// nothing came after it.
const IN_PLACE = `
  SELECT m.id, m.serial, m.digits, m.size_mm, m.installed_stand, (
    SELECT jsonb_build_object('id', x.id, 'serial', x.serial, 'digits', x.digits, 'installed_stand', x.installed_stand,
      'removed_stand', x.removed_stand)
    FROM meter x WHERE x.customer_id = m.customer_id AND x.removed_on = m.installed_on AND x.id < m.id AND NOT EXISTS (
      SELECT FROM riwayat_pelanggan h WHERE h.customer_id = x.customer_id AND h.field = 'meter' AND h.before = x.serial
        AND h.after IS NULL AND (h.at AT TIME ZONE $2)::date = x.removed_on)
    ORDER BY x.id DESC LIMIT 1) AS before
  FROM meter m WHERE m.customer_id = $1 AND m.removed_on IS NULL`;

/**
 * What was written down wrongly of a meter is put right, until a reading that was verified has counted by it: the stands of an
 * exchange decide what is paid for, and nothing else would ever take back a slip in them. Its serial may be put right always.
 * One person's act, as writing it down was. See docs/adr/0115.
 */
@Injectable()
export class CorrectMeter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly priced: PricedMeters,
  ) {}

  /**
   * @throws Problem customer.not_found, version.conflict, customer.state_conflict without a meter, customer.duplicate,
   *   meter.unpriced, meter.counted, request.invalid
   */
  execute(customerId: number, { version, reason, ...right }: CorrectMeterBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const customer = await lockCustomer(tx, customerId, version);
      const meter = await this.inPlace(tx, customerId);
      if (meter === undefined)
        throw new Problem('customer.state_conflict', { members: { current_state: customer.state } });
      const next = { ...meter, ...right.meter };
      const removedStand = right.removed_stand ?? meter.before?.removed_stand ?? null;
      assertPossible(next, meter, removedStand);
      const changes = differences(meter, next, removedStand);
      if (changes.length === 0) return;
      if (next.size_mm !== meter.size_mm)
        await this.priced.assert(
          tx,
          { tariffId: customer.tariff_id, sizeMm: next.size_mm },
          '/meter/size_mm',
        );
      await this.write(tx, customerId, next, removedStand);
      await writeHistory(tx, customerId, changes, { at: this.clock.date(), userId: currentUserId(), reason });
      await writeAudit(tx, {
        action: 'meter.corrected',
        entityType: 'meter',
        entityId: meter.id,
        before: forAudit(changes, 'before'),
        after: { ...forAudit(changes, 'after'), customer_id: customerId, reason },
      });
      if (changes.some(({ field }) => field !== 'meter'))
        await this.events.raise(tx, 'meter.corrected', {
          customerId,
          meterId: meter.id,
          removedStand: removedStand === meter.before?.removed_stand ? null : removedStand,
        });
    });
  }

  private async inPlace(tx: Tx, customerId: number): Promise<WrittenMeter | undefined> {
    const [meter] = await tx.query<WrittenMeter & object>(IN_PLACE, [customerId, this.clock.zone]);
    return meter;
  }

  private async write(
    tx: Tx,
    customerId: number,
    next: WrittenMeter,
    removedStand: number | null,
  ): Promise<void> {
    await tx
      .query('UPDATE meter SET serial = $2, digits = $3, size_mm = $4, installed_stand = $5 WHERE id = $1', [
        next.id,
        next.serial,
        next.digits,
        next.size_mm,
        next.installed_stand,
      ])
      .catch(refuseDuplicate);
    if (next.before !== null && removedStand !== next.before.removed_stand)
      await tx
        .query('UPDATE meter SET removed_stand = $2 WHERE id = $1', [next.before.id, removedStand])
        .catch(refuseCounted);
    await tx.query('UPDATE pelanggan SET version = version + 1 WHERE id = $1', [customerId]);
  }
}

/** The database keeps what a verified reading has counted by. */
function refuseCounted(error: unknown): never {
  throw sqlState(error) === SQLSTATE.appendOnly ? new Problem('meter.counted') : error;
}

function assertPossible(next: WrittenMeter, { before }: WrittenMeter, removedStand: number | null): void {
  if (next.installed_stand >= 10 ** next.digits)
    refuseField('/meter/installed_stand', 'too_many_digits', CUSTOMER_SAYS.fewerDigits);
  if (removedStand === null) return;
  if (before === null) {
    refuseField('/removed_stand', 'not_applicable', CUSTOMER_SAYS.notExchanged);
    return;
  }
  if (removedStand >= 10 ** before.digits)
    refuseField('/removed_stand', 'too_many_digits', CUSTOMER_SAYS.fewerDigits);
  if (removedStand < before.installed_stand)
    refuseField('/removed_stand', 'below_last_stand', CUSTOMER_SAYS.beganAt(before.installed_stand));
  if (next.serial === before.serial) refuseField('/meter/serial', 'same_meter', CUSTOMER_SAYS.sameMeter);
}

function differences(was: WrittenMeter, next: WrittenMeter, removedStand: number | null): FieldChange[] {
  const text = (value: number | null | undefined) => value?.toString() ?? null;
  return [
    { field: 'meter', before: was.serial, after: next.serial },
    { field: 'meter_digits', before: text(was.digits), after: text(next.digits) },
    { field: 'meter_size', before: text(was.size_mm), after: text(next.size_mm) },
    { field: 'installed_stand', before: text(was.installed_stand), after: text(next.installed_stand) },
    { field: 'removed_stand', before: text(was.before?.removed_stand), after: text(removedStand) },
  ].filter(({ before, after }) => before !== after);
}

declare module '../../../platform/events/domain-events' {
  interface DomainEventMap {
    /** What the meter in place counts by was put right; who counts with stands may still refuse. The customer is locked. */
    'meter.corrected': {
      readonly customerId: number;
      readonly meterId: number;
      /** What the meter before it really showed; null when that stays as it was. */
      readonly removedStand: number | null;
    };
  }
}
