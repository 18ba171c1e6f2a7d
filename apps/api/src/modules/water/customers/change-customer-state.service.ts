import { Injectable } from '@nestjs/common';
import { canTransition, CUSTOMER_TRANSITIONS, type CustomerState } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { RoutePlaces } from '../../ground/regions';
import { PricedMeters } from '../tariffs';
import { writeHistory, type FieldChange } from './customer-changes';
import type { ChangeStateBody } from './dto/customer.request';
import { lockCustomer, type LockedCustomer } from './locked-customer';
import { refuseDuplicate, refuseField } from './refusals';
import { CUSTOMER_SAYS } from './sentences';

const ACTIONS = {
  CALON: 'customer.reopened',
  AKTIF: 'customer.activated',
  SEGEL: 'customer.sealed',
  NONAKTIF: 'customer.deactivated',
} as const satisfies Record<CustomerState, string>;

/** Numbers of customers whose take-over was taken back; such a customer never was one of ours. */
const TAKEN_BACK = '00';

/** Activates, seals, closes and takes up again; a closing takes the meter out where somebody read it for the last time. */
@Injectable()
export class ChangeCustomerState {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly routes: RoutePlaces,
    private readonly priced: PricedMeters,
  ) {}

  /**
   * Closing a customer, and taking up a closed one, needs a permission of its own.
   * @throws Problem customer.not_found, version.conflict, customer.state_conflict, customer.duplicate, auth.forbidden,
   *   tariff.not_found, region.not_found, meter.unpriced when the category or the region of who is taken up again was closed
   *   meanwhile, or prices the meter no more that was left in place, request.invalid, and what whoever counts with stands refuses
   */
  async execute(
    id: number,
    { state, reason, version, final_stand: finalStand }: ChangeStateBody,
  ): Promise<void> {
    const actor = currentStaff();
    if ((state === 'NONAKTIF' || state === 'CALON') && !actor.permissions.has('customer.deactivate'))
      throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      const current = await lockCustomer(tx, id, version);
      assertPossible(current, state);
      if (current.state === 'NONAKTIF') await this.assertTakesBack(tx, current);
      await tx
        .query(
          `UPDATE pelanggan SET state = $2, version = version + 1,
             activated_at = CASE WHEN $2 = 'AKTIF' THEN coalesce(activated_at, $3) ELSE activated_at END
           WHERE id = $1`,
          [id, state, this.clock.date()],
        )
        .catch(refuseDuplicate);
      const removed = state === 'NONAKTIF' ? await this.takeOut(tx, id, current, finalStand, reason) : [];
      await writeHistory(tx, id, [{ field: 'state', before: current.state, after: state }, ...removed], {
        at: this.clock.date(),
        userId: actor.id,
        reason,
      });
      await writeAudit(tx, {
        action: ACTIONS[state],
        entityType: 'pelanggan',
        entityId: id,
        before: { state: current.state },
        after: { state, reason, ...(removed.length > 0 && { final_stand: finalStand }) },
      });
    });
  }

  /** Who comes back finds what anybody finds who comes: nobody looked after those who were gone when it was closed or priced. */
  private async assertTakesBack(tx: Tx, current: LockedCustomer): Promise<void> {
    await assertTariffOpen(tx, current.tariff_id);
    await this.routes.of(tx, current.region_id, current.route_id);
    if (current.meter_size_mm !== null)
      await this.priced.assert(tx, { tariffId: current.tariff_id, sizeMm: current.meter_size_mm }, '/state');
  }

  /**
   * The meter of a connection that is closed: out, with the stand it showed last, so that its serial is free again. Of an
   * applicant it never ran, unless it is the one of a connection that was closed and taken up again. Without a stand it stays
   * where it is: nobody could get at it.
   */
  private async takeOut(
    tx: Tx,
    customerId: number,
    { state }: LockedCustomer,
    finalStand: number | undefined,
    reason: string,
  ): Promise<FieldChange[]> {
    const [meter] = await tx.query<{
      id: number;
      serial: string;
      digits: number;
      installed_stand: number;
      ran: boolean;
    }>(
      `SELECT m.id, m.serial, m.digits, m.installed_stand, EXISTS (SELECT FROM riwayat_pelanggan h WHERE h.customer_id = m.customer_id
         AND h.field = 'state' AND h.before = 'AKTIF' AND h.at >= coalesce(m.installed_at, m.installed_on)) AS ran
       FROM meter m WHERE m.customer_id = $1 AND m.removed_on IS NULL`,
      [customerId],
    );
    const unused = state === 'CALON' && meter?.ran === false;
    const stand = unused ? meter.installed_stand : finalStand;
    if (meter === undefined || stand === undefined) return [];
    if (stand >= 10 ** meter.digits)
      refuseField('/final_stand', 'too_many_digits', CUSTOMER_SAYS.fewerDigits);
    await tx.query(
      'UPDATE meter SET removed_on = $2, removed_stand = $3, removed_reason = $4, removed_at = $5 WHERE id = $1',
      [meter.id, this.clock.businessDate(), stand, reason, this.clock.date()],
    );
    if (!unused)
      await this.events.raise(tx, 'customer.closed', { customerId, meterId: meter.id, finalStand: stand });
    return [{ field: 'meter', before: meter.serial, after: null }];
  }
}

/** Nobody comes to a category that is closed; it is closed when nobody is in it, or after whoever comes is there. */
async function assertTariffOpen(tx: Tx, tariffId: number): Promise<void> {
  const open = await tx.query('SELECT FROM tarif WHERE id = $1 AND active FOR KEY SHARE', [tariffId]);
  if (open.length === 0) throw new Problem('tariff.not_found');
}

function assertPossible(current: LockedCustomer, state: CustomerState): void {
  // who is served without a meter could never be billed
  const unmetered = state === 'AKTIF' && !current.has_meter;
  const neverOurs = state === 'CALON' && current.customer_number.startsWith(TAKEN_BACK);
  if (!canTransition(CUSTOMER_TRANSITIONS, current.state, state) || unmetered || neverOurs)
    throw new Problem('customer.state_conflict', { members: { current_state: current.state } });
}

declare module '../../../platform/events/domain-events' {
  interface DomainEventMap {
    /** The meter is out and the connection closed; who counts with stands may still refuse. The customer is locked. */
    'customer.closed': {
      readonly customerId: number;
      readonly meterId: number;
      /** What the meter showed when it was taken out. */
      readonly finalStand: number;
    };
  }
}
