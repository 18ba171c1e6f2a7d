import { Injectable } from '@nestjs/common';
import { canTransition, CUSTOMER_TRANSITIONS } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { writeHistory } from './customer-changes';
import type { ChangeStateBody } from './dto/customer.request';
import { lockCustomer } from './locked-customer';

const ACTIONS = {
  AKTIF: 'customer.activated',
  SEGEL: 'customer.sealed',
  NONAKTIF: 'customer.deactivated',
} as const satisfies Record<ChangeStateBody['state'], string>;

@Injectable()
export class ChangeCustomerState {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Closing a customer is for good and needs a permission of its own.
   * @throws Problem customer.not_found, version.conflict, customer.state_conflict, auth.forbidden
   */
  async execute(id: number, { state, reason, version }: ChangeStateBody): Promise<void> {
    const actor = currentStaff();
    if (state === 'NONAKTIF' && !actor.permissions.has('customer.deactivate'))
      throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      const current = await lockCustomer(tx, id, version);
      // who is served without a meter could never be billed
      const unmetered = state === 'AKTIF' && !current.has_meter;
      if (!canTransition(CUSTOMER_TRANSITIONS, current.state, state) || unmetered)
        throw new Problem('customer.state_conflict', { members: { current_state: current.state } });
      await tx.query(
        `UPDATE pelanggan SET state = $2, version = version + 1,
           activated_at = CASE WHEN $2 = 'AKTIF' THEN coalesce(activated_at, $3) ELSE activated_at END
         WHERE id = $1`,
        [id, state, this.clock.date()],
      );
      await writeHistory(tx, id, [{ field: 'state', before: current.state, after: state }], {
        at: this.clock.date(),
        userId: actor.id,
        reason,
      });
      await writeAudit(tx, {
        action: ACTIONS[state],
        entityType: 'pelanggan',
        entityId: id,
        before: { state: current.state },
        after: { state, reason },
      });
    });
  }
}
