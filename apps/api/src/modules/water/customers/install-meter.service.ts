import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { PricedMeters } from '../tariffs';
import { writeHistory } from './customer-changes';
import type { InstallMeterBody } from './dto/meter.dto';
import { lockCustomer } from './locked-customer';
import { refuseDuplicate, refuseField } from './refusals';
import { CUSTOMER_SAYS } from './sentences';

/** A meter for a candidate who has none, because the connection was closed before and its meter taken out. */
@Injectable()
export class InstallMeter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly priced: PricedMeters,
  ) {}

  /** @throws Problem customer.not_found, version.conflict, customer.state_conflict, customer.duplicate, meter.unpriced, request.invalid */
  execute(customerId: number, { meter, version }: InstallMeterBody): Promise<void> {
    const today = this.clock.businessDate();
    const installedOn = meter.installed_on ?? today;
    if (meter.installed_stand >= 10 ** meter.digits)
      refuseField('/meter/installed_stand', 'too_many_digits', CUSTOMER_SAYS.fewerDigits);
    if (installedOn > today) refuseField('/meter/installed_on', 'in_future', CUSTOMER_SAYS.notAfterToday);
    return this.database.transaction(async (tx) => {
      const customer = await lockCustomer(tx, customerId, version);
      if (customer.state !== 'CALON' || customer.has_meter)
        throw new Problem('customer.state_conflict', { members: { current_state: customer.state } });
      await this.priced.assert(tx, { tariffId: customer.tariff_id, sizeMm: meter.size_mm }, '/meter/size_mm');
      const [last] = await tx.query<{ removed_on: string }>(
        'SELECT removed_on FROM meter WHERE customer_id = $1 ORDER BY removed_on DESC LIMIT 1',
        [customerId],
      );
      if (last !== undefined && installedOn < last.removed_on)
        refuseField('/meter/installed_on', 'before_installation', CUSTOMER_SAYS.removedOn(last.removed_on));
      const { id } = await tx
        .one<{ id: number }>(
          `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand, installed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
          [
            customerId,
            meter.serial,
            meter.digits,
            meter.size_mm,
            installedOn,
            meter.installed_stand,
            // What is written down today has happened by now: a stand of this very day is one of this meter.
            installedOn === today ? this.clock.date() : null,
          ],
        )
        .catch(refuseDuplicate);
      await tx.query('UPDATE pelanggan SET version = version + 1 WHERE id = $1', [customerId]);
      await writeHistory(tx, customerId, [{ field: 'meter', before: null, after: meter.serial }], {
        at: this.clock.date(),
        userId: currentUserId(),
        reason: null,
      });
      await writeAudit(tx, {
        action: 'meter.installed',
        entityType: 'meter',
        entityId: id,
        after: {
          customer_id: customerId,
          serial: meter.serial,
          installed_stand: meter.installed_stand,
          installed_on: installedOn,
        },
      });
    });
  }
}
