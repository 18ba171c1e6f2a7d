import { Injectable } from '@nestjs/common';
import { businessDateOf } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { PricedMeters } from '../tariffs';
import { writeHistory } from './customer-changes';
import type { ReplaceMeterBody } from './dto/meter.dto';
import { lockCustomer } from './locked-customer';
import { refuseDuplicate, refuseField } from './refusals';
import { CUSTOMER_SAYS } from './sentences';

interface MeterInPlace {
  readonly id: number;
  readonly serial: string;
  readonly digits: number;
  readonly installed_on: string;
  readonly installed_at: Date | null;
  readonly installed_stand: number;
}

interface ExchangeTime {
  /** Business date. */
  readonly on: string;
  /** The hour somebody wrote down; null when only the day is known. */
  readonly at: number | null;
  /** When the old meter was gone at the latest: what is written down today has happened by now. */
  readonly goneBy: number | null;
}

/**
 * One meter out, another in. The two stands written down here are what the next reading counts with: what ran through
 * the old meter since its last reading, and what ran through the new one.
 */
@Injectable()
export class ReplaceMeter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly priced: PricedMeters,
  ) {}

  /**
   * @returns the id of the new meter
   * @throws Problem customer.not_found, version.conflict, customer.state_conflict, customer.duplicate, meter.unpriced, request.invalid,
   *   meter.not_replaceable
   */
  execute(customerId: number, body: ReplaceMeterBody): Promise<number> {
    const { meter, removed_stand: removedStand, reason } = body;
    const { on: replacedOn, at: replacedAt, goneBy } = this.timeOf(body);
    return this.database.transaction(async (tx) => {
      const customer = await lockCustomer(tx, customerId, body.version);
      if (customer.state === 'NONAKTIF')
        throw new Problem('customer.state_conflict', { members: { current_state: customer.state } });
      const old = await this.inPlace(tx, customerId);
      assertPossible(old, body, replacedOn, replacedAt);
      await this.priced.assert(tx, { tariffId: customer.tariff_id, sizeMm: meter.size_mm }, '/meter/size_mm');
      await tx.query(
        'UPDATE meter SET removed_on = $2, removed_stand = $3, removed_reason = $4, removed_at = $5 WHERE id = $1',
        [old.id, replacedOn, removedStand, reason, instantOf(goneBy)],
      );
      const row = await tx
        .one<{ id: number }>(
          `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand, installed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
          [
            customerId,
            meter.serial,
            meter.digits,
            meter.size_mm,
            replacedOn,
            meter.installed_stand,
            instantOf(replacedAt),
          ],
        )
        .catch(refuseDuplicate);
      await tx.query('UPDATE pelanggan SET version = version + 1 WHERE id = $1', [customerId]);
      await writeHistory(tx, customerId, [{ field: 'meter', before: old.serial, after: meter.serial }], {
        at: this.clock.date(),
        userId: currentUserId(),
        reason,
      });
      await writeAudit(tx, {
        action: 'meter.replaced',
        entityType: 'meter',
        entityId: row.id,
        before: { serial: old.serial, removed_stand: removedStand },
        after: {
          customer_id: customerId,
          serial: meter.serial,
          installed_stand: meter.installed_stand,
          replaced_on: replacedOn,
          replaced_at: replacedAt === null ? null : this.clock.text(replacedAt),
          reason,
        },
      });
      await this.events.raise(tx, 'meter.replaced', {
        customerId,
        removedMeterId: old.id,
        removedStand,
        replacedOn,
        replacedAt,
      });
      return row.id;
    });
  }

  private timeOf(body: ReplaceMeterBody): ExchangeTime {
    const { replaced_on: given, meter } = body;
    const today = this.clock.businessDate();
    const at = body.replaced_at === undefined ? null : Date.parse(body.replaced_at);
    if (at !== null && (Number.isNaN(at) || at > this.clock.now()))
      refuseField('/replaced_at', 'in_future', CUSTOMER_SAYS.notAfterNow);
    const dayOfAt = at === null ? null : businessDateOf(at, this.clock.zone);
    const replacedOn = given ?? meter.installed_on ?? dayOfAt ?? today;
    if (dayOfAt !== null && dayOfAt !== replacedOn)
      refuseField('/replaced_at', 'not_the_day', CUSTOMER_SAYS.otherDay);
    if (replacedOn > today) refuseField('/replaced_on', 'in_future', CUSTOMER_SAYS.notAfterToday);
    if (meter.installed_on !== undefined && meter.installed_on !== replacedOn)
      refuseField('/meter/installed_on', 'not_the_day', CUSTOMER_SAYS.installedThatDay);
    return { on: replacedOn, at, goneBy: at ?? (replacedOn === today ? this.clock.now() : null) };
  }

  private async inPlace(tx: Tx, customerId: number): Promise<MeterInPlace> {
    const [meter] = await tx.query<MeterInPlace & Record<string, unknown>>(
      `SELECT id, serial, digits, installed_on, installed_at, installed_stand FROM meter
       WHERE customer_id = $1 AND removed_on IS NULL`,
      [customerId],
    );
    if (meter === undefined) throw new Problem('meter.not_replaceable', { members: { reason: 'NO_METER' } });
    return meter;
  }
}

function instantOf(epoch: number | null): Date | null {
  return epoch === null ? null : new Date(epoch);
}

function assertPossible(old: MeterInPlace, body: ReplaceMeterBody, on: string, at: number | null): void {
  if (on < old.installed_on)
    refuseField('/replaced_on', 'before_installation', CUSTOMER_SAYS.installedOn(old.installed_on));
  if (at !== null && old.installed_at !== null && at < old.installed_at.getTime())
    refuseField('/replaced_at', 'before_installation', CUSTOMER_SAYS.installedOn(old.installed_on));
  if (body.removed_stand >= 10 ** old.digits)
    refuseField('/removed_stand', 'too_many_digits', CUSTOMER_SAYS.fewerDigits);
  if (body.removed_stand < old.installed_stand)
    refuseField('/removed_stand', 'below_last_stand', CUSTOMER_SAYS.beganAt(old.installed_stand));
  if (body.meter.installed_stand >= 10 ** body.meter.digits)
    refuseField('/meter/installed_stand', 'too_many_digits', CUSTOMER_SAYS.fewerDigits);
  if (body.meter.serial === old.serial) refuseField('/meter/serial', 'same_meter', CUSTOMER_SAYS.sameMeter);
}

declare module '../../../platform/events/domain-events' {
  interface DomainEventMap {
    /** The old meter is closed and the new one in place; who counts with stands may still refuse. */
    'meter.replaced': {
      readonly customerId: number;
      readonly removedMeterId: number;
      readonly removedStand: number;
      /** Business date. */
      readonly replacedOn: string;
      /** Epoch milliseconds; null when nobody wrote the hour down. */
      readonly replacedAt: number | null;
    };
  }
}
