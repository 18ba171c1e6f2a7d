import { Inject, Injectable } from '@nestjs/common';
import { rupiah } from '@tirtapay/domain';
import { CONFIG, type Config } from '../../../../platform/config';
import { currentStaff } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Drawers, Shifts } from '../../../ground/collectors';
import type { OpenShiftBody } from '../dto/shift.dto';
import { judged } from './counted';
import { drawerBalance } from './shift-cash.queries';

/** A cashier counts what is in the drawer and takes it over. */
@Injectable()
export class OpenShift {
  constructor(
    private readonly database: Database,
    private readonly drawers: Drawers,
    private readonly shifts: Shifts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What differs from what was left in it, by no more than a cashier answers for alone, is booked with its reason before
   * the shift begins.
   * @throws Problem counter.drawer_not_found, counter.drawer_inactive, counter.drawer_taken, counter.shift_open,
   *   counter.reason_needed, counter.difference_too_large
   */
  open(body: OpenShiftBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      await this.drawers.lock(tx, body.drawer_id);
      await assertActive(tx, body.drawer_id);
      const [taken] = await tx.query("SELECT 1 FROM shift_kas WHERE drawer_id = $1 AND state <> 'CLOSED'", [
        body.drawer_id,
      ]);
      if (taken !== undefined) throw new Problem('counter.drawer_taken');
      const expected = rupiah(await drawerBalance(tx, body.drawer_id));
      const { count, difference, decides } = judged(body, {
        expected,
        limit: this.config.counterDifferenceLimit,
      });
      if (decides) throw new Problem('counter.difference_too_large', { members: { difference } });
      if (difference !== 0)
        await this.drawers.move(tx, {
          drawerId: body.drawer_id,
          shiftId: null,
          kind: 'DIFFERENCE',
          amount: difference,
          note: body.reason ?? null,
        });
      return this.shifts.open(tx, body.drawer_id, currentStaff().id, { count, pieces: body.counted });
    });
  }
}

async function assertActive(tx: Tx, drawerId: number): Promise<void> {
  const [drawer] = await tx.query('SELECT 1 FROM loket_kas WHERE id = $1 AND active', [drawerId]);
  if (drawer === undefined) throw new Problem('counter.drawer_inactive');
}
